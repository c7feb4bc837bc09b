"""How the operator wants a list to be read: its columns, the answers to its questions, whose list it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkin.importing.people.column_choices import ColumnChoices
from checkin.importing.people.questions import Answers


@dataclass(frozen=True, slots=True)
class ListWishes:
    """What the operator has said about a list.

    `source` says whose list it is, such as a ministry's; "" if nobody has said so. If `list_wins`, the list also
    changes what a desk has set itself. If `sheets` is not empty, only the sheets with these names are read.
    """

    columns: ColumnChoices = field(default_factory=ColumnChoices)
    answers: Answers = field(default_factory=Answers)
    source: str = ""
    list_wins: bool = False
    sheets: tuple[str, ...] = ()
