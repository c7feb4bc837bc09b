"""The question before the file is opened that lies in place of a lost event, where acts are not in this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from checkin.storage.lacking import Lacking
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class LostQuestion:
    """What the operator is told of the file that lies there: which acts it lacks, and of which event it is.

    `rescued` is the copy in which the acts stay; None if there is none. `zone` is the time zone of the lost event.
    """

    lacking: Lacking
    rescued: Path | None
    zone: ZoneInfo

    def asked(self, say: Wording) -> tuple[str, str]:
        """The words of the question, and below them what is kept."""
        if self.lacking.other is None:
            return self._lacks(say), self._kept(say)
        there = say.text("Another event lies there: {event}.").format(event=say.local(self.lacking.other))
        return f"{there} {self._lacks(say)}", self._kept(say)

    def opened(self, say: Wording) -> tuple[str, str]:
        """The words when the file was opened without the acts."""
        other = self.lacking.other
        if other is None:
            return self._lacks(say), self._kept(say)
        return say.text("Another event is open now: {event}").format(event=say.local(other)), self._kept(say)

    def _lacks(self, say: Wording) -> str:
        return say.many(
            "{count} act since {time} is not in that file.",
            "{count} acts since {time} are not in that file.",
            self.lacking.acts,
            time=say.time(self.lacking.since, self.zone),
        )

    def _kept(self, say: Wording) -> str:
        if self.rescued is None:
            return ""
        return say.text("What was recorded stays in {file}.").format(file=self.rescued)
