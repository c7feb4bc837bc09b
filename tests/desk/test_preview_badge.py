"""The preview of a badge promises nothing that the printer does not do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp

from checkin.desk.find import find
from checkin.desk.preview_badge import preview
from tests.desk.seminar import a_badge, a_delegate

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def codes_on(pdf: bytes) -> list[str]:
    """The codes read from the page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [code.text for code in zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())]


def words_on(pdf: bytes) -> str:
    """The text on the page, in one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_a_badge_that_was_not_issued_shows_words_in_place_of_a_code(file: EventFile) -> None:
    someone = a_delegate(file)
    before = preview(file, find(file, someone)[0], unissued="code at issue")
    code = a_badge(file, someone)
    after = preview(file, find(file, someone)[0], unissued="code at issue")

    assert codes_on(before) == []
    assert "code at issue" in words_on(before)
    assert codes_on(after) == [code]
    assert "code at issue" not in words_on(after)


def test_the_words_stand_where_the_code_will_stand(file: EventFile) -> None:
    someone = a_delegate(file)
    with pypdfium2.PdfDocument(preview(file, find(file, someone)[0], unissued="code at issue")) as document:
        text = document[0].get_textpage()
        at = text.search("code").get_next()
        left, bottom, right, top = text.get_charbox(at[0] if at else -1)
        width, height = document[0].get_size()

    assert 0 < left < right < width
    assert 0 < bottom < top < height / 2


def test_a_delegate_of_a_category_that_is_no_more_has_a_badge_all_the_same(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    (known,) = find(file, someone)
    gone = replace(known, delegate=replace(known.delegate, category="X"))

    assert codes_on(preview(file, gone, unissued="")) == [code]
