"""The scenes of the People page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.change_many import change_many
from checkin.desk.correct import correct
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from checkin.domain.listing import Trait
from checkin.pictures import guests
from checkin.pictures.scene import Scene
from checkin.pictures.stage import DESK
from checkin.ui.frames.inputs import TextLine
from checkin.ui.people.edit_form import EditForm
from checkin.ui.people.people_page import PeoplePage

if TYPE_CHECKING:
    from checkin.pictures.stage import Stage


def _page(stage: Stage) -> PeoplePage:
    """The People page with everybody, and without the form that the scene before has opened."""
    page = stage.turn_to(PeoplePage)
    page.acts.close()
    page.filters.clear()
    stage.settle()
    page.table.setFocus()
    page.table.selectRow(0)
    stage.settle()
    return page


def _everybody(stage: Stage) -> None:
    _page(stage)


def _with_history(stage: Stage) -> None:
    """Somebody of whom much is on record, a part of it undone."""
    who = stage.person(lambda each: guests.somebody(each) and each.delegate.delegation).delegate.id
    correct(stage.file, DESK, who, {Field.PHONE: "+855 12 345 678", Field.DIET: "vegetarian"})
    others = [each.delegate.id for each in [stage.person(guests.somebody)]]
    act = change_many(stage.file, DESK, [who, *others], Field.COUNTRY, "Kingdom of Cambodia").act
    undo(stage.file, DESK, act)
    guests.badge(stage, lambda each: each.delegate.id == who)
    correct(stage.file, DESK, who, {Field.ATTENTION: True})
    page = _page(stage)
    page.people.go_to(who)
    stage.settle()


def _filtered(stage: Stage) -> None:
    page = _page(stage)
    page.filters.line.setText("min")
    page.filters.chips[Trait.EXPECTED].click()
    stage.settle()


def _nobody(stage: Stage) -> None:
    page = _page(stage)
    page.filters.line.setText("xyz")
    stage.settle()


def _form(stage: Stage) -> None:
    page = _page(stage)
    page.acts.correct()
    stage.settle()


def _doubts(stage: Stage) -> None:
    """A new person who looks like another, with a precedence that somebody has, and no address."""
    page = _page(stage)
    other = stage.person(guests.somebody).delegate
    page.acts.register()
    form = page.side.currentWidget()
    assert isinstance(form, EditForm)  # noqa: S101 - it was opened above
    for field, text in (
        (Field.FAMILY_NAME, other.family_name),
        (Field.GIVEN_NAME, other.given_name),
        (Field.NATIVE_NAME, other.native_name),
        (Field.EMAIL, "by telephone"),
        (Field.DELEGATION, "Delegation of the lower river"),
    ):
        line = form.input(field)
        assert isinstance(line, TextLine)  # noqa: S101 - a text is typed into it
        line.setText(text)
    stage.settle()


def _change(stage: Stage) -> None:
    page = _page(stage)
    page.filters.line.setText("min")
    stage.settle()
    page.table.selectAll()
    page.acts.change_many()
    stage.settle()


def _undo(stage: Stage) -> None:
    everybody = [
        stage.person(guests.somebody).delegate.id,
        stage.person(lambda each: each.arrival).delegate.id,
    ]
    change_many(stage.file, DESK, everybody, Field.PUBLIC_NOTE, "Bus at 18:00 from the north gate")
    page = _page(stage)
    stage.program.changes.acts_changed.emit()
    stage.settle()
    page.undo.take_back()
    stage.settle()


def _columns(stage: Stage) -> None:
    page = _page(stage)
    page.acts.choose_columns()
    stage.settle()


SCENES: Final = (
    Scene("people", _everybody),
    Scene("people-history", _with_history),
    Scene("people-filtered", _filtered),
    Scene("people-nobody", _nobody),
    Scene("people-form", _form),
    Scene("people-doubts", _doubts),
    Scene("people-change", _change),
    Scene("people-undo", _undo),
    Scene("people-columns", _columns),
)
