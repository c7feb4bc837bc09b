"""Tells a person at a terminal what an import does: what comes in, what does not and why, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.cli.command import own_wording, tell, warn

if TYPE_CHECKING:
    from checkin.importing.people.not_drawn import NotDrawn
    from checkin.importing.people.planned import ImportPlan, Rejection, SkippedRow, UnreadCell
    from checkin.importing.people.questions import Question

_MOST_WORDS: Final = 12


def tell_plan(plan: ImportPlan, *, dry_run: bool) -> None:
    """Write the numbers to the standard output, and all that somebody must know or answer to the standard error."""
    tell(_sum(plan, dry_run=dry_run))
    say = own_wording()
    if plan.still_blocked:
        warn(say.still_blocked(len(plan.still_blocked)))
    for sheet in plan.sheets:
        if not sheet.is_used:
            warn(say.about(sheet.sheet, f"{say.text('Not read.')} {say.why_unused(sheet.why)}"))
    unread = [column.header for column in plan.columns if column.field is None]
    if unread:
        warn(say.about(say.text("Columns that are not read"), ", ".join(dict.fromkeys(unread))))
    for skipped in plan.skipped:
        warn(f"{_place(skipped)} {say.row_kind(skipped.kind)} ({skipped.text})")
    for (sheet_name, row), (_, other) in plan.again.items():
        place = f"{sheet_name}, " if sheet_name else ""
        told = say.text("the same person as row {row}").format(row=other)
        warn(f"{place}{say.text('row {row}').format(row=row)}: {told}")
    for cell in plan.unread:
        warn(f"{_place(cell)} {say.unread(cell.reason)}")
    for each in plan.rejected:
        warn(f"{_place(each)} {say.rejection(each.reason)}")
    _tell_not_drawn(plan)
    for question in plan.questions:
        _ask(question)


def _sum(plan: ImportPlan, *, dry_run: bool) -> str:
    say = own_wording()
    sentence = (
        say.text(
            "Would come in: {new} new, {changed} changed; {same} same, {alike} alike, {missing} not in this list"
        )
        if dry_run
        else say.text(
            "Came in: {new} new, {changed} changed; {same} same, {alike} alike, {missing} not in this list"
        )
    )
    return sentence.format(
        new=len(plan.new), changed=len(plan.changed), same=len(plan.same),
        alike=len(plan.alike), missing=len(plan.missing),
    )  # fmt: skip


def _tell_not_drawn(plan: ImportPlan) -> None:
    say = own_wording()
    for remark in plan.not_drawn:
        warn(f"{_place(remark)} {say.not_drawn(remark.signs)} {say.text('The badge cannot be printed.')}")
    if any(remark.takes_latin for remark in plan.not_drawn):
        warn(say.text("Correct these names, or print the Latin name alone: checkin correct … latin_only=yes"))
    elif plan.not_drawn:
        warn(say.text("Correct these names."))


def _ask(question: Question) -> None:
    """Write the question, its words, and how it is answered."""
    say = own_wording()
    warn(say.import_question(question.kind, question.header))
    for word in question.words[:_MOST_WORDS]:
        number = f" ({word.rows})" if word.rows else ""
        warn(f"  {word.word}{number}")
    if question.words and question.words[0].rows:
        warn(f'  --value "{question.header}:{question.words[0].word}=…"')
    else:
        warn(f"  --answer {question.id}=…")


def _place(found: Rejection | NotDrawn | SkippedRow | UnreadCell) -> str:
    say = own_wording()
    sheet = f"{found.sheet}, " if found.sheet else ""
    row = say.text("row {row}").format(row=found.row)
    column = getattr(found, "column", "")
    return f"{sheet}{row}{f', {column}' if column else ''}:"
