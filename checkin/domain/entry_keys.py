"""The keys under which the journal finds its entries: of a delegate, a code, an act, an operator or a thing.

Whatever is computed from the journal is computed from all entries that have one key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.domain.things import Thing

OF_A_THING: Final = "t"
"""The first letter of the keys of all things in the event's definition."""


def delegate_key(delegate: str) -> str:
    """The key under which the journal finds the entries about the delegate with this id."""
    return "d" + delegate


def code_key(code: str) -> str:
    """The key under which the journal finds the entries about the badge with this code."""
    return "c" + code


def act_key(act: str) -> str:
    """The key under which the journal finds the entries that undo the act with this id."""
    return "a" + act


def operator_key(operator: str) -> str:
    """The key under which the journal finds the entries about the operator with this id."""
    return "o" + operator


def doors_key(session: str) -> str:
    """The key under which the journal finds the entries about the doors of the session with this code."""
    return "e" + session


def named_key(session: str) -> str:
    """The key under which the journal finds the entries about all persons named for the session with this code."""
    return "n" + session


def separated_key(one: str, other: str) -> str:
    """The key under which the journal finds the fact that these delegates are two persons; their order is ignored."""
    return f"s{min(one, other)} {max(one, other)}"


def thing_key(what: Thing, code: str) -> str:
    """The key under which the journal finds the entries about a thing in the event's definition, such as a session."""
    return f"{OF_A_THING}{what.value} {code}"
