"""The card of the selected delegate: who they are, and what the operator should know about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QScrollArea

from checkin.desk.together import ALONE
from checkin.domain.colours import text_colour_on
from checkin.domain.delegates import COLUMNS, PRIVATE, Field, Status
from checkin.domain.own_values import own_values
from checkin.domain.programme import ShownOn
from checkin.text import name_of_delegation
from checkin.ui.appearance import Dressed
from checkin.ui.arrivals.card_photo import CardPhoto
from checkin.ui.arrivals.company_words import company_lines, substitute_line
from checkin.ui.arrivals.seats import seat_lines
from checkin.ui.finding.signs import HEAD, as_rich_text
from checkin.ui.plain import HtmlLabel, escaped
from checkin.ui.theme import VERDICT_LOOKS, Look
from checkin.ui.wrapped import widest_word, with_breaks
from checkin.wording.own_values import own_value_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from checkin.desk.together import Company
    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance, Words

_NAME: Final = 1.7
_NATIVE: Final = 1.45
"""The text sizes of the name and of the native name, as multiples of the normal text size."""
_NAME_IF_LOW, _NATIVE_IF_LOW = 1.2, 1.1
"""The same on a low page."""
_PHOTO, _PHOTO_IF_LOW = 5.2, 3.4
"""The height of the photo in lines of text, and the same on a low page."""
_LEAST_LINES: Final = 2.4
"""The least height of the card, in lines of text."""
_HAVE_A_PLACE: Final = frozenset(
    {
        Field.REFERENCE, Field.HONORIFIC, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_HONORIFIC,
        Field.NATIVE_NAME, Field.NAME_ORDER, Field.LATIN_ONLY, Field.SALUTATION, Field.POSITION, Field.NATIVE_POSITION,
        Field.ORGANISATION, Field.NATIVE_ORGANISATION, Field.DELEGATION, Field.HEAD_OF_DELEGATION, Field.COUNTRY,
        Field.SEX, Field.CATEGORY, Field.ACCOMPANIES, Field.REPRESENTED_BY, Field.EMAIL,
        Field.PHONE, Field.LANGUAGE, Field.PRIVATE_NOTE, Field.PUBLIC_NOTE, Field.ATTENTION, Field.STATUS,
    }
)  # fmt: skip
"""Fields that the card shows in a special place or not at all."""
_NOT_TOLD: Final = _HAVE_A_PLACE | PRIVATE | {Field.PRECEDENCE}
"""Every other field is shown as its name and value. The order of precedence is the business of the protocol office."""


class PersonCard(QScrollArea, Dressed):
    """A card with the details of one delegate, or with a hint.

    A private note and private fields are hidden until the operator asks for them, because guests see the screen too.
    """

    wanted = Signal(str)
    """Emitted with the code of the link on the card that the operator has clicked, one of the links' codes below."""

    PROGRAMME, PHOTO, ALIKE = "programme", "photo", "alike"
    COMPANION, PARTY, SUBSTITUTE = "companion", "party", "substitute"

    def __init__(
        self,
        file: EventFile,
        tasks: Tasks,
        look: Appearance,
        now: Callable[[], datetime],
        *,
        has_links: bool = True,
    ) -> None:
        """`has_links` says whether the card offers what is seldom done, such as the programme as a file."""
        super().__init__()
        self._has_links = has_links
        self._now = now
        self._file = file
        self._look = look
        self._hint: Words | None = None
        self._shown: Registration | None = None
        self._delegation: Sequence[Registration] = ()
        self._alike: Sequence[Registration] = ()
        self._company = ALONE
        self._shows_private = self._is_low = False
        self._photo = CardPhoto(file, tasks, self)
        self._photo.was_read.connect(self._refresh)
        self._text = HtmlLabel(wordWrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._text.linkActivated.connect(self.wanted)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setContentsMargins(12, 8, 12, 8)
        self.setWidget(self._text)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        look.in_each_language(self._label)
        look.colours_changed.connect(self._refresh)
        look.size_changed.connect(self._refresh)

    def fit(self, *, is_low: bool) -> None:
        """If the page `is_low`, show the name smaller and in one line with its honorific; the name is never cut."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the texts to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refresh()

    @property
    def _room(self) -> int:
        """The width of a line of the card, the same with and without its scroll bar."""
        inside = self._text.contentsMargins()
        around = self.verticalScrollBar().sizeHint().width() + inside.left() + inside.right()
        return max(self.width() - around, 1)

    def minimumSizeHint(self) -> QSize:
        """The least size, in which the name is whole."""
        return QSize(super().minimumSizeHint().width(), round(self.fontMetrics().height() * _LEAST_LINES))

    def show_person(self, registration: Registration) -> None:
        """Show this delegate. If another delegate was shown before, hide the private note."""
        if self._shown is None or self._shown.delegate.id != registration.delegate.id:
            self._shows_private = False
            self._company, self._delegation, self._alike = ALONE, (), ()
        self._shown = registration
        self._refresh()

    def show_company(self, company: Company, members: Sequence[Registration]) -> None:
        """Show the people who belong to the delegate, and how many of the delegation's members have arrived."""
        self._company, self._delegation = company, members
        self._refresh()

    @property
    def shows_photo(self) -> bool:
        """Whether the card shows the delegate's photo; False while the photo is still being read."""
        return self._shown is not None and self._photo.is_there

    def show_alike(self, others: Sequence[Registration]) -> None:
        """Show that the delegate may be registered twice, and the name of the delegate who looks most like them."""
        if list(others) != list(self._alike):
            self._alike = others
            self._refresh()

    def toggle_private(self) -> None:
        """Show the private note and the private fields, or hide them again."""
        self._shows_private = not self._shows_private
        self._refresh()

    def has_private(self, delegate: Delegate) -> bool:
        """Whether there is a private note about the delegate, or a value of a private field that the card shows."""
        own = own_values(self._file.known_event, delegate, ShownOn.CARD, is_private=True)
        return bool(delegate.private_note) or any(own)

    def say(self, hint: Words) -> None:
        """Show this hint instead of a delegate."""
        self._shown, self._hint = None, hint
        self._refresh()

    @property
    def text(self) -> str:
        """The rich text (HTML) that the card shows."""
        return self._text.text()

    def _refresh(self) -> None:
        if self._shown is not None:
            lines = _PHOTO_IF_LOW if self._is_low else _PHOTO
            self._photo.read(self._shown.delegate.photo, round(lines * self.fontMetrics().height()))
            self._text.setText("".join(self._lines(self._shown)))
        elif self._hint is not None:
            self._text.setText(self._line(self._hint(self._say), self._colours.muted))

    def _label(self) -> None:
        self._text.setAccessibleName(self._say.text("Participant"))
        self._refresh()

    def _lines(self, registration: Registration) -> Iterator[str]:
        """The lines of the card, the most important first, so that staff need not scroll to them."""
        delegate, say, colours = registration.delegate, self._say, self._colours
        yield self._photo.as_rich_text(self.PHOTO)
        if self._is_low:
            yield self._line(delegate.titled_name, colours.text, size=_NAME_IF_LOW, bold=True)
        else:
            yield self._line(
                delegate.honorific if delegate.latin_name else delegate.native_honorific, colours.muted
            )
            yield self._line(delegate.name, colours.text, size=_NAME, bold=True)
        native = _NATIVE_IF_LOW if self._is_low else _NATIVE
        yield self._line(delegate.titled_other_name, colours.text, size=native)
        seats = seat_lines(registration.invited, self._file.known_event, say, has_room=not self._is_low)
        yield from (self._line(seat, colours.text, bold=True) for seat in seats)
        yield self._line(say.field(Field.LATIN_ONLY) if delegate.latin_only else "", colours.muted)
        yield self._line(delegate.public_note, colours.text, bold=True)
        yield from self._private(registration)
        yield from self._warnings(registration)
        for told in company_lines(self._company, self._now(), self._file.known_event.zone, say):
            yield self._line(told, colours.text)
        yield self._look_alike()
        yield self._category(delegate.category)
        yield self._line(delegate.position, colours.text)
        yield self._line(delegate.organisation, colours.text)
        yield from self._together(registration)
        yield self._links(registration) if self._has_links else ""
        yield self._line(delegate.country, colours.muted)
        for field in Field:
            value = getattr(delegate, COLUMNS[field])
            if field not in _NOT_TOLD and value not in {"", None}:
                told = f"{value:g}" if isinstance(value, float | int) else value
                yield self._line(say.about(say.field(field), str(told)), colours.muted)
        for told in own_value_lines(say, self._file.known_event, delegate, ShownOn.CARD):
            yield self._line(told, colours.muted)
        contact = " · ".join(filter(None, (delegate.phone, delegate.email, delegate.reference)))
        yield self._line(contact, colours.muted)

    def _look_alike(self) -> str:
        """The link to the comparison with who looks most like the delegate; "" if nobody does."""
        if not self._alike or not self._has_links:
            return ""
        say, name = self._say, self._alike[0].delegate.titled_name
        words = say.text("Registered twice? Compare with {name}").format(name=name)
        told = escaped(f"{words} … ({say.keys('Ctrl+D')})")
        return (
            f"<p style='margin:2px 0'><a href='{self.ALIKE}' style='color:{self._colours.warning}'>"
            f"{told}</a></p>"
        )

    def _links(self, registration: Registration) -> str:
        """The links for what is seldom done, each with its key."""
        say, delegate = self._say, registration.delegate
        links = [(self.PROGRAMME, f"{say.text('Their programme')} …", "Ctrl+S")]
        if not delegate.photo:  # else the photo itself is the link
            links.append((self.PHOTO, f"{say.text('Photo')} …", "Ctrl+Shift+P"))
        links.append((self.COMPANION, f"{say.text('Accompanying person')} …", "Ctrl+Shift+N"))
        if self._company.companions or self._company.principal is not None:
            links.append((self.PARTY, f"{say.text('Receive together')} …", "Ctrl+Shift+G"))
        if delegate.represented_by:
            links.append((self.SUBSTITUTE, say.text("Comes after all"), "Ctrl+R"))
        elif delegate.head_of_delegation and registration.arrival is None:
            links.append((self.SUBSTITUTE, f"{say.text('Represented by')} …", "Ctrl+R"))
        told = " · ".join(
            f"<a href='{code}' style='color:{self._colours.link}'>{escaped(f'{words} ({say.keys(keys)})')}</a>"
            for code, words, keys in links
        )
        return f"<p style='margin:2px 0'>{told}</p>"

    def _category(self, code: str) -> str:
        category = self._file.known_event.categories.get(code)
        if category is None:
            return self._line(code, self._colours.text, bold=True)
        chip = (
            f"<span style='background-color:{category.colour}; color:{text_colour_on(category.colour)}; "
            f"font-weight:bold'>&nbsp;{escaped(category.letter)}&nbsp;</span>"
        )
        word = escaped(self._say.local(category.name))
        return f"<p style='margin:5px 0; color:{self._colours.text}'>{chip}&nbsp; {word}</p>"

    def _warnings(self, registration: Registration) -> Iterator[str]:
        delegate, say, colours = registration.delegate, self._say, self._colours
        if delegate.attention:
            flagged = VERDICT_LOOKS[Look.FLAGGED]
            words = escaped(say.text("Call the protocol officer"))
            yield (
                f"<p style='margin:3px 0'><span style='background-color:{flagged.colour}; "
                f"color:{flagged.text_colour}; font-weight:bold'>&nbsp;★ {words}&nbsp;</span></p>"
            )
        if delegate.status is not Status.REGISTERED:
            yield self._line(f"✕ {say.status_on_screen(delegate.status).upper()}", colours.bad, bold=True)
        told = substitute_line(self._company, self._now(), self._file.known_event.zone, say)
        yield self._line(f"→ {told}" if told else "", colours.warning, bold=True)
        if registration.arrival is not None:
            arrival = registration.arrival
            words = say.text("arrived {time}, {station}")
            when = say.when(arrival.at, self._now(), self._file.known_event.zone)
            told = words.format(time=when, station=arrival.station)
            yield self._line(f"✔ {told}", colours.good, bold=True)

    def _together(self, registration: Registration) -> Iterator[str]:
        delegate, say = registration.delegate, self._say
        if not delegate.delegation:
            return
        if delegate.delegation != delegate.organisation:
            named = name_of_delegation(self._file.known_event, delegate.delegation)
            yield self._line(say.local(named), self._colours.text)
        if delegate.head_of_delegation:
            flag = as_rich_text(HEAD, self._colours.text, self.fontMetrics().ascent())
            yield self._line(say.text("head of delegation"), self._colours.text, bold=True, sign=flag)
        if len(self._delegation) > 1:
            arrived = sum(member.arrival is not None for member in self._delegation)
            told = say.many(
                "{members} in the delegation, {count} arrived",
                "{members} in the delegation, {count} arrived",
                arrived,
                members=len(self._delegation),
            )
            yield self._line(f"{told} (Ctrl+G)", self._colours.muted)

    def _private(self, registration: Registration) -> Iterator[str]:
        delegate, say, colour = registration.delegate, self._say, self._colours.warning
        note, event = delegate.private_note, self._file.known_event
        if self._shows_private:
            own = own_value_lines(say, event, delegate, ShownOn.CARD, is_private=True)
            for told in (*([note] if note else []), *own):
                yield self._line(say.text("private: {note}").format(note=told), colour, bold=True)
        elif note:
            yield self._line(say.text("There is a private note (F9)"), colour)
        elif self.has_private(delegate):
            yield self._line(say.text("There is something private (F9)"), colour)

    def _line(self, text: str, colour: str, *, size: float = 1.0, bold: bool = False, sign: str = "") -> str:
        """The text as one paragraph of rich text, with special characters escaped; "" if the text is empty.

        A word that is too wide makes a large text smaller, and is broken into lines if the text is not large.
        `sign` is rich text that stands before the text.
        """
        if not text:
            return ""
        font = QFont(self.font())
        font.setBold(bold)
        font.setPointSizeF(self.font().pointSizeF() * size)
        room = max(self._room - self._photo.width, 1)
        if (width := widest_word(text, QFontMetrics(font))) > room:
            font.setPointSizeF(max(self.font().pointSizeF(), font.pointSizeF() * room / width))
        text, points = with_breaks(text, QFontMetrics(font), room), font.pointSizeF()
        weight = "bold" if bold else "normal"
        style = f"margin:2px 0; color:{colour}; font-size:{points:.1f}pt; font-weight:{weight}"
        return f"<p style='{style}'>{sign + ' ' if sign else ''}{escaped(text)}</p>"
