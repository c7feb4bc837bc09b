"""The people who belong together at the desk: a substitute, a principal with companions, a delegation's places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.register import register
from checkin.domain.delegates import Field, Status
from checkin.domain.programme import Delegation, LocalText
from checkin.ui.arrivals.card import PersonCard
from checkin.ui.arrivals.company_forms import CompanionForm, SubstituteForm
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.substitute_panel import SubstitutePanel
from checkin.ui.frames.question import Question
from checkin.ui.plain import PlainLabel
from tests.ui.desks import MFA, NOW, STAFF

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate, Value
    from tests.ui.arrivals.conftest import Hands


def the(hands: Hands, text: str) -> Delegate:
    return hands.desk.known(text).delegate


def on_card(hands: Hands, words: str) -> None:
    """Wait until the card has these words, which are read a moment after the person was chosen."""
    hands.qtbot.waitUntil(lambda: words in hands.page.side.card.text)


def asked_who_represents_the_head(hands: Hands) -> SubstitutePanel:
    hands.look_for("sok sopheap mini")
    hands.control(Qt.Key.Key_R)
    hands.settle()
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, SubstitutePanel)
    return panel


def a_spouse(hands: Hands) -> str:
    head = the(hands, "sok sopheap mini").id
    details: dict[str, Value] = {
        Field.FAMILY_NAME: "MEAS",
        Field.POSITION: "spouse",
        Field.ACCOMPANIES: head,
        Field.CATEGORY: "M",
    }
    return register(hands.desk.file, STAFF, details).delegate.id


def test_a_member_of_the_delegation_represents_its_head_in_four_keys(hands: Hands) -> None:
    panel = asked_who_represents_the_head(hands)
    assert [each.delegate.name for each in panel.results.found] == ["CHEA Vanna", "KEM Rith"]
    hands.enter()
    assert hands.page.side.currentWidget() is panel
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    head, substitute = the(hands, "sok sopheap mini"), the(hands, "chea")

    assert (head.status, head.represented_by) == (Status.EXCUSED, substitute.id)
    assert substitute.head_of_delegation
    assert "EXCUSED" in hands.page.band.text
    assert "CHEA Vanna" in hands.page.band.text


def test_ctrl_z_takes_a_substitution_back_and_names_it(hands: Hands) -> None:
    asked_who_represents_the_head(hands)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert "represented by" in hands.page.undo_button.accessibleName()
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert the(hands, "sok sopheap mini").head_of_delegation
    assert not the(hands, "chea").head_of_delegation


def test_letters_find_anybody_else_who_then_joins_the_delegation(hands: Hands) -> None:
    panel = asked_who_represents_the_head(hands)
    hands.type("ly nary")
    hands.settle()
    assert [each.delegate.name for each in panel.results.found] == ["LY Nary"]
    hands.press(Qt.Key.Key_Down)
    hands.enter()

    assert the(hands, "ly nary").head_of_delegation
    assert the(hands, "ly nary").delegation == MFA


def test_a_new_person_represents_the_head_with_the_names_alone_typed(hands: Hands) -> None:
    asked_who_represents_the_head(hands).new_wanted.emit()
    form = hands.page.side.currentWidget()
    assert isinstance(form, SubstituteForm)
    assert not form.is_begun
    form.first_input().setFocus()
    hands.type("NOVUM")
    hands.enter()

    new = the(hands, "novum")
    assert (new.category, new.delegation, new.organisation) == ("M", MFA, MFA)
    assert new.head_of_delegation
    assert the(hands, "sok sopheap mini").represented_by == new.id


def test_when_the_absent_one_turns_up_the_desk_is_told_who_represents_them(hands: Hands) -> None:
    asked_who_represents_the_head(hands)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.look_for("sok sopheap mini")
    on_card(hands, "represented by CHEA Vanna")
    hands.enter()
    hands.qtbot.waitUntil(lambda: isinstance(hands.page.side.currentWidget(), Question))
    said = [label.text() for label in hands.page.side.findChildren(PlainLabel)]
    assert any("CHEA Vanna comes in their place" in text for text in said)
    hands.control(Qt.Key.Key_R)
    hands.settle()
    head = the(hands, "sok sopheap mini")

    assert (head.status, head.represented_by, head.head_of_delegation) == (Status.REGISTERED, "", True)
    assert "COMES AFTER ALL" in hands.page.band.text


def test_who_has_arrived_is_represented_by_nobody_and_the_key_says_why(hands: Hands) -> None:
    hands.look_for("chea")
    hands.enter()
    hands.control(Qt.Key.Key_R)

    assert "not here" in hands.page.band.text


def test_principal_and_companion_name_each_other_on_their_cards(hands: Hands) -> None:
    spouse = a_spouse(hands)
    arrive(hands.desk.file, STAFF, [spouse], NOW)
    hands.look_for("sok sopheap mini")
    on_card(hands, "with: spouse MEAS (arrived 08:46)")
    hands.look_for("meas")

    on_card(hands, "accompanies H.E. SOK Sopheap")


def test_one_key_on_the_card_of_a_principal_registers_who_comes_along(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, the(hands, "chea").id, {Field.COUNTRY: "Cambodia", Field.LANGUAGE: "km"})
    hands.look_for("chea")
    hands.control(Qt.Key.Key_N, shift=True)
    form = hands.page.side.currentWidget()
    assert isinstance(form, CompanionForm)
    assert not form.is_begun
    hands.type("MEAS")
    hands.enter()
    known = hands.desk.known("meas")

    assert known.delegate.accompanies == the(hands, "chea").id
    assert (known.delegate.category, known.delegate.delegation) == ("M", MFA)
    assert (known.delegate.country, known.delegate.language) == ("Cambodia", "km")
    assert known.arrival is not None


def test_an_accompanying_person_who_comes_later_is_only_registered(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_N, shift=True)
    form = hands.page.side.currentWidget()
    assert isinstance(form, CompanionForm)
    hands.type("MEAS")
    form.comes_later.setChecked(True)
    hands.enter()
    known = hands.desk.known("meas")

    assert known.arrival is None
    assert known.delegate.accompanies == the(hands, "chea").id
    assert hands.queued == []


def test_somebody_on_the_list_already_is_bound_to_the_principal(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_N, shift=True)
    form = hands.page.side.currentWidget()
    assert isinstance(form, CompanionForm)
    form.taken.emit(hands.desk.known("ly nary"))
    hands.settle()

    assert the(hands, "ly nary").accompanies == the(hands, "chea").id


def test_a_principal_and_who_comes_along_are_received_together_in_one_act(hands: Hands) -> None:
    a_spouse(hands)
    hands.look_for("sok sopheap mini")
    on_card(hands, "MEAS")
    hands.page.side.card.wanted.emit(PersonCard.PARTY)
    hands.settle()
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    assert len(panel.ticked) == 2
    hands.enter()
    assert all(hands.desk.known(text).arrival for text in ("sok sopheap mini", "meas"))
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert not any(hands.desk.known(text).arrival for text in ("sok sopheap mini", "meas"))


def test_nobody_who_comes_alone_is_shown_a_list(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G, shift=True)
    hands.settle()

    assert "Nobody accompanies" in hands.page.band.text


def test_the_list_of_a_delegation_begins_with_its_figures_and_its_liaison_officer(hands: Hands) -> None:
    known = Delegation(
        "MFA",
        (LocalText.of("Foreign Affairs"), LocalText.of(MFA)),
        quota=5,
        liaison_name="Noy",
        liaison_phone="+855 1",
    )
    seen = hands.desk.file.event
    amend(hands.desk.file, STAFF, seen, replace(seen, delegations={"MFA": known}))
    a_spouse(hands)
    correct(hands.desk.file, STAFF, the(hands, "meas").id, {Field.DELEGATION: "Foreign affairs"})
    hands.desk.changes.programme_changed.emit()
    hands.look_for("kem")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    said = "\n".join(label.text() for label in panel.findChildren(PlainLabel))

    assert "Foreign Affairs" in said
    assert "5 of 5 named · 1 of them accompanies · 0 badges printed" in said
    assert "Noy · +855 1" in said
    assert panel.members.count() == 5
