from __future__ import annotations

import pytest
import uharfbuzz as hb

from checkin import assets
from checkin.paper import direction
from checkin.paper.shaping import shape
from tests.paper.scripts import SAMPLES


def glyphs_by_harfbuzz(text: str, font: str) -> list[tuple[int, int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob.from_file_path(str(assets.font(font))))), buffer)
    x, found = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found.append((info.codepoint, x + position.x_offset, position.y_offset))
        x += position.x_advance
    return found


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("កម្ពុជា", "NotoSansKhmer-Bold.ttf"),
        ("សម្តេច", "NotoSansKhmer-Bold.ttf"),
        ("ស្រីមុំ", "NotoSansKhmer-Bold.ttf"),
        ("မြတ်သီရိ", "NotoSansMyanmar-Bold.ttf"),
        ("น้ำปู่", "NotoSansThai-Bold.ttf"),
        ("कृष्णमूर्ति", "NotoSansDevanagari-Bold.ttf"),
        ("الغفّار", "NotoSansArabic-Bold.ttf"),
        ("Toại", "NotoSans-Bold.ttf"),
        ("ক্ষেত্র", "NotoSansBengali-Bold.ttf"),
        ("ஸ்ரீ", "NotoSansTamil-Bold.ttf"),
        ("ශ්‍රී", "NotoSansSinhala-Bold.ttf"),
        ("కృష్ణ", "NotoSansTelugu-Bold.ttf"),
        ("શ્રીમતી", "NotoSansGujarati-Bold.ttf"),
        ("ਗੁਰਪ੍ਰੀਤ", "NotoSansGurmukhi-Bold.ttf"),
        ("ಕೃಷ್ಣ", "NotoSansKannada-Bold.ttf"),
        ("ശ്രീകുമാർ", "NotoSansMalayalam-Bold.ttf"),
        ("ଶ୍ରୀନିବାସ", "NotoSansOriya-Bold.ttf"),
        ("ꦥ꧀ꦭ", "NotoSansJavanese-Bold.ttf"),
        ("རྒྱ་མཚོ", "NotoSerifTibetan-Bold.ttf"),
        ("ᠮᠣᠩᠭᠣᠯ", "NotoSansMongolian-Regular.ttf"),
        ("שָׁלוֹם", "NotoSansHebrew-Bold.ttf"),
        ("ދިވެހި", "NotoSansThaana-Bold.ttf"),
        ("ბერიძე", "NotoSansGeorgian-Bold.ttf"),
        ("Սարգսյան", "NotoSansArmenian-Bold.ttf"),
        ("ኃይለ", "NotoSansEthiopic-Bold.ttf"),
    ],
)
def test_a_word_is_shaped_as_harfbuzz_shapes_it_alone(text: str, font: str) -> None:
    shaped = shape(text, bold=True, base=direction.base_level(text))

    assert [(glyph.id, glyph.x, glyph.y) for glyph in shaped.glyphs] == glyphs_by_harfbuzz(text, font)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("script", SAMPLES)
def test_every_script_of_the_forum_has_ink_and_misses_no_glyph(script: str, bold: bool) -> None:  # noqa: FBT001
    shaped = shape(SAMPLES[script], bold=bold)

    assert shaped.missing == ()
    assert not shaped.broken
    assert shaped.top > 400
    assert shaped.width > 3000
    assert all(glyph.id for glyph in shaped.glyphs)


def test_arabic_letters_join_and_stand_from_right_to_left() -> None:
    joined, single = shape("محمد", base=1), shape("م", base=1)

    assert len(joined.glyphs) == 4
    assert single.glyphs[0].id not in {glyph.id for glyph in joined.glyphs}
    assert [glyph.x for glyph in joined.glyphs] == sorted(glyph.x for glyph in joined.glyphs)


def test_a_bracket_in_arabic_is_mirrored() -> None:
    shaped = shape("ا (ب)", base=1)
    latin = shape("()")

    assert [g.id for g in shaped.glyphs if g.face is latin.glyphs[0].face] == [g.id for g in latin.glyphs]


def test_a_sign_without_a_glyph_is_left_out_and_named() -> None:
    shaped = shape("Sok \U00013000")

    assert shaped.missing == ("\U00013000",)
    assert [g.id for g in shaped.glyphs] == [g.id for g in shape("Sok ").glyphs]


def test_a_mark_without_its_letter_is_noticed_and_gets_no_dotted_circle() -> None:
    shaped = shape("\u17b6ក")

    assert shaped.broken
    assert shaped.glyphs[0].face.dotted_circle not in {glyph.id for glyph in shaped.glyphs}


def test_a_dotted_circle_that_was_typed_is_drawn() -> None:
    assert not shape("\u25cc\u17b6").broken
