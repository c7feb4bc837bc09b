"""Works out what the import of a list would change, without importing the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.delegates import COLUMNS, PERSONS, Delegate, Field, NameOrder, Status
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.header_rows import SEARCHED_ROWS
from checkin.importing.people.cells import Cells, tidy
from checkin.importing.people.columns import NAMES, By, find_heading
from checkin.importing.people.headless import by_cells
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.matching import Known, is_same_person
from checkin.importing.people.not_drawn import names_not_drawn
from checkin.importing.people.planned import (
    Candidate,
    Change,
    ColumnUse,
    ImportPlan,
    LookAlike,
    Rejection,
    SheetUse,
    Unchanged,
)
from checkin.importing.people.questions import (
    OTHER,
    SAME,
    SKIP,
    STOPPING,
    TAKE,
    Question,
    QuestionKind,
    Word,
)
from checkin.importing.people.tables import ReadTables, read_tables
from checkin.importing.people.unknown_words import WordQuestions
from checkin.importing.people.wishes import ListWishes
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.columns import ColumnChoices, Heading
    from checkin.importing.people.not_drawn import NotDrawn
    from checkin.importing.people.tables import ListRow

_PROGRESS_EVERY: Final = 1000
_NAME_FIELDS: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
_LEAST_ON_FURTHER_SHEETS: Final = 2
_NOTHING: Final[Mapping[str, Value]] = {
    field: getattr(Delegate(""), column) for field, column in COLUMNS.items()
}
"""What each field holds where the list says nothing; a field of the event's own holds ""."""
BY_NAME, NO_HEADER = "by_name", "no_header"
"""Why a sheet is not read: its name says that it is no list of guests, or it has no header row with names."""


