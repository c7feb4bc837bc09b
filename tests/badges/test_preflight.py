"""Whether the name on a badge can be drawn is known before the badge is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.badges import face_of, findings_on
from checkin.desk.name_on_badge import latin_alone_is_drawn, signs_not_drawn
from checkin.domain.delegates import Delegate
from tests.badges.examples import FORUM, on_paper

YOSHINO = Delegate("d1", family_name="YOSHINO", given_name="Ken", native_name="𠮷野 健", category="M")


def is_printed(delegate: Delegate) -> bool:
    badge = on_paper(delegate)
    return not any(finding.spoils_the_name for finding in findings_on(badge, FORUM))


@pytest.mark.parametrize(
    "delegate",
    [
        YOSHINO,
        replace(YOSHINO, latin_only=True),
        replace(YOSHINO, native_name="吉野 健"),
        replace(YOSHINO, given_name="😀"),
        replace(YOSHINO, given_name="😀", latin_only=True),
        replace(YOSHINO, family_name="", given_name=""),
        replace(YOSHINO, family_name="", given_name="", latin_only=True),
        replace(YOSHINO, native_name="", honorific="ᏣᎳᎩ"),
        replace(YOSHINO, native_name="", native_honorific="ᏣᎳᎩ"),
        replace(YOSHINO, native_name="野", native_honorific="ᏣᎳᎩ"),
        replace(YOSHINO, native_name="", organisation="ᏣᎳᎩ"),
    ],
)
def test_a_badge_is_printed_where_no_sign_of_its_names_and_titles_is_missing(delegate: Delegate) -> None:
    assert is_printed(delegate) == (not signs_not_drawn(delegate))


def test_the_latin_name_alone_is_an_answer_only_where_the_latin_name_is_whole() -> None:
    assert latin_alone_is_drawn(YOSHINO)
    assert not latin_alone_is_drawn(replace(YOSHINO, given_name="😀"))
    assert not latin_alone_is_drawn(replace(YOSHINO, family_name="", given_name=""))


def test_a_badge_with_the_latin_name_alone_shows_nothing_of_the_native_name() -> None:
    titled = replace(YOSHINO, native_honorific="様")
    both, alone = (on_paper(each) for each in (titled, replace(titled, latin_only=True)))

    assert alone.delegate.name == "YOSHINO Ken"
    assert (alone.delegate.native_name, alone.delegate.native_honorific) == ("", "")
    assert face_of(alone, FORUM) != face_of(both, FORUM)


def test_a_badge_without_a_latin_name_shows_the_native_name_whatever_was_chosen() -> None:
    only = replace(YOSHINO, family_name="", given_name="", native_name="吉野", latin_only=True)

    assert on_paper(only).delegate.name == "吉野"
