"""The words for the history of a person: what each act did to the person, and who did it when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import PRIVATE, YES_OR_NO, Field, Sex, Status
from checkin.domain.facts import ActBegun, ActEnded, Arrived, Corrected, LongAct, Registered
from checkin.wording.acts import fact_words
from checkin.wording.reasons import reason_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from checkin.domain.delegates import Value
    from checkin.domain.person_history import Happening
    from checkin.domain.programme import Event
    from checkin.wording.wording import Wording


def what(say: Wording, happening: Happening, event: Event, now: datetime) -> str:
    """What the act did to the person, such as "Category: Ministries → Media".

    A time that is not of the same day as `now` is given with its date.
    """
    told = [
        line for fact in happening.facts for line in _told(say, fact, happening.before, event, now) if line
    ]
    if happening.people > 1:
        told.append(
            say.many("one of {count} person", "one of {count} people", happening.people)
            if happening.long is LongAct.CHANGE
            else say.many("in one act of {count} person", "in one act of {count} people", happening.people)
        )
    return " · ".join(dict.fromkeys(told))


def who(say: Wording, happening: Happening, event: Event, now: datetime) -> str:
    """When the act was done, by whom and where, and when and by whom it was undone."""
    by = ", ".join(filter(None, (happening.operator, happening.station)))
    done = " · ".join(filter(None, (say.when(happening.at, now, event.zone), by)))
    if happening.undone is None:
        return done
    when = say.when(happening.undone.at, now, event.zone)
    undone = (
        say.text("undone {time} by {operator}").format(time=when, operator=happening.undone.operator)
        if happening.undone.operator
        else say.text("undone {time}").format(time=when)
    )
    return f"{done} · {undone}"


def _told(
    say: Wording, fact: object, before: Mapping[str, Value], event: Event, now: datetime
) -> Iterator[str]:
    match fact:
        case Registered(source=source, row=row):
            yield say.text("registered")
            yield _from_list(say, source, row)
        case Corrected(details=details, source=source, row=row):
            for code, value in details.items():
                if value != before.get(code):
                    yield _changed(say, event, code, before.get(code), value)
            yield _from_list(say, source, row)
        case Arrived(override=why) if why is not None:
            yield fact_words(say, fact, event, now)
            yield say.about(say.text("let in with a reason"), reason_given(say, why))
        case ActBegun() | ActEnded():
            pass
        case _:
            yield fact_words(say, fact, event, now)  # type: ignore[arg-type]


def _from_list(say: Wording, source: str | None, row: int) -> str:
    if source is None:
        return ""
    if source:
        return say.text("list “{source}”, row {row}").format(source=source, row=row)
    return say.text("list, row {row}").format(row=row)


def _changed(say: Wording, event: Event, code: str, former: Value, value: Value) -> str:
    """A field with its former and its new value; of a private field only that it has changed."""
    label = say.field_of(event, code)
    own = event.fields.get(code)
    if code in PRIVATE or (own is not None and own.private):
        return say.text("{field} changed").format(field=label)
    return say.about(label, f"{_value(say, event, code, former)} → {_value(say, event, code, value)}")


def _value(say: Wording, event: Event, code: str, value: Value) -> str:
    if value is None or value == "":
        return "–"
    match code:
        case Field.CATEGORY:
            category = event.categories.get(str(value))
            return say.local(category.name) if category is not None else str(value)
        case Field.STATUS:
            return say.status_on_screen(Status(str(value)))
        case Field.SEX:
            return say.sex(Sex(str(value)))
        case _ if code in YES_OR_NO or isinstance(value, bool):
            return say.yes_no(value=bool(value))
        case _:
            return f"{value:g}" if isinstance(value, float) else str(value)
