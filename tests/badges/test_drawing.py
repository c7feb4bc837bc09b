from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.badges import findings_on, layouts
from checkin.badges.drawing import Composed, compose
from checkin.badges.layout import Band
from checkin.badges.placed import PlacedCode, PlacedText
from checkin.domain.badges import Problem
from checkin.domain.colours import text_colour_on
from checkin.paper.units import mm
from tests.badges.examples import CODE, FORUM, MINISTRIES, a_badge, in_languages

if TYPE_CHECKING:
    from checkin.domain.programme import Event
from tests.paper.scripts import SAMPLES

LETTERS = "".join(SAMPLES.values()) + " -()2026"
PALETTE = {
    "#5B2A86": "#FFFFFF", "#0072B2": "#FFFFFF", "#1B3A6B": "#FFFFFF", "#0B6E4F": "#FFFFFF",
    "#E69F00": "#000000", "#56B4E9": "#000000", "#CC79A7": "#000000", "#F0E442": "#000000",
    "#4A5568": "#FFFFFF", "#A4161A": "#FFFFFF", "#00606B": "#FFFFFF", "#6B4226": "#FFFFFF",
}  # fmt: skip


def composed(event: Event = FORUM, **details: object) -> Composed:
    return compose(a_badge(**details), event, layouts.standard())


def texts(badge: Composed) -> dict[str, PlacedText]:
    return {thing.fields[0]: thing for thing in badge.placed if isinstance(thing, PlacedText)}


def shown(badge: Composed) -> dict[str, str]:
    return {field: placed.block.text for field, placed in texts(badge).items()}


def test_a_badge_shows_all_that_the_layout_asks_for() -> None:
    assert shown(composed()) == {
        "event": "Security Cooperation: Challenges and Prospects",
        "honorific": "H.E.",
        "name": "Sok Sopheap",
        "second_name": "សុខ សុភាព",
        "position": "Director",
        "organisation": "Ministry of Foreign Affairs",
        "represents": "Cambodia",
        "letter": "M",
        "category": "Ministries",
        "code": "B7K2-9QXM-4TZD-0V5N",
    }
    assert [thing.text for thing in composed().placed if isinstance(thing, PlacedCode)] == [CODE]


def test_what_a_delegate_has_not_leaves_no_gap() -> None:
    badge = composed(honorific="", native_name="", position="", country="")
    name, organisation = texts(badge)["name"], texts(badge)["organisation"]

    assert "honorific" not in shown(badge)
    assert organisation.y - (name.y + name.block.height) < 3


def test_a_native_name_alone_is_the_large_name() -> None:
    badge = composed(family_name="", given_name="")

    assert shown(badge)["name"] == "សុខ សុភាព"
    assert "second_name" not in shown(badge)
    assert texts(badge)["name"].block.size > 30


def test_names_are_large_and_the_latin_one_is_larger() -> None:
    badge = texts(composed())

    assert badge["name"].block.size == 36
    assert badge["second_name"].block.size == 24


def test_the_event_and_the_category_speak_the_first_language_of_the_event() -> None:
    assert shown(composed(in_languages("km", "en")))["category"] == "ក្រសួង"


@pytest.mark.parametrize("colour", PALETTE)
def test_the_band_has_the_categorys_colour_and_its_words_stand_out(colour: str) -> None:
    badge = composed(category=replace(MINISTRIES, colour=colour))
    widest = max(
        (thing for thing in badge.placed if isinstance(thing, Band)), key=lambda band: band.box.width
    )

    assert widest.colour == colour
    assert widest.box.width == 105
    assert texts(badge)["letter"].block.colour == text_colour_on(colour) == PALETTE[colour]


def test_a_good_badge_has_no_finding() -> None:
    assert composed().findings == ()


def test_a_sign_without_a_glyph_is_found_with_its_field() -> None:
    [finding] = findings_on(a_badge(organisation="Institute \U00013000"), FORUM)

    assert (finding.problem, finding.delegate, finding.fields, finding.detail) == (
        Problem.NO_GLYPH,
        "d1",
        ("organisation",),
        "\U00013000",
    )


def test_a_torn_mark_is_found() -> None:
    [finding] = composed(native_name="\u17b6សុខ").findings

    assert (finding.problem, finding.fields) == (Problem.MISPLACED_MARK, ("second_name",))


def test_text_that_had_to_become_too_small_is_found_and_whole() -> None:
    badge = composed(organisation="Secretariat of the Inter-Ministerial Working Group " * 9)
    [finding] = badge.findings

    assert (finding.problem, finding.fields) == (Problem.BELOW_MINIMUM, ("organisation",))
    assert float(finding.detail) < 8
    assert (
        sum(line.shaped.text.count("Secretariat") for line in texts(badge)["organisation"].block.lines) == 9
    )


def test_a_badge_without_a_name_is_found() -> None:
    [finding] = composed(family_name="", given_name="", native_name=" ").findings

    assert finding.problem is Problem.NO_NAME


@given(
    st.fixed_dictionaries(
        {
            field: st.text(alphabet=LETTERS, max_size=longest)
            for field, longest in {
                "honorific": 90, "family_name": 60, "given_name": 60, "native_name": 80,
                "position": 150, "organisation": 200, "country": 60,
            }.items()
        }
    )
)  # fmt: skip
def test_ink_stays_in_its_elements_box_and_texts_do_not_touch(details: dict[str, str]) -> None:
    above = {}
    for thing in composed(**details).placed:
        if not isinstance(thing, PlacedText):
            continue
        em = mm(thing.block.size) / 1000
        for line in thing.block.lines:
            x, y, shaped = thing.x + line.x, thing.y + line.baseline, line.shaped
            assert x + shaped.left * em >= thing.box.x - 0.01
            assert x + shaped.right * em <= thing.box.x + thing.box.width + 0.01
            assert y - shaped.top * em >= above.get(thing.box, thing.box.y) - 0.01
            assert y - shaped.bottom * em <= thing.box.y + thing.box.height + 0.01
        above[thing.box] = thing.y + thing.block.height
