"""The groups of people who are received together: a delegation, or a principal with those who accompany them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.find import in_delegation
from checkin.desk.together import party_of
from checkin.domain.delegation_figures import Figures
from checkin.text import delegation_named, name_of_delegation
from checkin.ui.arrivals.delegation_words import figures_of_delegation, liaison_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people: how its members are read from the event file, and the words for these members.

    `about` gives the lines about them, such as the figures of a delegation; "" for none.
    """

    read: Callable[[], list[Registration]]
    name: Callable[[Sequence[Registration], Wording], str]
    about: Callable[[Sequence[Registration], Wording], str] = lambda _members, _say: ""
    may_be_one: bool = True
    """Whether the group is of use if it has only one person."""


def delegation_group(file: EventFile, name: str) -> Group:
    """The delegation that has this name, whichever of its names it is."""
    event = file.known_event
    known, shown = delegation_named(event, name), name_of_delegation(event, name)

    def about(members: Sequence[Registration], say: Wording) -> str:
        figures = Figures.of(members, known.quota if known is not None else None)
        return "\n".join(filter(None, (figures_of_delegation(figures, say), liaison_of(known, say))))

    return Group(lambda: in_delegation(file, name), lambda _members, say: say.local(shown), about)


def party_group(file: EventFile, delegate: Delegate) -> Group:
    """The principal to whom this delegate belongs, or the delegate, with those who accompany the principal."""

    def name(members: Sequence[Registration], say: Wording) -> str:
        return say.text("{name} and accompanying persons").format(name=members[0].delegate.titled_name)

    return Group(lambda: party_of(file, delegate.id), name, may_be_one=False)
