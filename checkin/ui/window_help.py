"""Opens the help for F1 (the manual or a help window about what is shown) and for Ctrl+/ (the list of keys)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checkin.ui.common_keys import common_keys
from checkin.ui.help import KeysHelp, PageHelp
from checkin.ui.help_topics import TOPICS
from checkin.ui.manual import ManualWindow, manual_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Appearance
    from checkin.ui.page import Page, PageEntry
    from checkin.wording import Wording


def open_help(of: str, entries: Sequence[PageEntry], look: Appearance, window: QWidget) -> None:
    """Open the manual at the page with the module `of`, or else the help window that says what to do there."""
    topics, title = TOPICS.get(of, ()), partial(_name_of, of, entries)
    if manual_page(of, look.say.code) is not None:
        ManualWindow(title, of, topics, look, window).show_instead()
    else:
        PageHelp(title, topics, look, window).show_instead()


def open_keys(
    page: Page | None, of: str, entries: Sequence[PageEntry], look: Appearance, window: QWidget
) -> None:
    """Open the help window that lists the keys of the open page and the keys that work everywhere.

    `entries` are the pages that can be opened now, and `of` is the module of the open page.
    """
    keys = (*(page.keys if page is not None else ()), *common_keys(tuple(entries)))
    KeysHelp(partial(_name_of, of if page is not None else "", entries), keys, look, window).show_instead()


def _name_of(module: str, entries: Sequence[PageEntry], say: Wording) -> str:
    """The name of the page with this module, or of the start page if there is none."""
    return next((say.text(each.name) for each in entries if each.module == module), say.text("Start page"))
