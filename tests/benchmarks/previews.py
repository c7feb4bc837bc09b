"""Last key → the badge of the person found is on the screen: 300 names typed into the window at 20 to 300 ms a key.

The pace is drawn anew for each name, and so is the number of letters that are typed, from three to eight.
"""

from __future__ import annotations

import random
import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from checkin.text import in_latin_letters
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from tests.benchmarks import people
from tests.benchmarks.figures import Goal, Times, show
from tests.benchmarks.windows import a_program, quiet, wait_until

if TYPE_CHECKING:
    from checkin.app import Program

SEARCHES = 300
_PACE_MS = (20, 300)
_LETTERS = (3, 8)
_LIMIT_MS = 200
_LOOK_MS = 2
_SEED = 2027


def last_key_to_badge(size: int, _runs: int) -> None:
    """How long the desk waits for the preview after the last letter of a name."""
    chance = random.Random(_SEED)  # noqa: S311 - nothing secret
    with a_program(size) as program:
        program.window.open_page(0)
        wait_until(quiet())
        page = program.window.page
        assert isinstance(page, ArrivalsPage)
        names = [in_latin_letters(f"{row['Family name']} {row['Given name']}") for row in people.rows(size)]
        times = Times()
        for name in chance.choices(names, k=SEARCHES):
            typed = name[: chance.randint(*_LETTERS)]
            times.seconds.append(_typed(program, page, typed, chance.uniform(*_PACE_MS) / 1000))
    in_time = sum(seconds * 1000 <= _LIMIT_MS for seconds in times.seconds)
    show(f"preview {size} p50", times.percentile(50), "ms")
    show(f"preview {size} p99", times.percentile(99), "ms")
    show(f"preview {size} p100", times.percentile(100), "ms", Goal(_LIMIT_MS))
    show(f"preview {size} in time", in_time, f"of {SEARCHES}", Goal(SEARCHES, at_least=True))


def _typed(program: Program, page: ArrivalsPage, name: str, pace: float) -> float:
    """Type one name; the seconds from its last key until the badge of the person who is selected is shown.

    Between the keys this thread sleeps, as a window does: one that asks again and again would keep the lanes waiting.
    """
    window = program.window.windowHandle()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    loop, looking, keys = QEventLoop(), QTimer(interval=_LOOK_MS), QTimer(interval=round(pace * 1000))
    letters = deque(name.lower())
    typed = [0.0]

    def press() -> None:
        typed[0] = time.perf_counter()
        QTest.keyClick(window, letters.popleft())
        if not letters:
            keys.stop()
            looking.start()

    def look() -> None:
        if page.finder.has_answer and _is_shown(page):
            loop.quit()

    for timer, act in ((keys, press), (looking, look)):
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
    keys.start()
    loop.exec()
    return time.perf_counter() - typed[0]


def _is_shown(page: ArrivalsPage) -> bool:
    """Whether the preview is that of the selected person, or nobody is selected."""
    return page.finder.chosen == page.side.preview.shown
