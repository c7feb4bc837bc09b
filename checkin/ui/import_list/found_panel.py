"""What was found in a list: a button for each group with its count, and the group's rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checkin.domain.delegates import Field
from checkin.importing import ColumnUse
from checkin.ui.import_list.findings import GROUPS, MOST_SHOWN, Group, count, table
from checkin.ui.table import ROW_ROLE
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing import ImportPlan
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class FoundPanel(QWidget):
    """Shows a plan. What somebody should look at first stands open: rows that are lost, then possible doubles."""

    column_read_as = Signal(str, str)
    """A column's header, and the name of the field that it is to be read as ("full_name" for a whole name)."""

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self._wording = wording
        self._colours = colours
        self._event: Event | None = None
        self._plan: ImportPlan | None = None
        self._one_of = QButtonGroup(self)
        self.groups = {group: self._group_button(group) for group in Group}
        self.meaning = QLabel(wordWrap=True)
        self.table = TableView(wording.text("Rows"))
        self.reading_box = QComboBox()
        self._reading = self._reading_row()
        self._lay_out()

    def show_plan(self, plan: ImportPlan, event: Event) -> None:
        """Show this one."""
        self._plan, self._event = plan, event
        say = self._wording
        for group, button in self.groups.items():
            number, look = count(plan, group), GROUPS[group]
            button.setText(f"{look.sign} {number}\n{say.text(look.name)}")
            button.setAccessibleName(f"{number} {say.text(look.name)}. {say.text(look.meaning)}")
            button.setEnabled(number > 0)
            button.setStyleSheet(self._button_style(group if number else None))
        self.show_group(self._most_important(plan))

    def allow_readings(self, *, is_allowed: bool) -> None:
        """Whether a column may be read as something else now."""
        self._reading.setEnabled(is_allowed)

    def show_group(self, group: Group) -> None:
        """Show the rows of a group."""
        if self._plan is None or self._event is None:
            return
        say, number = self._wording, count(self._plan, group)
        self.groups[group].setChecked(True)
        former, model = self.table.model(), table(self._plan, group, self._event, say)
        model.setParent(self.table)
        self.table.setModel(model)
        if former is not None:
            former.deleteLater()
        self.table.fit_columns()
        self.table.setAccessibleName(say.text(GROUPS[group].name))
        meaning = say.text(GROUPS[group].meaning)
        if number > MOST_SHOWN and group is not Group.SAME:
            meaning += " " + say.text("The first {count} are shown.").format(count=MOST_SHOWN)
        self.meaning.setText(meaning)
        self._reading.setVisible(group is Group.COLUMNS)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._on_selected())
        self._on_selected()

    def _most_important(self, plan: ImportPlan) -> Group:
        order = (Group.REJECTED, Group.ALIKE, Group.CHANGED, Group.NEW)
        return next((group for group in order if count(plan, group)), Group.COLUMNS)

    def _on_selected(self) -> None:
        """The choice below shows how the selected column is read."""
        use = self._selected_column()
        self.reading_box.setEnabled(use is not None)
        name = str(use.field) if use is not None and use.field is not None else ""
        self.reading_box.setCurrentIndex(max(self.reading_box.findData(name), 0))

    def _on_reading_chosen(self, number: int) -> None:
        use, name = self._selected_column(), self.reading_box.itemData(number)
        if use is not None and name:
            self.column_read_as.emit(use.header, name)

    def _selected_column(self) -> ColumnUse | None:
        index = self.table.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, ColumnUse) else None

    def _group_button(self, group: Group) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        font = button.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        button.setFont(font)
        button.setStyleSheet(self._button_style(None))
        self._one_of.addButton(button)
        button.clicked.connect(lambda: self.show_group(group))
        return button

    def _button_style(self, group: Group | None) -> str:
        """What asks for a look has the colour of its tone; its sign says the same."""
        tones = {Group.REJECTED: self._colours.bad, Group.ALIKE: self._colours.warning}
        colour = tones.get(group, self._colours.text) if group is not None else self._colours.disabled
        return (
            f"QPushButton {{ padding: 8px 10px; color: {colour}; background: {self._colours.window}; }}"
            f"QPushButton:checked {{ border: 2px solid {self._colours.accent}; padding: 7px 9px;"
            f" background: {self._colours.base}; }}"
            f"QPushButton:focus {{ border: 2px solid {self._colours.text}; padding: 7px 9px; }}"
        )

    def _reading_row(self) -> QWidget:
        say = self._wording
        self.reading_box.setAccessibleName(say.text("The selected column is read as"))
        self.reading_box.addItem(say.text("not read"), "")
        for field in Field:
            self.reading_box.addItem(say.field(field), field.value)
        self.reading_box.addItem(say.text("Full name"), "full_name")
        self.reading_box.activated.connect(self._on_reading_chosen)
        label = QLabel(say.text("&Read the selected column as"))
        label.setBuddy(self.reading_box)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.reading_box)
        row.addStretch(1)
        return holder

    def _lay_out(self) -> None:
        groups = QHBoxLayout()
        groups.setSpacing(8)
        for button in self.groups.values():
            groups.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(groups)
        column.addWidget(self.meaning)
        column.addWidget(self.table, 1)
        column.addWidget(self._reading)
