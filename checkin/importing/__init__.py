"""Reads files that organisers write: the definition of an event (TOML), and lists of delegates (spreadsheets)."""

from checkin.importing.cells import Cells, tidy
from checkin.importing.columns import ColumnChoices, Content, content_named, read_choices
from checkin.importing.definition import read_definition, read_edited_definition, read_preset
from checkin.importing.definition_text import definition_text
from checkin.importing.not_drawn import NotDrawn
from checkin.importing.plan import NoHeaderRowError, plan_import
from checkin.importing.planned import (
    Candidate,
    Change,
    ColumnUse,
    ImportPlan,
    LookAlike,
    Rejection,
    Unchanged,
)
from checkin.importing.sheet import Sheet
from checkin.importing.sheets import read_sheets

__all__ = [
    "Candidate",
    "Cells",
    "Change",
    "ColumnChoices",
    "ColumnUse",
    "Content",
    "ImportPlan",
    "LookAlike",
    "NoHeaderRowError",
    "NotDrawn",
    "Rejection",
    "Sheet",
    "Unchanged",
    "content_named",
    "definition_text",
    "plan_import",
    "read_choices",
    "read_definition",
    "read_edited_definition",
    "read_preset",
    "read_sheets",
    "tidy",
]
