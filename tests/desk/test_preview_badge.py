"""The preview of a badge promises nothing that the printer does not do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp

from checkin.desk.arrive import arrive
from checkin.desk.find import find
from checkin.desk.name_on_badge import what_is_not_drawn
from checkin.desk.preview_badge import preview
from checkin.desk.print_badges import drawn, waiting_jobs
from checkin.desk.print_latin_alone import print_latin_alone
from tests.desk.seminar import DARA, a_badge, a_delegate, at

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
    before = preview(file, find(file, someone)[0], unissued="code at issue").pdf
    code = a_badge(file, someone)
    after = preview(file, find(file, someone)[0], unissued="code at issue").pdf

    assert codes_on(before) == []
    assert "code at issue" in words_on(before)
    assert codes_on(after) == [code]
    assert "code at issue" not in words_on(after)


def test_the_words_stand_where_the_code_will_stand(file: EventFile) -> None:
    someone = a_delegate(file)
    with pypdfium2.PdfDocument(
        preview(file, find(file, someone)[0], unissued="code at issue").pdf
    ) as document:
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

    assert codes_on(preview(file, gone, unissued="").pdf) == [code]


def test_a_name_that_no_font_draws_has_no_page_but_its_signs_and_what_would_do(file: EventFile) -> None:
    someone = a_delegate(file, "YOSHINO", native_name="𠮷野")
    before = preview(file, find(file, someone)[0], unissued="")

    assert (before.pdf, before.not_drawn, before.takes_latin) == (b"", ("𠮷",), True)
    assert what_is_not_drawn(file, someone) == ("𠮷",)
    done = print_latin_alone(file, DARA, someone)
    assert not done.prints
    after = preview(file, done.registration, unissued="")
    assert "YOSHINO" in words_on(after.pdf)
    assert "野" not in words_on(after.pdf)
    assert what_is_not_drawn(file, someone) == ()


def test_a_badge_that_waited_is_printed_once_the_latin_name_alone_is_chosen(file: EventFile) -> None:
    someone = a_delegate(file, "YOSHINO", native_name="𠮷野")
    (answer,) = arrive(file, DARA, [someone], at(-20), to_print=True)

    assert (answer.prints, answer.not_drawn) == (True, ("𠮷",))
    assert print_latin_alone(file, DARA, someone).prints
    (job,) = waiting_jobs(file)
    assert drawn(file, job) is not None
