from __future__ import annotations

import pytest

from checkin.paper import runs
from tests.paper.scripts import SAMPLES


def split(text: str, *, base: int = 0, language: str = "") -> runs.Runs:
    return runs.split(text, bold=True, language=language, base=base)


@pytest.mark.parametrize("script", SAMPLES)
def test_every_script_of_the_forum_has_a_font(script: str) -> None:
    assert split(SAMPLES[script]).missing == ()


def test_a_line_of_several_scripts_is_cut_where_the_typeface_changes() -> None:
    line = split("SOK (សុខ) 王")

    assert [(run.face.name, run.start, run.end) for run in line.visual] == [
        ("NotoSans-Bold", 0, 5),
        ("NotoSansKhmer-Bold", 5, 8),
        ("NotoSans-Bold", 8, 10),
        ("NotoSansSC-Bold", 10, 11),
    ]


def test_signs_without_a_font_are_named_and_the_rest_is_drawn() -> None:
    line = split("A\U00013000B")

    assert line.missing == ("\U00013000",)
    assert sum(run.end - run.start for run in line.visual) == 2


def test_marks_of_direction_and_zero_width_spaces_need_no_glyph() -> None:
    assert split("\u200fក\u200bខ\u2067\u00ad").missing == ()


def test_japanese_names_are_drawn_by_the_japanese_font() -> None:
    assert {run.face.name for run in split("直樹", language="ja").visual} == {"NotoSansJP-Bold"}
    assert {run.face.name for run in split("直樹").visual} == {"NotoSansSC-Bold"}
