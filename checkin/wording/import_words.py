"""The sentences of an import: why a sheet or a row is not read, and what is asked."""

from __future__ import annotations

from typing import Final

from checkin.wording.language import marked

WHY_UNUSED: Final = {
    "": "",
    "by_name": marked("Its name says that it holds no list of guests."),
    "no_header": marked("It has no header row with names."),
}
ROW_KINDS: Final = {
    "header": marked("the header again"),
    "title": marked("a title"),
    "group": marked("a heading"),
    "total": marked("a total"),
    "signature": marked("a line below the list"),
    "unnamed": marked("a place that nobody is named for yet"),
    "again": marked("a further table of the same people"),
    "hidden": marked("a hidden row, left out as you said"),
    "struck": marked("a struck-out row, left out as you said"),
    "person": "",
    "empty": "",
}
QUESTIONS: Final = {
    "encoding": marked("Which of these shows the names rightly?"),
    "header": marked("The list has no header row. What do the columns {header} hold?"),
    "first_row": marked("Is the first row a header, or a person?"),
    "sheet": marked("Which sheets are the list?"),
    "status": marked("What do these words in “{header}” mean for the registration?"),
    "category": marked("Which category is meant by these words in “{header}”?"),
    "yes_no": marked("Do these words in “{header}” mean yes or no?"),
    "hidden_rows": marked("Hidden rows: leave them out, or bring them in?"),
    "struck_rows": marked("Struck-out rows: leave them out, or bring them in?"),
    "other_person": marked(
        "The reference in “{header}” is known under a wholly other name. Is this another person?"
    ),
    "represented": marked("The row names two people. Which of them comes?"),
    "name_split": marked("How are the names in “{header}” divided?"),
}
