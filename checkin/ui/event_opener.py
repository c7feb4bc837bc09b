"""Opens an event: the one named when the program was started, one chosen in the window, or the demo; and closes it.

Another event can be opened while one is open. The open event is put away only when the other one could be opened.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from checkin.desk.staff import Shift
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.main_window import MainWindow
    from checkin.ui.one_window import OneWindow
    from checkin.ui.strip import Told
    from checkin.wording import Wording


class EventOpener(QObject):
    """Opens and closes event files in background threads; meanwhile the window stores what the operator types.

    If a file cannot be opened, the operator is asked for another event, or goes on with the event that is open.
    """

    opened = Signal(object)
    """Emitted when an event was opened, with its EventFile."""

    asked = Signal()
    """Emitted when no event is open any more, so that the operator is asked for one."""

    failed = Signal(object)
    """Emitted when an event could not be opened, with the CheckinError that says why."""

    def __init__(
        self,
        tasks: Tasks,
        window: MainWindow,
        look: Appearance,
        now: Callable[[], datetime],
        shift: Shift,
        *,
        load: tuple[str, ...],
    ) -> None:
        """Store what is needed to open events.

        A new event is made by whoever is on duty in `shift`. `load` names the modules that the first page needs; they
        are loaded in the background with the event file.
        """
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._look = look
        self._now = now
        self._shift = shift
        self._load = load
        self._opening_words: Told | None = None
        self._wanted: Path | None = None
        self.one_window: OneWindow | None = None
        """What answers when another start of the program opens the same event; None until the first event."""
        self.is_demo = False
        """Whether the event is the demo, whose badges need no printer."""
        self.is_in_use = False
        """Whether another program had the event open too when it was opened here."""
        self.closing: list[EventFile] = []
        """The files that are being closed, and are still open for a moment."""

    def open(self, event: Path, *, is_demo: bool | None = None) -> None:
        """Open this event file in the background; `opened` or `failed` is emitted at the end.

        If another window has the event open, that window comes to the front instead. `is_demo` says whether the event
        is the demo; None keeps what is known of this. If the event is still being closed, it is opened after that.
        """
        if self._window.has_event:
            self._tell_opening(event)
        elif not self._window.is_opening:
            self._window.show_opening(event.name)
        if any(os.path.realpath(file.path) == os.path.realpath(event) for file in self.closing):
            self._wanted = event
        elif self.one_window is None or self.one_window.answers_for(event):
            self._open(event, is_demo)
        else:
            self.one_window.ask(
                event,
                lambda is_raised: self._tell_open_there() if is_raised else self._open(event, is_demo),
            )

    def ask(self) -> None:
        """Show the page on which the operator can choose an event file or the demo."""
        from checkin.ui.start import StartPage  # noqa: PLC0415 - needed only where no event is named

        self.is_demo = False
        self.asked.emit()
        start = StartPage(self._look, self._tasks.devices)
        start.chosen.connect(lambda event: self.open(event, is_demo=False))
        start.new_wanted.connect(self.make_new)
        start.demo_wanted.connect(self._make_demo)
        self._window.show_instead(start)
        start.setFocus()

    def close(self, file: EventFile, *, is_backed_up: bool, then: Callable[[], object] | None = None) -> None:
        """Close this event file in the background; unless `is_backed_up`, make a back-up of it first.

        `then` is called when the file is closed.
        """
        self.closing.append(file)

        def close(trouble: CheckinError | None = None) -> None:
            # Twice: what a page had still asked of a lane opened its connection there again.
            again = partial(self._tasks.in_each_lane, file.close, lambda: self._on_closed(file, then))
            self._tasks.in_each_lane(file.close, again)
            if trouble is not None:
                self._window.strip.show_trouble(trouble)

        self._tasks.batch.run(
            lambda _tick: None if is_backed_up else _backed_up(file),
            then=lambda _: close(),
            fail=close,
            stopped=close,
        )

    def give_up(self, error: CheckinError) -> None:
        """Emit `failed` with `error`, which says why an event did not open, and ask for another if none is open."""
        self._stay()
        self.failed.emit(error)

    def _stay(self) -> None:
        """Go on with the event that is open; if none is open, ask for one."""
        self._window.strip.put_away(self._opening_words)
        if not self._window.has_event:
            self.ask()

    def _tell_open_there(self) -> None:
        """Say that another window has the event open, which has come to the front."""
        self._stay()
        self._window.strip.show_outcome(_open_there, is_well=True)

    def _open(self, event: Path, is_demo: bool | None) -> None:  # noqa: FBT001 - as `open` got it
        load = self._load
        self._tasks.prompt.run(
            lambda: _opened(event, load),
            then=lambda found: self._on_opened(*found, is_demo),
            fail=self.give_up,
        )

    def _on_opened(self, file: EventFile, is_in_use: bool, is_demo: bool | None) -> None:  # noqa: FBT001 - the same
        self._window.strip.put_away(self._opening_words)
        self.is_in_use = is_in_use
        if is_demo is not None:
            self.is_demo = is_demo
        self.opened.emit(file)

    def _tell_opening(self, event: Path) -> None:
        def told(say: Wording) -> tuple[str, str]:
            return say.text("Opening {file} …").format(file=event.name), ""

        self._opening_words = told
        self._window.strip.show_outcome(told, is_well=True)

    def make_new(self) -> None:
        """Show the assistant with which the operator makes a new event, once its modules are loaded in a lane."""
        self._tasks.devices.run(_load_assistant, then=lambda _: self._show_assistant(), key="new event")

    def _show_assistant(self) -> None:
        from checkin.ui.assistant.assistant import Assistant  # noqa: PLC0415 - loaded by now, in a lane
        from checkin.ui.main_window import PAGES  # noqa: PLC0415 - the same

        today = self._now().astimezone().date()
        pages = tuple(page.module for page in PAGES)
        assistant = Assistant(self._look, self._tasks, self._shift, today, pages)
        assistant.made.connect(lambda event: self.open(event, is_demo=False))
        assistant.given_up.connect(self.ask)
        self._window.show_instead(assistant, help_of="event")
        assistant.setFocus()

    def _make_demo(self) -> None:
        self._window.show_notice(lambda say: say.text("Making the demo …"))
        now = self._now()
        self._tasks.batch.run(
            lambda _tick: _made_demo(now),
            then=lambda event: self.open(event, is_demo=True),
            fail=self.give_up,
        )

    def _on_closed(self, file: EventFile, then: Callable[[], object] | None) -> None:
        with suppress(CheckinError):
            file.close()  # of this thread, if any page has asked here
        self.closing.remove(file)
        if then is not None:
            then()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open(wanted, is_demo=False)


def _open_there(say: Wording) -> tuple[str, str]:
    title = say.text("The event is open in another window already")
    return title, say.text("That window has come to the front.")


def _opened(event: Path, load: tuple[str, ...]) -> tuple[EventFile, bool]:
    """Open the event file and load the modules; this runs in the prompt lane (quick background work).

    Return the file, and whether another program has it open too.
    """
    desk = import_module("checkin.desk.open_event")
    is_in_use: bool = desk.is_in_use(event)
    file: EventFile = desk.open_event(event)
    for name in load:
        import_module(name)
    _ = file.event  # read once here, then kept
    return file, is_in_use


def _backed_up(file: EventFile) -> None:
    keep = import_module("checkin.desk.keep")
    if file.refusal is None and not keep.is_backed_up(file):
        keep.back_up(file)


def _load_assistant() -> None:
    """Load what the assistant needs for its first picture: its modules, the presets and the names of time zones."""
    import_module("checkin.ui.assistant.assistant")
    import_module("checkin.ui.assistant.making").get_ready()


def _made_demo(now: datetime) -> Path:
    from checkin import paths  # noqa: PLC0415 - runs in a lane

    made: Path = import_module("checkin.desk.demo").make_demo(paths.data_folder(), now)
    return made
