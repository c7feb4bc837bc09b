from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from checkin.badges import BadgeOnPaper, draw_badge, draw_badges, layouts
from checkin.domain import codes
from checkin.domain.badges import Problem
from checkin.errors import CheckinError
from tests.badges.examples import CODE, FORUM, a_badge
from tests.paper import rendering
from tests.paper.scripts import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = b"k" * 32


def some_badges(count: int) -> Iterator[BadgeOnPaper]:
    names = list(SAMPLES.values())
    for number in range(count):
        yield a_badge(native_name=names[number % len(names)], code=codes.mint(KEY).text)


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_code_is_read_back_from_the_rendered_badge(dpi: int) -> None:
    found = zxingcpp.read_barcodes(rendering.picture(draw_badge(a_badge(), FORUM), dpi=dpi))

    assert [(code.text, code.format) for code in found] == [(CODE, zxingcpp.BarcodeFormat.QRCode)]


def test_a_badge_is_one_page_of_its_layouts_size_and_its_text_can_be_searched() -> None:
    pdf = draw_badge(a_badge(), FORUM)
    text = rendering.text(pdf)

    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert pypdfium2.PdfDocument(pdf)[0].get_size() == pytest.approx((297.64, 419.53), abs=0.01)
    assert all(
        part in text for part in ("H.E.", "Sok Sopheap", "សុខ សុភាព", "Ministries", "B7K2-9QXM-4TZD-0V5N")
    )


def test_the_lines_of_a_badge_copy_out_from_the_top_down() -> None:
    badge = a_badge(
        family_name="Westhuizen",
        given_name="Wilhelmina Johanna",
        position="Directrice générale adjointe : affaires politiques et coopération régionale",
        organisation="Ministère des Affaires étrangères et de la Coopération internationale",
    )

    text = " ".join(rendering.text(draw_badge(badge, FORUM)).split())
    expected = [
        badge.delegate.name,
        badge.delegate.position,
        badge.delegate.organisation,
        badge.code.in_groups,
    ]
    places = [text.find(each) for each in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_the_same_badge_gives_the_same_bytes() -> None:
    assert draw_badge(a_badge(), FORUM) == draw_badge(a_badge(), FORUM)


def test_a_run_has_a_page_for_each_badge_in_order_and_tells_how_far_it_is(tmp_path: Path) -> None:
    progress: list[int] = []
    badges = list(some_badges(26))

    report = draw_badges(badges, FORUM, tmp_path / "run.pdf", progress=progress.append)

    pdf = (tmp_path / "run.pdf").read_bytes()
    assert (report.count, report.findings, progress) == (26, (), list(range(1, 27)))
    assert len(pypdfium2.PdfDocument(pdf)) == 26
    assert badges[17].code.in_groups in rendering.text(pdf, page=17)


def test_every_code_of_a_run_is_read_back(tmp_path: Path) -> None:
    badges = list(some_badges(13))
    draw_badges(badges, FORUM, tmp_path / "run.pdf")
    pdf = (tmp_path / "run.pdf").read_bytes()

    read = [zxingcpp.read_barcodes(rendering.picture(pdf, page=n, dpi=150))[0].text for n in range(13)]

    assert read == [badge.code.text for badge in badges]


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    badges = list(some_badges(13))
    for name in ("first.pdf", "second.pdf"):
        draw_badges(badges, FORUM, tmp_path / name)

    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_findings_of_all_badges_are_reported(tmp_path: Path) -> None:
    badges = [
        a_badge(),
        a_badge(organisation="\U00013000"),
        a_badge(family_name="", given_name="", native_name=""),
    ]

    report = draw_badges(badges, FORUM, tmp_path / "run.pdf")

    assert [finding.problem for finding in report.findings] == [Problem.NO_GLYPH, Problem.NO_NAME]


def test_a_cancelled_run_leaves_nothing(tmp_path: Path) -> None:
    def cancel_at_three(drawn: int) -> None:
        if drawn == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        draw_badges(some_badges(9), FORUM, tmp_path / "run.pdf", progress=cancel_at_three)

    assert list(tmp_path.iterdir()) == []


def test_a_run_into_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckinError, match=r"run\.pdf could not be written"):
        draw_badges(some_badges(1), FORUM, tmp_path / "gone" / "run.pdf")


def test_another_layout_may_have_lines_and_pictures(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "logo.png")
    (tmp_path / "card.toml").write_text(
        "width = 86\nheight = 54\n"
        '[[elements]]\nkind = "picture"\nx = 5\ny = 5\nwidth = 20\nheight = 10\nfile = "logo.png"\n'
        '[[elements]]\nkind = "line"\nx1 = 5\ny1 = 20\nx2 = 81\ny2 = 20\ncolour = "category"\n',
        encoding="utf-8",
    )

    pdf = draw_badge(a_badge(), FORUM, layout=layouts.read(tmp_path / "card.toml"))

    assert pypdfium2.PdfDocument(pdf)[0].get_size() == pytest.approx((243.78, 153.07), abs=0.01)
    assert rendering.ink_box(pdf) == pytest.approx((5, 5, 81, 20.1), abs=0.3)
