"""The last step: the name and the folder of the event file, and the page that opens first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from checkin import paths
from checkin.desk.choices import Part
from checkin.ui.appearance import Dressed
from checkin.ui.assistant.step import Step
from checkin.ui.file_dialog import choose_folder
from checkin.ui.frames.inputs import Input, TextLine, choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Start
    from checkin.wording import Wording

PROGRAMME: Final = "programme"
ARRIVALS: Final = "arrivals"


class FileStep(Step):
    """The step with the name and the folder of the event file, and the page that opens first.

    Until the operator types a name, the name is proposed anew whenever the title changes.
    """

    def __init__(self, look: Appearance, folder: Path, *, has_programme: bool) -> None:
        """`has_programme` says whether the window has a page on which sessions are made."""
        self.name_line = TextLine()
        self.folder = FolderInput(look, folder)
        self._proposed = ""
        self.first_page: QComboBox | None = (
            choice({PROGRAMME: "", ARRIVALS: ""}, PROGRAMME) if has_programme else None
        )
        inputs: dict[Part, QWidget] = {Part.NAME: self.name_line, Part.FOLDER: self.folder}
        if self.first_page is not None:
            inputs[Part.FIRST_PAGE] = self.first_page
        super().__init__(
            look,
            lambda say: say.text("Where is the event file?"),
            inputs,
            lambda say: say.text("Make the event"),
        )

    @classmethod
    def begin(cls, look: Appearance, start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        return cls(look, paths.documents_folder(), has_programme=PROGRAMME in start.pages)

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        return say.text("File")

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step."""
        return replace(wish, folder=self.folder.folder, name=self.name_line.text())

    def summary(self) -> str:
        """The name of the file."""
        return self.name_line.text()

    def propose(self, name: str) -> None:
        """Fill in this name, unless the operator has typed one."""
        is_proposed = self.name_line.text() == self._proposed
        self._proposed = name
        if is_proposed and self.name_line.text() != name:
            self.name_line.setText(name)

    @property
    def is_proposed(self) -> bool:
        """Whether the name is the one that was proposed."""
        return self.name_line.text() == self._proposed

    @property
    def page(self) -> str:
        """The module of the page that opens first; "" if there is no choice."""
        return str(self.first_page.currentData()) if self.first_page is not None else ""

    def choices(self, name: Part) -> Mapping[str, str] | None:
        """The pages that can open first once the event is made, each with its words."""
        if name is not Part.FIRST_PAGE:
            return None
        return {
            PROGRAMME: self._say.text("Add the sessions now"),
            ARRIVALS: self._say.text("Sessions later: begin with Arrivals"),
        }


class FolderInput(Input, Dressed):
    """An input for a folder, which is typed or chosen in a dialog."""

    def __init__(self, look: Appearance, folder: Path) -> None:
        super().__init__()
        self._look = look
        self.line = TextLine(str(folder))
        self.choose = QPushButton()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line, stretch=1)
        across.addWidget(self.choose)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._choose)
        look.in_each_language(self._label)

    @property
    def folder(self) -> Path | None:
        """The folder; None if the line is empty."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def content(self) -> str:
        """The folder as it was typed."""
        return self.line.text()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input, and to its line."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the input, and to its line."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def _choose(self) -> None:
        folder = choose_folder(self, self._say.text("Choose a folder"), self._say)
        if folder is not None:
            self.line.setText(str(folder))

    def _label(self) -> None:
        self.choose.setText(self._say.text("Choose…"))
