"""The right side of the Arrivals page: the selected delegate with badge and buttons, or a form or question instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.compare import who_looks_like
from checkin.desk.find import in_delegation
from checkin.desk.together import company_of
from checkin.domain.arriving import gets_badge
from checkin.domain.delegates import Status
from checkin.ui.appearance import Dressed
from checkin.ui.arrivals.card import PersonCard
from checkin.ui.arrivals.not_drawn import NotDrawnNotice
from checkin.ui.arrivals.preview import BadgePreview
from checkin.ui.arrivals.their_programme import TheirProgramme
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QAction, QResizeEvent

    from checkin.desk.preview_badge import PreviewedBadge
    from checkin.desk.together import Company
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_SOON_MS: Final = 250
"""The wait before those who belong to a delegate are read, because quick typing selects many, one after another."""
_SIGN_SIDE: Final = 18
_GAP, _GAP_IF_LOW = 6, 3
_FEW_ROWS: Final = 3
"""The columns in which the buttons stand in two rows."""
_SHAPES: Final = ((2, True, True), (2, True, False), (2, False, True), (2, False, False))
_SHAPES_IF_LOW: Final = (
    (_FEW_ROWS, True, True), (_FEW_ROWS, True, False), (2, True, True), (2, True, False),
    (_FEW_ROWS, False, True), (_FEW_ROWS, False, False),
)  # fmt: skip
"""The columns of the buttons, and whether the keys and the icons are shown: the first for which there is room."""
_EDGES: Final = 32
"""What a button's edges and the space between two buttons take, in dots."""
_LOW_LINES: Final = 34
"""On a page lower than this many lines of text the buttons stand closer together."""
_VERY_LOW_LINES: Final = 20
"""On a page lower than this many lines of text the badge is left out, which nobody could read there."""


