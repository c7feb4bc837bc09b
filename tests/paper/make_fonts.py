"""How the fonts in `resources/fonts` were made: `python -m tests.paper.make_fonts DEBIAN NPM`.

DEBIAN is the folder of the fonts in Debian's package fonts-noto-core. NPM is the folder with the unpacked packages of
Noto Sans SC, JP and KR. Fonts that are taken over whole are copied, others are made smaller; UnknownSign is drawn here.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import Glyph
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

FONTS: Final = Path(__file__).parents[2] / "resources" / "fonts"
WHOLE: Final = (
    "NotoSans", "NotoSansArabic", "NotoSansArmenian", "NotoSansBengali", "NotoSansDevanagari", "NotoSansEthiopic",
    "NotoSansGeorgian", "NotoSansGujarati", "NotoSansGurmukhi", "NotoSansHebrew", "NotoSansJavanese",
    "NotoSansKannada", "NotoSansKhmer", "NotoSansLao", "NotoSansMalayalam", "NotoSansMongolian", "NotoSansMyanmar",
    "NotoSansOriya", "NotoSansSinhala", "NotoSansTamil", "NotoSansTelugu", "NotoSansThai",
    "NotoSerifTibetan",
)  # fmt: skip
SIGNS: Final = "✔✕✓★●▸⏱"
"""The signs that the window shows; Noto Sans Symbols 2 holds no others."""
IDEOGRAPHIC: Final = ("SC", "JP", "KR")
LAYOUT: Final = ("ccmp", "liga", "locl", "calt", "vjmo", "kern", "mark", "mkmk")
"""The layout features of the ideographic fonts that horizontal text needs."""
GLYPHS: Final = 1024
"""How many equal glyphs `UnknownSign` has. A table of characters (cmap) of a form that every system reads lists runs of
characters with runs of glyphs; one glyph for 100,000 characters would need as many entries."""
_DRAWN_WHOLE: Final = ((0x1F000, 0x1FBFF), (0x20000, 0x323AF))
"""Pictures and rare ideographs: `UnknownSign` has also those that Unicode gives a meaning in later years."""
_NEEDING_A_SCRIPT: Final = (
    "beng", "bng2", "dev2", "deva", "gjr2", "gujr", "gur2", "guru", "khmr", "knd2", "knda", "mlm2", "mlym", "nko ",
    "ory2", "orya", "sinh", "syrc", "taml", "tel2", "telu", "thaa", "tml2",
)  # fmt: skip
"""The scripts that Qt draws with a font only if the font's table GSUB names them."""
_IGNORABLE: Final = (
    (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Characters that are drawn nowhere, beside controls and spaces (Default_Ignorable_Code_Point of Unicode)."""


def copy_whole(debian: Path) -> None:
    """Copy the fonts that are taken over as they are; Mongolian has no bold one."""
    for family in WHOLE:
        for weight in ("Regular", "Bold"):
            if (path := debian / f"{family}-{weight}.ttf").exists():
                shutil.copyfile(path, FONTS / path.name)


def make_thaana(debian: Path) -> None:
    """Name the script in the fonts of Thaana, without which Qt would not use them."""
    for weight in ("Regular", "Bold"):
        name = f"NotoSansThaana-{weight}.ttf"
        font = TTFont(debian / name, recalcTimestamp=False)
        font["GSUB"] = _scripts_named(("thaa",))
        font.save(FONTS / name)


def subset(source: Path, out: Path, characters: set[int], features: tuple[str, ...]) -> None:
    """Write the part of a font that holds these characters."""
    options = Options(
        hinting=False, layout_features=list(features), name_IDs=["*"] if "*" in features else []
    )
    if "*" not in features:
        options.name_IDs = Options().name_IDs
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(out)


def make_ideographic(npm: Path) -> None:
    """Make the regular fonts of Chinese, Japanese and Korean, with the characters of the bold ones."""
    for name in IDEOGRAPHIC:
        known = set(TTFont(FONTS / f"NotoSans{name}-Bold.ttf").getBestCmap())
        (source,) = npm.rglob(f"NotoSans{name}_400Regular.ttf")
        subset(source, FONTS / f"NotoSans{name}-Regular.ttf", known, LAYOUT)


def make_unknown_sign() -> None:
    """Draw a question mark in a ring, and make a font that has this sign for each character that no other font has."""
    names = [".notdef", *(f"sign{number}" for number in range(GLYPHS))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.font["cmap"] = _characters()
    builder.setupGlyf({".notdef": _ringed(), "sign0": _ringed()} | {name: _same() for name in names[2:]})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (860, 40)))
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({"familyName": "Unknown Sign", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=1069, sTypoDescender=-293, usWinAscent=1069, usWinDescent=293)
    builder.setupPost(keepGlyphNames=False)
    builder.font["GSUB"] = _scripts_named(_NEEDING_A_SCRIPT)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(FONTS / "UnknownSign-Regular.ttf")


def _characters() -> DefaultTable:
    known = {point for path in FONTS.glob("Noto*.ttf") for point in TTFont(path).getBestCmap()}
    drawn = {
        point: f"sign{point % GLYPHS}"
        for point in range(0x21, 0x110000)
        if _is_drawn(point) and point not in known
    }
    table = newTable("cmap")
    table.tableVersion = 0
    table.tables = []
    for form, encoding, limit in ((4, 1, 0xFFFF), (12, 10, 0x110000)):
        part = CmapSubtable.newSubtable(form)
        part.platformID, part.platEncID, part.language = 3, encoding, 0
        part.cmap = {point: name for point, name in drawn.items() if point < limit}
        table.tables.append(part)
    return table


def _is_drawn(point: int) -> bool:
    """Whether the character has a picture that no font of ours may have: no control, space, or unused place."""
    if _is_in(point, _DRAWN_WHOLE):
        return True
    unseen = {"Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"}
    is_private_elsewhere = point > 0xF0000
    return (
        unicodedata.category(chr(point)) not in unseen
        and not is_private_elsewhere
        and not _is_in(point, _IGNORABLE)
    )


def _is_in(point: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= point <= last for first, last in ranges)


def _scripts_named(scripts: tuple[str, ...]) -> DefaultTable:
    """A table GSUB that names these scripts, and changes no glyph."""
    table = newTable("GSUB")
    table.table = otTables.GSUB()
    table.table.Version = 0x00010000
    table.table.ScriptList = otTables.ScriptList()
    table.table.ScriptList.ScriptRecord = [_script(tag) for tag in scripts]
    table.table.FeatureList = otTables.FeatureList()
    table.table.FeatureList.FeatureRecord = []
    table.table.LookupList = otTables.LookupList()
    table.table.LookupList.Lookup = []
    return table


def _script(tag: str) -> otTables.ScriptRecord:
    record = otTables.ScriptRecord()
    record.ScriptTag, record.Script = tag, otTables.Script()
    record.Script.DefaultLangSys, record.Script.LangSysRecord = otTables.DefaultLangSys(), []
    record.Script.DefaultLangSys.ReqFeatureIndex = 0xFFFF
    record.Script.DefaultLangSys.FeatureIndex = []
    return record


def _ringed() -> Glyph:
    """A question mark of Noto Sans in a ring."""
    pen = TTGlyphPen(None)
    _circle(pen, 430, 355, 390, clockwise=True)
    _circle(pen, 430, 355, 335, clockwise=False)
    source = TTFont(FONTS / "NotoSans-Regular.ttf")
    recorded = DecomposingRecordingPen(source.getGlyphSet())
    source.getGlyphSet()["question"].draw(recorded)
    recorded.replay(TransformPen(pen, (0.62, 0, 0, 0.62, 302, 133)))
    return pen.glyph()


def _circle(pen: TTGlyphPen, x: float, y: float, radius: float, *, clockwise: bool) -> None:
    corner = radius * 0.4142
    way = [(0, 1), (1, 0), (0, -1), (-1, 0)] if clockwise else [(0, 1), (-1, 0), (0, -1), (1, 0)]
    pen.moveTo((round(x), round(y + radius)))
    for (x1, y1), (x2, y2) in zip(way, [*way[1:], way[0]], strict=True):
        middle = (x1 + x2) * radius * 0.7071, (y1 + y2) * radius * 0.7071
        first = x1 * radius + x2 * corner, y1 * radius + y2 * corner
        second = x2 * radius + x1 * corner, y2 * radius + y1 * corner
        for control, end in ((first, middle), (second, (x2 * radius, y2 * radius))):
            pen.qCurveTo(*((round(x + cx), round(y + cy)) for cx, cy in (control, end)))
    pen.closePath()


def _same() -> Glyph:
    pen = TTGlyphPen({"sign0": None})
    pen.addComponent("sign0", (1, 0, 0, 1, 0, 0))
    return pen.glyph()


def main(debian: Path, npm: Path) -> None:
    """Make all fonts."""
    copy_whole(debian)
    make_thaana(debian)
    subset(
        debian / "NotoSansSymbols2-Regular.ttf",
        FONTS / "NotoSansSymbols2-Regular.ttf",
        set(map(ord, SIGNS)),
        ("*",),
    )
    make_ideographic(npm)
    make_unknown_sign()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
