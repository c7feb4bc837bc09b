"""Works out what the import of a list would change, without importing the list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.delegates import COLUMNS, PERSONS, Delegate, Field, NameOrder, Status
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.files.sheet import filled_down
from checkin.importing.people.cells import Cells, tidy
from checkin.importing.people.columns import SEARCHED_ROWS, ColumnChoices, Heading, find_heading
from checkin.importing.people.matching import Known
from checkin.importing.people.not_drawn import names_not_drawn
from checkin.importing.people.planned import (
    Candidate,
    Change,
    ColumnUse,
    ImportPlan,
    LookAlike,
    Rejection,
    Unchanged,
)
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.not_drawn import NotDrawn

_PROGRESS_EVERY: Final = 1000
_NAME_FIELDS: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
_OF_A_GROUP: Final = frozenset(
    {Field.ORGANISATION, Field.DELEGATION, Field.COUNTRY, Field.CATEGORY, Field.STATUS}
)
"""Fields whose value, in cells merged downwards, counts for all rows beside the cells; a name is one person's."""
_LEAST_ON_FURTHER_SHEETS: Final = 2
_NOTHING: Final[Mapping[str, Value]] = {
    field: getattr(Delegate(""), column) for field, column in COLUMNS.items()
}
"""What each field holds where the list says nothing; a field of the event's own holds ""."""


