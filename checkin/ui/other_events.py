"""The acts on the open event as a whole: open another event, close this one, copy it, rehearse it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin import recents
from checkin.ui.drops import CALENDAR_ENDING, PROGRAMME_ENDINGS, are_photos, lists_in
from checkin.ui.one_window import OneWindow
from checkin.ui.strip import Offer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance
    from checkin.ui.event_menu import EventMenu
    from checkin.ui.event_opener import EventOpener
    from checkin.ui.main_window import MainWindow
    from checkin.ui.strip import Told
    from checkin.wording import Wording

_EVENT: Final = ".event"


class OtherEvents(QObject):
    """Opens another event in place of the open one, closes the open event, saves copies of it, and rehearses it.

    If something is half typed on a page, the operator is asked before it is lost, also when the window is closed. When
    another event has been opened, the former one is backed up and closed.
    """

    photos_dropped = Signal(list)
    """Emitted with the paths of photos, or of one folder of photos, that were dropped while an event is open."""

    def __init__(
        self,
        tasks: Tasks,
        window: MainWindow,
        opener: EventOpener,
        menu: EventMenu,
        look: Appearance,
        let_go: Callable[[], tuple[EventFile, bool] | None],
    ) -> None:
        """Store what is needed; `let_go` takes the open event away and returns its file, and whether the file is lost.

        The returned file is still open. `let_go` returns None if no event is open.
        """
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._opener = opener
        self._menu = menu
        self._look = look
        self._let_go = let_go
        self._file: EventFile | None = None
        self.one_window = opener.one_window = OneWindow(self)
        self.one_window.wanted.connect(window.come_to_front)
        opener.asked.connect(self._show_no_event)
        window.files_dropped.connect(self.take_files)
        self._closes_window = False
        window.may_close = self._may_close_window
        menu.another_wanted.connect(self._choose)
        menu.close_wanted.connect(lambda: self._when_nothing_is_lost(self.close))
        menu.copy_wanted.connect(self._choose_copy)
        menu.rehearsal_wanted.connect(lambda: self._when_nothing_is_lost(self._ask_to_rehearse))
        menu.return_wanted.connect(self._return)
        menu.deletion_wanted.connect(self._ask_to_delete)

    # ---- what the program tells

    def show_opened(self, file: EventFile) -> None:
        """Note that this event is open now: answer for it, offer what can be done with it, and remember it."""
        self._file = file
        self.one_window.answer_for(file.path)
        self._menu.show_event(is_rehearsal=file.is_rehearsal, has_event=_event_of(file) is not None)
        self.remember()
        if self._opener.is_in_use:
            self._window.strip.show_outcome(_shared, is_well=True)

    def remember(self) -> None:
        """Store the title and the days of the open event for the list of recent events; a demo is not listed."""
        file = self._file
        if file is None or self._opener.is_demo:
            return
        about = file.known_event.description
        known = recents.RecentEvent(
            file.path, about.title.by_language, about.first_day, about.last_day, file.is_rehearsal
        )
        self._tasks.devices.run(lambda: recents.remember_event(known))

    def put_away(self, *, delete: Callable[[], object] | None = None) -> None:
        """Take the open event away, if there is one; it is backed up and closed in the background.

        If `delete` is given, no back-up is made, and `delete` is called when the file is closed.
        """
        let_go = self._let_go()
        self._window.strip.hide()
        self._show_no_event()
        if let_go is not None:
            file, is_lost = let_go
            self._opener.close(file, is_backed_up=is_lost or delete is not None, then=delete)

    def _show_no_event(self) -> None:
        self._file = None
        self._window.footer.forget_event()
        self._menu.show_no_event()
        self.one_window.answer_for(None)

    # ---- another event

    def take_files(self, paths: list[Path]) -> None:
        """Open or examine the dropped files: one event or list, several lists, or a folder of lists.

        If several files are dropped and they are no lists, the operator is told that this is not possible.
        """
        path = paths[0]
        ending = path.suffix.casefold()
        is_alone = len(paths) == 1 and path.is_file()
        lists = [path] if is_alone and ending == CALENDAR_ENDING else lists_in(paths)
        if self._window.has_event and are_photos(paths):
            self.photos_dropped.emit(paths)
        elif is_alone and ending == _EVENT:
            self.open(path)
        elif lists and not self._window.has_event:
            self._tell(
                lambda say: (
                    say.text("Open an event first"),
                    say.text("Then drop the list again: nothing comes in before you say so."),
                )
            )
        elif lists:
            self._take_lists(lists, len(paths))
        elif len(paths) > 1:
            self._tell(
                lambda say: (
                    say.text("None of these files is a list"),
                    say.text(
                        "Drop one event, or one or several lists of participants while an event is open."
                    ),
                )
            )
        else:
            self._tell(partial(_neither, path))

    def _take_lists(self, lists: list[Path], dropped: int) -> None:
        """Have one list or several looked at, and say how many of the files that were dropped are none."""
        if len(lists) == 1:
            self._window.take_list(lists[0])
        else:
            self._window.take_several(lists)
        others = dropped - len(lists)
        if others > 0:
            self._tell(
                lambda say: (
                    say.many("{count} of the files is no list", "{count} of the files are no lists", others),
                    "",
                )
            )

    def open(self, event: Path, *, is_demo: bool | None = False) -> None:
        """Open this event in place of the open one, once the operator has agreed to lose what is half typed.

        If `is_demo` is None, the event is a demo if the open one is.
        """
        if self._file is not None and _is_same(self._file.path, event):
            self._tell(lambda say: (say.text("This event is open already"), ""), is_well=True)
        else:
            self._when_nothing_is_lost(lambda: self._opener.open(event, is_demo=is_demo))

    def close(self) -> None:
        """Close the open event, and show the start page."""
        self.put_away()
        self._opener.ask()

    def _choose(self) -> None:
        from checkin.ui.start import choose_event  # noqa: PLC0415 - needed only here, after the first paint

        path = choose_event(self._window, self._look)
        if path is not None:
            self.open(path)

    def _when_nothing_is_lost(self, act: Callable[[], object]) -> None:
        """Call `act`; if something is half done on a page, show the page and ask first."""
        number = self._window.begun_page
        if number is None:
            act()
            return
        self._window.open_page(number)
        self._ask(
            lambda say: (
                say.text("Something is half done on this page"),
                say.text("It is lost when the event is closed. Nothing that was recorded is lost."),
            ),
            Offer(lambda say: say.text("Go back to it"), _nothing),
            Offer(lambda say: say.text("Go on without it"), act),
        )

    def _may_close_window(self) -> bool:
        """Whether nothing half done is lost when the window closes; otherwise the operator is asked first.

        The end of a session of the computer, such as a shutdown, is never held up.
        """
        if self._closes_window or self._window.begun_page is None or _is_session_ending():
            return True
        self._when_nothing_is_lost(self._close_window)
        return False

    def _close_window(self) -> None:
        """Close the window; if it stays nevertheless, the next closing asks again."""
        self._closes_window = True
        self._closes_window = self._window.close()

    # ---- copies and rehearsals

    def _choose_copy(self) -> None:
        from checkin.desk.rehearse import save_copy  # noqa: PLC0415 - needed only here, after the first paint
        from checkin.ui.file_dialog import choose_where_to_save  # noqa: PLC0415 - the same

        file, say = self._file, self._look.say
        if file is None:
            return
        proposed = file.path.with_name(f"{file.path.stem}-copy{_EVENT}")
        target = choose_where_to_save(self._window, say.text("Save a copy…"), proposed, say)
        if target is not None:
            self._tasks.batch.run(lambda _tick: save_copy(file, target), then=self._on_copied)

    def _on_copied(self, target: Path) -> None:
        self._tell(lambda say: (say.text("The copy is saved"), str(target)), is_well=True)

    def _ask_to_rehearse(self) -> None:
        from checkin.desk.rehearse import rehearsal_of  # noqa: PLC0415 - needed only here, after the first paint

        if self._file is None:
            return
        name = rehearsal_of(self._file.path).name

        def question(say: Wording) -> tuple[str, str]:
            where = say.text("The copy stands beside the event, and is called {file}.").format(file=name)
            what = say.text(
                "Everything works as in the event. Nothing of it comes back, and a badge made there opens no "
                "real door."
            )
            return say.text("Rehearse in a copy of this event?"), f"{where} {what}"

        self._ask(
            question,
            Offer(lambda say: say.text("Cancel"), _nothing),
            Offer(lambda say: say.text("Rehearse"), self._rehearse),
            is_danger=False,
        )

    def _rehearse(self) -> None:
        from checkin.desk.rehearse import begin_rehearsal  # noqa: PLC0415 - needed only here, after the first paint

        file = self._file
        if file is not None:
            self._tasks.batch.run(
                lambda _tick: begin_rehearsal(file), then=lambda copy: self.open(copy, is_demo=None)
            )

    def _return(self) -> None:
        """Open the event in place of its rehearsal."""
        event = _event_of(self._file) if self._file is not None else None
        if event is not None:
            self.open(event, is_demo=None)

    def _ask_to_delete(self) -> None:
        self._ask(
            lambda say: (
                say.text("Delete this rehearsal?"),
                say.text("All that was recorded in it goes. The event itself stays as it is."),
            ),
            Offer(lambda say: say.text("Cancel"), _nothing),
            Offer(lambda say: say.text("Delete the rehearsal"), self._delete),
        )

    def _delete(self) -> None:
        from checkin.desk.rehearse import delete_rehearsal  # noqa: PLC0415 - needed only here, after the first paint

        file = self._file
        if file is None or not file.is_rehearsal:
            return

        def delete() -> None:
            self._tasks.batch.run(
                lambda _tick: delete_rehearsal(file.path),
                then=lambda _: self._on_deleted(file.path),
                fail=self._opener.give_up,
            )

        self.put_away(delete=delete)
        self._window.show_notice(lambda say: say.text("Deleting the rehearsal …"))

    def _on_deleted(self, path: Path) -> None:
        recents.forget_event(path)
        self._opener.ask()

    # ---- the strip

    def _tell(self, told: Told, *, is_well: bool = False) -> None:
        self._window.strip.show_outcome(told, is_well=is_well)

    def _ask(self, question: Told, stay: Offer, go_on: Offer, *, is_danger: bool = True) -> None:
        """Ask a question in the strip; both answers put the question away. `is_danger` says that something is lost."""

        def answered(offer: Offer) -> Offer:
            def act() -> None:
                self._window.strip.put_away(question)
                offer.act()

            return Offer(offer.words, act)

        self._window.strip.ask(question, (answered(stay), answered(go_on)), is_danger=is_danger)


def _event_of(file: EventFile) -> Path | None:
    """The path of the event of which this file is a rehearsal; None if the file is none or its event is not known."""
    from checkin.desk.rehearse import event_of  # noqa: PLC0415 - needed only here, after the first paint

    return event_of(file.path) if file.is_rehearsal else None


def _shared(say: Wording) -> tuple[str, str]:
    title = say.text("The event is open in another program too")
    return title, say.text("Both can record: what one of them records, the other shows after a moment.")


def _neither(path: Path, say: Wording) -> tuple[str, str]:
    title = say.text("{file} is neither an event nor a list").format(file=path.name)
    more = say.text("The name of an event file ends in {event}, that of a list in {lists}.")
    return title, more.format(event=_EVENT, lists=", ".join(PROGRAMME_ENDINGS))


def _is_session_ending() -> bool:
    """Whether the computer's session ends, so that the window is closed by the system and not by the operator."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def _nothing() -> None:
    """Do nothing: the answer only puts the question away."""


def _is_same(one: Path, other: Path) -> bool:
    """Whether both paths lead to the same file."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
