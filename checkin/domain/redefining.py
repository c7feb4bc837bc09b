"""Compares an event with a definition, and finds the fields to set so that the event follows the definition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checkin.domain.definitions import changed_fields, definitions_of
from checkin.domain.facts import Defined
from checkin.domain.things import PLACE, WITHDRAWN, Definitions, Thing, Values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event

_NOTHING: Final[Values] = {}


class Fate(Enum):
    """What a definition does to a thing of the event, such as a session."""

    NEW = auto()
    CHANGED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class ThingChange:
    """What a definition changes in one thing: the fields that it sets (`after`), and all fields as they are (`before`).

    The change is NEW for a thing that did not exist before, and for a withdrawn thing that is named again.
    """

    what: Thing
    code: str
    fate: Fate
    before: Values
    after: Values


def changes(known: Definitions, wanted: Definitions, named: Iterable[Thing]) -> list[ThingChange]:
    """What to change so that the event `known` becomes the event `wanted`; things that stay the same are left out.

    Only things of the kinds in `named` are changed or withdrawn.
    """
    kinds = frozenset(named)
    there = {thing: values for thing, values in wanted.items() if thing[0] in kinds}
    places = _places(known, there)
    found = []
    for (what, code), values in there.items():
        before = known.get((what, code), _NOTHING)
        aim = {**values, PLACE: places[code]} if what is Thing.CATEGORY else values
        after = changed_fields(before, aim)
        if after:
            fate = Fate.CHANGED if _is_there(what, before) else Fate.NEW
            found.append(ThingChange(what, code, fate, before, after))
    for (what, code), before in known.items():
        if what in kinds and (what, code) not in there and before.get(WITHDRAWN) is False:
            found.append(ThingChange(what, code, Fate.REMOVED, before, {WITHDRAWN: True}))
    return found


def merged(known: Definitions, seen: Definitions, wanted: Definitions) -> dict[tuple[Thing, str], Values]:
    """The fields that result if an editor's changes (`seen` to `wanted`) are made in the event as it is now (`known`).

    The editor read the event as `seen` and changed it to `wanted`; meanwhile others may have changed it to `known`.
    Fields that the editor did not change stay as the others left them. A thing that is withdrawn is left out. A new
    thing with the code of a withdrawn one gets none of the fields of the withdrawn one, because the editor did not see
    them.
    """
    places = {
        thing: {**values, PLACE: known.get(thing, values)[PLACE]} if thing[0] is Thing.CATEGORY else values
        for thing, values in seen.items()
    }
    result: dict[tuple[Thing, str], Values] = dict(known)
    for each in changes(places, wanted, Thing):
        thing = (each.what, each.code)
        fields = result.pop(thing, _NOTHING)
        if thing not in seen and not _is_there(each.what, fields):
            fields = _NOTHING
        if each.fate is not Fate.REMOVED:
            result[thing] = {**fields, **each.after}
    return result


def made_meanwhile(known: Definitions, seen: Definitions, wanted: Definitions) -> list[tuple[Thing, str]]:
    """The new things of an editor whose code others have meanwhile given to another thing of the same kind.

    The arguments are as for `merged`, which would overwrite the thing of the others. A session that others have made
    and withdrawn again counts too, because its doors still answer scans.
    """
    return [
        thing
        for thing in wanted
        if thing not in seen
        and WITHDRAWN in (there := known.get(thing, _NOTHING))
        and (thing[0] is Thing.SESSION or _is_there(thing[0], there))
    ]


def _is_there(what: Thing, values: Values) -> bool:
    return what is Thing.POLICY or values.get(WITHDRAWN) is False


def _places(known: Definitions, wanted: Definitions) -> dict[str, int]:
    """The place of each wanted category; as many categories as possible keep the place that they have.

    Categories that change their order share out among them the places that they have. A new category gets a place
    after the one before it; those that follow move on only if there is no place left.
    """
    codes = [code for what, code in wanted if what is Thing.CATEGORY]
    had = {code: _place(known.get((Thing.CATEGORY, code), _NOTHING)) for code in codes}
    free = iter(sorted(place for place in had.values() if place is not None))
    places: dict[str, int] = {}
    last = 0
    for code in codes:
        own = next(free) if had[code] is not None else last + 1
        last = places[code] = max(own, last + 1)
    return places


def _place(values: Values) -> int | None:
    place = values.get(PLACE)
    return place if isinstance(place, int) and values.get(WITHDRAWN) is False else None


def still_so(facts: Iterable[Fact], event: Event) -> tuple[Fact, ...]:
    """The facts that still have their effect in this event.

    Of a definition (`Defined`), only the fields are kept that still have the value which the fact set; a definition of
    which no field is left is dropped. A field that was set again later, perhaps at another desk, has the later value.
    """
    now = definitions_of(event)
    kept: list[Fact] = []
    for fact in facts:
        if isinstance(fact, Defined):
            known = now.get((fact.what, fact.code), {WITHDRAWN: True})
            values = {name: value for name, value in fact.values.items() if known.get(name) == value}
            if values:
                kept.append(replace(fact, values=values))
        else:
            kept.append(fact)
    return tuple(kept)
