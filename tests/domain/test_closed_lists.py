"""The domain's closed lists: no two members of one mean the same word, which stands in files out there."""

from __future__ import annotations

from enum import StrEnum

import pytest

from checkin.domain import admission, badges, delegates, presence, programme, rejections

LISTS = [
    each
    for module in (admission, badges, delegates, presence, programme, rejections)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each.__module__ == module.__name__
]


def test_all_closed_lists_are_found() -> None:
    assert len(LISTS) == 12


@pytest.mark.parametrize("each", LISTS)
def test_each_member_has_a_word_of_its_own(each: type[StrEnum]) -> None:
    assert len(each.__members__) == len({member.value for member in each})
    assert all(name == member.name for name, member in each.__members__.items())
    assert all(member.value == member.name.lower() for member in each)
