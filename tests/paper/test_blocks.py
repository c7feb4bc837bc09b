from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.paper import Align, Block, Fit, Style, Valign, set_text
from checkin.paper.units import mm
from tests.paper.scripts import SAMPLES

NAME = Style(36, min_size=18, shrink_to=27, bold=True, align=Align.CENTRE)
CELL = Style(9, fit=Fit.WRAP)
LETTERS = "".join(SAMPLES.values()) + " -\u200b()\n2026"


def lines(block: Block) -> list[str]:
    return [line.shaped.text for line in block.lines]


def ink(block: Block) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink in mm, by the glyphs' own outlines."""
    em = mm(block.size) / 1000
    edges = [
        (line.x + glyph.x * em, line.baseline - glyph.y * em, glyph.face.ink(glyph.id))
        for line in block.lines
        for glyph in line.shaped.glyphs
    ]
    return (
        min((x + box[0] * em for x, _, box in edges), default=0.0),
        min((y - box[3] * em for _, y, box in edges), default=0.0),
        max((x + box[2] * em for x, _, box in edges), default=0.0),
        max((y - box[1] * em for _, y, box in edges), default=0.0),
    )


def test_a_short_name_stands_in_one_line_at_full_size() -> None:
    block = set_text("Li Na", NAME, 93, 29)

    assert (lines(block), block.size) == (["Li Na"], 36)


def test_a_longer_name_shrinks_before_it_wraps() -> None:
    block = set_text("Bun Vibolmongkol", NAME, 93, 29)

    assert lines(block) == ["Bun Vibolmongkol"]
    assert 27 <= block.size < 36


def test_a_name_too_long_for_one_line_takes_two_and_is_large_again() -> None:
    block = set_text("Nattaphon Srisukcharoen", NAME, 93, 29)

    assert lines(block) == ["Nattaphon", "Srisukcharoen"]
    assert block.size > 30


def test_lines_are_made_equally_long() -> None:
    style = Style(14, shrink_to=14, align=Align.CENTRE)
    block = set_text("Chairperson of the Commission on Foreign Affairs", style, 90, 20)

    assert lines(block) == ["Chairperson of the", "Commission on Foreign Affairs"]


def test_a_text_that_cannot_be_large_enough_is_whole_and_reported() -> None:
    text = "Ministry of Foreign Affairs and International Cooperation " * 12
    block = set_text(text, NAME, 93, 29)

    assert block.below_minimum
    assert "".join(lines(block)).replace(" ", "") == text.replace(" ", "")
    assert block.height <= 29


def test_one_word_longer_than_any_line_is_torn_at_clusters_at_last() -> None:
    block = set_text("ក្រៅ" * 40, NAME, 60, 29)

    assert "".join(lines(block)) == "ក្រៅ" * 40
    assert all(line.startswith("ក្រៅ") for line in lines(block))


def test_khmer_without_spaces_breaks_between_words() -> None:
    block = set_text("ក្រសួងការបរទេសនិងសហប្រតិបត្តិការអន្តរជាតិ", CELL, 35)

    assert lines(block) == ["ក្រសួងការបរទេសនិង", "សហប្រតិបត្តិការអន្តរជាតិ"]


def test_a_zero_width_space_in_the_data_decides_before_the_dictionary() -> None:
    block = set_text("ក្រសួងការបរ\u200bទេសនិងសហប្រតិបត្តិការ", CELL, 32)

    assert [line.rstrip("\u200b") for line in lines(block)] == ["ក្រសួងការបរ", "ទេសនិងសហប្រតិបត្តិការ"]


