"""The keys of the door page; in every state of the page each key does something, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from checkin.ui.page import KeyGroup

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkin.ui.appearance import Words
    from checkin.ui.door.door_page import DoorPage
    from checkin.wording import Wording

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class DoorKeys:
    """The keys of the door page and what they do.

    Enter chooses a reason to admit, Esc clears the verdict, and a letter goes to the search field. A digit (of any
    script) goes there only after a letter and never begins a search, because a digit pressed by mistake would find a
    stranger, whom Enter would then admit. While the page asks what the door is (entrance or exit, and for which
    session), Enter takes the answer and Esc goes back.
    """

    def __init__(self, page: DoorPage) -> None:
        self._page = page
        self._add()

    def handle(self, event: QKeyEvent) -> bool:
        """Handle a key; return False if it means nothing on this page."""
        page = self._page
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if page.is_asking:
                self._answer()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Escape if page.is_asking:
                self._leave_question()
            case Qt.Key.Key_Escape:
                self._escape()
            case _ if not event.text().isalnum() or event.modifiers() & _CONTROL:
                return False
            case _ if page.is_asking:
                page.remark(_say_first)
            case _ if event.text().isalpha() or page.search.text:
                page.search.begin(event.text())
            case _:
                return False
        return True

    def press_alone(self, key: str) -> None:
        """Handle a key that belongs to no scan: if it is the digit of a reason, admit the person for this reason.

        If the digit admits nobody, the operator is told why. Nothing is done if the digit is meant for an input, a
        search, the question what the door is, a popup, another page or another window.
        """
        page = self._page
        is_elsewhere = QApplication.activePopupWidget() is not None or not page.window().isActiveWindow()
        is_typing = page.controls.code.hasFocus() or page.operator.words.hasFocus() or page.search.text
        if key.isdecimal() and page.isVisible() and not (is_elsewhere or is_typing or page.is_asking):
            page.overriding.admit(int(key) - 1)

    def _enter(self) -> None:
        page, focused = self._page, self._page.focusWidget()
        if page.search.text:
            if page.answering.may_answer:
                page.search.enter()
        elif isinstance(focused, QToolButton):
            focused.click()
        elif page.controls.code.hasFocus():
            page.remark(_at_exit if page.search.is_exit else _at_entrance)
        else:
            page.overriding.choose_reason()

    def _answer(self) -> None:
        """Take what is marked as the answer, or press the button that has the focus."""
        page, focused = self._page, self._page.focusWidget()
        if not page.answering.may_answer:
            return  # this Enter was still sent by the scanner
        if isinstance(focused, QToolButton | QPushButton):
            focused.click()
        else:
            page.what_door.told.emit()

    def _escape(self) -> None:
        page = self._page
        if page.search.text or page.controls.code.hasFocus():
            page.search.give_up()
        else:
            page.answering.see_to()

    def _leave_question(self) -> None:
        page = self._page
        if page.what_door.can_be_given_up:
            page.what_door.given_up.emit()
        else:
            page.remark(_say_first)

    def ask(self) -> None:
        """Show the question what the door is: an entrance, an exit or both, and for which session.

        If the page shows the question already, the answer that is marked stays, and the operator is told to answer.
        """
        page = self._page
        if page.is_asking:
            page.remark(_say_first)
        else:
            page.ask_what()

    def _type_a_code(self) -> None:
        page = self._page
        if page.is_asking:
            page.remark(_say_first)
        else:
            page.controls.code.setFocus()

    def _add(self) -> None:
        """Register the keys, as the list of keys (Ctrl+/) names them."""
        page = self._page
        lets_in: tuple[tuple[str, Words], ...] = (
            ("A – Z", lambda say: say.text("Find somebody, and let them in by name")),
            ("1 – 4", lambda say: say.text("Admit all the same, with that reason")),
            ("Enter", lambda say: say.text("Choose a reason to admit")),
        )
        for keys, does in lets_in:
            page.tell_key(keys, does, works=lambda: not page.search.is_exit)
        page.tell_key("Esc", lambda say: say.text("The verdict was seen to"), KeyGroup.LOOK)
        undo = page.add_key(
            "Ctrl+Z",
            lambda say: say.text("Undo"),
            page.undo_button.take_back,
            group=KeyGroup.UNDO,
            records=True,
        )
        page.undo_button.setDefaultAction(undo)
        page.add_key(
            "Ctrl+Shift+Z",
            lambda say: say.text("Redo what was undone"),
            page.undo_button.bring_back,
            group=KeyGroup.UNDO,
            records=True,
        )
        page.add_key("Ctrl+F", lambda say: say.text("Type a code"), self._type_a_code, group=KeyGroup.LOOK)
        page.add_key("Ctrl+D", lambda say: say.text("Say what this door is"), self.ask)
        page.add_key(
            "Ctrl+K",
            lambda say: say.text("Close the door, or open it"),
            page.doors_button.press,
            records=True,
        )


def _say_first(say: Wording) -> str:
    return say.text("Say first what this door is.")


def _at_entrance(say: Wording) -> str:
    return say.text("Scan a badge, or type letters of a name.")


def _at_exit(say: Wording) -> str:
    return say.text("Type the 16 characters that stand below the code, then press Enter.")
