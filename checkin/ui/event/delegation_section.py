"""The section with the delegations of the event, and with those that people name and the event does not define."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.domain.programme import Delegation, DelegationKind, LocalText
from checkin.domain.reordering import in_new_order
from checkin.domain.things import LONGEST_CODE
from checkin.text.proposing import proposed_code
from checkin.text.signs import CODE, NAME
from checkin.ui.event.section import Answer, Section, Withdrawal
from checkin.ui.event.thing_form import ThingForm, digits, ticked
from checkin.ui.frames.inputs import TextLine, choice
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation and the number of its registered people; the number is None while nobody was counted.

    `is_defined` is False for a delegation that only the records of people name.
    """

    delegation: Delegation
    people: int | None
    is_defined: bool = True


def kinds(say: Wording) -> Mapping[str, str]:
    """The kinds of delegations, by value, with their words."""
    return {kind.value: say.kind_of_delegation(kind) for kind in DelegationKind}


class DelegationSection(Section[DelegationRow]):
    """The section of the delegations."""

    code = "delegations"
    stretched = 0
    has_order = True

    def title(self, say: Wording) -> str:
        """The name of the section."""
        return say.text("Delegations")

    def hint(self, say: Wording) -> str:
        """The sentence that says what to do while there is no delegation."""
        return say.text("There is no delegation yet. Ctrl+N adds one.")

    def add_words(self, say: Wording) -> str:
        """The words of the button that adds a delegation."""
        return say.text("Add a delegation")

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[DelegationRow]]:
        """The columns of the table."""
        del table
        return (
            TableColumn(
                say.text("Delegation"),
                lambda row: (
                    say.local(row.delegation.names[0]) if row.delegation.names else row.delegation.code
                ),
            ),
            TableColumn(
                say.text("Code"),
                lambda row: row.delegation.code if row.is_defined else say.text("not defined yet"),
            ),
            TableColumn(
                say.text("Kind of delegation"),
                lambda row: kinds(say)[row.delegation.kind] if row.is_defined else "",
            ),
            TableColumn(say.text("Registered"), lambda row: _registered(row, say), is_number=True),
            TableColumn(
                say.text("Liaison officer"),
                lambda row: " · ".join(
                    filter(None, (row.delegation.liaison_name, row.delegation.liaison_phone))
                ),
            ),
        )

    def rows(self, known: Survey) -> Sequence[DelegationRow]:
        """The delegations of the event in their order, then those that only people name."""
        defined = [
            DelegationRow(each, known.in_delegation.get(each.code, 0) if known.is_counted else None)
            for each in known.event.delegations.values()
        ]
        named = [
            DelegationRow(Delegation(name, (LocalText.of(name),)), count, is_defined=False)
            for name, count in sorted(known.of_unknown.items())
        ]
        return [*defined, *named]

    def key(self, row: DelegationRow) -> str:
        """The delegation's code."""
        return row.delegation.code

    def form(self, known: Survey, row: DelegationRow | None) -> ThingForm:
        """The form of a delegation."""
        return DelegationForm(self._look, known.event, row)

    def can_withdraw(self, row: DelegationRow) -> bool:
        """Whether the event defines the delegation."""
        return row.is_defined

    def withdrawal(self, known: Survey, row: DelegationRow) -> Withdrawal:
        """The answer that withdraws the delegation without a question; its people keep the name in their records."""
        event, code = known.event, row.delegation.code
        delegations = {key: each for key, each in event.delegations.items() if key != code}
        answer = Answer(lambda _say: "", replace(event, delegations=delegations))
        return Withdrawal(None, lambda _say: "", (answer,))

    def moved(self, known: Survey, rows: Sequence[DelegationRow]) -> Event:
        """The event with the delegations in this order of precedence."""
        ordered = in_new_order([row.delegation for row in rows if row.is_defined])
        return replace(known.event, delegations={each.code: each for each in ordered})


class DelegationForm(ThingForm):
    """The form of a delegation: one that the event defines, a new one, or one that only people name."""

    def __init__(self, look: Appearance, seen: Event, row: DelegationRow | None) -> None:
        self._is_new = row is None or not row.is_defined
        self._known = known = row.delegation if row is not None else Delegation("", ())
        code = {"code": TextLine(maxLength=LONGEST_CODE)} if self._is_new else {}
        super().__init__(
            look,
            seen,
            (lambda say: say.text("New delegation"))
            if self._is_new
            else lambda say: say.about(say.text("Delegation"), known.code),
            {
                "names": LocalTextsInput(look, seen.description.languages, known.names),
                **code,
                "kind": choice(kinds(look.say), known.kind.value),
                "quota": digits(known.quota),
                "represents_state": ticked(is_ticked=known.represents_state),
                "liaison_name": TextLine(known.liaison_name),
                "liaison_phone": TextLine(known.liaison_phone),
            },
            {
                "names": lambda say: say.text("Names and acronyms") + " *",
                "code": lambda say: say.text("Code"),
                "kind": lambda say: say.text("Kind of delegation"),
                "quota": lambda say: say.text("Quota"),
                "represents_state": lambda say: say.text("Represents a State"),
                "liaison_name": lambda say: say.text("Liaison officer"),
                "liaison_phone": lambda say: say.text("Phone"),
            },
            {"kind": kinds},
        )
        self.changed.connect(self._propose)
        self._propose()

    def wanted(self) -> Event:
        """The event with this delegation as it is filled in."""
        event = self.seen
        code = self.or_proposed("code") if self._is_new else self._known.code
        delegation = replace(
            self._known,
            code=code,
            names=self.texts("names"),
            kind=DelegationKind(self.chosen("kind")),
            quota=self.number("quota"),
            represents_state=self.is_ticked("represents_state"),
            liaison_name=self.line("liaison_name"),
            liaison_phone=self.line("liaison_phone"),
        )
        self.require("names", delegation.names)
        others = [each for each in event.delegations.values() if self._is_new or each.code != code]
        self.require_other_signs(delegation, others, {NAME: "names", CODE: "code"})
        return replace(event, delegations={**event.delegations, code: delegation})

    def _propose(self) -> None:
        names = self.texts("names")
        shortest = min((str(name) for name in names), key=len, default="")
        self.propose("code", proposed_code(shortest, self.seen.delegations), out_of=names)


def _registered(row: DelegationRow, say: Wording) -> str:
    quota = row.delegation.quota
    if row.people is None:
        return ""
    if quota is None:
        return str(row.people)
    return say.text("{count} of {most}").format(count=row.people, most=quota)
