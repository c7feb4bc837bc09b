"""Reads files that organisers write: definitions of events (TOML), lists of delegates, and programmes (also .ics)."""

from checkin.importing.agendas import read_agenda_line
from checkin.importing.cells import Cells, tidy
from checkin.importing.column_choices import ColumnChoices, content_named, read_choices
from checkin.importing.columns import Content
from checkin.importing.days import DaySpan, day_typed
from checkin.importing.definition import read_definition, read_edited_definition, read_preset
from checkin.importing.definition_text import definition_text
from checkin.importing.guest_columns import GuestColumns, guest_columns, names_of_columns
from checkin.importing.list_rows import NoHeaderRowError
from checkin.importing.not_drawn import NotDrawn
from checkin.importing.plan import plan_import
from checkin.importing.planned import (
    Candidate,
    Change,
    ColumnUse,
    ImportPlan,
    LookAlike,
    Rejection,
    Unchanged,
)
from checkin.importing.programme_file import ProgrammeFile, read_programme_file
from checkin.importing.programme_plan import ProgrammePlan, plan_programme
from checkin.importing.programme_rows import Skipped, is_break, speakers_of
from checkin.importing.sheet import Sheet
from checkin.importing.sheets import read_sheets

__all__ = [
    "Candidate",
    "Cells",
    "Change",
    "ColumnChoices",
    "ColumnUse",
    "Content",
    "DaySpan",
    "GuestColumns",
    "ImportPlan",
    "LookAlike",
    "NoHeaderRowError",
    "NotDrawn",
    "ProgrammeFile",
    "ProgrammePlan",
    "Rejection",
    "Sheet",
    "Skipped",
    "Unchanged",
    "content_named",
    "day_typed",
    "definition_text",
    "guest_columns",
    "is_break",
    "names_of_columns",
    "plan_import",
    "plan_programme",
    "read_agenda_line",
    "read_choices",
    "read_definition",
    "read_edited_definition",
    "read_preset",
    "read_programme_file",
    "read_sheets",
    "speakers_of",
    "tidy",
]
