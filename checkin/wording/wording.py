"""Gives the words for the program's values, such as verdicts: one method for each type of value that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.admission import Refusal, Refused
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.badges import Problem
from checkin.domain.delegates import Field, NameOrder, Sex, Status
from checkin.domain.faults import Fault
from checkin.domain.naming import Answer
from checkin.domain.presence import Direction
from checkin.domain.rejections import RejectReason
from checkin.errors import NotDrawnError
from checkin.wording import closed_doors, discreet, verdicts
from checkin.wording.import_words import QUESTIONS, ROW_KINDS, WHY_UNUSED
from checkin.wording.language import Language
from checkin.wording.rejected_sessions import REJECTED_SESSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.acts import Act
    from checkin.domain.admission import ExitAlert, Verdict
    from checkin.domain.arriving import Reception
    from checkin.domain.badges import Badge
    from checkin.domain.naming import Naming
    from checkin.domain.programme import Event, Session
    from checkin.domain.reasons import Reason, Why
    from checkin.errors import CheckinError
    from checkin.wording.verdicts import Circumstances, VerdictWords


_MOST_SIGNS: Final = 4
"""How many signs without a font are told: a whole name in an unknown script needs no more."""
_MOST_BADGES: Final = 5
"""How many badges that cannot be printed are told by name; there may be many where a font is missing."""


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
                return verdicts.VerdictWords(self.text("WELCOME"))
            case ArrivedBefore(first=first):
                when = f"{self.when(first.at, known.now, known.zone)}, {first.station}"
                if not known.is_today(first.at):
                    return verdicts.VerdictWords(
                        self.text("WELCOME"), self.text("here since {time}").format(time=when)
                    )
                return verdicts.VerdictWords(self.text("ARRIVED ALREADY"), when)
            case NotReceived(reason=Refusal.NOT_ANSWERED as reason):
                why = self.refusal(reason)
                return verdicts.VerdictWords(self.status(Status.INVITED).upper(), why, reason=why)
            case NotReceived(reason=reason):
                return self.verdict(Refused(reason), known)
            case _:
                assert_never(reception)

    def refusal(self, refusal: Refusal) -> str:
        """The reason why a door refuses somebody, as one sentence for the operator only."""
        return verdicts.refusal_reason(self, refusal)

    def alert(self, alert: ExitAlert) -> str:
        """The warning (`alert`) about a person who leaves the session, as one sentence for the operator."""
        return verdicts.alert_reason(self, alert)

    def revocation(self, badge: Badge) -> str:
        """The reason why a badge was revoked; words that the operator typed are not translated."""
        return verdicts.revocation(self, badge)

    def why(self, why: Why) -> str:
        """The reason that an operator gave for an act; words that the operator typed are not translated."""
        return verdicts.reason_given(self, why)

    def reason(self, reason: Reason) -> str:
        """The words for a reason that an operator can choose."""
        return verdicts.reason(self, reason)

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

        What has several words, such as "Table 12", says itself what it is.
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

    def rejection(self, reason: RejectReason) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
        """The reason why a row of a list or of a programme is rejected, as one sentence."""
        match reason:
            case RejectReason.NO_NAME:
                return self.text("There is no name in any script.")
            case RejectReason.NO_CATEGORY:
                return self.text("There is no category.")
            case RejectReason.UNKNOWN_CATEGORY:
                return self.text("This category is not one of the event's.")
            case RejectReason.UNKNOWN_STATUS:
                return self.text(
                    "This is no status: invited, pending, registered, declined, excused, cancelled or blocked."
                )
            case RejectReason.NOT_A_NUMBER:
                return self.text("This is not a number.")
            case RejectReason.DUPLICATE_REFERENCE:
                return self.text("An earlier row has the same reference.")
            case RejectReason.UNKNOWN_YES_NO:
                return self.text("This is neither yes nor no.")
            case RejectReason.UNKNOWN_NAME_ORDER:
                return self.text("This is no name order: family first or given first.")
            case RejectReason.UNKNOWN_SEX:
                return self.text("This is no sex: f or m.")
            case RejectReason.UNKNOWN_CHOICE:
                return self.text("This is none of the choices of the field.")
            case RejectReason.UNKNOWN_PERSON:
                return self.text("No participant has this reference.")
            case RejectReason.OPEN_QUESTION:
                return self.text("This row waits for the answer to a question.")
            case RejectReason.NOT_A_DAY:
                return self.text("This is not a day: write it like 2026-11-24.")
            case _:
                return self.text(REJECTED_SESSIONS[reason])

    def why_unused(self, why: str) -> str:
        """Why a sheet of a list is not read, as one sentence; "" if it is read."""
        return self.text(WHY_UNUSED[why]) if why else ""

    def row_kind(self, kind: str) -> str:
        """What a row of a list is that is no person."""
        return self.text(ROW_KINDS[kind])

    def import_question(self, kind: str, header: str, rows: int) -> str:
        """The question about a list, as one sentence; `rows` is the number of rows that wait for the answer."""
        del rows
        return self.text(QUESTIONS[kind]).format(header=header)

    def fault(self, fault: Fault, place: str) -> str:  # noqa: PLR0911 - a line for each
        """A fault found in an event file, as one sentence; `place` says where in the file the fault is."""
        match fault:
            case Fault.DAMAGED:
                return self.text("The file is damaged: {place}. Restore the newest back-up.").format(
                    place=place
                )
            case Fault.SCHEMA:
                return self.text(
                    "{place} was put into the file, changed or taken out of it by something else than this program."
                ).format(place=place)
            case Fault.FOREIGN_CODES:
                return self.text("Badges whose code was not made for this event: {place}").format(place=place)
            case Fault.PICTURE:
                return self.text("The picture {place} is missing or is another one.").format(place=place)
            case Fault.CHANGED:
                return self.text("Entry {place} was changed after it was written.").format(place=place)
            case Fault.MISSING:
                return self.text("Entry {place} is missing.").format(place=place)
            case Fault.DIFFERS:
                return self.text("The table {place} is not what the journal adds up to.").format(place=place)
            case Fault.UNKNOWN_KIND:
                return self.text(
                    "Entry {place} is of a newer program; what is understood of it is shown, all of it is kept."
                ).format(place=place)
            case _:
                assert_never(fault)

    def problem(self, problem: Problem, fields: str, detail: str) -> str:
        """A problem with a badge to be printed, as one sentence.

        `fields` names the fields concerned. `detail` is, for example, the type size that is too small.
        """
        match problem:
            case Problem.BELOW_MINIMUM:
                sentence = self.text("{fields} is very small, {detail} pt.")
            case Problem.NO_GLYPH:
                sentence = self.text("{fields} has signs that no font here can draw: {detail}.")
            case Problem.MISPLACED_MARK:
                sentence = self.text("{fields} has a mark that belongs to no letter; type it again.")
            case Problem.NO_NAME:
                sentence = self.text("There is no name.")
            case _:
                assert_never(problem)
        return sentence.format(fields=fields, detail=detail)

    def not_drawn(self, signs: Sequence[str]) -> str:
        """One sentence that names the characters `signs`, which no font has, each with its number in Unicode."""
        told = ", ".join(map(_sign, signs[:_MOST_SIGNS])) + ("…" if len(signs) > _MOST_SIGNS else "")
        return self.text("No font here has {signs}.").format(signs=told)

    def still_blocked(self, count: int) -> str:
        """The sentence that says how many blocked persons a list would have let in, and that no list lifts a block."""
        return self.many(
            "{count} blocked person stays blocked: only a correction at the desk lifts a block.",
            "{count} blocked persons stay blocked: only a correction at the desk lifts a block.",
            count,
        )

    def trouble(self, error: CheckinError) -> tuple[str, str]:
        """The title and the message of an error in this language, or in English, as most errors are not translated."""
        if not isinstance(error, NotDrawnError):
            return error.title, error.message
        steps = (
            self.not_drawn(error.signs) if error.signs else self.problem(Problem.NO_NAME, "", ""),
            (
                self.text("Find {name}: then Ctrl+B prints the Latin name alone, Ctrl+E corrects the name.")
                if error.takes_latin
                else self.text("Find {name}: then Ctrl+E corrects the name.")
            ).format(name=error.name),
            self.text("Or write the badge by hand: its code is {code}.").format(
                code=_in_one_line(error.code)
            ),
            self._others_not_drawn(error),
        )
        return self.text("The badge of {name} cannot be printed").format(name=error.name), " ".join(
            filter(None, steps)
        )

    def _others_not_drawn(self, error: NotDrawnError) -> str:
        told = "; ".join(f"{name} ({_in_one_line(code)})" for name, code in error.others[: _MOST_BADGES - 1])
        if not told:
            return ""
        if (more := len(error.others) - _MOST_BADGES + 1) > 0:
            told = self.many("{fields} and {count} more", "{fields} and {count} more", more, fields=told)
        return self.text("These cannot be printed either: {badges}.").format(badges=told)

    def field_of(self, event: Event, code: str) -> str:
        """The label of the field with this code; for an unknown code, the code itself.

        The field is one that every delegate has, or one that the event's definition adds.
        """
        if code in set(Field):
            return self.field(Field(code))
        own = event.fields.get(code)
        return self.local(own.name) if own is not None else code

    def field(self, field: Field) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each field
        """The label of a delegate's field, for forms and for column headings."""
        match field:
            case Field.REFERENCE:
                return self.text("Reference")
            case Field.HONORIFIC:
                return self.text("Title")
            case Field.FAMILY_NAME:
                return self.text("Family name")
            case Field.GIVEN_NAME:
                return self.text("Given name")
            case Field.NATIVE_NAME:
                return self.text("Name in native script")
            case Field.NATIVE_HONORIFIC:
                return self.text("Title in native script")
            case Field.NAME_ORDER:
                return self.text("Name order")
            case Field.LATIN_ONLY:
                return self.text("Latin name alone on the badge")
            case Field.SALUTATION:
                return self.text("Salutation")
            case Field.POSITION:
                return self.text("Position")
            case Field.NATIVE_POSITION:
                return self.text("Position in native script")
            case Field.ORGANISATION:
                return self.text("Organisation")
            case Field.NATIVE_ORGANISATION:
                return self.text("Organisation in native script")
            case Field.NATIONALITY:
                return self.text("Nationality")
            case Field.SEX:
                return self.text("Sex")
            case Field.ACCOMPANIES:
                return self.text("Accompanies")
            case Field.REPRESENTED_BY:
                return self.text("Represented by")
            case Field.DELEGATION:
                return self.text("Delegation")
            case Field.HEAD_OF_DELEGATION:
                return self.text("Head of delegation")
            case Field.COUNTRY:
                return self.text("Country")
            case Field.CATEGORY:
                return self.text("Category")
            case Field.PRECEDENCE:
                return self.text("Precedence")
            case Field.EMAIL:
                return self.text("E-mail")
            case Field.PHONE:
                return self.text("Phone")
            case Field.LANGUAGE:
                return self.text("Language")
            case Field.DIET:
                return self.text("Dietary need")
            case Field.PRIVATE_NOTE:
                return self.text("Private note")
            case Field.PUBLIC_NOTE:
                return self.text("Public note")
            case Field.ATTENTION:
                return self.text("Attention")
            case Field.STATUS:
                return self.text("Status")
            case _:
                assert_never(field)


def _sign(cluster: str) -> str:
    return f"{cluster} ({' '.join(f'U+{ord(character):04X}' for character in cluster)})"


def _in_one_line(code: str) -> str:
    """The code with hyphens at which no line is broken, so that it can be copied by hand."""
    return code.replace("-", "\u2011")
