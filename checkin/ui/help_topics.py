"""The texts of the help (F1) for each page: situations at the desk or door, and what to do in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.ui.appearance import Words


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """A topic of the help: a situation (`happens`), and what to do in this situation (`do`)."""

    happens: Words
    do: Words


_START: Final = (
    HelpTopic(
        lambda say: say.text("You begin"),
        lambda say: say.text(
            "Open the event file that the organiser has given you. To practise, open the demo: nothing in it "
            "is real."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The event was open here before"),
        lambda say: say.text(
            "Choose it in the list and press Enter. If its file was not found there, it was moved: look for it with "
            "“Open an event file…”."
        ),
    ),
    HelpTopic(
        lambda say: say.text("You make an event of your own"),
        lambda say: say.text("Press “New event…”. The title is enough, and F1 says more in every step."),
    ),
)
_ARRIVALS: Final = (
    HelpTopic(
        lambda say: say.text("A guest comes to the desk"),
        lambda say: say.text(
            "Scan the badge or the invitation: no key is needed. Without one, type three letters of the name,"
            " choose with the arrow keys, and press Enter. The arrival is recorded and the badge is printed."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Several guests come together"),
        lambda say: say.text(
            "Find one of them and press Ctrl+G. Untick with the space bar who is missing, then press Enter."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Somebody brings a spouse, an interpreter or an aide"),
        lambda say: say.text(
            "Find whom they accompany and press Ctrl+Shift+N: category, delegation, country and language are filled "
            "in. Ctrl+Shift+G receives them together."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The head of a delegation does not come"),
        lambda say: say.text(
            "Find the head and press Ctrl+R, then choose who comes in their place. The head is excused, and the "
            "other heads the delegation; rank does not pass. If the head comes after all, press Ctrl+R again."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Nobody is found"),
        lambda say: say.text(
            "Type fewer letters, another part of the name, or the organisation. Only then register the guest "
            "with Ctrl+N."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The screen says “help desk”"),
        lambda say: say.text(
            "Give no badge. Read the note for staff and ask the guest to go to the help desk. Whoever may let"
            " the guest in presses Enter and gives a reason; where no reasons are listed, it is typed."
        ),
    ),
    HelpTopic(
        lambda say: say.text("There is a star or a flag before the name"),
        lambda say: say.text(
            "Star: call the protocol officer. Flag: head of a delegation. F9 shows a private note, as long as"
            " no guest sees the screen."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A badge is lost or wrong"),
        lambda say: say.text(
            "Ctrl+E corrects what is written on it. Ctrl+P prints another badge; the former one opens no door"
            " any more."
        ),
    ),
    HelpTopic(
        lambda say: say.text("You pressed the wrong key"),
        lambda say: say.text(
            "Ctrl+Z takes back what stands on the Undo button, and only that. Ctrl+Shift+Z brings it back. "
            "Lists and print runs are taken back on their own pages."
        ),
    ),
    HelpTopic(
        lambda say: say.text("“Rehearsal” stands at the top"),
        lambda say: say.text(
            "You are in a copy for practice: nothing of it comes back into the event. The settings menu (F10) leads "
            "out of it, under “This event”."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The printer's lamp is red"),
        lambda say: say.text(
            "Go on: arrivals are recorded, and the badges wait in their order. A click on the lamp tries "
            "again."
        ),
    ),
)
_DOOR: Final = (
    HelpTopic(
        lambda say: say.text("A guest comes to the door"),
        lambda say: say.text(
            "Scan the badge. The guest may read the panel; the line below it is for you. Look at the session "
            "at the top: it must be yours."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A guest is not admitted"),
        lambda say: say.text(
            "Read the line below the panel. If the guest may come in all the same, press the digit of the "
            "reason. Where a reason must be typed, press Enter, type it, and press Enter. Esc clears the "
            "panel."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A badge cannot be read"),
        lambda say: say.text("Type the 16 characters that stand below the code, then press Enter."),
    ),
    HelpTopic(
        lambda say: say.text("You scanned by mistake"),
        lambda say: say.text(
            "Ctrl+Z takes back what stands on the Undo button, and only that: read the button first. A reading"
            " that changed nothing is passed over."
        ),
    ),
)
_PROGRAMME: Final = (
    HelpTopic(
        lambda say: say.text("A session begins later, or goes into another room"),
        lambda say: say.text(
            "Drag it with the mouse, or choose it with the arrow keys and move it with Ctrl and the arrow keys. "
            "It is recorded when you let go, and every door knows it at once."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A session takes longer, or less time"),
        lambda say: say.text(
            "Drag its upper or lower edge, or move its end with Shift and the arrow keys. Its doors go along."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A session does not take place"),
        lambda say: say.text(
            "Choose it and press Del. A cancelled session stays in the programme, struck out, and its door admits "
            "nobody. If people are inside, you are asked once whether all have left."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A session has a red edge"),
        lambda say: say.text(
            "Something does not fit, such as two sessions in one room. The session says what; nothing is forbidden. "
            "Ctrl+T shows the next one."
        ),
    ),
)
_REPORTS: Final = (
    HelpTopic(
        lambda say: say.text("Somebody asks how many are here"),
        lambda say: say.text(
            "The table at the left counts everybody in each session, staff too. Reports count persons without"
            " staff, press and security where they say so."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Somebody wants a list"),
        lambda say: say.text(
            "Choose the report and the session, filter the rows if you like, and save it. PDF is for people, "
            "XLSX for a spreadsheet, CSV for other programs."
        ),
    ),
)
_IMPORT: Final = (
    HelpTopic(
        lambda say: say.text("A list comes from the organiser"),
        lambda say: say.text(
            "Choose the file (Ctrl+O). The list is looked at first. See who is new, who changed and which "
            "rows cannot come in, then import (Ctrl+Enter)."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The wrong list has come in"),
        lambda say: say.text("Undo the import on this page: everything that the list brought is taken back."),
    ),
)
_DELEGATIONS: Final = (
    HelpTopic(
        lambda say: say.text("You ask who has not named anybody yet"),
        lambda say: say.text(
            "Choose “Asked, no names yet” or “Not complete” above the table. The liaison officer stands in the row, "
            "with the phone."
        ),
    ),
    HelpTopic(
        lambda say: say.text("You wait for the most important guests"),
        lambda say: say.text(
            "The order of precedence shows who of the first is missing. Ctrl+D shows the same in large letters on a "
            "second screen, Ctrl+S puts it on one sheet."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The order is wrong"),
        lambda say: say.text(
            "Drag a row, or move it with Alt and the arrow keys. A delegation takes its members along; a participant "
            "moves within the delegation. Ctrl+Z takes it back."
        ),
    ),
)
_PEOPLE: Final = (
    HelpTopic(
        lambda say: say.text("You look for somebody"),
        lambda say: say.text(
            "Type letters of any field. The buttons and boxes below the line combine, and a click on the head of a "
            "column sorts everybody."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Something about a person is wrong"),
        lambda say: say.text(
            "Select the person and press Enter. Sentences below a field are warnings: they forbid nothing."
        ),
    ),
    HelpTopic(
        lambda say: say.text("The same is to change for many"),
        lambda say: say.text(
            "Select them with Shift or Ctrl, or show only them, and press Ctrl+Shift+E. The number stands on the "
            "button, and Ctrl+Z takes back the whole change after a question."
        ),
    ),
    HelpTopic(
        lambda say: say.text("Somebody asks who changed what"),
        lambda say: say.text(
            "Select the person: their history says what was done, when, by whom and where. Each line that can be "
            "undone has its own button."
        ),
    ),
)
_EVENT: Final = (
    HelpTopic(
        lambda say: say.text("Something about the event changes"),
        lambda say: say.text(
            "Choose the section above the table, then the row, and press Enter. What is saved stands on every page "
            "and at every door at once. Ctrl+Z takes it back."
        ),
    ),
    HelpTopic(
        lambda say: say.text("A category is needed no more"),
        lambda say: say.text(
            "Press Delete on its row. If people have it, you are asked into which category they go."
        ),
    ),
)
TOPICS: Final[dict[str, tuple[HelpTopic, ...]]] = {
    "": _START,
    "arrivals": _ARRIVALS,
    "door": _DOOR,
    "programme": _PROGRAMME,
    "reports": _REPORTS,
    "people": _PEOPLE,
    "delegations": _DELEGATIONS,
    "event": _EVENT,
    "import_list": _IMPORT,
}
"""The topics of each page, by the name of its module; "" while no event is open."""
