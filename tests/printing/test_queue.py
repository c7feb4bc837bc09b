"""Jobs go to the printer in their order, each once; without a printer they wait, and nobody has to call them back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from checkin.errors import CheckinError
from checkin.printing import PrinterState, PrintJob, PrintQueue, QueueState, Size
from checkin.tasks import Tasks
from tests.printing.a_badge import A6

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@dataclass
class FakePrinter:
    """A printer with a memory."""

    name: str = "QL-1110"
    is_: PrinterState = PrinterState.READY
    jobs: list[str] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    is_folder: bool = False

    def submit(self, pdf: bytes, title: str, size: Size) -> None:
        self.titles.append(title)
        badge = pdf.decode()
        assert size == A6
        if badge in self.refuses:
            raise CheckinError("The printer does not take the job", "Check the printer.")
        self.jobs.append(badge)

    def state(self) -> PrinterState:
        return self.is_


@dataclass
class FakeJobs:
    """Print jobs with a memory."""

    codes: list[str] = field(default_factory=list)
    sent: dict[int, str] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)
    trouble_on_marking: int = 0

    def first_waiting(self) -> PrintJob | None:
        numbers = [no for no in range(len(self.codes)) if no not in self.sent]
        if not numbers:
            return None
        code = self.codes[numbers[0]]
        return PrintJob(numbers[0], code, code.encode(), A6)

    not_drawn: CheckinError | None = None

    def waiting(self) -> int:
        return len(self.codes) - len(self.sent)

    def mark_sent(self, no: int, printer: str) -> None:
        if self.trouble_on_marking:
            self.trouble_on_marking -= 1
            raise CheckinError("The disk is full", "Make room on it.")
        self.sent[no] = printer

    def mark_failed(self, no: int, printer: str, trouble: str) -> None:
        assert printer
        self.failed[no] = trouble


class Desk:
    """A queue with fakes at both ends; `lamp` is what it told last."""

    def __init__(self, tasks: Tasks) -> None:
        self.printer = FakePrinter()
        self.jobs = FakeJobs()
        self.queue = PrintQueue(tasks.devices, self.jobs, self.printer)
        self.told: list[QueueState] = []
        self.queue.state_changed.connect(self.told.append)

    @property
    def lamp(self) -> QueueState | None:
        return self.told[-1] if self.told else None


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    assert qtbot
    tasks = Tasks()
    desk = Desk(tasks)
    yield desk
    desk.queue.stop()
    tasks.close()


def test_what_waited_since_the_last_run_goes_out_in_its_order(desk: Desk, qtbot: QtBot) -> None:
    desk.jobs.codes = ["A", "B", "C"]
    desk.queue.start()
    qtbot.waitUntil(lambda: desk.lamp == QueueState("QL-1110", PrinterState.READY, 0))

    assert desk.printer.jobs == ["A", "B", "C"]
    assert desk.jobs.sent == dict.fromkeys((0, 1, 2), "QL-1110")


def test_a_job_recorded_while_another_goes_out_is_not_forgotten(desk: Desk, qtbot: QtBot) -> None:
    desk.jobs.codes = ["A"]
    desk.queue.wake()
    desk.jobs.codes.append("B")
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.printer.jobs == ["A", "B"])


@pytest.mark.parametrize("state", [PrinterState.MISSING, PrinterState.STOPPED])
def test_without_a_printer_jobs_wait_and_go_when_it_is_back(
    desk: Desk, qtbot: QtBot, state: PrinterState
) -> None:
    desk.printer.is_ = state
    desk.jobs.codes = ["A", "B"]
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.lamp == QueueState("QL-1110", state, 2))
    waited = list(desk.printer.jobs)
    desk.printer.is_ = PrinterState.READY
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.printer.jobs == ["A", "B"])

    assert waited == []
    assert desk.jobs.failed == {}


def test_another_printer_takes_over_what_waits(desk: Desk, qtbot: QtBot) -> None:
    desk.printer.is_ = PrinterState.MISSING
    desk.jobs.codes = ["A"]
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.lamp is not None)
    spare = FakePrinter("Spare")
    desk.queue.use(spare)
    qtbot.waitUntil(lambda: spare.jobs == ["A"])
    qtbot.waitUntil(lambda: desk.jobs.sent == {0: "Spare"})


def test_a_job_that_the_printer_refuses_keeps_its_place(desk: Desk, qtbot: QtBot) -> None:
    desk.jobs.codes = ["A", "B"]
    desk.printer.refuses = {"A"}
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.lamp is not None)
    refused = desk.lamp
    desk.printer.refuses = set()
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.printer.jobs == ["A", "B"])

    assert refused is not None
    assert not refused.is_well
    assert (refused.waiting, "Check the printer" in refused.trouble) == (2, True)
    assert list(desk.jobs.failed) == [0]


def test_a_badge_never_comes_out_twice_because_it_could_not_be_marked(desk: Desk, qtbot: QtBot) -> None:
    desk.jobs.codes = ["A"]
    desk.jobs.trouble_on_marking = 2
    for _ in range(3):
        before = len(desk.told)
        desk.queue.wake()
        qtbot.waitUntil(lambda: not desk.queue._step or desk.queue._step.is_done)
        assert before <= len(desk.told)
    qtbot.waitUntil(lambda: desk.jobs.sent == {0: "QL-1110"})

    assert desk.printer.jobs == ["A"]
    assert "The disk is full" in desk.told[0].trouble
    assert desk.lamp == QueueState("QL-1110", PrinterState.READY, 0)


def test_a_bug_does_not_stop_the_queue_for_good(desk: Desk, qtbot: QtBot) -> None:
    desk.printer.state = lambda: 1 // 0  # type: ignore[method-assign,assignment]
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.queue._step is not None and desk.queue._step.is_done)
    del desk.printer.state
    desk.jobs.codes = ["A"]
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.printer.jobs == ["A"])


def test_the_lamp_is_told_only_when_it_changes(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        desk.queue.wake()
        qtbot.waitUntil(lambda: desk.queue._step is not None and desk.queue._step.is_done)

    assert desk.told == [QueueState("QL-1110", PrinterState.READY, 0)]


def test_a_badge_that_nobody_can_draw_is_told_by_the_lamp_although_the_printer_is_well(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.jobs.codes.append("B1")
    desk.jobs.not_drawn = CheckinError("The badge of ᏣᎳᎩ cannot be printed", "Correct the name.")
    desk.queue.start()
    qtbot.waitUntil(lambda: bool(desk.told))

    assert desk.printer.jobs == ["B1"]
    assert desk.told[0].state is PrinterState.READY
    assert desk.told[0].not_drawn is desk.jobs.not_drawn
    assert not desk.told[0].is_well


def test_a_badge_that_nobody_can_draw_holds_up_no_other_badge_and_is_told_of_while_the_printer_is_ready(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.jobs.codes.append("B1")
    desk.jobs.not_drawn = CheckinError("The badge of ᏣᎳᎩ cannot be printed", "Correct the name.")
    desk.printer.refuses = {"B1"}
    desk.queue.start()
    qtbot.waitUntil(lambda: bool(desk.told))
    assert desk.told[0].not_drawn is desk.jobs.not_drawn

    desk.printer.refuses = set()
    desk.queue.wake()
    qtbot.waitUntil(lambda: desk.printer.jobs == ["B1"])
    qtbot.waitUntil(lambda: desk.queue.is_printing)
    desk.jobs.codes.append("B2")
    desk.printer.is_ = PrinterState.MISSING
    desk.queue.wake()
    qtbot.waitUntil(lambda: not desk.queue.is_printing)
    assert desk.told[-1].not_drawn is None