def plan_import(
    sheets: Iterable[Sheet],
    known: Iterable[Delegate],
    event: Event,
    wishes: ListWishes | None = None,
    *,
    of_desks: Mapping[str, frozenset[str]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Compare the sheets of a list with the delegates in the event file, and return the plan of the list's import.

    Nothing is changed. `known` are the delegates in the event file, and `wishes` says how the operator wants the list
    to be read. `of_desks` has the fields that a desk has set last, by the delegate's id; the list does not change them
    unless it wins. `progress` is called now and then with the number of rows done
    and the number of all rows; an exception in `progress` ends the planning. CheckinError is raised if no sheet has a
    header row, or if the wishes name a sheet, column or category that does not exist.
    """
    wishes = wishes or ListWishes()
    choices = wishes.columns
    headed, uses, questions = _headed(_wanted(tuple(sheets), wishes.sheets), wishes, event)
    _refuse_unknown_headers(headed, choices)
    read = [read_tables(sheet, heading, choices, event) for sheet, heading in headed]
    cells = Cells(event)
    planning = _Planning(cells, known, wishes, of_desks or {})
    rows = [row for tables in read for row in tables.rows]
    planning.ask_about_rows(rows)
    total = len(rows)
    for done, row in enumerate(rows):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, total)
        planning.read(row)
    planning.match()
    if progress is not None:
        progress(total, total)
    return planning.result(read, uses, questions)


_Headed: TypeAlias = list[tuple["Sheet", "Heading"]]


def _headed(
    sheets: Sequence[Sheet], wishes: ListWishes, event: Event
) -> tuple[_Headed, list[SheetUse], list[Question]]:
    """The sheets that are lists of delegates, each with its header; what is done with each; what is asked about them.

    A sheet whose name says that it holds no guests, such as “Cancelled”, is not read where there is another. A later
    sheet is read only if at least two of its columns are recognised. CheckinError is raised if there is no list.
    """
    choices = wishes.columns
    headed, uses = _Headed(), list[SheetUse]()
    named = [sheet for sheet in sheets if not _is_skipped(sheet.name)] or list(sheets)
    for sheet in sheets:
        rows = sum(1 for row in sheet.rows if any(text.strip() for text in row))
        if sheet not in named:
            uses.append(SheetUse(sheet.name, is_used=False, rows=rows, why=BY_NAME))
            continue
        heading = find_heading(sheet, choices, event.fields.values())
        is_list = heading is not None and (not headed or len(heading.columns) >= _LEAST_ON_FURTHER_SHEETS)
        if is_list and heading is not None:
            headed.append((sheet, heading))
        uses.append(SheetUse(sheet.name, is_list, rows, "" if is_list else NO_HEADER))
    questions: list[Question] = []
    if not headed:
        guess = by_cells(named[0], choices, wishes.answers) if named else None
        if guess is None:
            raise NoHeaderRowError(_of_fullest_row(named, choices))
        headed.append((named[0], guess.heading))
        questions += guess.questions
        uses = [
            SheetUse(
                each.sheet,
                each.sheet == named[0].name,
                each.rows,
                "" if each.sheet == named[0].name else each.why,
            )
            for each in uses
        ]
    return headed, uses, questions


def _wanted(sheets: Sequence[Sheet], names: Sequence[str]) -> tuple[Sheet, ...]:
    """The sheets with these names, or all if there are no names; CheckinError if a sheet does not exist."""
    there = {sheet.name for sheet in sheets}
    for name in names:
        if name not in there:
            raise CheckinError(
                f"The list has no sheet “{name}”", f"Its sheets are {', '.join(sorted(there))}."
            )
    return tuple(sheet for sheet in sheets if not names or sheet.name in names)


def _is_skipped(name: str) -> bool:
    key = f" {list_key(name)} "
    return any(f" {word} " in key for word in list_words().skipped_sheets)


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
                ColumnUse(sheet.name, header, content, By.TOLD if content else None)
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


class _Planning:
    """A plan of an import that is built up: first all rows are read, then each is compared with who is known."""

    def __init__(
        self,
        cells: Cells,
        known: Iterable[Delegate],
        wishes: ListWishes,
        of_desks: Mapping[str, frozenset[str]],
    ) -> None:
        self._cells = cells
        self._delegates = tuple(known)
        self._known = Known(self._delegates)
        self._answers = wishes.answers
        self._of_desks = of_desks
        self._list_wins = wishes.list_wins
        self._constants = {field: tidy(text) for field, text in wishes.columns.constants.items()}
        self._refuse_wrong_constants()
        self._words = WordQuestions(wishes.answers)
        self._questions: list[Question] = []
        self._waiting: dict[tuple[str, int], Question] = {}
        self._left_out: set[tuple[str, int]] = set()
        self._read: list[tuple[ListRow, dict[str, Value]]] = []
        self._named: list[tuple[ListRow, str, str]] = []
        self._new: list[Candidate] = []
        self._changed: list[Change] = []
        self._same: list[Unchanged] = []
        self._alike: list[LookAlike] = []
        self._rejected: list[Rejection] = []
        self._not_drawn: list[NotDrawn] = []
        self._still_blocked: list[tuple[ListRow, Delegate]] = []
        self._again: dict[tuple[str, int], tuple[str, int]] = {}

    def ask_about_rows(self, rows: Sequence[ListRow]) -> None:
        """Ask about hidden and struck-out rows, and leave out those that the operator does not want."""
        for kind, concerned in (
            (QuestionKind.HIDDEN_ROWS, [row for row in rows if row.is_hidden]),
            (QuestionKind.STRUCK_ROWS, [row for row in rows if row.is_struck and not row.is_hidden]),
        ):
            for sheet in dict.fromkeys(row.sheet for row in concerned):
                those = [row for row in concerned if row.sheet == sheet]
                question = Question(
                    kind, sheet, "", tuple(row.number for row in those), (Word(SKIP), Word(TAKE))
                )
                self._ask(question, those, left_out_by=SKIP)

    def _ask(self, question: Question, rows: Iterable[ListRow], left_out_by: str) -> str:
        """The answer to the question. If it is open, the rows wait; at the answer `left_out_by` they are left out."""
        answer = self._answers.to(question)
        if answer not in {word.word for word in question.words}:
            self._questions.append(question)
            self._waiting |= {(row.sheet, row.number): question for row in rows}
            return ""
        if answer == left_out_by:
            self._left_out |= {(row.sheet, row.number) for row in rows}
        return answer

    def read(self, row: ListRow) -> None:
        """Turn the texts of a row into values, or reject the row."""
        place = (row.sheet, row.number)
        if place in self._left_out:
            return
        if place in self._waiting:
            self._rejected.append(_rejection(row, RejectReason.OPEN_QUESTION))
            return
        if row.represented_by and not self._is_answered_who_comes(row):
            return
        values = self._values(row)
        if isinstance(values, Rejection):
            self._rejected.append(values)
        else:
            self._read.append((row, values))

    def _is_answered_who_comes(self, row: ListRow) -> bool:
        """Whether it is known which of two persons in one row comes; only the person in the name's place is taken."""
        name = Delegate.of("", {field: row.texts.get(field, "") for field in _NAME_FIELDS}).name
        question = Question(
            QuestionKind.REPRESENTED, row.sheet, "", (row.number,), (Word(row.represented_by), Word(name))
        )
        answer = self._ask(question, [row], left_out_by="")
        if not answer:
            self._rejected.append(_rejection(row, RejectReason.OPEN_QUESTION))
        return bool(answer)

    def _values(self, row: ListRow) -> dict[str, Value] | Rejection:
        """The row's values, or the rejection of the row.

        Values come from the row's columns, and from the operator's constants for fields that the row leaves empty. An
        empty cell is no value.
        """
        texts = row.texts
        if not any(texts.get(field) for field in _NAME_FIELDS):
            return _rejection(row, RejectReason.NO_NAME, *_NAME_FIELDS)
        values: dict[str, Value] = {}
        for field in (*texts, *(field for field in self._constants if field not in texts)):
            text = texts.get(field) or self._constants.get(field, "")
            if not text and field != Field.CATEGORY:
                continue
            value = self._value(row, field, text)
            if isinstance(value, RejectReason):
                return _rejection(row, value, field)
            values[field] = value
        if Field.CATEGORY not in values:
            return _rejection(row, RejectReason.NO_CATEGORY, Field.CATEGORY)
        return values

    def _value(self, row: ListRow, field: str, text: str) -> Value | RejectReason:
        column = row.heading.column_of(field)
        header = column.header if column is not None else ""
        value = self._cells.read(field, self._words.meaning(row.sheet, header, text), header)
        if value is RejectReason.UNKNOWN_CATEGORY and field in self._constants:
            return self._cells.read(field, self._constants[field])
        if isinstance(value, RejectReason) and self._words.ask(row, header, text, value):
            return RejectReason.OPEN_QUESTION
        return value

    def match(self) -> None:
        """Compare each row with who is known: the row is new, changed, the same, or an earlier row again."""
        self._known = Known(self._delegates, [values for _, values in self._read])
        earlier: dict[tuple[Value, ...], ListRow] = {}
        by_address: dict[str, list[tuple[ListRow, Delegate]]] = {}
        for row, values in self._read:
            before = self._named_before(row, values, earlier, by_address)
            if before is not None:
                self._again[row.sheet, row.number] = (before.sheet, before.number)
            else:
                self._judge(row, values)

    def _named_before(
        self,
        row: ListRow,
        values: dict[str, Value],
        earlier: dict[tuple[Value, ...], ListRow],
        by_address: dict[str, list[tuple[ListRow, Delegate]]],
    ) -> ListRow | None:
        """The earlier row of the list that surely names the same person; None if there is none."""
        everything = tuple(sorted(f"{field}\x1f{value}" for field, value in values.items()))
        if everything in earlier:
            return earlier[everything]
        earlier[everything] = row
        address = str(values.get(Field.EMAIL, "")).casefold()
        if not address:
            return None
        person = Delegate.of("", {field: value for field, value in values.items() if field not in PERSONS})
        same = next(
            (one for one, named in by_address.get(address, ()) if is_same_person(named, person)), None
        )
        by_address.setdefault(address, []).append((row, person))
        return same

    def _judge(self, row: ListRow, values: dict[str, Value]) -> None:
        reference = str(values.get(Field.REFERENCE, ""))
        if reference and self._known.is_repeated(reference):
            values = {**values, Field.REFERENCE: ""}
            del values[Field.REFERENCE]
        found = self._known.match(values)
        delegate = found.delegate if found is not None else None
        if found is not None and found.is_other_name:
            answer = self._ask(_who_is_meant(row, found.delegate), [row], left_out_by="")
            if not answer:
                self._rejected.append(_rejection(row, RejectReason.OPEN_QUESTION, Field.REFERENCE))
                return
            if answer == SAME:
                self._known.take(found.delegate)
            else:
                delegate = None
                values = {field: value for field, value in values.items() if field != Field.REFERENCE}
        self._not_drawn += names_not_drawn((row.sheet, row.number), row.heading, values, delegate)
        if delegate is None:
            self._add(row, values)
        else:
            self._compare(row, delegate, values)

    def _compare(self, row: ListRow, delegate: Delegate, values: Details) -> None:
        differing = {
            field: value
            for field, value in values.items()
            if not _is_known(
                delegate, field, self._known.as_recorded(field, value) if field in PERSONS else value
            )
        }
        if delegate.status is Status.BLOCKED and Field.STATUS in differing:
            # Somebody blocked this person on purpose. The writer of a list need not know, so no list lifts a block.
            del differing[Field.STATUS]
            self._still_blocked.append((row, delegate))
        of_desks = self._of_desks.get(delegate.id, frozenset()) & differing.keys()
        kept = {} if self._list_wins else {field: differing[field] for field in of_desks}
        details = {field: value for field, value in differing.items() if field not in kept}
        if details:
            self._note_persons(row, details)
            self._changed.append(Change(row.sheet, row.number, delegate, details, kept, of_desks))
        else:
            self._same.append(Unchanged(row.sheet, row.number, delegate, kept))

    def _add(self, row: ListRow, values: Details) -> None:
        details = {field: value for field, value in values.items() if value != _NOTHING.get(field, "")}
        self._note_persons(row, details)
        candidate = Candidate(row.sheet, row.number, details, _is_turned(row, details))
        self._new.append(candidate)
        like = self._known.like(candidate)
        if like is not None:
            self._alike.append(LookAlike(candidate, like))

    def result(
        self, read: Sequence[ReadTables], uses: Sequence[SheetUse], questions: Sequence[Question]
    ) -> ImportPlan:
        """Finish the plan after all rows were compared, and return it."""
        gone = self._reject_unknown_persons()

        def comes_in(one: Candidate | Change | Delegate) -> bool:
            return isinstance(one, Delegate) or (one.sheet, one.row) not in gone

        asked = (*questions, *self._questions, *self._words.open())
        stops = any(question.kind in STOPPING for question in asked)
        return ImportPlan(
            () if stops else tuple(filter(comes_in, self._new)),
            () if stops else tuple(filter(comes_in, self._changed)),
            tuple(self._same),
            tuple(each for each in self._alike if comes_in(each.candidate) and comes_in(each.like)),
            self._known.missing(),
            tuple(self._rejected),
            tuple(use for tables in read for use in tables.columns),
            tuple(each for each in self._not_drawn if (each.sheet, each.row) not in gone),
            tuple(who for row, who in self._still_blocked if (row.sheet, row.number) not in gone),
            sheets=tuple(uses),
            skipped=tuple(row for tables in read for row in tables.skipped),
            unread=tuple(cell for tables in read for cell in tables.unread),
            questions=asked,
            again=self._again,
        )

    def _note_persons(self, row: ListRow, details: Details) -> None:
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
        there = {str(values.get(Field.REFERENCE, "")) for _, values in self._read}
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


def _who_is_meant(row: ListRow, delegate: Delegate) -> Question:
    del delegate
    column = row.heading.column_of(Field.REFERENCE)
    header = column.header if column is not None else ""
    return Question(QuestionKind.OTHER_PERSON, row.sheet, header, (row.number,), (Word(OTHER), Word(SAME)))


def _is_known(delegate: Delegate, field: str, value: Value) -> bool:
    """Whether the delegate has this value in the field."""
    return bool((getattr(delegate, field) if field in _NOTHING else delegate.own.get(field, "")) == value)


def _rejection(row: ListRow, reason: RejectReason, *fields: str) -> Rejection:
    """The rejection of a row for this reason. It names the first column that holds one of these fields."""
    name = Delegate.of("", {field: row.texts.get(field, "") for field in _NAME_FIELDS}).name
    wanted = {*fields, *NAMES} if reason is RejectReason.NO_NAME else {*fields}
    column = next((one for one in row.heading.columns if one.field in wanted), None)
    if column is None:
        return Rejection(row.sheet, row.number, "", reason, name=name)
    return Rejection(row.sheet, row.number, column.header, reason, row.texts.get(column.field, ""), name)


def _is_turned(row: ListRow, details: Details) -> bool:
    """Whether the list has the given name of a new delegate first, and the program has the family name first."""
    if not details.get(Field.FAMILY_NAME) or not details.get(Field.GIVEN_NAME):
        return False
    is_given_first = details.get(Field.NAME_ORDER) == NameOrder.GIVEN_FIRST
    return row.heading.has_given_name_first and not is_given_first
