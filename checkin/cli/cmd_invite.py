"""checkin invite: say who is named for a session, with their answer, seat and number of persons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checkin.cli.command import Command, open_event, own_wording, staff, tell, tell_json
from checkin.desk import find
from checkin.desk.invite import Wish, invite
from checkin.domain.naming import Answer

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.desk.invite import Invited
    from checkin.domain.naming import Naming
    from checkin.wording import Wording


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("session", metavar="SESSION", help="the session's code")
    parser.add_argument(
        "delegates", metavar="PARTICIPANT", nargs="+", help="ids, codes, or searches that find one each"
    )
    answers = [each.value for each in Answer if each is not Answer.NONE]
    parser.add_argument("--answer", choices=answers, help="what they answered")
    parser.add_argument("--seat", metavar="T", help="their seat or table; empty for none")
    parser.add_argument("--persons", metavar="N", type=int, help="how many come, they themselves included")
    parser.add_argument("--withdraw", action="store_true", help="they are not invited any more")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    answer = Answer(arguments.answer) if arguments.answer is not None else None
    with open_event(arguments.event) as file:
        chosen = [find.one(file, text).delegate.id for text in arguments.delegates]
        wishes = [
            Wish(each, answer, arguments.seat, arguments.persons, arguments.withdraw)
            for each in dict.fromkeys(chosen)
        ]
        invited, act = invite(file, staff(arguments), arguments.session, wishes)
    if arguments.json:
        told = [{"delegate": each.delegate, **naming_json(each.naming)} for each in invited]
        tell_json({"act": act, "session": arguments.session, "invited": told})
        return 0
    say = own_wording()
    for each in invited:
        tell(say.about(each.name, _words(say, each, arguments.session)))
    return 0


def naming_json(naming: Naming) -> dict[str, Any]:
    """An invitation as commands print it in JSON: the answer ("" where there is none), the seat and the persons."""
    answer = "" if naming.answer is Answer.NONE else naming.answer.value
    return {"answer": answer, "seat": naming.seat, "persons": naming.persons}


def _words(say: Wording, invited: Invited, session: str) -> str:
    naming = invited.naming
    if naming.withdrawn:
        return say.text("no longer invited to {session}").format(session=session)
    return say.naming(naming)


COMMAND: Final = Command("invite", "Say who is invited to a session by name.", _takes, _run)