def test_a_zero_width_space_decides_where_other_words_of_the_text_must_be_broken() -> None:
    block = set_text("外交部外交部外交部外交部 ក្រសួងការបរ\u200bទេស", CELL, 20)

    assert [line.rstrip("\u200b") for line in lines(block)][-2:] == ["ក្រសួងការបរ", "ទេស"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Siti Nurhaliza binti Tarudin", ["Siti Nurhaliza", "binti Tarudin"]),
        ("Wilhelmina van der Westhuizen", ["Wilhelmina", "van der Westhuizen"]),
        ("Francisca de la Concepción", ["Francisca", "de la Concepción"]),
    ],
)
@pytest.mark.parametrize("style", [NAME, CELL])
def test_a_particle_is_not_left_at_the_end_of_a_line(style: Style, name: str, expected: list[str]) -> None:
    assert lines(set_text(name, style, 80 if style is NAME else 30, 29)) == expected


WORDS = st.sampled_from(
    ["Bonjour", "Ministère", "ក្រសួងការបរទេស", "外交部亚洲司", "Kraftfahrzeugversicherung", "남궁현아", "a"]
)
TAILS = st.sampled_from(["", ":", " :", "\u00a0:", " »", "!", " !", " ?", "។", " ។", "）", ".", "၊", " ;"])


@given(
    st.lists(st.tuples(WORDS, TAILS), min_size=1, max_size=8), st.floats(6, 60), st.sampled_from([NAME, CELL])
)
def test_no_line_begins_with_a_sign_that_ends_something(
    parts: list[tuple[str, str]], width: float, style: Style
) -> None:
    block = set_text(" ".join(word + tail for word, tail in parts), style, width)

    assert [line for line in lines(block) if line.lstrip()[0] in ":»!?។）.၊;"] == []


def test_a_cell_keeps_its_size_and_grows_in_height() -> None:
    short, long = set_text("Ministry", CELL, 30), set_text("Ministry of Foreign Affairs", CELL, 30)

    assert short.size == long.size == 9
    assert len(long.lines) == 2
    assert long.height > short.height


def test_cells_with_a_common_ascent_share_their_first_baseline() -> None:
    style = replace(CELL, ascent=1.05)
    baselines = {round(set_text(text, style, 60).lines[0].baseline, 3) for text in SAMPLES.values()}

    assert len(baselines) <= 2


def test_a_line_feed_begins_a_new_line_and_control_characters_vanish() -> None:
    assert lines(set_text("a\x00b\tc\r\nd\n\n", CELL, 60)) == ["ab c", "d"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b"])
def test_nothing_to_say_takes_no_room(text: str) -> None:
    assert set_text(text, CELL, 60).width == 0


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 0), (Align.CENTRE, 40), (Align.RIGHT, 80)])
def test_a_line_stands_where_its_alignment_says(align: Align, left: float) -> None:
    block = set_text("I", replace(CELL, align=align), 80)

    assert block.lines[0].x == pytest.approx(left, abs=1.5)


@pytest.mark.parametrize(("valign", "middle"), [(Valign.TOP, 0), (Valign.MIDDLE, 25), (Valign.BOTTOM, 50)])
def test_lines_stand_at_the_height_that_their_alignment_says(valign: Valign, middle: float) -> None:
    block = set_text("I", replace(CELL, valign=valign), 80, 50)

    assert block.lines[0].baseline == pytest.approx(middle, abs=2.5)


@given(
    st.text(alphabet=LETTERS, max_size=120),
    st.floats(15, 100),
    st.floats(4, 40),
    st.sampled_from(Fit),
    st.sampled_from(Align),
    st.sampled_from(Valign),
)
def test_ink_never_leaves_its_box(
    text: str, width: float, height: float, fit: Fit, align: Align, valign: Valign
) -> None:
    style = replace(NAME, fit=fit, align=align, valign=valign)
    left, top, right, bottom = ink(set_text(text, style, width, height))

    assert left >= -0.01
    assert top >= -0.01
    assert right <= width + 0.01
    assert bottom <= height + 0.01


@given(st.text(alphabet=LETTERS, max_size=60), st.floats(20, 100))
def test_no_letter_is_ever_lost(text: str, width: float) -> None:
    block = set_text(text, NAME, width, 29)

    drawn = "".join(lines(block))
    assert "".join(drawn.split()).replace("\u200b", "") == "".join(text.split()).replace("\u200b", "")
