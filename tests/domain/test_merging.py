"""Two registrations that become one person: whose fields, namings and place count."""

from __future__ import annotations

import pytest

from checkin.domain.delegates import Delegate, NameOrder, Sex, Status
from checkin.domain.merging import Records, filled
from checkin.domain.naming import Answer, Naming

KEPT = Delegate("d1", family_name="SOK", position="Director")


@pytest.mark.parametrize(
    ("other", "after"),
    [
        pytest.param({"phone": "12"}, {"phone": "12"}, id="an empty field is filled"),
        pytest.param({"position": "Clerk"}, {}, id="a field with a value stays"),
        pytest.param({"family_name": "Sokh", "given_name": "Dara"}, {}, id="half a name is no name"),
        pytest.param(
            {"native_name": "សុខ", "latin_only": True}, {"native_name": "សុខ", "latin_only": True}, id="a whole name is"
        ),
        pytest.param(
            {"delegation": "Lao PDR", "head_of_delegation": True},
            {"delegation": "Lao PDR", "head_of_delegation": True},
            id="the head comes with the delegation",
        ),
        pytest.param({"sex": Sex.FEMALE, "precedence": 3.0}, {"sex": Sex.FEMALE, "precedence": 3.0}, id="no text"),
        pytest.param({"status": Status.CANCELLED}, {}, id="the status stays"),
        pytest.param({"status": Status.BLOCKED}, {"status": Status.BLOCKED}, id="who is blocked stays blocked"),
        pytest.param({"attention": True}, {"attention": True}, id="the officer is called for either"),
        pytest.param({"own": {"car": "2A"}}, {"own": {"car": "2A"}}, id="a field of the event's own"),
    ],
)  # fmt: skip
def test_empty_fields_are_filled_from_the_other(other: dict[str, object], after: dict[str, object]) -> None:
    found = filled(KEPT, Delegate("d2", **other))  # type: ignore[arg-type]

    assert found == Delegate("d1", family_name="SOK", position="Director", **after)  # type: ignore[arg-type]


def test_a_name_comes_with_its_order_and_the_kept_ones_own_fields_win() -> None:
    kept = Delegate("d1", native_name="សុខ", own={"car": "1"})
    other = Delegate(
        "d2", family_name="Sok", name_order=NameOrder.GIVEN_FIRST, own={"car": "2", "table": "4"}
    )

    found = filled(kept, other)

    assert (found.family_name, found.name_order) == ("Sok", NameOrder.GIVEN_FIRST)
    assert found.own == {"car": "1", "table": "4"}


@pytest.mark.parametrize(
    ("mine", "theirs", "after"),
    [
        (Naming(), Naming(Answer.ACCEPTS, "A1", 2), Naming(Answer.ACCEPTS, "A1", 2)),
        (
            Naming(Answer.DECLINES, "B2", 1),
            Naming(Answer.ACCEPTS, "A1", 3),
            Naming(Answer.DECLINES, "B2", 3),
        ),
        (Naming(seat="B2", withdrawn=True), Naming(seat="A1"), Naming(seat="A1")),
        (Naming(seat="B2"), Naming(seat="A1", withdrawn=True), Naming(seat="B2")),
        (Naming(withdrawn=True), Naming(withdrawn=True), Naming(withdrawn=True)),
    ],
)
def test_of_two_namings_for_one_session_one_is_made(mine: Naming, theirs: Naming, after: Naming) -> None:
    records = Records()
    records.of("d1").namings["opening"] = mine
    records.of("d2").namings |= {"opening": theirs, "lunch": Naming()}
    records.merge("d1", "d2")

    assert records.of("d2").namings == {"opening": after, "lunch": Naming()}


def test_all_ids_of_a_set_share_one_record_and_a_cycle_changes_nothing() -> None:
    records = Records()
    for one, other in (("d1", "d2"), ("d3", "d1"), ("d2", "d3"), ("d1", "d1")):
        records.merge(one, other)

    assert records.of("d1") is records.of("d2") is records.of("d3")
    assert [each.id for each in records.of("d1").also] == ["d3", "d1", "d2", "d1"]


def test_who_was_let_in_stays_let_in_where_the_status_is_the_same() -> None:
    for status, is_let_in in ((Status.CANCELLED, True), (Status.REGISTERED, False)):
        records = Records()
        records.of("d1").details = Delegate("d1", status=status)
        records.of("d2").details = Delegate("d2", status=Status.CANCELLED)
        records.of("d2").let_in = True
        records.merge("d1", "d2")

        assert records.of("d1").let_in is is_let_in


def test_who_was_let_in_before_is_not_let_in_where_the_other_is_blocked() -> None:
    for is_let_in in (True, False):
        records = Records()
        records.of("d1").details, records.of("d1").let_in = KEPT, True
        records.of("d2").details = Delegate("d2", status=Status.BLOCKED)
        records.of("d2").let_in = is_let_in
        records.merge("d1", "d2")

        assert records.of("d1").details.status is Status.BLOCKED
        assert records.of("d1").let_in is is_let_in


def test_a_registration_that_does_not_stand_gives_way() -> None:
    records = Records()
    records.of("d1").details = KEPT
    records.of("d2").details = Delegate("d2", family_name="Sokh", phone="12")
    records.of("d2").registered = (5, "s", 1)
    records.merge("d1", "d2")

    found = records.of("d1")
    assert found.details == Delegate("d1", family_name="Sokh", phone="12", position="Director")
    assert found.registered == (5, "s", 1)
