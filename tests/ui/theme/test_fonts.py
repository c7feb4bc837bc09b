"""Every script of the delegates' names is drawn with the program's own fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from checkin import assets
from checkin.errors import CheckinError
from checkin.ui.theme import FAMILIES, register_name_fonts, register_window_fonts
from checkin.ui.theme.fonts import WINDOW_FONTS
from checkin.wording import languages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = {
    "Noto Sans": "Jérôme Đặng Ивáнов",
    "Noto Sans Khmer": "សុខសុភាព",
    "Noto Sans Thai": "สมชาย",
    "Noto Sans Lao": "ສົມຊາຍ",
    "Noto Sans Myanmar": "အောင်ဆန်း",
    "Noto Sans Devanagari": "राजेन्द्र",
    "Noto Sans Arabic": "محمد",
    "Noto Sans SC": "王小明",
    "Noto Sans JP": "ひらがな",
    "Noto Sans KR": "김민수",
    "Noto Sans Symbols2": "✔✕",
    "Noto Sans Bengali": "রহমান",
    "Noto Sans Tamil": "தமிழ்",
    "Noto Sans Sinhala": "සිංහල",
    "Noto Sans Telugu": "కృష్ణ",
    "Noto Sans Gujarati": "શ્રીમતી",
    "Noto Sans Gurmukhi": "ਸਿੰਘ",
    "Noto Sans Kannada": "ಕೃಷ್ಣ",
    "Noto Sans Malayalam": "കുമാർ",
    "Noto Sans Oriya": "ଓଡ଼ିଆ",
    "Noto Sans Javanese": "ꦗꦮ",
    "Noto Serif Tibetan": "བསྟན་འཛིན",
    "Noto Sans Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "Noto Sans Hebrew": "שָׁלוֹם",
    "Noto Sans Thaana": "ދިވެހި",
    "Noto Sans Georgian": "გიორგი",
    "Noto Sans Armenian": "Արմեն",
    "Noto Sans Ethiopic": "አበበ",
    "Unknown Sign": "𠮷𓀀",
}


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    before = qapp.font()
    register_window_fonts(qapp)
    register_name_fonts()
    font = qapp.font()
    qapp.setFont(before)
    return font


def _families_drawing(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert all(0 not in run.glyphIndexes() for run in runs)
    return {run.rawFont().familyName() for run in runs}


def test_every_script_of_the_forum_has_a_sample() -> None:
    assert set(NAMES) == set(FAMILIES)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
@pytest.mark.parametrize(("family", "name"), [pair for pair in NAMES.items() if pair[0] != "Noto Sans JP"])
def test_a_name_is_drawn_with_the_font_of_its_script(
    font: QFont, family: str, name: str, weight: QFont.Weight
) -> None:
    font.setWeight(weight)

    assert _families_drawing(name, font) == {family}


def test_kana_are_drawn_with_a_font_of_ours(font: QFont) -> None:
    assert _families_drawing(NAMES["Noto Sans JP"], font) <= {"Noto Sans SC", "Noto Sans JP"}


@pytest.mark.parametrize("text", ["𠮷野", "Sok 𓀀", "ܡܪܝ", "ߒߞߏ", "\ue000", "\U0001fae9"])
def test_no_sign_is_drawn_as_a_box(font: QFont, text: str) -> None:
    assert "Unknown Sign" in _families_drawing(text, font)


@pytest.mark.parametrize("name", [name for family, name in NAMES.items() if family != "Unknown Sign"])
def test_no_sign_that_a_font_has_is_drawn_as_unknown(font: QFont, name: str) -> None:
    assert "Unknown Sign" not in _families_drawing(name, font)


def test_every_font_file_belongs_to_a_family_that_is_looked_through(font: QFont) -> None:
    assert font.families() == list(FAMILIES)
    for file in assets.resource("fonts").glob("*.ttf"):
        assert QRawFont(str(file), 12).familyName() in FAMILIES
    assert set(FAMILIES) <= set(QFontDatabase.families())


@pytest.mark.usefixtures("qapp")
def test_a_missing_font_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys._MEIPASS", "/nowhere", raising=False)

    with pytest.raises(CheckinError, match="fonts is not there"):
        register_name_fonts()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", [code for code in languages() if code != "en"])
def test_the_fonts_of_the_window_have_every_letter_of_its_languages(
    language: str,
) -> None:
    fonts = [QRawFont(str(assets.font(name)), 12) for name in WINDOW_FONTS]
    with assets.resource("locale", language, "LC_MESSAGES", "checkin.po").open("rb") as file:
        sentences = read_po(file)
    letters = {sign for sentence in sentences for sign in str(sentence.string) if sign.isalpha()}

    assert len(letters) > 40
    assert {sign for sign in letters if not any(font.supportsCharacter(ord(sign)) for font in fonts)} == set()
