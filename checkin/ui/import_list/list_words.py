"""The sentences about lists: before one was chosen, after one was imported, and while nothing can be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.ui.import_list.findings import Group, count

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from checkin.importing.people.planned import ImportPlan
    from checkin.ui.appearance import Words
    from checkin.ui.import_list.findings import Findings
    from checkin.ui.import_list.list_work import ListWork
    from checkin.wording import Wording

_MOST_COLUMNS: Final = 4
"""The columns that are named beside the button; the table of columns has all."""


def welcome(say: Wording) -> str:
    """The text of the Import page while no list is chosen."""
    return "\n\n".join(
        (
            say.text(
                "Choose a list of participants, or drop one, several or a folder anywhere in the window."
            ),
            say.text(
                "It reads XLSX, XLSM, XLS, ODS, CSV, TSV, text, HTML tables, XML of Excel, vCard and LDIF,"
                " in any of the usual encodings."
            ),
            say.text("Everything is looked at first; nothing comes in before you say so."),
            say.text("Columns are recognised by their names in 27 languages, and by what stands in them."),
        )
    )


def before_import(plan: ImportPlan | None, say: Wording) -> str:
    """The sentences beside the Import button: which columns are not read, and that the whole import can be undone."""
    undo = say.text("One undo takes all of it back, any time.")
    unread = (
        dict.fromkeys(use.header for use in plan.columns if use.field is None) if plan is not None else {}
    )
    if not unread:
        return undo
    columns = ", ".join(list(unread)[:_MOST_COLUMNS]) + (" …" if len(unread) > _MOST_COLUMNS else ".")
    return f"{say.about(say.text('Columns that are not read'), columns)} {undo}"


def brought_in(say: Wording, plan: ImportPlan, left: int) -> str:
    """The sentences after an import: how many people were imported, how many are new or changed, and how many left out.

    `left` is the number of persons of whom something was not ticked.
    """
    new, changed = len(plan.new), len(plan.changed)
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    told = [f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."]
    if plan.gone and not new + changed:
        told.clear()
    for status in dict.fromkeys(status for _, status in plan.gone):
        number = sum(1 for _, each in plan.gone if each is status)
        words = say.text("No longer in this list and from now on {status}: {count}.")
        told.append(words.format(status=say.status(status), count=number))
    if left:
        told.append(
            say.many(
                "{count} row was not ticked, as a whole or in part, and stays out.",
                "{count} rows were not ticked, as a whole or in part, and stay out.",
                left,
            )
        )
    return " ".join(told)


def counted(findings: Findings, say: Wording) -> str:
    """The sentences that a screen reader says of a list that was examined: how many rows are new, changed and so on."""
    found, is_open = findings.plan, count(findings, Group.ASKED)
    told = say.text("{new} new, {changed} changed, {same} same, {alike} look alike, {rejected} rejected")
    counts = told.format(
        new=len(found.new), changed=len(found.changed), same=len(found.same), alike=len(found.alike),
        rejected=count(findings, Group.REJECTED),
    )  # fmt: skip
    asked = say.many(
        "{count} question waits for an answer.", "{count} questions wait for an answer.", is_open
    )
    blocked = say.still_blocked(len(found.still_blocked)) if found.still_blocked else ""
    more = " ".join(filter(None, (asked if is_open else "", blocked)))
    return f"{counts}. {more}" if more else counts


def file_told(path: Path, plan: ImportPlan | None, say: Wording) -> str:
    """The name of the list's file and, for a text file, how its letters are written."""
    if plan is None or not plan.encoding:
        return path.name
    return f"{path.name} · {say.text('letters: {encoding}').format(encoding=plan.encoding.upper())}"


def not_read_now(headers: Collection[str]) -> Words:
    """The sentences that say which columns are no longer read, because another column is read as their field."""
    return lambda say: " ".join(
        say.text("The column “{column}” is not read now.").format(column=header) for header in headers
    )


def no_column_with_names(say: Wording) -> str:
    """The sentence that says that the program recognises no column with names in the list."""
    return say.text("No column of this list is known to hold names.")


def read_as_before(say: Wording) -> str:
    """The sentence that says that the operator's earlier answers were taken for a list with the same columns."""
    return say.text("Your answers to the last list with these columns were taken again.")


def nothing_to_import(work: ListWork) -> Words | None:
    """The sentence that says why nothing can be imported now; None if something can be."""
    if work.to_come:
        return None
    if work.is_in:
        return lambda say: say.text(
            "This list has come in already. Choose a list (Ctrl+O) to import another."
        )
    if work.plan is None:
        return lambda say: say.text("There is no list to import. Choose a list (Ctrl+O).")
    if any(each.is_open for each in work.asked):
        return lambda say: say.text("Nothing comes in before the questions are answered.")
    return lambda say: say.text(
        "No row of this list comes in as new or changed, so there is nothing to import."
    )
