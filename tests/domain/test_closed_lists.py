"""The domain's closed lists: no two members of one mean the same word, which stands in files out there."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

import pytest

from checkin import domain
from checkin.domain.admission import Refusal
from checkin.domain.codes import CodeKind
from checkin.domain.delegates import Field, Sex

MODULES = [import_module(f"checkin.domain.{module.name}") for module in iter_modules(domain.__path__)]
LISTS = [
    each
    for module in MODULES
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each.__module__ == module.__name__
]
WITH_SIGNS = {CodeKind, Sex}
"""Lists whose members stand for a sign rather than a word: the first character of a code, f and m."""


def test_the_closed_lists_are_found() -> None:
    assert {Refusal, Field} <= set(LISTS)


@pytest.mark.parametrize("each", LISTS)
def test_each_member_has_a_word_of_its_own(each: type[StrEnum]) -> None:
    assert all(name == member.name for name, member in each.__members__.items())
    assert len({member.value for member in each}) == len(each.__members__)
    assert each in WITH_SIGNS or all(member.value == member.name.lower() for member in each)
