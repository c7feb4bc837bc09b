"""The scenes of the Delegations page, and of the people who belong together on the Arrivals page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.represent import represent, substitutes
from checkin.desk.together import companion_of
from checkin.desk.walk_in import walk_in
from checkin.domain.delegates import Delegate, Field
from checkin.pictures.scene import Scene
from checkin.pictures.stage import DESK
from checkin.ui.delegations.delegations_page import DelegationsPage
from checkin.ui.delegations.filters import Which

if TYPE_CHECKING:
    from checkin.domain.delegates import Details
    from checkin.domain.registration import Registration
    from checkin.pictures.stage import Stage

_SPOUSE: Final[Details] = {
    Field.HONORIFIC: "Lok Chumteav", Field.FAMILY_NAME: "Meas", Field.GIVEN_NAME: "Chanthavy",
    Field.NATIVE_NAME: "មាស ចាន់ថាវី", Field.POSITION: "spouse",
}  # fmt: skip


def _head(stage: Stage) -> Registration:
    """A head of delegation who is still expected, whom a member could represent."""
    return stage.person(
        lambda each: (
            each.delegate.head_of_delegation
            and each.arrival is None
            and each.delegate.is_expected
            and each.delegate.native_name
            and substitutes(stage.file, each.delegate.id)
        )
    )


def _choose(stage: Stage, one: Delegate) -> None:
    stage.type("".join(letter for letter in one.latin_name if letter.isascii()))


def _delegations(stage: Stage) -> None:
    page = stage.turn_to(DelegationsPage)
    page.take_state({"part": 0, "which": Which.ALL.value})
    stage.settle()


def _incomplete(stage: Stage) -> None:
    page = stage.turn_to(DelegationsPage)
    page.take_state({"part": 0, "which": Which.INCOMPLETE.value})
    stage.settle()


def _order(stage: Stage) -> None:
    page = stage.turn_to(DelegationsPage)
    page.take_state({"part": 1})
    stage.settle()


def _asked_who_represents(stage: Stage) -> None:
    _choose(stage, _head(stage).delegate)
    stage.press("Ctrl+R")
    stage.settle()


def _represented(stage: Stage) -> None:
    """The card of a head of delegation whom a member represents, and what is asked when they turn up after all."""
    head = _head(stage).delegate
    represent(stage.file, DESK, head.id, substitutes(stage.file, head.id)[0].delegate.id)
    _choose(stage, head)


def _turned_up(stage: Stage) -> None:
    absent = stage.person(lambda each: each.delegate.represented_by and each.arrival is None)
    _choose(stage, absent.delegate)
    stage.press("Return")
    stage.settle()


def _companion_form(stage: Stage) -> None:
    _choose(stage, _head(stage).delegate)
    stage.press("Ctrl+Shift+N")
    stage.settle()


def _party(stage: Stage) -> None:
    """The card of a principal whose spouse is here already."""
    head = _head(stage).delegate
    spouse = companion_of(head).with_details(_SPOUSE)
    walk_in(stage.file, DESK, spouse.details(), stage.now())
    _choose(stage, head)


def _party_list(stage: Stage) -> None:
    _choose(stage, stage.person(lambda each: each.delegate.position == "spouse").delegate)
    stage.press("Ctrl+Shift+G")
    stage.settle()


SCENES: Final = (
    Scene("delegations", _delegations),
    Scene("delegations-incomplete", _incomplete),
    Scene("delegations-order", _order),
    Scene("arrivals-substitute", _asked_who_represents),
    Scene("arrivals-companion", _companion_form),
    Scene("arrivals-party", _party),
    Scene("arrivals-party-list", _party_list),
    Scene("arrivals-represented", _represented),
    Scene("arrivals-turned-up", _turned_up),
)
