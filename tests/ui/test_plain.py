"""No name, note or title is ever read as HTML, anywhere on the window."""

from __future__ import annotations

import ast
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QWidget

import checkin.ui
from checkin.desk.arrive import arrive
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.programme import LocalText
from checkin.storage.event_file import EventFile
from checkin.tasks import Tasks
from checkin.ui.elided import ElidedLabel
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.plain import HtmlLabel, PlainLabel, set_tool_tip, tool_tip
from checkin.ui.table import TableColumn, TableModel
from tests.ui.doors import DESK, Story, an_event, at
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NAME: Final = '<b>x</b><img src="//server/share/x.png">'
OWN: Final = "plain.py"
"""The one module that makes labels and tool tips."""
FORBIDDEN_CALLS: Final = frozenset(
    {
        "QLabel", "QTextEdit", "QTextBrowser", "QTextDocument", "QMessageBox", "QErrorMessage", "QStaticText",
        "QInputDialog", "QProgressDialog", "setToolTip", "setTextFormat", "setHtml", "insertHtml", "setMarkdown",
        "setWhatsThis", "setStatusTip", "appendHtml", "showText",
    }
)  # fmt: skip


def shown_by_tool_tip(tip: str) -> str:
    """What somebody reads in a tool tip with this text."""
    if not GuiQt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def offences(source: str) -> list[str]:
    """The places of a module at which a text might be shown as HTML."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=func) if name_of(func) in FORBIDDEN_CALLS:
                found.append(f"{node.lineno}: {name_of(func)}()")
            case ast.Call(func=func, args=[ast.Constant() | ast.Call(), *_]) if name_of(func) == "addRow":
                found.append(f"{node.lineno}: addRow() makes a label of a text")
            case ast.ClassDef(bases=bases) if {name_of(base) for base in bases} & FORBIDDEN_CALLS:
                found.append(f"{node.lineno}: class {node.name}")
            case ast.match_case(pattern=pattern, body=body) if "ToolTipRole" in ast.unparse(pattern):
                given = ast.unparse(body[0])
                if not given.startswith("return tool_tip("):
                    found.append(f"{pattern.lineno}: {given} for ToolTipRole")
            case _:
                pass
    return found


def test_each_label_and_each_tool_tip_of_the_program_is_made_in_one_module() -> None:
    modules = [path for path in Path(checkin.ui.__path__[0]).rglob("*.py") if path.name != OWN]
    found = {path.name: offences(path.read_text("utf-8")) for path in modules}

    assert len(modules) > 50
    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize(
    "source",
    [
        "label = QLabel(name)",
        "label = QtWidgets.QLabel(name)",
        "class Sign(QLabel): pass",
        "button.setToolTip(name)",
        "QMessageBox.warning(self, name, name) or QMessageBox(self)",
        "form.addRow('Name', field)",
        "match role:\n    case Qt.ItemDataRole.ToolTipRole:\n        return row.name",
    ],
)
def test_the_rule_sees_each_other_way(source: str) -> None:
    assert offences(source)


@pytest.mark.usefixtures("qapp")
@given(st.text(alphabet='<>&;"/=bimgsrc \u1780x', min_size=1))
def test_a_tool_tip_shows_what_was_written(text: str) -> None:
    # HTML draws a run of spaces as one, and none at the edges.
    assert shown_by_tool_tip(tool_tip(text)).split() == text.split()


@pytest.mark.usefixtures("qapp")
def test_labels_list_items_and_cells_show_markup_as_it_was_typed() -> None:
    items = QListWidget()
    item = QListWidgetItem(NAME, items)
    set_tool_tip(item, NAME)
    elided = ElidedLabel()
    elided.setText(NAME)
    model = TableModel([TableColumn[str]("Name", text=lambda row: row)])
    model.show([NAME])
    cell = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert PlainLabel(NAME).textFormat() is Qt.TextFormat.PlainText
    for tip in (item.toolTip(), elided.toolTip(), cell):
        assert shown_by_tool_tip(tip) == NAME
        assert "<img" not in tip


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """An event in which every text that people choose is markup."""
    plain = an_event()
    marked = LocalText.of(NAME)
    event = replace(
        plain,
        description=replace(plain.description, title=marked, venue=marked),
        categories={code: replace(each, name=marked) for code, each in plain.categories.items()},
        sessions={code: replace(each, title=marked, room=marked) for code, each in plain.sessions.items()},
    )
    tasks = Tasks()
    story = Story(EventFile.create(tmp_path / "forum.event", event, "desk1", DESK.operator), tasks)
    written = (
        Field.FAMILY_NAME, Field.POSITION, Field.ORGANISATION, Field.DELEGATION, Field.PUBLIC_NOTE, Field.PRIVATE_NOTE,
    )  # fmt: skip
    texts = dict.fromkeys(written, NAME)
    for _ in range(2):
        person = register(story.file, DESK, {**texts, Field.CATEGORY: "M"})
    arrive(story.file, DESK, [person.delegate.id], at(-20))
    yield story
    tasks.close(story.file.close)
    story.file.close()


def literal(shown: QWidget) -> list[str]:
    """All tool tips on this widget and below, each as somebody reads it; fails where a label may show markup."""
    tips = []
    for widget in (shown, *shown.findChildren(QWidget)):
        tips.append(widget.toolTip())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
            cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(columns)]
            tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
        if isinstance(widget, HtmlLabel):
            assert "<img" not in widget.text()
            assert NAME in unescape(widget.text())
        elif isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
    assert not [tip for tip in tips if "<img" in tip]
    return [shown_by_tool_tip(tip) for tip in tips if tip]


def test_a_name_with_markup_is_shown_letter_by_letter_on_every_page(story: Story, qtbot: QtBot) -> None:
    window = MainWindow(a_look())
    qtbot.addWidget(window)
    window.open_event(story.parts(a_look()))
    window.show()
    tasks, read = story.tasks, []
    for number, entry in enumerate(PAGES):
        window.open_page(number)
        page = window.page
        assert page is not None
        if entry.module == "arrivals":
            page.finder.search.setText("x")  # type: ignore[attr-defined]
            qtbot.waitUntil(lambda: "img" in page.side.card.text)  # type: ignore[attr-defined]  # noqa: B023 - at once
        if entry.module == "people":
            qtbot.waitUntil(lambda: bool(page.people.ids))  # type: ignore[attr-defined]  # noqa: B023 - at once
            page.table.selectRow(0)  # type: ignore[attr-defined]
            qtbot.waitUntil(lambda: "img" in page.panel.card.text)  # type: ignore[attr-defined]  # noqa: B023
        qtbot.waitUntil(
            lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy or tasks.devices.is_busy), timeout=20_000
        )
        read += literal(window)

    assert any(NAME in tip for tip in read)
    assert NAME in window.windowTitle()
