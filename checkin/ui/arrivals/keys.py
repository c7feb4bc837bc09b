"""The keys of the Arrivals page. A key that does nothing for the selected delegate says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.name_on_badge import latin_alone_is_drawn, signs_not_drawn
from checkin.domain.arriving import gets_badge
from checkin.ui.arrivals.card import PersonCard
from checkin.ui.page import KeyGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.arrivals.reception import Reception
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Page
    from checkin.ui.stopped import Stopped
    from checkin.wording import Wording


class DeskKeys:
    """The keys of the Arrivals page except Undo, and their buttons in the side panel.

    Every key can be pressed at any time. If a key can do nothing now, its button is greyed out, and pressing the key
    shows the reason.
    """

    def __init__(self, page: Page, desk: Reception, finder: Finder, side: Side, stopped: Stopped) -> None:
        self._page, self._desk, self._finder, self._side = page, desk, finder, side
        self._stopped = stopped
        self._personal: list[tuple[QAction, Callable[[Registration], object]]] = []
        self._links: dict[str, QAction] = {}
        page.tell_key("Enter", lambda say: say.text("Arrive + print badge"))
        self._add_buttons()
        page.add_key(
            "Ctrl+Shift+Z",
            lambda say: say.text("Redo what was undone"),
            desk.undoing.redo,
            group=KeyGroup.UNDO,
            records=True,
        )
        page.add_key("Ctrl+F", lambda say: say.text("Search"), desk.search, group=KeyGroup.LOOK)
        page.tell_key("Esc", lambda say: say.text("Clear"), KeyGroup.LOOK)

    def _add_buttons(self) -> None:
        """Add the keys that have a button in the side panel, and their buttons."""
        desk, side = self._desk, self._side
        no_badge = self._add(
            "Ctrl+Shift+Enter",
            lambda say: say.text("No badge"),
            lambda: desk.receive(badge=False),
            lambda _chosen: None,
            also="Ctrl+Shift+Return",
            is_done=lambda chosen: chosen.arrivals.desk,
        )
        delegation = self._add(
            "Ctrl+G", lambda say: say.text("Delegation"), desk.card.show_delegation, _without_delegation
        )
        correct = self._add(
            "Ctrl+E", lambda say: say.text("Correct"), desk.card.correct, lambda _chosen: None
        )
        reprint = self._add("Ctrl+P", lambda say: say.text("Reprint"), desk.card.reprint, _gets_no_badge)
        self._add_latin_alone()
        self._add_programme()
        self._add_photo()
        self._add_company()
        side.card.wanted.connect(lambda code: self._links[code].trigger())
        self._add_look_alike()
        self._walk_in = self._page.add_key(
            "Ctrl+N", lambda say: say.text("On-site registration"), desk.walk_in, records=True
        )
        self._private = self._add_private_note()
        side.offer(
            desk.receive,
            (
                (no_badge, "user"),
                (delegation, "users"),
                (correct, "pencil"),
                (reprint, "printer"),
                (self._walk_in, "user-plus"),
                (self._private, "lock"),
            ),
        )

    def _add_latin_alone(self) -> None:
        latin = self._add(
            "Ctrl+B",
            lambda say: say.text("Latin name alone"),
            self._desk.card.print_latin_alone,
            _needs_no_latin,
            is_greyed=False,  # its button is there only while it is of use
        )
        self._side.not_drawn.offer(latin)

    def _add_programme(self) -> None:
        programme = self._add(
            "Ctrl+S",
            lambda say: say.text("Their programme as a file"),
            self._desk.card.save_programme,
            lambda _chosen: None if self._side.programme.has_sessions else _without_sessions,
            group=KeyGroup.LOOK,
            is_greyed=False,  # it has no button: it stands on the card
        )
        self._links[PersonCard.PROGRAMME] = programme

    def _add_company(self) -> None:
        """Add the keys for who belongs to the delegate; they have links on the card instead of buttons."""
        card = self._desk.card
        for code, keys, does, act, why_not in (
            (
                PersonCard.COMPANION,
                "Ctrl+Shift+N",
                lambda say: say.text("Accompanying person"),
                card.add_companion,
                _accompanies_somebody,
            ),
            (
                PersonCard.PARTY,
                "Ctrl+Shift+G",
                lambda say: say.text("Receive together with accompanying persons"),
                card.show_party,
                lambda _chosen: None,
            ),
            (
                PersonCard.SUBSTITUTE,
                "Ctrl+R",
                lambda say: say.text("Represented by another person, or comes after all"),
                card.represent,
                _is_here,
            ),
        ):
            self._links[code] = self._add(keys, does, act, why_not, is_greyed=False)

    def _add_photo(self) -> None:
        self._links[PersonCard.PHOTO] = self._add(
            "Ctrl+Shift+P",
            lambda say: say.text("Photo"),
            self._desk.card.set_photo,
            lambda _chosen: None,
            is_greyed=False,  # it has no button: it stands on the card
        )

    def _add_look_alike(self) -> None:
        self._links[PersonCard.ALIKE] = self._add(
            "Ctrl+D",
            lambda say: say.text("Compare with who looks alike"),
            self._desk.card.compare,
            lambda _chosen: None if self._side.alike else _without_look_alike,
            is_greyed=False,  # it has no button: it stands on the card
        )

    def _add_private_note(self) -> QAction:
        return self._add(
            "F9",
            lambda say: say.text("Private note"),
            self._desk.card.toggle_private,
            lambda chosen: None if self._side.card.has_private(chosen.delegate) else _without_note,
            group=KeyGroup.LOOK,
            records=False,
        )

    def refresh(self) -> None:
        """Enable the button of each key that can do something for the selected delegate now, and grey out the others.

        If nobody is selected, only the button for an on-site registration is enabled; if nothing can be recorded, only
        the button that shows the private note.
        """
        chosen, can_record = self._finder.chosen, self._stopped.why is None
        self._side.let(self._walk_in, is_able=can_record)
        for action, is_of_no_use in self._personal:
            can = can_record or action is self._private
            self._side.let(action, is_able=can and chosen is not None and is_of_no_use(chosen) is None)

    def _add(
        self,
        keys: str,
        does: Words,
        act: Callable[[], object],
        why_not: Callable[[Registration], Words | None],
        *,
        also: str = "",
        group: KeyGroup = KeyGroup.DO,
        is_done: Callable[[Registration], object] | None = None,
        is_greyed: bool = True,
        records: bool = True,
    ) -> QAction:
        """Add a key for the selected delegate; `why_not` gives the words why the key does nothing, or None.

        `records` is False for a key that works although nothing can be recorded and the event cannot be read. If
        `is_greyed`, the key's button is greyed out for the same reason or, with `is_done`, if that gives something
        else than None.
        """

        def press() -> None:
            chosen = self._finder.chosen
            if chosen is None:
                self._desk.say_who_is_missing()
            elif (why := why_not(chosen)) is not None:
                self._desk.answers.show_why_not(why, chosen.delegate)
            elif not self._finder.is_current:
                self._desk.answers.show_why_not(_still_searching)
            else:
                act()

        action = self._page.add_key(keys, does, press, also=also, group=group, records=records)
        if is_greyed:
            self._personal.append((action, is_done or why_not))
        return action


def _needs_no_latin(chosen: Registration) -> Words | None:
    if not signs_not_drawn(chosen.delegate):
        return lambda say: say.text("This badge can be printed as it is.")
    if not latin_alone_is_drawn(chosen.delegate):
        return lambda say: say.text("Correct the name (Ctrl+E).")
    return None


def _without_delegation(chosen: Registration) -> Words | None:
    if chosen.delegate.delegation:
        return None
    return lambda say: say.text("This participant belongs to no delegation.")


def _accompanies_somebody(chosen: Registration) -> Words | None:
    if not chosen.delegate.accompanies:
        return None
    return lambda say: say.text("This participant accompanies somebody. Choose the principal.")


def _is_here(chosen: Registration) -> Words | None:
    if chosen.arrival is None or chosen.delegate.represented_by:
        return None
    return lambda say: say.text("Only somebody who is not here can be represented.")


def _gets_no_badge(chosen: Registration) -> Words | None:
    if gets_badge(chosen.delegate, chosen.arrivals):
        return None
    return lambda say: say.text("Only who is registered gets a badge.")


def _without_sessions(say: Wording) -> str:
    return say.text("The programme has no session yet.")


def _without_look_alike(say: Wording) -> str:
    return say.text("Nobody looks like this participant.")


def _without_note(say: Wording) -> str:
    return say.text("There is no private note.")


def _still_searching(say: Wording) -> str:
    return say.text("The search goes on. Press the key again.")
