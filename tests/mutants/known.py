"""The mutants that are known to live, and how the others that do are to be written down."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import tomli_w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.mutants.places import Module
    from tests.mutants.source import Place

_KNOWN: Final = Path(__file__).with_name("known.toml")
_NAMES: Final = ("file", "function", "before", "after", "nth")
_Key: TypeAlias = tuple[str | int, ...]


class Known:
    """The table of mutants that live with a reason."""

    def __init__(self, path: Path = _KNOWN) -> None:
        mutants = tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])
        self._reasons = {
            tuple({"nth": 1, **each}[name] for name in _NAMES): each["reason"] for each in mutants
        }

    def reason(self, place: Place) -> str | None:
        """Why this one lives, or None where nobody knows of it."""
        return self._reasons.get(_key(place))

    def obsolete(self, modules: Iterable[Module]) -> list[str]:
        """Those of these modules that the program has no place for any more."""
        modules = list(modules)
        files = {module.file for module in modules}
        places = {_key(place) for module in modules for place in module.places}
        return [
            f"{key[0]} {key[1]}: {key[2]}" for key in self._reasons if key[0] in files and key not in places
        ]


def as_table(places: Sequence[Place]) -> str:
    """The places as they would be written into the table, the reasons left open."""
    mutants = [{**dict(zip(_NAMES, _key(place), strict=True)), "reason": ""} for place in places]
    return "\n".join(tomli_w.dumps({"mutant": [each]}) for each in mutants)


def _key(place: Place) -> _Key:
    return place.file, place.function, place.before, place.after, place.nth
