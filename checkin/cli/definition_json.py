"""What a definition changes in an event, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkin.domain.definitions import moment_of
from checkin.domain.redefining import Fate
from checkin.domain.things import OPEN_TO, TIME, WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from checkin.desk.define import Redefinition
    from checkin.domain.redefining import ThingChange

_MOMENTS: Final = frozenset({"doors_open", "last_entry"})
_LISTED: Final = frozenset({Thing.CATEGORY, Thing.SESSION})


def redefinition_json(done: Redefinition, zone: ZoneInfo) -> dict[str, Any]:
    """The JSON value of `checkin define` and `checkin programme`; times are in this zone, with their offset."""

    def codes(fate: Fate) -> list[str]:
        return [each.code for each in done.changes if each.fate is fate and each.what in _LISTED]

    fates = {Fate.NEW: "new", Fate.REMOVED: "removed"}
    return {
        "new": codes(Fate.NEW),
        "changed": [
            told for each in done.changes if each.fate is Fate.CHANGED for told in _fields(each, zone)
        ],
        "removed": codes(Fate.REMOVED),
        "things": [
            {"what": each.what.value, "code": each.code, "is": fates[each.fate]}
            for each in done.changes
            if each.fate in fates
        ],
        "same": done.same,
        "rejected": [],
    }


def _fields(change: ThingChange, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    for name, after in change.after.items():
        before, now = _value(name, change.before.get(name), zone), _value(name, after, zone)
        if name != WITHDRAWN and before != now:
            yield {
                "what": change.what.value,
                "code": change.code,
                "field": name,
                "before": before,
                "after": now,
            }


def _value(name: str, value: Any, zone: ZoneInfo) -> Any:  # noqa: ANN401 - a value of a definition, or of JSON
    if name in _MOMENTS and value is not None:
        return _moment(value, zone)
    if name == TIME and value is not None:
        return [_moment(each, zone) for each in value]
    if name.startswith(f"{OPEN_TO}."):
        return value or None
    if isinstance(value, tuple):
        return [_text(each) for each in value]
    return value


def _text(value: Any) -> Any:  # noqa: ANN401 - one item of a list, or of JSON
    """A text of a list: a string if it is for all languages, otherwise the words by language."""
    if not isinstance(value, tuple):
        return value
    by_language = dict(value)
    return by_language.get("", by_language)


def _moment(milliseconds: int, zone: ZoneInfo) -> str:
    return moment_of(milliseconds).astimezone(zone).isoformat()
