"""The panel that shows what was found in a list: a button with a count for each group, and the rows of one group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.delegates import Field
from checkin.importing import ColumnUse
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import ChoiceBox
from checkin.ui.import_list.finding_columns import columns
from checkin.ui.import_list.findings import GROUPS, MOST_SHOWN, Group, count, meaning, rows
from checkin.ui.plain import PlainLabel
from checkin.ui.table import ROW_ROLE, TableModel
from checkin.ui.table_view import TableView
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.domain.programme import Event
    from checkin.importing import ImportPlan
    from checkin.ui.appearance import Appearance
_LETTERS: Final = 12
"""The width of the words on a group's button, in letters; longer words take several lines."""
_LETTERS_IN_TWO_ROWS: Final = 20
"""The same where the buttons stand in two rows."""
_IN_ONE_ROW: Final = 132
"""The width of the panel, in letters, below which the buttons stand in two rows, each with its words in one line."""


class FoundPanel(QWidget, Dressed):
    """The panel that shows what was found in a list before its import: a button for each group, and the rows of one.

    At first the panel shows the most important group that is not empty. From the most important to the least these are:
    rejected rows, names that no font can print, possible doubles, changed rows, new rows, columns.
    """

    column_read_as = Signal(str, str)
    """Emitted when the operator chose how to read a column.

    The values are the column's header, and the name of a field, "full_name", or "" to leave the column unread.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._group = Group.COLUMNS
        self._is_narrow = False
        self._is_read_as = ""
        """The field that the box below the table shows for the selected column; "" for none."""
        self._event: Event | None = None
        self._plan: ImportPlan | None = None
        self._one_of = QButtonGroup(self)
        self.groups = {group: self._group_button(group) for group in Group}
        self.still_blocked = PlainLabel(wordWrap=True)
        self.still_blocked.setProperty("tone", "warning")
        self.meaning = PlainLabel(wordWrap=True)
        self._rows: TableModel[Any] = TableModel((), self)
        self.table = TableView(self._rows)
        self.reading_box, self._reading_label = ChoiceBox(), PlainLabel()
        self._reading = self._reading_row()
        self._lay_out()
        look.in_each_language(self._label)
        look.size_changed.connect(self._arrange)
        look.size_changed.connect(self._name_groups)

    def show_plan(self, plan: ImportPlan, event: Event) -> None:
        """Show this plan of an import, with its most important group open."""
        self._plan, self._event = plan, event
        self._name_groups()
        self._tell_of_blocked()
        self.show_group(self._most_important(plan))

    def use_event(self, event: Event) -> None:
        """Take the names of categories, delegations and the event's own fields from `event`, which has changed."""
        if self._plan is not None:
            self._event = event
            self._rows.use(columns(self._group, event, self._say))
            self._name_table()

    def allow_readings(self, *, is_allowed: bool) -> None:
        """Enable or disable the box in which the operator chooses which field a column of the list contains."""
        self._reading.setEnabled(is_allowed)

    def allow_looking(self, *, is_allowed: bool) -> None:
        """Enable or disable the buttons of the groups and the table."""
        self._upper.setEnabled(is_allowed)

    @property
    def group(self) -> Group:
        """The group whose rows are shown."""
        return self._group

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups' buttons into one row or into two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < _IN_ONE_ROW * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place_groups()
            self._name_groups()

    def _place_groups(self) -> None:
        columns = len(Group) // 2 if self._is_narrow else len(Group)
        for number, button in enumerate(self.groups.values()):
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(len(Group)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def show_group(self, group: Group) -> None:
        """Show the rows of this group in the table."""
        if self._plan is None or self._event is None:
            return
        self._group = group
        self.groups[group].setChecked(True)
        former, self._rows = self._rows, TableModel(columns(group, self._event, self._say), self.table)
        self._rows.show(rows(self._plan, group)[:MOST_SHOWN])
        self.table.setModel(self._rows)
        former.deleteLater()
        self.table.fit_columns()
        self._name_table()
        self._reading.setVisible(group is Group.COLUMNS)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._on_selected())
        self._on_selected()

    def show_column(self, header: str) -> None:
        """Show the columns of the list, with the column of this header selected."""
        self.show_group(Group.COLUMNS)
        model = self.table.model()
        uses = (model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount()))
        self.table.selectRow(next((row for row, use in enumerate(uses) if use.header == header), 0))

    def _name_groups(self) -> None:
        if self._plan is None:
            return
        say = self._say
        for group, button in self.groups.items():
            number, look = count(self._plan, group), GROUPS[group]
            letter, name = button.fontMetrics().averageCharWidth(), say.text(look.name)
            if self._is_narrow:
                words = wrapped(
                    f"{look.sign} {number}  {name}", button.fontMetrics(), letter * _LETTERS_IN_TWO_ROWS
                )
            else:
                words = f"{look.sign} {number}\n{wrapped(name, button.fontMetrics(), letter * _LETTERS)}"
            button.setText(words)
            button.setAccessibleName(f"{number} {say.text(look.name)}. {say.text(look.meaning)}")
            button.setEnabled(number > 0)
            _dress(button, group if number else None)

    def _tell_of_blocked(self) -> None:
        number = len(self._plan.still_blocked) if self._plan is not None else 0
        self.still_blocked.setText(self._say.still_blocked(number))
        self.still_blocked.setVisible(number > 0)

    def _name_table(self) -> None:
        if self._plan is None or self._event is None:
            return
        say = self._say
        self.table.setAccessibleName(say.text(GROUPS[self._group].name))
        self.table.set_hint(say.text("The list has no such row."))
        self.meaning.setText(meaning(self._plan, self._group, self._event, say))

    def _label(self) -> None:
        say = self._say
        self.reading_box.setAccessibleName(say.text("The selected column is read as"))
        self._reading_label.setText(say.text("&Read the selected column as"))
        words = {field.value: say.field(field) for field in Field}
        words |= {"": say.text("not read"), "full_name": say.text("Full name")}
        for number in range(self.reading_box.count()):
            self.reading_box.setItemText(number, words[self.reading_box.itemData(number)])
        if self._plan is not None and self._event is not None:
            self._rows.use(columns(self._group, self._event, say))
        self._name_groups()
        self._tell_of_blocked()
        self._name_table()

    def _most_important(self, plan: ImportPlan) -> Group:
        order = (Group.REJECTED, Group.NOT_DRAWN, Group.ALIKE, Group.CHANGED, Group.NEW)
        return next((group for group in order if count(plan, group)), Group.COLUMNS)

    def _on_selected(self) -> None:
        """Show in the box below the table which field the selected column holds."""
        use = self._selected_column()
        self.reading_box.setEnabled(use is not None)
        self._is_read_as = str(use.field) if use is not None and use.field is not None else ""
        self.reading_box.setCurrentIndex(max(self.reading_box.findData(self._is_read_as), 0))

    def _on_reading_chosen(self, number: int) -> None:
        use, name = self._selected_column(), self.reading_box.itemData(number)
        if use is not None and name != self._is_read_as:
            self._is_read_as = name
            self.column_read_as.emit(use.header, name)

    def _selected_column(self) -> ColumnUse | None:
        index = self.table.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, ColumnUse) else None

    def _group_button(self, group: Group) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        # All are as high as the highest.
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._look.put_font(button, 1.15)
        _dress(button, None)
        self._one_of.addButton(button)
        button.clicked.connect(lambda: self.show_group(group))
        return button

    def _reading_row(self) -> QWidget:
        for name in ("", *(field.value for field in Field), "full_name"):
            self.reading_box.addItem("", name)
        self.reading_box.activated.connect(self._on_reading_chosen)
        self._reading_label.setBuddy(self.reading_box)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._reading_label)
        row.addWidget(self.reading_box)
        row.addStretch(1)
        return holder

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._place_groups()
        self._upper = QWidget()
        upper, column = QVBoxLayout(self._upper), QVBoxLayout(self)
        for each in (upper, column):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(8)
        upper.addLayout(self._grid)
        upper.addWidget(self.still_blocked)
        upper.addWidget(self.meaning)
        upper.addWidget(self.table, 1)
        column.addWidget(self._upper, 1)
        column.addWidget(self._reading)


def _dress(button: QPushButton, group: Group | None) -> None:
    """Colour the button of a group; `group` is None for a group without rows.

    The sign on the button says the same as the colour.
    """
    warning = "group warning"
    tones = {
        Group.REJECTED: "group bad", Group.ALIKE: warning, Group.NOT_DRAWN: warning, None: "group none",
    }  # fmt: skip
    tone = tones.get(group, "group")
    if button.property("tone") != tone:
        button.setProperty("tone", tone)
        button.style().unpolish(button)
        button.style().polish(button)
