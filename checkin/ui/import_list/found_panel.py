"""The panel that shows what was found in a list: a button with a count for each group, and the rows of one group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QVBoxLayout, QWidget

from checkin.importing.people.planned import ColumnUse, LookAlike
from checkin.ui.appearance import Dressed
from checkin.ui.import_list.advice import meaning
from checkin.ui.import_list.answer_box import AnswerBox
from checkin.ui.import_list.asked import Asked
from checkin.ui.import_list.column_choices import ColumnQuestion, SplitSamples, asked_of
from checkin.ui.import_list.finding_columns import columns
from checkin.ui.import_list.findings import GROUPS, Group, count, has_rows, rows
from checkin.ui.import_list.group_buttons import GroupButtons
from checkin.ui.import_list.reading_row import ReadingRow
from checkin.ui.import_list.side_by_side import SideBySide
from checkin.ui.import_list.ticking import TICKED, choices, chosen, every_row, toggled
from checkin.ui.plain import PlainLabel
from checkin.ui.table import ROW_ROLE, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.scanning import Scanners
    from checkin.ui.appearance import Appearance
    from checkin.ui.import_list.findings import Findings


class FoundPanel(QWidget, Dressed):
    """The panel that shows what was found in a list before its import: a button for each group, and the rows of one.

    At first the panel shows the most important group that is not empty. From the most important to the least these are:
    open questions, rejected rows, names that no font can print, possible doubles, changed rows, new rows, columns.
    """

    column_read_as = Signal(str, str)
    """Emitted when the operator chose how to read a column.

    The values are the column's header, and the name of a field, "full_name", or "" to leave the column unread.
    """

    answered = Signal(Asked, str)
    """Emitted with a question about the list and the answer that the operator has chosen."""

    list_wins = Signal(bool)
    """Emitted when the operator has said whether the list also changes what a desk has set."""

    ticked = Signal(object)
    """Emitted with the new `Ticks` (decisions about single rows) after the operator has changed them."""

    def __init__(self, look: Appearance, scanners: Scanners) -> None:
        super().__init__()
        self._look = look
        self._group = Group.COLUMNS
        self._event: Event | None = None
        self._found: Findings | None = None
        self._buttons = GroupButtons(look)
        self.groups = self._buttons.of
        """The button of each group."""
        self.still_blocked = PlainLabel(wordWrap=True)
        self.still_blocked.setProperty("tone", "warning")
        self.meaning = PlainLabel(wordWrap=True)
        self._rows: TableModel[Any] = TableModel((), self)
        self.table = TableView(self._rows)
        self._reading = ReadingRow()
        self.reading_box = self._reading.box
        self.pair, self.samples, self.answers = SideBySide(), SplitSamples(), AnswerBox()
        self.wins = QCheckBox()
        self._lay_out()
        self._buttons.chosen.connect(self.show_group)
        self.answers.answered.connect(self._on_answer)
        self.wins.clicked.connect(self.list_wins)
        scanners.pressed_alone.connect(self._on_pressed_alone)
        self._reading.chosen.connect(self.column_read_as)
        look.in_each_language(self._label)
        look.size_changed.connect(self._on_selected)  # the buttons of the answers are as high as their texts

    def show_findings(self, found: Findings, event: Event) -> None:
        """Show what was found in a list, with the most important group open."""
        self._found, self._event = found, event
        self._reading.use_event(event, self._say)
        self._buttons.show_findings(found)
        self._tell_of_blocked()
        self.wins.setChecked(found.list_wins)
        self.show_group(self._most_important(found))

    def show_ticked(self, found: Findings) -> None:
        """Show the operator's present decisions about single rows, without scrolling the table."""
        if self._found is None or self._event is None:
            return
        is_moved, self._found = found.plan is not self._found.plan, found
        self._buttons.show_findings(found)
        self._rows.use(columns(found, self._group, self._event, self._say))
        if is_moved and self._group is not Group.ALIKE:
            number = self.table.currentIndex().row()
            self._rows.show(rows(found, self._group))
            self.table.selectRow(number)
        self._on_selected()

    def use_event(self, event: Event) -> None:
        """Take the names of categories, delegations and the event's own fields from `event`, which has changed."""
        if self._found is not None:
            self._event = event
            self._reading.use_event(event, self._say)
            self._rows.use(columns(self._found, self._group, event, self._say))
            self._name_table()
            self._on_selected()

    def allow_answers(self, *, is_allowed: bool) -> None:
        """Enable or disable the answers to questions, and the tick that the list wins."""
        self.answers.setEnabled(is_allowed)
        self.wins.setEnabled(is_allowed)

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

    def has_rows(self, group: Group) -> bool:
        """Whether anything was found for this group."""
        return self._found is not None and has_rows(self._found, group)

    def show_group(self, group: Group) -> None:
        """Show the rows of this group in the table."""
        if self._found is None or self._event is None:
            return
        self._group = group
        self._buttons.check(group)
        former, self._rows = (
            self._rows,
            TableModel(columns(self._found, group, self._event, self._say), self.table),
        )
        self._rows.show(rows(self._found, group))
        self.table.setModel(self._rows)
        former.deleteLater()
        self.table.fit_columns()
        self._name_table()
        self._reading.setVisible(group is Group.COLUMNS)
        self.wins.setVisible(group is Group.CHANGED and (self._found.is_of_desks or self._found.list_wins))
        if group is Group.ASKED or group in TICKED:
            self.table.selectRow(0)
        self._rows.ticked.connect(self._on_ticked)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._on_selected())
        self._on_selected()

    def show_column(self, header: str) -> None:
        """Show the columns of the list, with the column of this header selected."""
        self.show_group(Group.COLUMNS)
        model = self.table.model()
        uses = (model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount()))
        self.table.selectRow(next((row for row, use in enumerate(uses) if use.header == header), 0))

    def _tell_of_blocked(self) -> None:
        number = len(self._found.plan.still_blocked) if self._found is not None else 0
        self.still_blocked.setText(self._say.still_blocked(number))
        self.still_blocked.setVisible(number > 0)

    def _name_table(self) -> None:
        if self._found is None or self._event is None:
            return
        say = self._say
        self.table.setAccessibleName(say.text(GROUPS[self._group].name))
        self.table.set_hint(say.text("The list has no such row."))
        self.meaning.setText(meaning(self._found, self._group, say))

    def _label(self) -> None:
        say = self._say
        self._reading.label(say)
        self.wins.setText(say.text("The list &wins: it also changes what a desk has set"))
        if self._found is not None and self._event is not None:
            self._rows.use(columns(self._found, self._group, self._event, say))
        self._tell_of_blocked()
        self._name_table()
        self._on_selected()

    def _most_important(self, found: Findings) -> Group:
        if count(found, Group.ASKED):
            return Group.ASKED
        order = (Group.REJECTED, Group.NOT_DRAWN, Group.ALIKE, Group.CHANGED, Group.NEW)
        return next((group for group in order if has_rows(found, group)), Group.COLUMNS)

    def _on_selected(self) -> None:
        """Show below the table what can be said of the selected row: a column, a question, or what comes in."""
        row = self._selected
        self._reading.show_column(row if isinstance(row, ColumnUse) else None)
        if self._event is None or self._found is None:
            return
        self.pair.show_pair(row if isinstance(row, LookAlike) else None, self._event, self._say)
        question = self._of_column(row)
        self.samples.show_names(self._found, row if isinstance(row, ColumnUse) else None, question, self._say)
        if question.possible:
            asked = question.words, list(question.possible), question.given
        elif isinstance(row, Asked):
            asked = row.words(self._say), row.possible(self._event, self._say), row.answer
        else:
            asked = choices(self._found, self._group, row, self._say)
        self.answers.show_question(*asked)
        self.answers.setVisible(bool(asked[1]))

    def _of_column(self, row: object) -> ColumnQuestion:
        if not isinstance(row, ColumnUse) or self._found is None:
            return ColumnQuestion()
        return asked_of(self._found, row, self._found.readings, self._say)

    @property
    def _selected(self) -> object:
        index = self.table.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _on_answer(self, answer: str) -> None:
        row, found = self._selected, self._found
        if isinstance(row, Asked):
            self.answered.emit(row, answer)
        elif isinstance(row, ColumnUse):
            self.column_read_as.emit(row.header, answer)
        elif found is not None:
            self.ticked.emit(chosen(found, self._group, row, answer, every_row(found, self._group)))

    def _on_ticked(self, row: object) -> None:
        if self._found is not None and self.answers.isEnabled():
            self.ticked.emit(toggled(self._found, row))

    def _on_pressed_alone(self, character: str) -> None:
        """Answer the selected question by a digit; the digits of a badge that is scanned answer nothing.

        A digit also answers where a button has the focus: the import button gets it, and a group's button by a click.
        """
        focused = self.window().focusWidget()
        if self.answers.isVisible() and (focused is self.table or isinstance(focused, QAbstractButton)):
            self.answers.press(character)

    def _lay_out(self) -> None:
        self._upper = QWidget()
        upper, column = QVBoxLayout(self._upper), QVBoxLayout(self)
        for each in (upper, column):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(8)
        upper.addWidget(self._buttons)
        upper.addWidget(self.still_blocked)
        upper.addWidget(self.meaning)
        upper.addWidget(self.table, 1)
        column.addWidget(self._upper, 1)
        column.addWidget(self.samples)
        column.addWidget(self._reading)
        column.addWidget(self.pair)
        column.addWidget(self.answers)
        column.addWidget(self.wins)
