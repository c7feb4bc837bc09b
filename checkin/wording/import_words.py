"""The sentences of an import: why a sheet or a row is not read, and what is asked."""

from __future__ import annotations

from typing import Final

WHY_UNUSED: Final = {
    "": "",
    "by_name": "Its name says that it holds no list of guests.",
    "no_header": "It has no header row with names.",
}
ROW_KINDS: Final = {
    "header": "the header again",
    "title": "a title",
    "group": "a heading",
    "total": "a total",
    "signature": "a line below the list",
    "unnamed": "a place that nobody is named for yet",
    "again": "a further table of the same people",
    "person": "",
    "empty": "",
}
QUESTIONS: Final = {
    "encoding": "Which of these shows the names rightly?",
    "header": "The list has no header row. What do the columns {header} hold?",
    "sheet": "Which sheets are the list?",
    "status": "What do these words in “{header}” mean for the registration?",
    "category": "Which category is meant by these words in “{header}”?",
    "yes_no": "Do these words in “{header}” mean yes or no?",
    "hidden_rows": "Hidden rows: leave them out, or bring them in?",
    "struck_rows": "Struck-out rows: leave them out, or bring them in?",
    "other_person": "The reference in “{header}” is known under a wholly other name. Is this another person?",
    "represented": "The row names two people. Which of them comes?",
    "name_split": "How are the names in “{header}” divided?",
}
