"""Gives the words for the program's values, such as verdicts: one method for each type of value that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.admission import Refusal, Refused
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.delegates import Field, NameOrder, Sex, Status
from checkin.domain.naming import Answer
from checkin.domain.presence import Direction
from checkin.domain.programme import DelegationKind
from checkin.domain.rejections import RejectReason
from checkin.wording import closed_doors, discreet, fields, photos, reasons, rejections, troubles, verdicts
from checkin.wording.import_words import QUESTIONS, ROW_KINDS, WHY_UNUSED
from checkin.wording.language import Language
from checkin.wording.verdict_words import VerdictWords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.acts import Act
    from checkin.domain.admission import ExitAlert, Verdict
    from checkin.domain.arriving import Reception
    from checkin.domain.badges import Badge, Problem
    from checkin.domain.faults import Fault
    from checkin.domain.naming import Naming
    from checkin.domain.programme import Event, Session
    from checkin.domain.reasons import Reason, Why
    from checkin.errors import CheckinError
    from checkin.wording.verdict_words import Circumstances


class Wording(Language):
    """One language with the words for the program's values, and with the sentences, times and days of `Language`."""

    def verdict(self, verdict: Verdict, known: Circumstances | None = None) -> VerdictWords:
        """The words that a door shows for a verdict (the decision about a scanned code).

        If `known` (the circumstances of the scan) is given, the words include times, stations and seats.
        """
        return verdicts.words(self, verdict, known)

    def discreetly(self, plain: VerdictWords) -> VerdictWords:
        """The words `plain` of a refusal, changed for a door where guests must not read why somebody is refused."""
        return discreet.discreetly(self, plain)

    def not_open(self, session: Session, known: Circumstances) -> tuple[str, str]:
        """The title and the sentence for a session whose doors let nobody in at the time `known.now`."""
        return closed_doors.words(self, session, known)

    def reception(self, reception: Reception, known: Circumstances) -> VerdictWords:
        """The words that a registration desk shows when a delegate comes: welcome, arrived before, or refused."""
        match reception:
            case Received():
                return VerdictWords(self.text("WELCOME"))
            case ArrivedBefore(first=first):
                when = f"{self.when(first.at, known.now, known.zone)}, {first.station}"
                if not known.is_today(first.at):
                    return VerdictWords(
                        self.text("WELCOME"), self.text("here since {time}").format(time=when)
                    )
                return VerdictWords(self.text("ARRIVED ALREADY"), when)
            case NotReceived(reason=Refusal.NOT_ANSWERED as reason):
                why = self.refusal(reason)
                return VerdictWords(self.status(Status.INVITED).upper(), why, reason=why)
            case NotReceived(reason=reason):
                return self.verdict(Refused(reason), known)
            case _:
                assert_never(reception)

    def refusal(self, refusal: Refusal) -> str:
        """The reason why a door refuses somebody, as one sentence for the operator only."""
        return reasons.refusal_reason(self, refusal)

    def alert(self, alert: ExitAlert) -> str:
        """The warning (`alert`) about a person who leaves the session, as one sentence for the operator."""
        return reasons.alert_reason(self, alert)

    def revocation(self, badge: Badge) -> str:
        """The reason why a badge was revoked; words that the operator typed are not translated."""
        return reasons.revocation(self, badge)

    def why(self, why: Why) -> str:
        """The reason that an operator gave for an act; words that the operator typed are not translated."""
        return reasons.reason_given(self, why)

    def reason(self, reason: Reason) -> str:
        """The words for a reason that an operator can choose."""
        return reasons.reason(self, reason)

    def act(
        self, act: Act, name: str, event: Event, now: datetime, delegation: str = "", not_drawn: int = 0
    ) -> str:
        """The description, in one line, of an act (one action of a desk with its journal entries), such as an arrival.

        `name` is the name of the delegate concerned, and `delegation` the name of the delegation if the act is about
        several of its members; both are "" if there is none. `not_drawn` is the number of badges issued by the act that
        cannot be printed. A time on another day than `now` is written with its day.
        """
        from checkin.wording import acts  # noqa: PLC0415 - the window is shown before the facts of the domain are loaded

        return acts.words(self, act, name, event, now, delegation, not_drawn)

    def answer(self, answer: Answer) -> str:
        """The words for the answer of a person who is named for a session."""
        match answer:
            case Answer.NONE:
                return self.text("no answer")
            case Answer.ACCEPTS:
                return self.text("accepts")
            case Answer.DECLINES:
                return self.text("declines")
            case _:
                assert_never(answer)

    def seat(self, seat: str) -> str:
        """The words for a seat or table, such as "seat A3"; "" if there is none.

        A text of several words, such as "Table 12", is returned unchanged, because it says what it is.
        """
        return seat if not seat or " " in seat else self.text("seat {seat}").format(seat=seat)

    def naming(self, naming: Naming) -> str:
        """The words for an invitation by name: the answer, the seat and the number of persons."""
        persons = self.many("{count} person", "{count} persons", naming.persons)
        return " · ".join(filter(None, (self.answer(naming.answer), self.seat(naming.seat), persons)))

    def yes_no(self, *, value: bool) -> str:
        """The word for yes or for no."""
        return self.text("yes") if value else self.text("no")

    def status(self, status: Status) -> str:  # noqa: PLR0911 - a line for each
        """The word for the state of a registration."""
        match status:
            case Status.INVITED:
                return self.text("invited")
            case Status.PENDING:
                return self.text("pending")
            case Status.EXCUSED:
                return self.text("excused")
            case Status.REGISTERED:
                return self.text("registered")
            case Status.CANCELLED:
                return self.text("cancelled")
            case Status.DECLINED:
                return self.text("declined")
            case Status.BLOCKED:
                return self.text("blocked")
            case _:
                assert_never(status)

    def status_on_screen(self, status: Status) -> str:
        """The word for the state of a registration on a screen that guests see; "help desk" if it is blocked."""
        return self.text("help desk") if status is Status.BLOCKED else self.status(status)

    def sex(self, sex: Sex) -> str:
        """The word for a delegate's sex."""
        match sex:
            case Sex.FEMALE:
                return self.text("woman")
            case Sex.MALE:
                return self.text("man")
            case Sex.NOT_SAID:
                return self.text("not said")
            case _:
                assert_never(sex)

    def name_order(self, order: NameOrder) -> str:
        """The words that say which part of a Latin name is written first: the family name or the given name."""
        match order:
            case NameOrder.FAMILY_FIRST:
                return self.text("family name first")
            case NameOrder.GIVEN_FIRST:
                return self.text("given name first")
            case _:
                assert_never(order)

    def kind_of_delegation(self, kind: DelegationKind) -> str:
        """The word for the kind of body that a delegation represents."""
        match kind:
            case DelegationKind.STATE:
                return self.text("State")
            case DelegationKind.MINISTRY:
                return self.text("Ministry")
            case DelegationKind.INSTITUTION:
                return self.text("Institution")
            case DelegationKind.OTHER:
                return self.text("Other")
            case _:
                assert_never(kind)

    def direction(self, direction: Direction) -> str:
        """The words for what a door records: entries ("in"), exits ("out") or both."""
        match direction:
            case Direction.IN:
                return self.text("in")
            case Direction.OUT:
                return self.text("out")
            case Direction.AUTO:
                return self.text("in and out")
            case _:
                assert_never(direction)

    def rejection(self, reason: RejectReason) -> str:
        """The reason why a row of a list or of a programme is rejected, as one sentence."""
        return rejections.words(self, reason)

    def unread(self, reason: RejectReason) -> str:
        """Why a cell of a list is not read."""
        return self.text("a formula error") if reason is RejectReason.UNREADABLE else self.rejection(reason)

    def why_unused(self, why: str) -> str:
        """Why a sheet of a list is not read, as one sentence; "" if it is read."""
        return self.text(WHY_UNUSED[why]) if why else ""

    def row_kind(self, kind: str) -> str:
        """What a row of a list is that is no person."""
        return self.text(ROW_KINDS[kind])

    def import_question(self, kind: str, header: str) -> str:
        """The question about a list, as one sentence."""
        return self.text(QUESTIONS[kind]).format(header=header)

    def rejected_text(self, reason: RejectReason, text: str) -> str:
        """The reason why a row is rejected, after the text that was not understood; only the reason without a text."""
        words = self.rejection(reason)
        return self.about(self.text("“{text}”").format(text=text), words) if text else words

    def fault(self, fault: Fault, place: str) -> str:
        """A fault found in an event file, as one sentence; `place` says where in the file the fault is."""
        return troubles.fault(self, fault, place)

    def problem(self, problem: Problem, fields: str, detail: str) -> str:
        """A problem with a badge to be printed, as one sentence.

        `fields` names the fields concerned. `detail` is, for example, the type size that is too small.
        """
        return troubles.problem(self, problem, fields, detail)

    def not_drawn(self, signs: Sequence[str]) -> str:
        """One sentence that names the characters `signs`, which no font has, each with its number in Unicode."""
        return troubles.not_drawn(self, signs)

    def still_blocked(self, count: int) -> str:
        """The sentence that says how many blocked persons a list would have let in, and that no list lifts a block."""
        return self.many(
            "{count} blocked person stays blocked: only a correction at the desk lifts a block.",
            "{count} blocked persons stay blocked: only a correction at the desk lifts a block.",
            count,
        )

    def photos_taken(self, taken: int, same: int, not_matched: int, rejected: int) -> str:
        """The outcome of importing a folder of photos: how many were set, set before, of nobody, and no photos."""
        return photos.taken(self, taken, same, not_matched, rejected)

    def trouble(self, error: CheckinError) -> tuple[str, str]:
        """The title and the message of an error: in this language if it is translated (most are not), or in English."""
        return troubles.words(self, error)

    def field_of(self, event: Event, code: str) -> str:
        """The label of the field with this code; for an unknown code, the code itself.

        The field is one that every delegate has, or one that the event's definition adds.
        """
        if code in set(Field):
            return self.field(Field(code))
        own = event.fields.get(code)
        return self.local(own.name) if own is not None else code

    def field(self, field: Field) -> str:
        """The label of a delegate's field, for forms and for column headings."""
        return fields.label(self, field)
