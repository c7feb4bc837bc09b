"""Two registrations that look alike, side by side: the operator merges them, or says that they are two persons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QVBoxLayout

from checkin.desk.compare import compare
from checkin.desk.merge import merge, separate
from checkin.ui.alike.compared_rows import ONE, OTHER, ComparedRow, choices, columns, compared_rows
from checkin.ui.alike.keyed_panel import KeyedPanel
from checkin.ui.announcing import announce
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel
from checkin.ui.table import TableModel
from checkin.ui.table_view import TableView
from checkin.wording.alike import why_alike

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex

    from checkin.desk.compare import Comparison
    from checkin.errors import CheckinError
    from checkin.ui.page import Parts

T = TypeVar("T")
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ComparePanel(KeyedPanel):
    """Compares two registrations field by field and marks differences; the operator chooses one value for each.

    The operator chooses a value by a click, or in the selected row by the left and right arrow keys. The merge is one
    act, which one undo takes back.
    """

    closes_from_anywhere = True

    merged = Signal(object)
    """Emitted with the `Merging` (the merged person) after the operator has merged both registrations."""

    separated = Signal(str)
    """Emitted with the id of the act after the operator has declared the registrations to be two persons."""

    def __init__(self, parts: Parts, found: Comparison) -> None:
        super().__init__()
        self._at, self._look, self._found = parts, parts.look, found
        self._chosen: dict[str, bool] = {}
        self._is_busy = False
        self._heading, self._why = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "heading")
        self._hint = PlainLabel(wordWrap=True)
        self._hint.setProperty("tone", "muted")
        self._model: TableModel[ComparedRow] = TableModel(())
        self.table = TableView(self._model)
        self.table.setWordWrap(True)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.keep_rows(4)
        self.table.clicked.connect(self._on_clicked)
        self.merge_button, self.swap_button = QPushButton(), QPushButton()
        self.separate_button, self.close_button = QPushButton(), QPushButton()
        self.merge_button.setDefault(True)
        self._lay_out()
        self._keys: dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]] = {
            (_CONTROL, Qt.Key.Key_Return): self._merge,
            (_CONTROL, Qt.Key.Key_Enter): self._merge,
            (_CONTROL_SHIFT, Qt.Key.Key_S): self._swap,
            (_CONTROL_SHIFT, Qt.Key.Key_N): self._separate,
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Left): partial(
                self._choose_in_row, takes_other=False
            ),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Right): partial(
                self._choose_in_row, takes_other=True
            ),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape): self.escape,
        }
        self.setFocusProxy(self.table)
        self.table.installEventFilter(self)
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self._label)
        parts.stopped.changed.connect(self._allow)
        self.table.selectRow(0)

    @property
    def found(self) -> Comparison:
        """The comparison that is shown; the first registration is the one whose id is kept at a merge."""
        return self._found

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """The rows that are shown."""
        return self._model.rows

    @property
    def is_begun(self) -> bool:
        """Whether the operator has chosen values that would be lost if the panel were closed."""
        return bool(self._chosen)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Handle the left and right arrow keys before the table does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.act_of(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def act_beside(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does also where the focus is beside the panel: merge, swap, or say that these are two."""
        return self.act_of(event) if event.modifiers() & _CONTROL else None

    def look_again(self) -> None:
        """Read both registrations again after a change; close the panel if they have become one person."""
        file = self._at.file
        one, other = (side.registration.delegate.id for side in (self._found.one, self._found.other))
        self._at.tasks.prompt.run(
            lambda: compare(file, one, other),
            then=if_alive(self, self._show_again),
            key=f"compared {id(self)}",
        )

    # ---- what the operator does

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """The function that this key calls in the comparison; None for a key that is not used there."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get((modifiers, event.key()))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() in {ONE, OTHER}:
            self._choose(self._model.rows[index.row()], takes_other=index.column() == OTHER)

    def _choose_in_row(self, *, takes_other: bool) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._model.rows):
            self._choose(self._model.rows[row], takes_other=takes_other)

    def _choose(self, row: ComparedRow, *, takes_other: bool) -> None:
        if row.takes_other is None or row.takes_other is takes_other:
            return
        self._chosen[row.code] = takes_other
        self.keep()
        self._write()
        announce(self.table, f"{row.label}: {row.other if takes_other else row.one}")

    def _swap(self) -> None:
        """Keep the other one; a value that was chosen stays chosen."""
        self._found = self._found.swapped()
        self._chosen = {code: not takes_other for code, takes_other in self._chosen.items()}
        self._label()

    def _merge(self) -> None:
        at, staff, found = self._at, self._at.shift.staff, self._found
        keep, other = found.one.registration.delegate.id, found.other.registration.delegate.id
        chosen = choices(found, self._chosen)
        self._do(lambda: merge(at.file, staff, keep, other, chosen), self.merged.emit)

    def _separate(self) -> None:
        at, staff, found = self._at, self._at.shift.staff, self._found
        one, other = found.one.registration.delegate.id, found.other.registration.delegate.id
        self._do(lambda: separate(at.file, staff, one, other), self.separated.emit)

    def _do(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        if self._is_busy or self._at.stopped.why is not None:
            return
        self._is_busy = True
        self._chosen = {}
        changes = self._at.changes
        tell = if_alive(self, then)

        def done(outcome: T) -> None:
            tell(outcome)
            changes.delegates_changed.emit(frozenset())
            changes.presence_changed.emit("")
            changes.acts_changed.emit()

        self._at.tasks.prompt.run(work, then=done, fail=if_alive(self, self._on_failed))

    def _on_failed(self, error: CheckinError) -> None:
        self._is_busy = False
        self._at.trouble(error)
        self.look_again()

    def _show_again(self, found: Comparison | None) -> None:
        if found is None:
            self.given_up.emit()
        else:
            self._found = found
            self._label()

    # ---- the screen

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for label in (self._heading, self._why):
            column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
        buttons = (
            (self.merge_button, self._merge),
            (self.swap_button, self._swap),
            (self.separate_button, self._separate),
            (self.close_button, self.given_up.emit),
        )
        for button, act in buttons:
            button.clicked.connect(lambda _checked=False, act=act: act())
        column.addLayout(ButtonRow(*(button for button, _ in buttons), is_at_left=True))

    def _label(self) -> None:
        say = self._say
        one, other = self._found.one.registration.delegate, self._found.other.registration.delegate
        names = {"one": one.titled_name, "other": other.titled_name}
        self._heading.setText(say.text("Are {one} and {other} one person?").format(**names))
        self._why.setText(why_alike(say, self._found.reasons))
        self._why.setVisible(bool(self._found.reasons))
        self._hint.setText(
            say.text(
                "Click a value or press ← →  to choose it. Badges, scans and invitations of both are kept."
            )
        )
        self.merge_button.setText(say.with_key(say.text("Merge (keep left)"), "Ctrl+Enter"))
        self.swap_button.setText(say.with_key(say.text("Swap"), "Ctrl+Shift+S"))
        self.separate_button.setText(say.with_key(say.text("Not the same person"), "Ctrl+Shift+N"))
        self.close_button.setText(say.with_key(say.text("Close"), "Esc"))
        self.setAccessibleName(f"{self._heading.text()} {self._why.text()}")
        self._allow()
        self._write()

    def _allow(self) -> None:
        can = self._at.stopped.why is None
        self.merge_button.setEnabled(can)
        self.separate_button.setEnabled(can)

    def _write(self) -> None:
        """Write the rows anew; the marked row stays marked."""
        row, event = max(self.table.currentIndex().row(), 0), self._at.file.known_event
        self._model.use(columns(self._say, self._colours.muted, self._colours.warning))
        self._model.show(compared_rows(self._found, self._chosen, event, self._say, self._at.now()))
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        for column in range(head.count()):
            is_label = column == 0
            head.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.ResizeToContents if is_label else QHeaderView.ResizeMode.Stretch,
            )
        self.table.selectRow(row)
