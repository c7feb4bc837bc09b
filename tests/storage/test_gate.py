"""The gate: one writer at a time, and the desk goes before any batch work that waits."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from checkin.storage.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

PATIENCE = 10


class Queue:
    """Threads that want to enter a gate, and the order in which they came in."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.entered: list[str] = []
        self._threads: list[threading.Thread] = []

    def comes(self, name: str, door: Callable[[], AbstractContextManager[None]]) -> None:
        """Somebody comes to the gate, and waits there."""

        def enter() -> None:
            with door():
                self.entered.append(name)

        waiting = self._waiting()
        thread = threading.Thread(target=enter)
        self._threads.append(thread)
        thread.start()
        while self._waiting() == waiting and thread.is_alive():
            threading.Event().wait(0.001)

    def all_have_left(self) -> None:
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()

    def _waiting(self) -> int:
        return len(self.gate._changed._waiters)  # type: ignore[attr-defined]


@contextmanager
def closed(gate: Gate) -> Iterator[Queue]:
    """Somebody is inside while others come."""
    queue = Queue(gate)
    with gate.for_desk():
        yield queue
        assert queue.entered == []
    queue.all_have_left()


def test_the_desk_goes_before_batch_work_that_has_waited_longer() -> None:
    gate = Gate()

    with closed(gate) as queue:
        queue.comes("import", gate.for_batch)
        queue.comes("export", gate.for_batch)
        queue.comes("scan", gate.for_desk)
        queue.comes("arrival", gate.for_desk)

    assert set(queue.entered[:2]) == {"scan", "arrival"}
    assert set(queue.entered[2:]) == {"import", "export"}


def test_only_one_is_inside() -> None:
    gate = Gate()
    inside: list[int] = []
    most: list[int] = []

    def work(door: Callable[[], AbstractContextManager[None]]) -> None:
        for _ in range(200):
            with door():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    doors = [gate.for_desk, gate.for_batch, gate.for_desk, gate.for_batch]
    threads = [threading.Thread(target=work, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)

    assert len(most) == 800
    assert set(most) == {1}


@pytest.mark.parametrize("door", ["for_desk", "for_batch"])
def test_whoever_fails_inside_leaves_the_gate_open(door: str) -> None:
    gate = Gate()

    with pytest.raises(KeyError), getattr(gate, door)():
        raise KeyError

    with gate.for_batch():
        pass