class Side(SidePanel, Dressed):
    """The side panel of the Arrivals page.

    While no form or question is open, it shows the selected delegate with badge and buttons.
    """

    def __init__(self, parts: Parts) -> None:
        person = QWidget()
        super().__init__(person)
        self._parts = parts
        self._look = parts.look
        self._shown: Registration | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look_around)
        self.alike: Sequence[Registration] = ()
        """The delegates who may be the same person as the delegate who is shown, the likeliest first."""
        self.is_low = False
        """Whether the page is low for its text size, so that the buttons stand closer together."""
        self._is_very_low = False
        self._buttons: list[tuple[QPushButton, QAction]] = []
        self._signs: list[str] = []
        self.card = PersonCard(parts.file, parts.tasks, parts.look, parts.now)
        self.preview = BadgePreview(parts.file, parts.tasks, parts.look)
        self.not_drawn = NotDrawnNotice(parts.look)
        self.programme = TheirProgramme(parts, self)
        self.preview.told.connect(self._on_previewed)
        self.main = QPushButton()
        self.main.setDefault(True)
        self._grid = QGridLayout()
        self._above = QHBoxLayout()
        self._above.addWidget(self.card, 3)
        self._above.addWidget(self.preview, 2)
        self._column = column = QVBoxLayout(person)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._above, 1)
        column.addWidget(self.not_drawn)
        column.addWidget(self.programme)
        column.addWidget(self.main)
        column.addLayout(self._grid)
        parts.look.language_changed.connect(self._label)

    def offer(self, main: Callable[[], object], others: Sequence[tuple[QAction, str]]) -> None:
        """Set what the large button does, and add a smaller button for each pair of an action and the name of an icon.

        This method is called once, when the page is made.
        """
        self.main.clicked.connect(lambda _checked=False: main())
        for action, sign in others:
            self._buttons.append((_button(action), action))
            self._signs.append(sign)
        self._arrange()

    def show_person(self, registration: Registration | None, hint: Words) -> None:
        """Show this delegate and the buttons that apply. If `registration` is None, show the hint instead."""
        if registration is None:
            self.card.say(hint)
        else:
            self.card.show_person(registration)
        if self._shown is None or registration is None or registration.delegate.id != self._shown.delegate.id:
            self.alike = ()
        self._shown = registration
        self.programme.keep_for(registration.delegate.id if registration is not None else "")
        self._show_preview()
        self.preview.show_badge_of(registration)
        self._soon.start()
        self._label_main()

    def let(self, action: QAction, *, is_able: bool) -> None:
        """Enable the button of this action if `is_able` is True, else grey it out."""
        for button, each in self._buttons:
            if each is action:
                button.setEnabled(is_able)

    def fit(self, room: QSize) -> None:
        """Make the buttons smaller if the page is low for its text size; `room` is the size of the page."""
        self.is_low = room.height() < _LOW_LINES * self.fontMetrics().height()
        self._is_very_low = room.height() < _VERY_LOW_LINES * self.fontMetrics().height()
        self.card.fit(is_low=self._is_very_low)
        self._show_preview()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons anew; their icons and keys are shown only if there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _on_previewed(self, badge: PreviewedBadge | None) -> None:
        self.not_drawn.show_for(badge)
        self._show_preview()
        self._label_main()

    def _show_preview(self) -> None:
        """Show the badge where there is one and room for it: a hint, the card and a notice go first."""
        is_there = self._shown is not None and not self.not_drawn.text
        self.preview.setVisible(is_there and not self._is_very_low)

    def _look_around(self) -> None:
        """Read who belongs to the delegate shown, and look for those who may be the same person."""
        self._read_company()
        shown, file = self._shown, self._parts.file
        if shown is not None:
            delegate = shown.delegate.id
            self._parts.tasks.devices.run(
                lambda: who_looks_like(file, delegate),
                then=if_alive(self, lambda found: self._show_alike(delegate, found)),
                key="alike",
            )

    def _show_alike(self, delegate: str, found: Sequence[Registration]) -> None:
        if self._shown is not None and self._shown.delegate.id == delegate:
            self.alike = found
            self.card.show_alike(found)

    def _read_company(self) -> None:
        """Read who belongs to the delegate shown, and show on the card who they are and how many the delegation has.

        This is done in the devices lane: in the prompt lane a delegation of thousands would hold up the next search.
        """
        shown, file = self._shown, self._parts.file
        if shown is None:
            return
        delegate = shown.delegate

        def read() -> tuple[Company, list[Registration]]:
            members = in_delegation(file, delegate.delegation) if delegate.delegation else []
            return company_of(file, delegate), members

        def then(known: tuple[Company, list[Registration]]) -> None:
            if shown is self._shown:
                self.card.show_company(*known)

        self._parts.tasks.devices.run(read, then=if_alive(self, then), key="delegation")

    def _arrange(self) -> None:
        """Put the buttons into the first shape for which there is room, or break their words into several lines."""
        self._above.setStretch(0, 2 if self.is_low else 3)
        self._above.setStretch(1, 1 if self.is_low else 2)
        self.main.setMinimumHeight(0 if self.is_low else 46)
        self._column.setSpacing(_GAP_IF_LOW if self.is_low else _GAP)
        self._grid.setSpacing(_GAP_IF_LOW if self.is_low else _GAP)
        shapes = _SHAPES_IF_LOW if self.is_low else _SHAPES
        columns, has_keys, has_icons = next(filter(self._has_room, shapes), self._in_lines())
        for number, ((button, action), sign) in enumerate(zip(self._buttons, self._signs, strict=True)):
            words = wrapped(self._words(action, has_keys=has_keys), self.fontMetrics(), self._room(columns))
            button.setText(f" {words}" if has_icons else words)
            button.setAccessibleName(action.text())
            set_tool_tip(button, f"{action.text()} ({self._say.keys(action.shortcut().toString())})")
            self._look.put_icon(button, sign, side=_SIGN_SIDE if has_icons else 0)
            self._grid.addWidget(button, number // columns, number % columns)

    def _has_room(self, shape: tuple[int, bool, bool]) -> bool:
        columns, has_keys, has_icons = shape
        words = [self._words(action, has_keys=has_keys) for _, action in self._buttons]
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        icon = self.fontMetrics().height() * 1.5 if has_icons else 0
        return widest + icon <= self._room(columns)

    def _in_lines(self) -> tuple[int, bool, bool]:
        """The shape in which words take several lines, with as many columns as the longest word allows."""
        words = [word for _, action in self._buttons for word in action.text().split()]
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        return next((n for n in (_FEW_ROWS, 2) if widest <= self._room(n)), 2), False, False

    def _words(self, action: QAction, *, has_keys: bool) -> str:
        keys = f"   {self._say.keys(action.shortcut().toString())}" if has_keys else ""
        return f"{action.text()}{keys}"

    def _room(self, columns: int) -> int:
        """The width of the words of a button, in dots."""
        return self.width() // columns - _EDGES

    def _label(self) -> None:
        self._arrange()
        self._label_main()

    def _label_main(self) -> None:
        text, can = self._main_act(self._shown)
        self.main.setText(text)
        self.main.setEnabled(can)

    def _main_act(self, registration: Registration | None) -> tuple[str, bool]:
        say, stopped = self._say, self._parts.stopped
        if stopped.why is not None:
            return stopped.title(say), False
        if registration is None:
            return say.with_key(say.text("Arrive + print badge"), "Enter"), False
        if registration.arrivals.desk is not None and gets_badge(
            registration.delegate, registration.arrivals
        ):
            zone = self._parts.file.known_event.zone
            time = say.when(registration.arrivals.desk.at, self._parts.now(), zone)
            return "✔ " + say.text("arrived {time}, {station}").format(
                time=time, station=registration.arrivals.desk.station
            ), False
        if not registration.delegate.is_expected:
            registers = registration.delegate.status is Status.INVITED
            words = (
                f"{say.text('Receive and register')} …" if registers else say.text("Let in with a reason …")
            )
            return say.with_key(words, "Enter"), True
        return say.with_key(self._words_to_receive(registration), "Enter"), True

    def _words_to_receive(self, registration: Registration) -> str:
        """What Enter does for an expected delegate; a badge that is on paper already is not printed again."""
        if registration.badge is not None and registration.badge.printed:
            return self._say.text("Arrive")
        if self.not_drawn.text:
            return self._say.text("Arrive; the badge cannot be printed")
        return self._say.text("Arrive + print badge")


def _button(action: QAction) -> QPushButton:
    button = QPushButton()
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.clicked.connect(action.trigger)
    return button
