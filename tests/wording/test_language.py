from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from babel import Locale, UnknownLocaleError

from checkin import wording
from checkin.domain.programme import LocalText

PHNOM_PENH = ZoneInfo("Asia/Phnom_Penh")


def test_a_sentence_that_no_catalogue_has_is_shown_in_english() -> None:
    assert wording.in_language("km").text("No catalogue has this.") == "No catalogue has this."


def test_an_empty_text_stays_empty() -> None:
    assert wording.in_language("fr").text("") == ""


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("fr", "fr"), ("fr-CH", "fr"), ("km_KH.UTF-8", "km"), ("zh_Hant_TW", "zh"), ("de", "en"), ("C", "en")],
)
def test_a_language_without_a_catalogue_gets_english(wanted: str, spoken: str) -> None:
    assert wording.in_language(wanted).code == spoken


@pytest.mark.skipif(sys.platform == "win32", reason="there the system's language is no environment variable")
def test_no_choice_means_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    wording.in_language.cache_clear()

    assert wording.in_language("").code == "fr"
    wording.in_language.cache_clear()


def test_a_number_chooses_its_form() -> None:
    english = wording.in_language("en")

    assert english.many("{count} row", "{count} rows", 1) == "1 row"
    assert english.many("{count} row", "{count} rows", 3) == "3 rows"


def test_times_are_those_of_the_venue() -> None:
    moment = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)

    assert wording.in_language("km").time(moment, PHNOM_PENH) == "03:05"
    assert wording.in_language("en").moment(moment, PHNOM_PENH) == "Nov 25, 2026 03:05"


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("en", "Tuesday, November 24, 2026"),
        ("fr", "mardi 24 novembre 2026"),
        ("km", "អង្គារ 24 វិច្ឆិកា 2026"),
        ("zh", "2026年11月24日星期二"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(code: str, day: str) -> None:
    assert wording.in_language(code).day(date(2026, 11, 24)) == day


@pytest.mark.parametrize(
    ("code", "day"), [("en", "Tue, Nov 24"), ("fr", "mar. 24 nov."), ("zh", "11月24日周二")]
)
def test_a_day_can_be_written_with_the_short_name_of_its_weekday(code: str, day: str) -> None:
    assert wording.in_language(code).weekday(date(2026, 11, 24)) == day


def test_languages_have_names_here_and_at_home() -> None:
    english = wording.in_language("en")

    assert english.language_name("km") == "Khmer"
    assert english.language_name("km", own=True) == "ខ្មែរ"
    assert english.language_name("zh-Hans") == "Chinese (Simplified)"
    assert english.language_name("no language") == "no language"


def test_a_language_is_named_where_babel_knows_nothing_else_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Locale.parse

    def parse_of_the_shipped_program(code: str, sep: str = "_") -> Locale:
        if code == "th":
            raise UnknownLocaleError(code)
        return parse(code, sep=sep)

    monkeypatch.setattr(Locale, "parse", parse_of_the_shipped_program)

    assert wording.in_language("en").language_name("th") == "Thai"
    assert wording.in_language("fr").language_name("th") == "thaï"


def test_the_organisers_own_text_is_taken_in_the_readers_language() -> None:
    title = LocalText.of({"en": "Opening", "km": "ពិធីបើក"})

    assert wording.in_language("km").local(title) == "ពិធីបើក"
    assert wording.in_language("fr").local(title) == "Opening"


def test_keys_are_named_as_on_the_keyboard_and_a_colon_is_set_by_the_language() -> None:
    english = wording.in_language("en")

    assert english.keys("Ctrl+Shift+Enter") == "Ctrl+Shift+Enter"
    assert english.keys("Ctrl+/") == "Ctrl+/"
    assert english.with_key("Save", "Enter") == "Save   Enter"
    assert english.about("CHEA Vanna", "arrived") == "CHEA Vanna: arrived"


@pytest.mark.parametrize(
    ("language", "moment", "told"),
    [
        ("en", datetime(2026, 9, 15, 1, 30, tzinfo=UTC), "08:30"),
        ("en", datetime(2026, 9, 14, 16, 59, tzinfo=UTC), "Monday 23:59"),
        ("en", datetime(2026, 9, 14, 17, 0, tzinfo=UTC), "00:00"),
        ("en", datetime(2026, 9, 16, 1, 30, tzinfo=UTC), "Wednesday 08:30"),
        ("en", datetime(2026, 9, 8, 1, 30, tzinfo=UTC), "Sep 8, 2026 08:30"),
        ("fr", datetime(2026, 9, 14, 1, 30, tzinfo=UTC), "lundi 08:30"),
        ("km", datetime(2026, 9, 14, 1, 30, tzinfo=UTC), "ច័ន្ទ 08:30"),
        ("zh", datetime(2026, 9, 14, 1, 30, tzinfo=UTC), "星期一 08:30"),
    ],
)
def test_a_time_of_another_day_at_the_venue_has_its_day(language: str, moment: datetime, told: str) -> None:
    now = datetime(2026, 9, 15, 3, 0, tzinfo=UTC)

    assert wording.in_language(language).when(moment, now, PHNOM_PENH) == told
