"""The lock file pins everything that the project asks for, by hash, and says nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_LOCK = (_ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
_DESK, _, _TESTS = _LOCK.partition("# For the tests:\n")
_PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)( ; (?P<marker>[^\\]+))?")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock: its name, its one version, and the number of files that are accepted as it."""

    name: str
    version: str
    hashes: int


def _pins(text: str) -> dict[str, Pin]:
    pins = {}
    for paragraph in re.split(r"\n(?=[^\s#])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip()):
        first, *rest = [line.removesuffix("\\").strip() for line in paragraph.splitlines()]
        pin = _PIN.fullmatch(first)
        assert pin, f"not a pinned package: {first}"
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in rest), first
        name = canonicalize_name(pin["name"])
        pins[name] = Pin(name, pin["version"], len(rest))
    return pins


def _asked_by_group(group: str) -> list[Requirement]:
    entries = _PROJECT["dependency-groups"][group]
    return [Requirement(entry) for entry in entries if isinstance(entry, str)]


_FOR_THE_DESK = [Requirement(text) for text in _PROJECT["project"]["dependencies"]] + _asked_by_group(
    "install"
)


def _is_met(wanted: Requirement, pins: dict[str, Pin]) -> bool:
    pin = pins.get(canonicalize_name(wanted.name))
    return pin is not None and wanted.specifier.contains(pin.version)


def test_every_package_is_pinned_by_hash() -> None:
    pins = _pins(_DESK) | _pins(_TESTS)

    assert len(pins) > 50
    assert all(pin.hashes for pin in pins.values())


@pytest.mark.parametrize(
    "address", ["://", "--index", "--extra-index", "--find-links", "--trusted-host", " @ "]
)
def test_the_lock_names_no_address(address: str) -> None:
    assert address not in _LOCK


@pytest.mark.parametrize("wanted", _FOR_THE_DESK, ids=lambda wanted: wanted.name)
def test_what_a_desk_needs_is_in_the_first_part(wanted: Requirement) -> None:
    assert _is_met(wanted, _pins(_DESK))


@pytest.mark.parametrize("wanted", _asked_by_group("test"), ids=lambda wanted: wanted.name)
def test_what_the_tests_need_is_in_the_lock(wanted: Requirement) -> None:
    assert _is_met(wanted, _pins(_DESK) | _pins(_TESTS))


def test_no_package_is_in_both_parts() -> None:
    assert not _pins(_DESK).keys() & _pins(_TESTS).keys()
