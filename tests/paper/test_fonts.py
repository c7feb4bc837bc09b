from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin import assets
from checkin.paper import fonts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", sorted(assets.resource("fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_every_font_has_the_same_grid_and_can_be_opened(path: Path) -> None:
    family, _, weight = path.stem.partition("-")

    face = fonts.typeface(family, bold=weight == "Bold")

    assert face.name == path.stem
    assert face.units_per_em == fonts.UNITS_PER_EM


def test_a_typeface_is_opened_once() -> None:
    assert fonts.typeface("NotoSansKhmer", bold=True) is fonts.typeface("NotoSansKhmer", bold=True)


@pytest.mark.parametrize(("sign", "language"), [("国", "zh"), ("国", "ja"), ("김", "ko")])
def test_chinese_japanese_and_korean_have_a_regular_face_beside_the_bold(sign: str, language: str) -> None:
    script = "Hang" if language == "ko" else "Hani"
    regular = fonts.find(sign, script, bold=False, language=language)
    bold = fonts.find(sign, script, bold=True, language=language)

    assert regular is not None
    assert bold is not None
    assert regular.name.endswith("-Regular")
    assert bold.name == regular.name.replace("Regular", "Bold")
    assert regular._characters == bold._characters


def test_mongolian_exists_in_one_weight_that_serves_for_both() -> None:
    assert fonts.find("ᠮ", "Mong", bold=False) is fonts.find("ᠮ", "Mong", bold=True)


@pytest.mark.parametrize(
    ("script", "sign", "family"),
    [
        ("Khmr", "ក", "NotoSansKhmer"),
        ("Cyrl", "Ж", "NotoSans"),
        ("Hang", "한", "NotoSansKR"),
        ("Kana", "ア", "NotoSansJP"),
        ("Beng", "র", "NotoSansBengali"),
        ("Taml", "த", "NotoSansTamil"),
        ("Sinh", "ස", "NotoSansSinhala"),
        ("Telu", "ర", "NotoSansTelugu"),
        ("Gujr", "ગ", "NotoSansGujarati"),
        ("Guru", "ਗ", "NotoSansGurmukhi"),
        ("Knda", "ಕ", "NotoSansKannada"),
        ("Mlym", "മ", "NotoSansMalayalam"),
        ("Orya", "ଓ", "NotoSansOriya"),
        ("Java", "ꦗ", "NotoSansJavanese"),
        ("Tibt", "བ", "NotoSerifTibetan"),
        ("Hebr", "כ", "NotoSansHebrew"),
        ("Thaa", "ދ", "NotoSansThaana"),
        ("Geor", "გ", "NotoSansGeorgian"),
        ("Armn", "Ա", "NotoSansArmenian"),
        ("Ethi", "አ", "NotoSansEthiopic"),
    ],
)
def test_each_script_has_its_own_typeface(script: str, sign: str, family: str) -> None:
    face = fonts.find(sign, script, bold=True)

    assert face is not None
    assert face.name == f"{family}-Bold"


def test_a_sign_that_no_font_has_is_not_found() -> None:
    assert fonts.find("\U00013000", "Egyp", bold=True) is None


def test_a_letter_and_its_mark_are_covered_where_their_composition_is() -> None:
    assert fonts.typeface("NotoSansKR", bold=True).covers("\u1112\u1161\u11ab")


@pytest.mark.parametrize(
    ("scripts", "hint", "language"),
    [
        (["Hani"], "", "zh"),
        (["Hani"], "ja", "ja"),
        (["Hani"], "ja-JP", "ja"),
        (["Hani"], "km", "zh"),
        (["Hani", "Hira"], "", "ja"),
        (["Kana"], "ko", "ja"),
        (["Hani", "Hang"], "", "ko"),
    ],
)
def test_kana_and_hangul_decide_the_forms_of_han_before_the_hint(
    scripts: list[str], hint: str, language: str
) -> None:
    assert fonts.language_of(scripts, hint) == language


def test_the_licence_of_the_fonts_is_beside_them() -> None:
    licence = assets.resource("fonts", "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(path.name in licence for path in assets.resource("fonts").glob("*.ttf"))
