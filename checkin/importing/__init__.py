"""Reads files that organisers write: definitions of events (TOML), lists of delegates, and programmes (also .ics)."""

from checkin.importing.agendas import read_agenda_line
from checkin.importing.days import DaySpan, day_of_month, day_typed
from checkin.importing.definition import read_definition, read_edited_definition, read_preset
from checkin.importing.definition_text import definition_text
from checkin.importing.examples import examples
from checkin.importing.files.encodings import EncodingChoice
from checkin.importing.files.sheet import Sheet
from checkin.importing.files.sheets import ReadFile, read_file, read_sheets
from checkin.importing.guest_columns import GuestColumns, guest_columns, names_of_columns
from checkin.importing.people.cells import Cells, tidy
from checkin.importing.people.column_choices import ColumnChoices, content_named, read_choices
from checkin.importing.people.list_sheets import NoHeaderRowError
from checkin.importing.people.not_drawn import NotDrawn
from checkin.importing.people.plan import plan_import
from checkin.importing.people.planned import (
    Candidate,
    Change,
    ColumnUse,
    ImportPlan,
    LookAlike,
    Rejection,
    Unchanged,
)
from checkin.importing.people.questions import Answers, Question, QuestionKind, about_encoding, read_answers
from checkin.importing.people.ticks import Ticks, ticked
from checkin.importing.people.wishes import ListWishes
from checkin.importing.programme_file import ProgrammeFile, programme_of_text, read_programme_file
from checkin.importing.programme_plan import ProgrammePlan, plan_programme
from checkin.importing.programme_rows import Skipped, is_break, speakers_of

__all__ = [
    "Answers",
    "Candidate",
    "Cells",
    "Change",
    "ColumnChoices",
    "ColumnUse",
    "DaySpan",
    "EncodingChoice",
    "GuestColumns",
    "ImportPlan",
    "ListWishes",
    "LookAlike",
    "NoHeaderRowError",
    "NotDrawn",
    "ProgrammeFile",
    "ProgrammePlan",
    "Question",
    "QuestionKind",
    "ReadFile",
    "Rejection",
    "Sheet",
    "Skipped",
    "Ticks",
    "Unchanged",
    "about_encoding",
    "content_named",
    "day_of_month",
    "day_typed",
    "definition_text",
    "examples",
    "guest_columns",
    "is_break",
    "names_of_columns",
    "plan_import",
    "plan_programme",
    "programme_of_text",
    "read_agenda_line",
    "read_answers",
    "read_choices",
    "read_definition",
    "read_edited_definition",
    "read_file",
    "read_preset",
    "read_programme_file",
    "read_sheets",
    "speakers_of",
    "ticked",
    "tidy",
]
