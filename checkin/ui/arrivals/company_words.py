"""The lines of a card that name the people who accompany or represent a delegate, and say whether they have arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegation_figures import takes_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.desk.together import Company
    from checkin.domain.registration import Registration
    from checkin.wording import Wording


def substitute_line(company: Company, now: datetime, zone: ZoneInfo, say: Wording) -> str:
    """The line that says who represents the delegate; "" if nobody does."""
    if company.substitute is None:
        return ""
    return say.text("represented by {name}").format(name=_with_arrival(company.substitute, now, zone, say))


def company_lines(company: Company, now: datetime, zone: ZoneInfo, say: Wording) -> Iterator[str]:
    """Yield a line for each person whom the delegate represents or accompanies, and for each companion."""
    for absent in company.represents:
        yield say.text("represents {name}").format(name=absent.delegate.titled_name)
    if company.principal is not None:
        principal = _with_arrival(company.principal, now, zone, say)
        yield say.text("accompanies {name}").format(name=principal)
    if company.companions:
        names = ", ".join(_companion(each, now, zone, say) for each in company.companions)
        yield say.text("with: {names}").format(names=names)


def _companion(each: Registration, now: datetime, zone: ZoneInfo, say: Wording) -> str:
    """The name of a person who accompanies the delegate, after what they are, such as the interpreter."""
    return f"{each.delegate.position} {_with_arrival(each, now, zone, say)}".strip()


def _with_arrival(each: Registration, now: datetime, zone: ZoneInfo, say: Wording) -> str:
    name = each.delegate.titled_name
    if each.arrival is not None:
        when = say.text("arrived {time}").format(time=say.when(each.arrival.at, now, zone))
        return f"{name} ({when})"
    return name if takes_place(each) else f"{name} ({say.status_on_screen(each.delegate.status)})"
