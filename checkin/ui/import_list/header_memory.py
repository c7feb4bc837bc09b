"""Remembers what the operator has said about a list, for the next list with the same header row."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from checkin.importing.people.list_words import list_key
from checkin.ui.import_list.told import Told, answers_of

if TYPE_CHECKING:
    from checkin.importing.people.planned import ImportPlan

_MOST: Final = 20
_ID_LENGTH: Final = 16


class HeaderMemory:
    """What the operator has said about the last imported lists, by their header rows.

    Answers about single persons, and that a list wins over the desks, are not remembered.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[str, object]] = {}

    @property
    def text(self) -> str:
        """The remembered answers of the operator, as JSON to be saved; "" if there are none."""
        return json.dumps(self._known) if self._known else ""

    def take(self, text: str) -> None:
        """Take over the answers from the `text` of an earlier memory; answers that are not understood are skipped."""
        with suppress(ValueError, RecursionError):
            known = json.loads(text or "{}")
            if isinstance(known, dict):
                self._known = {str(key): said for key, said in known.items() if isinstance(said, dict)}

    def remember(self, plan: ImportPlan, told: Told) -> None:
        """Remember what the operator has said about this list; only the last twenty header rows are kept."""
        self._known.pop(_key(plan), None)
        said: dict[str, object] = {
            "readings": dict(told.readings),
            "category": told.category,
            "answers": told.answers_as_text,
            "source": told.source,
        }
        if any(said.values()):
            self._known[_key(plan)] = said
        self._known = dict(list(self._known.items())[-_MOST:])

    def recall(self, plan: ImportPlan, told: Told) -> Told:
        """The operator's answers for this list, completed by those for the last list with the same header row."""
        said = self._known.get(_key(plan))
        if said is None:
            return told
        readings = said.get("readings")
        known = readings if isinstance(readings, dict) else {}
        return replace(
            told,
            readings={**{str(header): str(name) for header, name in known.items()}, **told.readings},
            category=told.category or str(said.get("category", "")),
            answers={**answers_of(str(said.get("answers", ""))), **told.answers},
            source=told.source or str(said.get("source", "")),
        )


def _key(plan: ImportPlan) -> str:
    headers = "\x1f".join(list_key(use.header) for use in plan.columns)
    return sha256(headers.encode()).hexdigest()[:_ID_LENGTH]
