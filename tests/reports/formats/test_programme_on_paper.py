"""The programme as it is printed: what stands on its pages, where they end, and the code of the event."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pytest
import zxingcpp
from icalendar import Calendar

from checkin import assets
from checkin.domain.delegates import Delegate
from checkin.domain.programme import LocalText, SessionStatus
from checkin.importing.definition import read_definition
from checkin.paper.clusters import clusters
from checkin.reports import Wanted, report_named, write_report
from checkin.wording import in_language
from tests.reports.records import ARecord

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.programme import Event

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
FORUM = read_definition(assets.demo("forum.toml"))
KHMER = "កិច្ចសហប្រតិបត្តិការសន្តិសុខនៅតំបន់អាស៊ី-ប៉ាស៊ីហ្វិក៖ បញ្ហាប្រឈម និងទស្សនវិស័យ"


def written(
    folder: Path, event: Event = FORUM, language: str = "en", delegate: Delegate | None = None
) -> pdfium.PdfDocument:
    """The programme as a PDF."""
    say = in_language(language)
    made = report_named("programme").build(ARecord(event), Wanted(NOW, say, None, delegate, language))
    write_report(made, folder / "programme.pdf", event, say)
    return pdfium.PdfDocument((folder / "programme.pdf").read_bytes())


def texts(document: pdfium.PdfDocument) -> list[str]:
    """The text of each page, in one line."""
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def words_of(text: str) -> set[str]:
    """The words of a text. A hyphen at the end of a line comes out of a PDF as another sign."""
    return set(re.split(r"[\s\u200b\x02-]+", text))


def of_the_code(document: pdfium.PdfDocument) -> bytes:
    """What a camera reads of the code on the first page."""
    picture = document[0].render(scale=2).to_pil().convert("L")
    (found,) = zxingcpp.read_barcodes(picture)
    return found.bytes


def titled(title: str | dict[str, str], venue: str = "Cambodiana Hotel, Phnom Penh") -> Event:
    """The forum with another title."""
    known = replace(FORUM.description, title=LocalText.of(title), venue=LocalText.of(venue))
    return replace(FORUM, description=known)


@pytest.mark.parametrize(
    ("language", "day", "word"),
    [
        ("en", "Monday, March 15, 2027", "SESSION CANCELLED"),
        ("fr", "lundi 15 mars 2027", "SÉANCE ANNULÉE"),
        ("km", "ច័ន្ទ 15 មីនា 2027", "វគ្គ\u200bត្រូវ\u200bបាន\u200bលុបចោល"),
        ("zh", "2027年3月15日星期一", "本场次已取消"),
    ],
)
def test_every_session_of_the_forum_is_there_with_time_and_room_in_the_language(
    tmp_path: Path, language: str, day: str, word: str
) -> None:
    pages = texts(written(tmp_path, language=language))
    there = words_of(" ".join(pages))

    assert day in pages[0]
    assert words_of(word) <= there
    for session in FORUM.sessions.values():
        assert words_of(session.title.in_language(language)) <= there
        assert words_of(FORUM.room_of(session).in_language(language)) <= there
        assert (
            f"{session.start.astimezone(FORUM.zone):%H:%M}–{session.end.astimezone(FORUM.zone):%H:%M}"
            in there
        )
    assert words_of(FORUM.description.venue.in_language(language)) <= words_of(pages[0])
    assert str(len(pages)) in pages[-1]


def test_it_says_for_whom_a_session_is_by_the_shorter_list_without_the_staff(tmp_path: Path) -> None:
    guests = frozenset(code for code, known in FORUM.categories.items() if known.counts)
    wanted = {
        "opening": frozenset("PG"),
        "topic-1": guests - {"P"},
        "closing": guests,
        "lunch-1": frozenset(),
    }
    sessions = {code: replace(FORUM.sessions[code], open_to=wanted.get(code)) for code in FORUM.sessions}
    told = [" ".join(texts(written(tmp_path, replace(FORUM, sessions=sessions))))]

    assert told[0].count("Open to") == 2
    assert "Open to Parliament, Royal Government" in told[0]
    assert "Open to all but Parliament" in told[0]
    assert told[0].count("By invitation") == 1


def test_it_names_the_press_where_the_session_is_for_the_press_and_not_for_all_staff(tmp_path: Path) -> None:
    guests = frozenset(code for code, known in FORUM.categories.items() if known.counts)
    uncounted = sorted(set(FORUM.categories) - guests)
    press = uncounted[0]
    name = FORUM.categories[press].name.in_language("en")
    wanted = {
        "opening": frozenset(("P", press)),
        "topic-1": frozenset(uncounted),
        "closing": frozenset(("P", *uncounted)),
    }
    sessions = {code: replace(FORUM.sessions[code], open_to=wanted.get(code)) for code in FORUM.sessions}
    told = " ".join(texts(written(tmp_path, replace(FORUM, sessions=sessions))))

    names = [known.name.in_language("en") for known in FORUM.categories.values() if known.code in uncounted]
    assert len(uncounted) > 1
    assert told.count("Open to") == 3
    assert f"Open to Parliament, {name}" in told or f"Open to {name}, Parliament" in told
    assert f"Open to {', '.join(names)}" in told
    assert told.endswith("Closing ceremony Ballroom Open to Parliament")


def test_the_paper_of_one_participant_has_their_name_and_no_word_of_others(tmp_path: Path) -> None:
    guest = Delegate("d1", honorific="H.E.", family_name="SOK", given_name="Dara", category="W")
    words = " ".join(texts(written(tmp_path, delegate=guest)))

    assert "Programme · H.E. SOK Dara" in words
    assert "Open to" not in words
    assert FORUM.sessions["opening"].title.in_language("en") in words


def many_sessions(seed: int) -> Event:
    """Two hundred sessions on eight days, with texts of all lengths."""
    chance, first = random.Random(seed), FORUM.sessions["opening"]  # noqa: S311 - nothing secret
    titles = ["Coffee", KHMER, "سلام وأمن في آسيا", "A title of very many words " * 11]
    speakers = [
        LocalText.of("H.E. Dr. Somchai Wattanakul, Minister of Foreign Affairs"),
        LocalText.of("ကိုအောင်"),
    ]
    sessions = {}
    for number in range(200):
        start = first.start + timedelta(days=number // 25, minutes=20 * (number % 25))
        sessions[f"s{number}"] = replace(
            first,
            code=f"s{number}",
            title=LocalText.of(chance.choice(titles)),
            room=LocalText.of(f"Hall-{number}."),
            start=start,
            end=start + timedelta(minutes=45),
            speakers=tuple(chance.choice(speakers) for _ in range(chance.choice([0, 0, 1, 4, 40]))),
            status=chance.choice([*[SessionStatus.PLANNED] * 5, SessionStatus.CANCELLED]),
        )
    return replace(FORUM, sessions=sessions)


def test_two_hundred_sessions_stand_whole_and_no_page_ends_with_the_heading_of_a_day(tmp_path: Path) -> None:
    event = many_sessions(18)
    document = written(tmp_path, event)
    pages = texts(document)

    # Beside Arabic letters the signs of a room come out in another order.
    found = [
        int(one or other) for page in pages for one, other in re.findall(r"Hall-(\d+)\.|-(\d+)\.Hall", page)
    ]
    assert found == list(range(200))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        heading = page.rindex("day, March")
        assert re.search(r"\d\d:\d\d–\d\d:\d\d", page[heading:]), page
        lowest = min(box[1] for box in ink(document[number - 1]) if box[1] > 55)
        assert lowest > 56  # the foot of the page is below
    assert all("Security Cooperation in the Asia-Pacific Region" in page for page in pages)


def ink(page: Any) -> list[tuple[float, float, float, float]]:  # noqa: ANN401
    """The boxes of the letters on a page: left, bottom, right, top, in points from the lower edge."""
    text = page.get_textpage()
    return [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]


def test_a_title_in_arabic_letters_begins_at_the_right(tmp_path: Path) -> None:
    opening = replace(FORUM.sessions["opening"], title=LocalText.of("حفل الافتتاح"))
    document = written(tmp_path, replace(FORUM, sessions={"opening": opening}))
    text = document[0].get_textpage()

    letters = [
        text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1) in "حفلاتح"
    ]
    assert max(right for _, _, right, _ in letters) > 415  # points: the column of the titles ends at 422


def test_a_phone_reads_the_event_from_the_first_page(tmp_path: Path) -> None:
    read = of_the_code(written(tmp_path))

    assert len(read) <= 300
    assert read.startswith(b"BEGIN:VCALENDAR\r\n")
    (entry,) = Calendar.from_ical(read).walk("VEVENT")
    assert str(entry["SUMMARY"]).startswith("Security Cooperation in the Asia-Pacific Region")
    assert (entry["DTSTART"].dt, entry["DTEND"].dt - entry["DTSTART"].dt) == (
        FORUM.description.first_day,
        timedelta(days=2),
    )
    assert str(entry["UID"]) == ARecord(FORUM).event_id


@pytest.mark.parametrize(
    "title", [KHMER * 3, "One word after the other " * 13, "المؤتمر الدولي للأمن والتعاون في آسيا " * 5,
              "ငြိမ်းချမ်းရေးယဉ်ကျေးမှု" * 12, "亚太安全合作论坛" * 40, "Donaudampfschifffahrt" * 15]
)  # fmt: skip
def test_a_title_that_is_too_long_for_the_code_ends_between_two_signs(tmp_path: Path, title: str) -> None:
    read = of_the_code(written(tmp_path, titled(title), "en"))

    (entry,) = Calendar.from_ical(read).walk("VEVENT")
    summary = str(entry["SUMMARY"])
    assert len(read) <= 300
    assert summary.endswith("…")
    assert title.startswith(summary[:-1])
    assert len(summary) - 1 in {start for start, _ in clusters(title)} | {end for _, end in clusters(title)}
    assert len(summary.encode()) > 40


def test_a_short_title_keeps_its_venue_and_is_not_shortened(tmp_path: Path) -> None:
    (entry,) = Calendar.from_ical(of_the_code(written(tmp_path, titled("Forum")))).walk("VEVENT")

    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == ("Forum", "Cambodiana Hotel, Phnom Penh")
