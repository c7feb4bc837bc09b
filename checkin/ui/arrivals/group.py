"""The groups of people whom a desk receives together: a delegation, or a principal with their companions."""

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
    """A group of people: the function that reads its members from the event file, and the words about the members.

    `about` returns lines about the members, such as the figures of a delegation; "" if there are none.
    """

    read: Callable[[], list[Registration]]
    name: Callable[[Sequence[Registration], Wording], str]
    about: Callable[[Sequence[Registration], Wording], str] = lambda _members, _say: ""
    may_be_one: bool = True
    """Whether the list of the group is shown even if the group has only one person."""


def delegation_group(file: EventFile, name: str) -> Group:
    """The delegation that has `name` as one of its names."""
    event = file.known_event
    known, shown = delegation_named(event, name), name_of_delegation(event, name)

    def about(members: Sequence[Registration], say: Wording) -> str:
        figures = Figures.of(members, known.quota if known is not None else None)
        return "\n".join(filter(None, (figures_of_delegation(figures, say), liaison_of(known, say))))

    return Group(lambda: in_delegation(file, name), lambda _members, say: say.local(shown), about)


def party_group(file: EventFile, delegate: Delegate) -> Group:
    """The principal whom this delegate accompanies, or else the delegate, with the companions of either."""

    def name(members: Sequence[Registration], say: Wording) -> str:
        return say.text("{name} and accompanying persons").format(name=members[0].delegate.titled_name)

    return Group(lambda: party_of(file, delegate.id), name, may_be_one=False)
