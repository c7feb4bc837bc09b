"""Opening an event: the one named when the program was started, one chosen in the window, or the demo."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from checkin.desk.staff import Shift
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.main_window import MainWindow


class EventOpener(QObject):
    """Opens event files in a background thread; meanwhile the window stores what the operator types.

    If a file cannot be opened, the operator is asked for another event.
    """

    opened = Signal(object)
    """Emitted when an event was opened, with its EventFile."""

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
        self.is_demo = False
        """Whether the event is the demo, whose badges need no printer."""

    def open(self, event: Path) -> None:
        """Open this event file in the background; `opened` or `failed` is emitted at the end."""
        if not self._window.is_opening:
            self._window.show_opening(event.name)
        load = self._load
        self._tasks.prompt.run(lambda: _opened(event, load), then=self.opened.emit, fail=self.give_up)

    def ask(self) -> None:
        """Show the page on which the operator can choose an event file or the demo."""
        from checkin.ui.start import StartPage  # noqa: PLC0415 - needed only where no event is named

        self.is_demo = False
        start = StartPage(self._look)
        start.chosen.connect(self.open)
        start.new_wanted.connect(self.make_new)
        start.demo_wanted.connect(self._make_demo)
        self._window.show_instead(start)
        start.setFocus()

    def make_new(self) -> None:
        """Show the assistant with which the operator makes a new event, once its modules are loaded in a lane."""
        self._tasks.devices.run(_load_assistant, then=lambda _: self._show_assistant(), key="new event")

    def _show_assistant(self) -> None:
        from checkin.ui.assistant.assistant import Assistant  # noqa: PLC0415 - loaded by now, in a lane
        from checkin.ui.main_window import PAGES  # noqa: PLC0415 - the same

        today = self._now().astimezone().date()
        pages = tuple(page.module for page in PAGES)
        assistant = Assistant(self._look, self._tasks, self._shift, today, pages)
        assistant.made.connect(self.open)
        assistant.given_up.connect(self.ask)
        self._window.show_instead(assistant)
        assistant.setFocus()

    def _make_demo(self) -> None:
        self._window.show_notice(lambda say: say.text("Making the demo …"))
        now = self._now()
        self._tasks.batch.run(lambda _tick: _made_demo(now), then=self._on_demo_made, fail=self.give_up)

    def _on_demo_made(self, event: Path) -> None:
        self.is_demo = True
        self.open(event)

    def give_up(self, error: CheckinError) -> None:
        """Ask the operator for another event, and emit `failed` with `error`, which says why the event did not open."""
        self.ask()
        self.failed.emit(error)


def _opened(event: Path, load: tuple[str, ...]) -> EventFile:
    """Open the event file and load the modules; this runs in the prompt lane (quick background work)."""
    file: EventFile = import_module("checkin.desk.open_event").open_event(event)
    for name in load:
        import_module(name)
    _ = file.event  # read once here, then kept
    return file


def _load_assistant() -> None:
    """Load what the assistant needs for its first picture: its modules, the presets and the names of time zones."""
    import_module("checkin.ui.assistant.assistant")
    import_module("checkin.ui.assistant.making").get_ready()


def _made_demo(now: datetime) -> Path:
    from checkin import paths  # noqa: PLC0415 - runs in a lane

    made: Path = import_module("checkin.desk.demo").make_demo(paths.data_folder(), now)
    return made