def plan_import(
    sheets: Iterable[Sheet],
    known: Iterable[Delegate],
    event: Event,
    choices: ColumnChoices | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Compare the sheets of a list with the delegates in the event file, and return the plan of the list's import.

    Nothing is changed. `known` are the delegates in the event file, and `choices` says what the operator has chosen
    about columns. `progress` is called now and then with the number of rows done and the number of all rows; an
    exception in `progress` ends the planning. CheckinError is raised if no sheet has a header row, or if `choices`
    names a column or category that does not exist.
    """
    choices = choices or ColumnChoices()
    headed = _headed(sheets, choices, event)
    _refuse_unknown_headers(headed, choices)
    planning = _Planning(Cells(event), Known(known), choices)
    total = sum(len(sheet.rows) - heading.row - 1 for sheet, heading in headed)
    rows = chain.from_iterable(_rows(sheet, heading) for sheet, heading in headed)
    for done, row in enumerate(rows):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, total)
        if row.texts:
            planning.judge(row)
    if progress is not None:
        progress(total, total)
    return planning.result(headed)


_Headed: TypeAlias = list[tuple["Sheet", Heading]]


def _headed(sheets: Iterable[Sheet], choices: ColumnChoices, event: Event) -> _Headed:
    """The sheets that are lists of delegates, each with its header; CheckinError if there is none.

    The first sheet with a header row is taken. A later sheet is taken only if at least two of its columns are
    recognised.
    """
    sheets, headed = tuple(sheets), _Headed()
    for sheet in sheets:
        heading = find_heading(sheet, choices, event.fields.values())
        if heading is not None and (not headed or len(heading.columns) >= _LEAST_ON_FURTHER_SHEETS):
            headed.append((sheet, heading))
    if not headed:
        raise NoHeaderRowError(_of_fullest_row(sheets, choices))
    return headed


class NoHeaderRowError(CheckinError):
    """The error raised if no row of a list names a column with names.

    `columns` are the columns as the row with the most texts calls them, for an operator who tells what they hold.
    """

    def __init__(self, columns: tuple[ColumnUse, ...]) -> None:
        super().__init__(
            "The list has no header row",
            f"None of its first {SEARCHED_ROWS} rows names a column with names, such as Family name, Nom or ឈ្មោះ. "
            'Put the names of the columns above the list, or tell the column: --column "HEADER=family_name".',
        )
        self.columns = columns


def _of_fullest_row(sheets: Iterable[Sheet], choices: ColumnChoices) -> tuple[ColumnUse, ...]:
    """The columns of the first sheet with a text; their headers stand in the first row that has the most texts."""
    said = {search_key(header): content for header, content in choices.by_header.items()}
    for sheet in sheets:
        rows = [[tidy(text) for text in row] for row in sheet.rows[:SEARCHED_ROWS]]
        headers = [text for text in max(rows, key=lambda row: sum(map(bool, row)), default=[]) if text]
        if headers:
            contents = ((header, said.get(search_key(header))) for header in headers)
            return tuple(
                ColumnUse(sheet.name, header, content if isinstance(content, str) else None)
                for header, content in contents
            )
    return ()


def _refuse_unknown_headers(headed: _Headed, choices: ColumnChoices) -> None:
    there = {search_key(header) for _, heading in headed for header in heading.headers}
    for header in choices.by_header:
        if search_key(header) not in there:
            raise CheckinError(
                f"The list has no column “{header}”",
                "Look at the header row of the list and write it as it stands there.",
            )


@dataclass(frozen=True, slots=True)
class _ListRow:
    """One row below the header: its texts by field. An empty row has no texts."""

    sheet: str
    number: int
    heading: Heading
    texts: Mapping[str, str]


def _rows(sheet: Sheet, heading: Heading) -> Iterator[_ListRow]:
    columns = heading.columns
    headers = {column.field: column.header for column in columns}
    filled = _filled_down(sheet, heading)
    for index in range(heading.row + 1, len(sheet.rows)):
        row = sheet.rows[index]
        texts = {one.field: tidy(row[one.index]) if one.index < len(row) else "" for one in columns}
        if not any(texts.values()) or texts == headers:  # headers are repeated on every printed page
            texts = {}
        elif index in filled:
            texts.update(filled[index])
        yield _ListRow(sheet.name, index + 1, heading, texts)


def _filled_down(sheet: Sheet, heading: Heading) -> dict[int, dict[str, str]]:
    """The texts that rows take over from merged cells, by the index of the row, and then by field."""
    fields = {column.index: column.field for column in heading.columns if column.field in _OF_A_GROUP}
    return {
        row: {fields[index]: tidy(text) for index, text in texts.items()}
        for row, texts in filled_down(sheet, fields, heading.row).items()
    }


class _Planning:
    """A plan of an import that is built up row by row."""

    def __init__(self, cells: Cells, known: Known, choices: ColumnChoices) -> None:
        self._cells = cells
        self._known = known
        self._constants = {field: tidy(text) for field, text in choices.constants.items()}
        self._refuse_wrong_constants()
        self._references = set[str]()
        self._named: list[tuple[_ListRow, str, str]] = []
        self._new: list[Candidate] = []
        self._changed: list[Change] = []
        self._same: list[Unchanged] = []
        self._alike: list[LookAlike] = []
        self._rejected: list[Rejection] = []
        self._not_drawn: list[NotDrawn] = []
        self._still_blocked: list[tuple[_ListRow, Delegate]] = []

    def result(self, headed: _Headed) -> ImportPlan:
        """Finish the plan after all rows were judged, and return it."""
        gone = self._reject_unknown_persons()

        def comes_in(one: Candidate | Change | Delegate) -> bool:
            return isinstance(one, Delegate) or (one.sheet, one.row) not in gone

        return ImportPlan(
            tuple(filter(comes_in, self._new)),
            tuple(filter(comes_in, self._changed)),
            tuple(self._same),
            tuple(each for each in self._alike if comes_in(each.candidate) and comes_in(each.like)),
            self._known.missing(),
            tuple(self._rejected),
            tuple(use for sheet, heading in headed for use in _uses(sheet, heading)),
            tuple(each for each in self._not_drawn if (each.sheet, each.row) not in gone),
            tuple(who for row, who in self._still_blocked if (row.sheet, row.number) not in gone),
        )

    def judge(self, row: _ListRow) -> None:
        """Add one row to the plan: as new, changed, the same or rejected."""
        reference = row.texts.get(Field.REFERENCE, "")
        delegate = self._known.referred_to(reference) if reference else None
        values = self._values(row)
        if isinstance(values, Rejection):
            self._rejected.append(values)
            return
        if reference:
            self._references.add(reference)
        else:
            delegate = self._known.equal_to(values)
        self._not_drawn += names_not_drawn((row.sheet, row.number), row.heading, values, delegate)
        if delegate is None:
            self._add(row, values)
        else:
            self._compare(row, delegate, values)

    def _values(self, row: _ListRow) -> dict[str, Value] | Rejection:
        """The row's values, or the rejection of the row.

        Values come from the row's columns, and from the operator's constants for fields that the row leaves empty.
        """
        texts = row.texts
        if not any(texts.get(field) for field in _NAME_FIELDS):
            return _rejection(row, RejectReason.NO_NAME, *_NAME_FIELDS)
        if texts.get(Field.REFERENCE) in self._references:
            return _rejection(row, RejectReason.DUPLICATE_REFERENCE, Field.REFERENCE)
        values: dict[str, Value] = {}
        for field in (*texts, *(field for field in self._constants if field not in texts)):
            value = self._cells.read(field, texts.get(field) or self._constants.get(field, ""))
            if value is RejectReason.UNKNOWN_CATEGORY and field in self._constants:
                value = self._cells.read(field, self._constants[field])
            if isinstance(value, RejectReason):
                return _rejection(row, value, field)
            values[field] = value
        if Field.CATEGORY not in values:
            return _rejection(row, RejectReason.NO_CATEGORY, Field.CATEGORY)
        return values

    def _compare(self, row: _ListRow, delegate: Delegate, values: Details) -> None:
        details = {
            field: value
            for field, value in values.items()
            if not _is_known(
                delegate, field, self._known.as_recorded(field, value) if field in PERSONS else value
            )
        }
        if delegate.status is Status.BLOCKED and Field.STATUS in details:
            # Somebody blocked this person on purpose. The writer of a list need not know, so no list lifts a block.
            del details[Field.STATUS]
            self._still_blocked.append((row, delegate))
        if details:
            self._note_persons(row, details)
            self._changed.append(Change(row.sheet, row.number, delegate, details))
        else:
            self._same.append(Unchanged(row.sheet, row.number, delegate))

    def _add(self, row: _ListRow, values: Details) -> None:
        details = {field: value for field, value in values.items() if value != _NOTHING.get(field, "")}
        self._note_persons(row, details)
        candidate = Candidate(row.sheet, row.number, details, _is_turned(row, details))
        self._new.append(candidate)
        like = self._known.like(candidate)
        if like is not None:
            self._alike.append(LookAlike(candidate, like))

    def _note_persons(self, row: _ListRow, details: Details) -> None:
        """Remember each person whom the row names by reference. At the end it is checked that these persons exist.

        It cannot be checked earlier, because the row that adds the person may come later.
        """
        for field in PERSONS & details.keys():
            if details[field]:
                self._named.append((row, field, str(details[field])))

    def _reject_unknown_persons(self) -> set[tuple[str, int]]:
        """Reject each row that names the reference of a person who is neither in the event nor in the list.

        Return the sheet and the number of each rejected row. A person whom only a rejected row would add does not count
        as being in the list.
        """
        gone: set[tuple[str, int]] = set()
        there = set(self._references)
        waiting = [each for each in self._named if self._known.as_recorded(*each[1:]) == each[2]]
        while nameless := [each for each in waiting if each[2] not in there]:
            waiting = [each for each in waiting if each[2] in there]
            for row, field, _ in nameless:
                if (row.sheet, row.number) not in gone:
                    self._rejected.append(_rejection(row, RejectReason.UNKNOWN_PERSON, field))
                    gone.add((row.sheet, row.number))
                there.discard(row.texts.get(Field.REFERENCE, ""))
        return gone

    def _refuse_wrong_constants(self) -> None:
        for field, text in self._constants.items():
            if isinstance(self._cells.read(field, text), RejectReason):
                raise CheckinError(
                    f"“{text}” is no value for {field}",
                    "Nothing was brought in. Look at the values that the event knows, and tell one of them.",
                )


def _is_known(delegate: Delegate, field: str, value: Value) -> bool:
    """Whether the delegate has this value in the field."""
    return bool((getattr(delegate, field) if field in _NOTHING else delegate.own.get(field, "")) == value)


def _rejection(row: _ListRow, reason: RejectReason, *fields: str) -> Rejection:
    """The rejection of a row for this reason. It names the first column that holds one of these fields."""
    name = Delegate.of("", {field: row.texts.get(field, "") for field in _NAME_FIELDS}).name
    column = next((one for one in row.heading.columns if one.field in fields), None)
    if column is None:
        return Rejection(row.sheet, row.number, "", reason, name=name)
    return Rejection(row.sheet, row.number, column.header, reason, row.texts.get(column.field, ""), name)


def _is_turned(row: _ListRow, details: Details) -> bool:
    """Whether the list has the given name of a new delegate first, and the program has the family name first."""
    if not details.get(Field.FAMILY_NAME) or not details.get(Field.GIVEN_NAME):
        return False
    is_given_first = details.get(Field.NAME_ORDER) == NameOrder.GIVEN_FIRST
    return row.heading.has_given_name_first and not is_given_first


def _uses(sheet: Sheet, heading: Heading) -> Iterator[ColumnUse]:
    """What each column of the sheet is read as, in the order of the list."""
    fields = {column.index: column.field for column in heading.columns}
    for index, header in enumerate(heading.headers):
        if header:
            yield ColumnUse(sheet.name, header, fields.get(index))
