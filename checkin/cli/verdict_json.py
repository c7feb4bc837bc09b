"""The JSON form in which commands print a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from checkin.domain.admission import Admitted, Left, Refusal, Refused

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from checkin.desk.door_answer import DoorAnswer
    from checkin.domain.admission import Verdict


def as_json(answer: DoorAnswer, zone: ZoneInfo) -> dict[str, Any]:
    """The verdict on one scanned code as a JSON object; its time is local to the venue, with the offset from UTC."""
    verdict, reason = _words(answer.verdict)
    delegate = answer.delegate
    return {
        "code": answer.text,
        "verdict": verdict,
        "reason": reason,
        "delegate": delegate.id if delegate is not None else None,
        "name": delegate.name if delegate is not None else "",
        "time": answer.at.astimezone(zone).isoformat(),
        "session": answer.session.code if answer.session is not None else None,
    }


def _words(verdict: Verdict) -> tuple[str, str | None]:
    match verdict:
        case Admitted(note=note):
            return "admitted", note.value if note is not None else None
        case Refused(reason=Refusal.NOT_ANSWERED):
            # Whoever has not answered is sent to the desk, like a person who has not arrived.
            return "refused", Refusal.NOT_ARRIVED.value
        case Refused(reason=Refusal.JUST_ENTERED):
            return "refused", Refusal.ALREADY_INSIDE.value
        case Refused(reason=reason):
            return "refused", reason.value
        case Left(alert=alert):
            return "out", alert.value if alert is not None else None
        case _:
            assert_never(verdict)
