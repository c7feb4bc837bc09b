"""The panel in which the operator sets the photo of one delegate from a file, cuts the photo, or removes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from checkin.ui.drops import PHOTO_ENDINGS
from checkin.ui.file_dialog import choose_file
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.panel import Panel
from checkin.ui.page import if_alive
from checkin.ui.photos.frame_picker import FramePicker
from checkin.ui.photos.reading import image_of
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from checkin.domain.delegates import Delegate
    from checkin.errors import CheckinError
    from checkin.importing.photos.portrait import Photo
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_GAP: Final = 6


class PhotoPanel(Panel):
    """Shows the delegate's present photo, or a photo from a file together with the frame that cuts a portrait from it.

    Photos are read in a background thread. `ask_for_file` asks the operator for a file.
    """

    closes_from_anywhere = True

    taken = Signal(bytes)
    """Emitted with the bytes of the portrait (a JPEG) that shall become the delegate's photo."""

    removed = Signal()
    """Emitted when the operator removes the delegate's photo."""

    def __init__(self, parts: Parts, delegate: Delegate) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._delegate = delegate
        self._photo: Photo | None = None
        self._is_reading = False
        self._trouble: Words | None = None
        self.ask_for_file: Callable[[QWidget], Path | None] = self._ask_for_file
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._hint, self._wrong = PlainLabel(), PlainLabel(), PlainLabel()
        self._title.setProperty("tone", "heading")
        self._wrong.setProperty("tone", "bad")
        self.picker = FramePicker()
        self.save_button, self.choose_button, self.remove_button = QPushButton(), QPushButton(), QPushButton()
        self.save_button.setDefault(True)
        self._cancel = QPushButton()
        self._lay_out()
        self.save_button.clicked.connect(self._save)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self.removed)
        self._cancel.clicked.connect(self.given_up)
        self._show_present()
        parts.look.in_each_language(self._label)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(_GAP)
        for label in (self._title, self._hint, self._wrong):
            label.setWordWrap(True)
        column.addWidget(self._title)
        column.addWidget(self.picker, 1)
        column.addWidget(self._hint)
        column.addWidget(self._wrong)
        column.addWidget(self.save_button)
        column.addLayout(ButtonRow(self.choose_button, self.remove_button, self._cancel, is_at_left=True))

    @property
    def is_begun(self) -> bool:
        """Whether a photo has been read from a file but is not yet set as the delegate's photo."""
        return self._photo is not None

    @property
    def delegate(self) -> str:
        """The id of the delegate whose photo the panel sets."""
        return self._delegate.id

    @property
    def trouble(self) -> str:
        """The words that say why the file could not be read as a photo; "" if there was no error."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def read(self, path: Path) -> None:
        """Read the photo in this file, and show it with the frame that cuts it; if the file is no photo, say why."""
        self._is_reading, self._trouble = True, None
        self._label()

        def work() -> tuple[Photo, QImage]:
            from checkin.importing.photos.portrait import Photo  # noqa: PLC0415 - the window is quicker without it

            photo = Photo.read(path)
            return photo, QImage.fromData(photo.shown)

        self._at.tasks.drawing.run(
            work,
            then=if_alive(self, lambda read: self._show_read(*read)),
            fail=if_alive(self, self.show_trouble),
            key="photo of a file",
        )

    def show_trouble(self, error: CheckinError) -> None:
        """Say why the photo was not read or not set; the photo that is shown stays."""
        self._is_reading = False
        self._trouble = lambda say: ". ".join(say.trouble(error))
        self._label()

    def _show_read(self, photo: Photo, image: QImage) -> None:
        self._photo, self._is_reading = photo, False
        self.picker.choose_frame(image)
        self.picker.setFocus()
        self.keep()
        self._label()

    def _show_present(self) -> None:
        """Show the photo that the delegate has already."""
        file, digest = self._at.file, self._delegate.photo
        if digest:
            self._at.tasks.drawing.run(
                lambda: image_of(file, digest), then=if_alive(self, self._show_if_still), key="present photo"
            )

    def _show_if_still(self, image: QImage) -> None:
        if self._photo is None:
            self.picker.show_photo(image)

    def _choose(self) -> None:
        path = self.ask_for_file(self)
        if path is not None:
            self.read(path)

    def _ask_for_file(self, parent: QWidget) -> Path | None:
        say = self._say
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = say.text("Photos ({kinds})").format(kinds=" ".join(f"*{each}" for each in PHOTO_ENDINGS))
        return choose_file(parent, say.text("Choose a photo"), Path(folder or Path.home()), kinds, say)

    def _save(self) -> None:
        """Cut the portrait in the lane for pictures, and give it out."""
        photo, frame = self._photo, self.picker.frame
        if photo is None:
            self._choose()
            return
        self._at.tasks.drawing.run(
            lambda: photo.portrait(frame),
            then=if_alive(self, self.taken.emit),
            fail=if_alive(self, self.show_trouble),
            key="portrait",
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus, so that Enter and Esc work in this panel."""
        super().showEvent(event)
        (self.picker if self._photo is not None else self.choose_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter, set the photo or choose a file; on Esc, close the panel; leave other keys to the page."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escape()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def _label(self) -> None:
        say = self._say
        title = say.text("Photo of {name}").format(name=self._delegate.name)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.picker.setAccessibleName(title)
        self._hint.setText(self._hint_now())
        self._wrong.setText(self._trouble(say) if self._trouble is not None else "")
        self._wrong.setVisible(self._trouble is not None)
        self.save_button.setText(say.with_key(say.text("Take this photo"), "Enter"))
        self.save_button.setVisible(self._photo is not None)
        self.choose_button.setText(say.text("Choose a file…"))
        self.remove_button.setText(say.text("Remove the photo"))
        self.remove_button.setVisible(bool(self._delegate.photo))
        self._cancel.setText(say.with_key(say.text("Cancel"), "Esc"))

    def _hint_now(self) -> str:
        say = self._say
        if self._is_reading:
            return say.text("Reading the photo…")
        if self._photo is not None:
            return say.text(
                "Move the frame with the mouse or the arrow keys, make it smaller or larger with + and −."
            )
        if self._delegate.photo:
            return say.text("Choose another photo, or drop its file on the window.")
        return say.text("There is no photo yet. Choose a file, or drop it on the window.")
