"""Examining a list: its file is read once, and its plan is made anew after each choice of the operator."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.desk.bring_in import known_as, plan_read, read_list, sources
from checkin.importing.examples import examples
from checkin.importing.people.list_sheets import NoHeaderRowError
from checkin.importing.people.planned import ImportPlan
from checkin.importing.people.questions import QuestionKind
from checkin.ui.import_list.asked import open_questions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checkin.importing.files.encodings import EncodingChoice
    from checkin.importing.files.sheets import ReadFile
    from checkin.importing.people.wishes import ListWishes
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Ticker
    from checkin.ui.import_list.asked import Asked


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was read, and as what: its path, time and size, and the encoding that the operator had told.

    `choices` are the encodings that the file may have, as far as that was asked.
    """

    key: tuple[object, ...]
    read: ReadFile
    choices: tuple[EncodingChoice, ...] = ()

    @property
    def state_of_file(self) -> str:
        """The time of the last change and the size of the file, as they were when the file was read."""
        return " ".join(map(str, self.key[1:-1]))

    def is_same_file(self, other: KeptFile) -> bool:
        """Whether both were read from the same file in the same state."""
        return self.key[:-1] == other.key[:-1]


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a list: the plan of its import, what is asked, and examples of the cells of each column.

    `sources` are the sources of earlier lists. `has_names` is False if no column is known to hold names.
    """

    plan: ImportPlan
    kept: KeptFile | None = None
    asked: tuple[Asked, ...] = ()
    examples: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    has_names: bool = True

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of all sheets of the file, also of those that are not read."""
        return tuple(sheet.name for sheet in self.kept.read.sheets) if self.kept is not None else ()


def look_at(file: EventFile, path: Path, wishes: ListWishes, before: KeptFile | None, tick: Ticker) -> Look:
    """Examine the list at `path`; the file is not read again if it is as it was `before`.

    CheckinError is raised if the file cannot be read as a list.
    """
    kept = _read(path, wishes, before)
    try:
        plan, has_names = plan_read(file, kept.read, wishes, tick), True
    except NoHeaderRowError as error:
        if not error.columns:
            raise
        plan, has_names = ImportPlan(columns=error.columns), False
    references = _references_in_doubt(plan)
    known = {reference: known_as(file, reference) for reference in references}
    cells = examples(kept.read.sheets, plan.columns)
    return Look(
        plan,
        kept,
        tuple(open_questions(plan, kept.choices, known, cells)),
        cells,
        tuple(sources(file)),
        has_names,
    )


def _read(path: Path, wishes: ListWishes, before: KeptFile | None) -> KeptFile:
    try:
        found = path.stat()
        key: tuple[object, ...] = (path, found.st_mtime_ns, found.st_size)
    except OSError:
        key = ()  # reading says what is wrong
    whole = (*key, wishes.answers.told_encoding)
    if before is not None and key and before.key == whole:
        return before
    read = read_list(path, wishes)
    is_same_file = before is not None and before.key[:-1] == key
    choices = before.choices if before is not None and is_same_file and not read.choices else read.choices
    return KeptFile(whole, read, choices)


def _references_in_doubt(plan: ImportPlan) -> set[str]:
    """The references that are known under a wholly other name."""
    places = {
        (each.sheet, row)
        for each in plan.questions
        if each.kind is QuestionKind.OTHER_PERSON
        for row in each.rows
    }
    return {each.text for each in plan.rejected if (each.sheet, each.row) in places}
