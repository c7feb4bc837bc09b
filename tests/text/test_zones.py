"""Finding a time zone by city and country."""

from __future__ import annotations

from time import perf_counter

import pytest

from checkin.domain.programme import zone_named
from checkin.text import all_zones, city_of, country_of, find_zones

LANGUAGES = ("en", "fr", "km", "zh")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("phnom", "Asia/Phnom_Penh"),
        ("cambodge", "Asia/Phnom_Penh"),
        ("Cambodia", "Asia/Phnom_Penh"),
        ("កម្ពុជា", "Asia/Phnom_Penh"),
        ("កម្ពុ", "Asia/Phnom_Penh"),
        ("ភ្នំពេញ", "Asia/Phnom_Penh"),
        ("金边", "Asia/Phnom_Penh"),
        ("cambodge phnom", "Asia/Phnom_Penh"),
        ("Asia/Phnom_Penh", "Asia/Phnom_Penh"),
        ("siem reap", "Asia/Phnom_Penh"),
        ("GENEVE", "Europe/Zurich"),
        ("Suisse", "Europe/Zurich"),
        ("Côte d'Ivoire", "Africa/Abidjan"),
        ("cote d ivoire", "Africa/Abidjan"),
        ("New Delhi", "Asia/Kolkata"),
        ("北京", "Asia/Shanghai"),
        ("utc", "Etc/UTC"),
    ],
)
def test_a_zone_is_found_by_city_and_country_in_each_language(text: str, name: str) -> None:
    assert find_zones(text, LANGUAGES)[0] == name


@pytest.mark.parametrize("text", ["", "   ", "!?", "Atlantis", "phnom france"])
def test_no_zone_is_found_by_what_no_zone_is_called(text: str) -> None:
    assert find_zones(text, LANGUAGES) == []


def test_a_city_of_that_name_comes_before_a_country() -> None:
    assert find_zones("mexico", LANGUAGES)[0] == "America/Mexico_City"
    assert find_zones("par", LANGUAGES)[:2] == ["America/Paramaribo", "Europe/Paris"]


def test_every_zone_is_known_to_this_computer_and_found_by_its_own_name() -> None:
    for zone in all_zones(LANGUAGES):
        assert zone_named(zone.name) is not None
        assert zone.name in find_zones(zone.name, LANGUAGES)


def test_a_zone_is_named_in_each_language() -> None:
    named = [(city_of("Asia/Phnom_Penh", each), country_of("Asia/Phnom_Penh", each)) for each in LANGUAGES]

    assert named == [
        ("Phnom Penh", "Cambodia"),
        ("Phnom Penh", "Cambodge"),
        ("ភ្នំពេញ", "កម្ពុជា"),
        ("金边", "柬埔寨"),
    ]
    assert (city_of("Etc/UTC", "fr"), country_of("Etc/UTC", "fr")) == ("UTC", "")


def test_all_zones_are_searched_between_two_letters() -> None:
    all_zones(LANGUAGES)
    begin = perf_counter()
    for _ in range(10):
        find_zones("united states new", LANGUAGES)

    assert (perf_counter() - begin) / 10 < 0.02
