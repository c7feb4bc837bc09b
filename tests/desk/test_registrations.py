"""Registering, correcting, finding and counting delegates, and bringing in a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk import bring_in, count
from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.find import again, by_code, everybody, find, in_delegation, one
from checkin.desk.issue_badge import replace_badge
from checkin.desk.register import register
from checkin.desk.report import report
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import last
from checkin.domain import codes
from checkin.domain.delegates import Field, Status
from checkin.errors import CheckinError
from checkin.storage.numbers import Count
from checkin.wording import in_language
from tests.desk.seminar import DARA, KNOWN, LOST, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile


@pytest.mark.parametrize("name", ["family_name", "given_name", "native_name"])
def test_a_name_in_one_script_and_a_category_are_enough(file: EventFile, name: str) -> None:
    known = register(file, DARA, {Field(name): "សុខ", Field.CATEGORY: "G"})

    assert find(file, "សុខ") == [known]


@pytest.mark.parametrize(
    "details",
    [{Field.CATEGORY: "P"}, {Field.FAMILY_NAME: " ", Field.CATEGORY: "P"}, {Field.FAMILY_NAME: "SOK"},
     {Field.FAMILY_NAME: "SOK", Field.CATEGORY: "Z"}],
)  # fmt: skip
def test_without_a_name_or_a_category_of_the_event_nobody_is_registered(
    file: EventFile, details: dict[Field, str]
) -> None:
    with pytest.raises(CheckinError):
        register(file, DARA, details)

    assert everybody(file) == []


def test_only_what_differs_is_recorded_of_a_correction(file: EventFile) -> None:
    someone = a_delegate(file, given_name="Dara")
    before = last(file)
    correct(file, DARA, someone, {Field.FAMILY_NAME: "SOK"})
    assert last(file) == before
    known = correct(file, DARA, someone, {Field.FAMILY_NAME: "SOKH", Field.GIVEN_NAME: "Dara"})

    assert known.delegate.name == "SOKH Dara"
    act = last(file)
    assert act is not None
    assert [fact.details for fact in act.facts] == [{Field.FAMILY_NAME: "SOKH"}]  # type: ignore[union-attr]


def test_a_correction_of_nobody_or_to_nobody_is_refused(file: EventFile) -> None:
    someone = a_delegate(file)
    for who, details in (("d404", {Field.FAMILY_NAME: "X"}), (someone, {Field.FAMILY_NAME: ""})):
        with pytest.raises(CheckinError):
            correct(file, DARA, who, details)

    assert find(file, someone)[0].delegate.family_name == "SOK"


def test_a_search_is_by_words_by_id_by_code_or_by_its_beginning(file: EventFile) -> None:
    someone = a_delegate(file, "SOK", native_name="សុខ")
    a_delegate(file, "SOKHA")
    code = a_badge(file, someone)

    def found(text: str) -> list[str]:
        return [each.delegate.family_name for each in find(file, text)]

    assert found("sok") == ["SOK", "SOKHA"]
    assert (
        found(someone)
        == found(code)
        == found("សុខ")
        == found(code[:6])
        == found(f" {code[:4]}-{code[4:7]}")
        == ["SOK"]
    )
    assert found("") == found(code[:2]) == found("nobody") == []
    assert len(find(file, "sok", most=1)) == 1
    assert by_code(file, codes.mint(file.event_key).text) is None
    assert by_code(file, "SOK") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("chhe", ["CHHEANG Vibol", "CHEA Visal"]),
        ("chhea", ["CHHEANG Vibol", "CHEA Visal"]),
        ("chhean", ["CHHEANG Vibol"]),
        ("chea", ["CHEA Visal", "CHHEANG Vibol"]),
        ("H.E. chhea", ["CHHEANG Vibol", "CHEA Visal"]),
        ("muller", ["MÜLLER Zoé", "MULLERTON Ann"]),
        ("obrien", ["O'BRIEN Zoé", "OBRIENSON Ann"]),
        ("o'brien", ["O'BRIEN Zoé", "OBRIENSON Ann"]),
        ("sophi", ["SOPHIA Zoé", "SOPHY Ann"]),
        ("H.E. sok", ["SOK Zoé", "SOKHA Eng"]),
    ],
)
def test_whoever_is_spelt_as_typed_stands_before_whoever_only_sounds_alike(
    file: EventFile, text: str, names: list[str]
) -> None:
    for name in ("CHEA Visal", "CHHEANG Vibol", "MULLERTON Ann", "MÜLLER Zoé", "OBRIENSON Ann", "O'BRIEN Zoé",
                 "SOPHY Ann", "SOPHIA Zoé", "SOKHA Eng", "SOK Zoé"):  # fmt: skip
        family, given = name.split()
        a_delegate(file, family, given_name=given)

    assert [each.delegate.name for each in find(file, text)] == names


def test_a_lost_badge_still_finds_its_holder(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    replace_badge(file, DARA, someone, LOST, at(-10), to_print=False)

    assert [each.delegate.id for each in find(file, code)] == [someone]
    assert one(file, code).delegate.id == someone


def test_one_is_exactly_one(file: EventFile) -> None:
    for number in range(60):
        a_delegate(file, "SOK", given_name=f"Number {number}")
    for number in range(3):
        a_delegate(file, "KEO", given_name=f"Number {number}")
    only = a_delegate(file, "CHEA")

    assert one(file, "chea").delegate.id == one(file, only).delegate.id == only
    with pytest.raises(CheckinError, match="nobody"):
        one(file, "nobody")
    with pytest.raises(CheckinError, match="3 participants"):
        one(file, "keo")
    with pytest.raises(CheckinError, match="50 or more"):
        one(file, "sok")


def test_a_whole_reference_names_one_also_where_others_begin_like_it(file: EventFile) -> None:
    people = [a_delegate(file, reference=reference) for reference in ("R1", "R10", "R11", "R2")]
    with pytest.raises(CheckinError, match="taken"):
        a_delegate(file, reference="R2")
    with pytest.raises(CheckinError, match="taken"):
        correct(file, DARA, people[0], {Field.REFERENCE: "R2"})

    assert len(find(file, "R1")) == 3
    assert one(file, "R1").delegate.id == people[0]
    with pytest.raises(CheckinError):
        one(file, "R")


def test_who_answers_every_word_with_a_word_of_their_own_comes_first(file: EventFile) -> None:
    for family, given in (("KOY", "Sokphearun"), ("SOK", "Lida"), ("SOK", "Sopheap"), ("SOPHEAP", "Sok")):
        a_delegate(file, family, given_name=given)

    assert [each.delegate.given_name for each in find(file, "sok so")][:2] == ["Sopheap", "Sok"]


def test_a_delegation_comes_with_its_head_first(file: EventFile) -> None:
    a_delegate(file, "SOK", delegation="Embassy")
    a_delegate(file, "KEO", delegation="Embassy", head_of_delegation=True)
    a_delegate(file, "NOP")

    assert [each.delegate.family_name for each in in_delegation(file, "Embassy")] == ["KEO", "SOK"]
    assert in_delegation(file, "") == []


def test_those_who_were_listed_are_told_as_they_are_now(file: EventFile) -> None:
    first, second = a_delegate(file, "SOK"), a_delegate(file, "KEO")
    correct(file, DARA, first, {Field.FAMILY_NAME: "SOKH"})

    assert [each.delegate.family_name for each in again(file, [second, "d404", first])] == ["KEO", "SOKH"]


def test_the_counters_count_who_is_expected_or_here(file: EventFile) -> None:
    assert count.counters(file, at(0)).share == 0
    people = [a_delegate(file, category=category) for category in "PPG"]
    a_delegate(file, status=Status.CANCELLED)
    blocked = a_delegate(file, status=Status.BLOCKED)
    arrive(file, DARA, people[:1], at(-60))
    arrive(file, DARA, [blocked], at(-5), override=KNOWN)
    told = count.counters(file, at(0))

    assert (told.arrived, told.registered, told.recently, told.share) == (2, 4, 1, 0.5)
    assert set(told.by_category) == {Count("P", 3, 2), Count("G", 1, 0)}


def test_a_list_is_looked_at_first_and_comes_in_as_one_act(file: EventFile, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Reference,Family name,Category\nR1,SOK,P\nR2,KEO,Guests\n")
    plan = bring_in.plan(file, path)
    assert everybody(file) == []
    told: list[int] = []
    act = bring_in.bring_in(file, DARA, plan, told.append)

    assert act is not None
    assert told[-1] == 2
    path.write_text("Reference,Family name,Category\nR1,SOKH,P\nR2,KEO,G\n")
    assert bring_in.bring_in(file, DARA, bring_in.plan(file, path), told.append) != act
    assert [each.delegate.family_name for each in everybody(file)] == ["SOKH", "KEO"]
    assert bring_in.bring_in(file, DARA, bring_in.plan(file, path), told.append) is None


def test_a_list_that_is_cancelled_leaves_nobody(file: EventFile, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = "".join(f"R{number},SOK {number},P\n" for number in range(200))
    path.write_text(f"Reference,Family name,Category\n{rows}")

    def cancel(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in.plan(file, path, (), cancel)
    with pytest.raises(KeyboardInterrupt):
        bring_in.bring_in(file, DARA, bring_in.plan(file, path), cancel)
    assert everybody(file) == []


def test_a_report_is_of_this_moment_in_the_operators_words(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    scan(file, VUTHY, "opening", code, at(10))
    told = report(file, "attendance", at(40), in_language("en"))
    names = [column.name for column in told.main.columns]

    assert told.main.rows[0][names.index("minutes")] == 30
    assert told.persons == {"P": 1, "G": 0}
    assert report(file, "attendance", at(40), in_language("en"), "lunch").main.rows == ()
    for name, session in (("nothing", None), ("attendance", "nowhere")):
        with pytest.raises(CheckinError):
            report(file, name, at(40), in_language("en"), session)


def test_a_badge_is_revoked_once_and_also_before_it_is_known_here(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))

    assert revoke(file, DARA, code, LOST)
    assert not revoke(file, DARA, code, LOST)
    assert revoke(file, DARA, codes.mint(file.event_key).text, KNOWN)
    with pytest.raises(CheckinError):
        revoke(file, DARA, "SOK", LOST)


def test_a_list_looked_at_before_delegates_changed_is_not_brought_in(file: EventFile, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Name,Category\nSOK Dara,P\n", encoding="utf-8")
    first, second = bring_in.plan(file, listed), bring_in.plan(file, listed)
    bring_in.bring_in(file, DARA, first, lambda _: None)

    with pytest.raises(bring_in.OutdatedPlanError, match="changed since the list was looked at"):
        bring_in.bring_in(file, DARA, second, lambda _: None)
    assert len(everybody(file)) == 1

    again = bring_in.plan(file, listed)
    arrive(file, DARA, [everybody(file)[0].delegate.id], at(-20))
    assert (again.new, len(again.same)) == ((), 1)
    assert bring_in.bring_in(file, DARA, again, lambda _: None) is None


def test_a_list_is_planned_again_where_somebody_works_meanwhile(file: EventFile, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Reference,Name,Category\nR1,SOK Dara,P\nR2,CHEA Vanna,P\n", encoding="utf-8")
    waiting = [{Field.REFERENCE: "R1", Field.FAMILY_NAME: "SOK", Field.CATEGORY: "G"}]

    def somebody_works(_done: int) -> None:
        if waiting:
            register(file, VUTHY, waiting.pop())

    plan, act = bring_in.bring_in_at_once(file, DARA, listed, somebody_works)

    assert act is not None
    assert (len(plan.new), len(plan.changed)) == (1, 1)
    assert sorted(each.delegate.latin_name for each in everybody(file)) == ["CHEA Vanna", "SOK Dara"]


def test_where_somebody_works_all_the_time_nothing_of_the_list_comes_in(
    file: EventFile, tmp_path: Path
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Name,Category\nSOK Dara,P\n", encoding="utf-8")

    def somebody_works(_done: int) -> None:
        register(file, VUTHY, {Field.FAMILY_NAME: "KEO", Field.CATEGORY: "P"})

    with pytest.raises(bring_in.OutdatedPlanError, match="Nothing has come in"):
        bring_in.bring_in_at_once(file, DARA, listed, somebody_works)
    assert {each.delegate.family_name for each in everybody(file)} == {"KEO"}


def test_a_name_of_nothing_but_marks_of_direction_is_no_name(file: EventFile) -> None:
    with pytest.raises(CheckinError, match="A name is needed"):
        register(file, DARA, {Field.FAMILY_NAME: "\u202e\ufeff", Field.CATEGORY: "P"})
