from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.badges import layouts
from checkin.badges.layout import Band, CodeSquare, Picture, Rule, Stack, Text
from checkin.errors import CheckinError
from checkin.paper import Align, Fit, Style, Valign

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'name = "Card"\nwidth = 86\nheight = 54\n'
TEXT = '[[elements]]\nkind = "text"\ntext = "{name}"\nx = 5\ny = 6\nwidth = 70\nheight = 8\nsize = 12\n'


def a_layout(folder: Path, text: str) -> layouts.Layout:
    file = folder / "card.toml"
    file.write_text(text, encoding="utf-8")
    return layouts.read(file)


def test_the_layout_of_the_program_is_a6_and_is_read_once() -> None:
    layout = layouts.standard()

    assert (layout.name, layout.width, layout.height) == ("A6", 105, 148)
    assert layouts.standard() is layout


def test_every_element_of_the_standard_layout_is_on_the_paper() -> None:
    layout = layouts.standard()
    boxes = [element.box for element in layout.elements if isinstance(element, Text | Stack | Band)]

    assert all(box.x + box.width <= 105 for box in boxes)
    assert all(box.y + box.height <= 148 for box in boxes)


def test_the_code_is_25_mm_without_its_quiet_zone_which_stands_on_white() -> None:
    [code] = [element for element in layouts.standard().elements if isinstance(element, CodeSquare)]
    [ground] = [e.box for e in layouts.standard().elements if isinstance(e, Band) and e.colour == "#FFFFFF"]
    quiet = 25 / 21 * 4

    assert code.size == 25
    assert ground.x <= code.x - quiet <= code.x + 25 + quiet <= ground.x + ground.width
    assert ground.y <= code.y - quiet


def test_a_text_has_words_fields_and_a_style(tmp_path: Path) -> None:
    options = (
        'min_size = 8\nshrink_to = 9\nbold = true\nalign = "right"\nvalign = "bottom"\n'
        'fit = "wrap"\ncolour = "category"\n'
    )
    [text] = a_layout(tmp_path, HEAD + TEXT.replace("{name}", "Dear {name}!") + options).elements

    assert isinstance(text, Text)
    assert [field.name for field in text.words.template.fields] == ["name"]
    assert text.words.template.parts[::2] == ("Dear ", "!")
    assert text.words.style == Style(
        12,
        8,
        bold=True,
        colour="category",
        align=Align.RIGHT,
        valign=Valign.BOTTOM,
        fit=Fit.WRAP,
        shrink_to=9,
    )


def test_lines_bands_codes_and_pictures_are_elements_too(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"")
    layout = a_layout(
        tmp_path,
        HEAD
        + '[[elements]]\nkind = "line"\nx1 = 1\ny1 = 2\nx2 = 3\ny2 = 4\n'
        + '[[elements]]\nkind = "band"\nx = 0\ny = 0\nwidth = 86\nheight = 5\n'
        + '[[elements]]\nkind = "code"\nx = 5\ny = 5\nsize = 25\n'
        + '[[elements]]\nkind = "picture"\nx = 5\ny = 5\nwidth = 10\nheight = 10\nfile = "logo.png"\n',
    )

    assert [type(element) for element in layout.elements] == [Rule, Band, CodeSquare, Picture]
    assert layout.elements[3] == Picture(layouts.Box(5, 5, 10, 10), tmp_path / "logo.png")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("width = ", "is not valid TOML"),
        ('name = "Card"\nheight = 54\n', "The layout: width is missing"),
        (HEAD.replace("86", '"86"'), "width must be a number from 10 to 2000, not '86'"),
        (HEAD.replace("86", "nan"), "width must be a number"),
        (HEAD + "witdh = 3\n", "witdh is not known here"),
        (HEAD + "elements = 3\n", r"elements must be written as tables: \[\[elements\]\]"),
        (HEAD + "[[elements]]\nx = 3\n", "Element 1: kind is missing"),
        (HEAD + '[[elements]]\nkind = "qr"\n', "Element 1: kind must be one of text, stack, code, band"),
        (HEAD + TEXT + TEXT.replace("width = 70\n", ""), r"Element 2 \(text\): width is missing"),
        (HEAD + TEXT.replace("x = 5", "x = -5"), "x must be a number from 0"),
        (HEAD + TEXT.replace("x = 5", "x = true"), "x must be a number"),
        (HEAD + TEXT.replace('"{name}"', "7"), "text must be a text in quotation marks"),
        (
            HEAD + TEXT.replace("{name}", "{nmae}"),
            r"text names no field: \{nmae\}; there are honorific, name",
        ),
        (HEAD + TEXT + 'align = "center"\n', "align must be one of left, centre, right, not 'center'"),
        (HEAD + TEXT + 'bold = "yes"\n', "bold must be true or false"),
        (HEAD + TEXT + 'colour = "red"\n', 'colour must be "#RRGGBB"'),
        (HEAD + TEXT + "min_size = 13\n", "min_size must be a number from 0 to 12"),
        (HEAD + TEXT + 'font = "Arial"\n', r"Element 1 \(text\): font is not known here"),
        (
            HEAD
            + '[[elements]]\nkind = "stack"\nx=1\ny=1\nwidth=9\nheight=9\n[[elements.items]]\nsize = 3\nheight = 3\n',
            r"Element 1 \(stack\), item 1: text is missing",
        ),
        (
            HEAD + '[[elements]]\nkind = "picture"\nx=1\ny=1\nwidth=9\nheight=9\nfile = "logo.png"\n',
            "file names logo.png, which is not beside the layout",
        ),
    ],
)
def test_what_is_wrong_in_a_layout_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(CheckinError, match=sentence) as told:
        a_layout(tmp_path, text)

    assert "card.toml" in told.value.title


def test_a_layout_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match=r"none\.toml cannot be read"):
        layouts.read(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "card.toml"
    file.write_bytes(b"\xff\xfe\x00\x01")

    with pytest.raises(CheckinError, match="is not a text in UTF-8"):
        layouts.read(file)
