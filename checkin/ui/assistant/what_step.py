"""The first step: the title of the event, its venue, and its languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from checkin.desk.choices import Part
from checkin.ui.appearance import Dressed
from checkin.ui.assistant.beginning_input import proposed
from checkin.ui.assistant.step import Step
from checkin.ui.frames.inputs import Input, choice
from checkin.ui.frames.local_text import LocalTextInput
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Start
    from checkin.wording import Wording


class WhatStep(Step):
    """The step with the title, the venue and the languages of the event.

    Title and venue have a line in each of the languages.
    """

    def __init__(self, look: Appearance, offered: Iterable[str]) -> None:
        """The languages that are `offered` are proposed."""
        main = look.say.code
        self.title_input = LocalTextInput(look, (main,))
        self.venue_input = LocalTextInput(look, (main,))
        self.language = choice(dict.fromkeys(languages(), ""), main)
        self.others = LanguagesInput(look, languages())
        self._proposed: frozenset[str] = frozenset()
        super().__init__(
            look,
            lambda say: say.text("What is the event?"),
            {
                Part.TITLE: self.title_input,
                Part.VENUE: self.venue_input,
                Part.LANGUAGE: self.language,
                Part.OTHER_LANGUAGES: self.others,
            },
            is_first=True,
        )
        self.language.currentIndexChanged.connect(lambda _place: self._on_languages())
        self.others.changed.connect(self._on_languages)
        self._on_languages()
        self.propose_languages(offered)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the event, that of its badges first."""
        main = str(self.language.currentData())
        return (main, *(each for each in self.others.ticked if each != main))

    def propose_languages(self, wanted: Iterable[str]) -> None:
        """Offer these languages, and tick them unless the operator has changed the ticks that were proposed before."""
        wanted = tuple(wanted)
        is_proposed = self.others.all_ticked == self._proposed
        for code in wanted:
            if self.language.findData(code) < 0:
                self.language.addItem("", code)
        self.others.offer(wanted)
        self._proposed = frozenset(wanted)
        if is_proposed:
            self.others.tick(wanted)
        self._label()

    @classmethod
    def begin(cls, look: Appearance, _start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        return cls(look, proposed().description.languages)

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        return say.text("Event")

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step."""
        return replace(
            wish,
            title=self.title_input.text(),
            venue=self.venue_input.text(),
            languages=self.languages,
        )

    def summary(self) -> str:
        """The title."""
        return self._say.local(self.title_input.text())

    def choices(self, name: Part) -> Mapping[str, str] | None:
        """The languages by their names in the window's language."""
        if name is not Part.LANGUAGE:
            return None
        codes = (str(self.language.itemData(place)) for place in range(self.language.count()))
        return {code: self._say.language_name(code) for code in codes}

    def _on_languages(self) -> None:
        self.others.leave_out(str(self.language.currentData()))
        for text in (self.title_input, self.venue_input):
            text.set_languages(self.languages)


class LanguagesInput(Input, Dressed):
    """A box to tick for each language that the event can have in addition to the language of its badges."""

    def __init__(self, look: Appearance, offered: Iterable[str]) -> None:
        super().__init__()
        self._look = look
        self.boxes: dict[str, QCheckBox] = {}
        self._left_out = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.offer(offered)
        look.in_each_language(self._label)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The codes of the languages that are ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked() and code != self._left_out)

    @property
    def all_ticked(self) -> frozenset[str]:
        """The codes of the languages whose boxes are ticked, hidden boxes included."""
        return frozenset(code for code, box in self.boxes.items() if box.isChecked())

    def content(self) -> tuple[str, ...]:
        """The languages that are ticked."""
        return self.ticked

    def offer(self, codes: Iterable[str]) -> None:
        """Add a box for each of these languages that has none yet."""
        for code in codes:
            if code not in self.boxes:
                box = self.boxes[code] = QCheckBox()
                box.toggled.connect(lambda _is_ticked: self.changed.emit())
                self._row.insertWidget(self._row.count() - 1, box)
        self.setFocusProxy(next(box for code, box in self.boxes.items() if code != self._left_out))
        self._label()

    def tick(self, codes: Iterable[str]) -> None:
        """Tick these languages and no others."""
        wanted = set(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)

    def leave_out(self, code: str) -> None:
        """Hide the box of this language, because it is the language of the badges, which the event always has."""
        self._left_out = code
        for each, box in self.boxes.items():
            box.setVisible(each != code)
        self.setFocusProxy(next(box for each, box in self.boxes.items() if each != code))

    def _label(self) -> None:
        for code, box in self.boxes.items():
            box.setText(self._say.language_name(code))
