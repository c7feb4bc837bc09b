"""Shows the last acts of this desk: in a line, on the Undo button, and in the list while there is no search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from checkin.domain.admission import Refused
from checkin.domain.facts import Scanned
from checkin.ui.appearance import Dressed
from checkin.ui.arrivals.latest import latest
from checkin.ui.elided import ElidedLabel
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from checkin.desk.look_back import RecentAct
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.arrivals.finder import Finder
    from checkin.ui.arrivals.latest import Latest
    from checkin.ui.arrivals.side import Side
    from checkin.ui.page import Parts

_SHOWN: Final = 3


class LatestActs(QObject, Dressed):
    """The display of this desk's last acts on the Arrivals page; `refresh` reads the acts again."""

    def __init__(self, parts: Parts, band: AnswerBand, finder: Finder, side: Side, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._look = parts.look
        self._band = band
        self._finder = finder
        self._side = side
        self._known: Latest | None = None
        self._last_told = ""
        self.line = ElidedLabel()
        parts.look.language_changed.connect(self._tell)
        parts.look.in_all_colours(self._wear)

    def refresh(self) -> None:
        """Read the last acts of this desk, and show them."""
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: latest(file), then=if_alive(self.line, self._show), fail=self._at.trouble, key="latest"
        )

    def quieten(self) -> None:
        """Make the band show the act that Undo would undo, instead of an answer."""
        self._band.show_quietly(self._last_told)

    def _show(self, known: Latest) -> None:
        self._known = known
        self._tell()
        if self._finder.is_idle and not self._side.is_asking and self._band.is_quiet:
            seen = {
                each.registration.delegate.id: each.registration for each in known.acts if each.registration
            }
            self._finder.show(tuple(seen.values()), is_chosen=False)

    def _tell(self) -> None:
        if self._known is None:
            return
        following = self._known.undone_next
        if following is None:
            self._band.name_undo("", "")
        else:
            self._band.name_undo(following.act.id, self._what(following))
        self._last_told = "" if following is None else self._told(following)
        if self._band.is_quiet:
            self.quieten()
        self.line.setText("      ".join(map(self._told, self._known.acts[:_SHOWN])))

    def _what(self, recent: RecentAct) -> str:
        name = recent.registration.delegate.name if recent.registration is not None else ""
        return self._say.act(recent.act.facts, name, self._at.file.known_event)

    def _told(self, recent: RecentAct) -> str:
        known, what = recent.registration, self._what(recent)
        if recent.act.is_undone:
            return self._say.text("undone: {what}").format(what=what)
        is_printed = known is not None and known.badge is not None and known.badge.printed
        sign = "✕" if _was_refused(recent) else "✔"
        return f"{sign} {what}{' · ' + self._say.text('badge printed') if is_printed else ''}"

    def _wear(self) -> None:
        palette = self.line.palette()
        palette.setColor(self.line.foregroundRole(), self._colours.muted)
        self.line.setPalette(palette)


def _was_refused(recent: RecentAct) -> bool:
    return any(isinstance(fact, Scanned) and isinstance(fact.verdict, Refused) for fact in recent.act.facts)
