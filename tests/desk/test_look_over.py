"""What may be wrong with the details of a person is said before they are recorded, and forbids nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.find import registered
from checkin.desk.look_over import doubts
from checkin.desk.print_badges import print_to_file
from checkin.domain.delegates import Delegate, Field
from checkin.domain.doubts import Doubtful
from checkin.domain.programme import Delegation, LocalText
from checkin.wording import doubts as words_of
from checkin.wording import in_language
from tests.desk.seminar import DARA, a_badge, a_delegate, at

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile


def found(file: EventFile, delegate: Delegate) -> dict[str, Doubtful]:
    return {each.field: each.kind for each in doubts(file, delegate)}


def test_whoever_looks_like_another_is_told_with_the_other(file: EventFile) -> None:
    a_delegate(file, "CHEA", given_name="Vanna", organisation="Senate")
    (doubt,) = doubts(file, Delegate("", family_name="Chea", given_name="Vana", category="P"))

    assert (doubt.kind, doubt.field) == (Doubtful.LOOKS_LIKE, Field.FAMILY_NAME)
    assert (
        words_of.words(in_language("en"), doubt)
        == "Looks like CHEA Vanna, Senate, who is registered already."
    )


def test_nobody_looks_like_themselves(file: EventFile) -> None:
    person = a_delegate(file, "CHEA", given_name="Vanna")

    assert found(file, registered(file, person).delegate) == {}


def test_the_same_address_is_somebody_else_of_that_address(file: EventFile) -> None:
    a_delegate(file, "CHEA", given_name="Vanna", email="v@example.org")

    assert found(file, Delegate("", family_name="Chea", email="v@example.org")) == {
        Field.FAMILY_NAME: Doubtful.LOOKS_LIKE
    }


@pytest.mark.parametrize("email", ["by telephone", "@", "v@", "@example.org"])
def test_what_is_no_address_is_told(file: EventFile, email: str) -> None:
    assert found(file, Delegate("", family_name="X", email=email)) == {Field.EMAIL: Doubtful.NO_ADDRESS}


def test_a_precedence_that_somebody_has_is_told(file: EventFile) -> None:
    other = a_delegate(file, "CHEA", precedence=3)

    assert found(file, Delegate("", family_name="X", precedence=3)) == {
        Field.PRECEDENCE: Doubtful.PRECEDENCE_TWICE
    }
    assert found(file, registered(file, other).delegate) == {}
    assert found(file, Delegate("", family_name="X", precedence=4)) == {}


def test_a_delegation_that_the_event_does_not_know_is_told_if_it_knows_any(file: EventFile) -> None:
    stranger = Delegate("", family_name="X", delegation="Senat")
    before = found(file, stranger)
    event = file.event
    known = Delegation("senate", (LocalText.of("Senate"),))
    amend(file, DARA, event, replace(event, delegations={"senate": known}))

    assert before == {}
    assert found(file, stranger) == {Field.DELEGATION: Doubtful.UNKNOWN_DELEGATION}
    assert found(file, replace(stranger, delegation="SENATE")) == {}


def test_a_badge_that_was_printed_with_other_details_must_be_printed_again(
    file: EventFile, tmp_path: Path
) -> None:
    person = a_delegate(file, "CHEA")
    a_badge(file, person)
    known = registered(file, person)
    print_to_file(file, DARA, [known], tmp_path / "b.pdf", at(0), lambda _: None)

    assert found(file, replace(known.delegate, category="G")) == {Field.CATEGORY: Doubtful.PRINT_AGAIN}
    assert (
        found(file, replace(known.delegate, family_name="CHEAR"))[Field.FAMILY_NAME] is Doubtful.PRINT_AGAIN
    )
    assert found(file, replace(known.delegate, phone="12")) == {}


def test_everything_that_is_doubted_can_be_recorded(file: EventFile) -> None:
    a_delegate(file, "CHEA", precedence=3)
    person = a_delegate(file, "KEM")
    changed = correct(
        file, DARA, person, {Field.FAMILY_NAME: "CHEA", Field.EMAIL: "none", Field.PRECEDENCE: 3}
    )

    assert len(doubts(file, changed.delegate)) == 3
    assert {words_of.words(in_language("en"), each) for each in doubts(file, changed.delegate)} == {
        "Looks like CHEA, who is registered already.",
        "This is no e-mail address.",
        "CHEA has this place in the order of precedence too.",
    }
