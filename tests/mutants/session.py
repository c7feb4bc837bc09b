"""Mutants are tried side by side, one in each copy, and each is told when it is through."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.mutants import likely
from tests.mutants.trial import CannotTryError, Copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.mutants.draw import Mutant
    from tests.mutants.trial import Verdict


@contextmanager
def copies(checkout: Path, files: Iterable[str], jobs: int) -> Iterator[list[Copy]]:
    """So many copies of the checkout, in which the likely tests of these modules pass."""
    with TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as folder:
        first = Copy.of(checkout, Path(folder, "1"))
        _begin(first, list(files))
        made = [first, *(first.again(Path(folder, str(number))) for number in range(2, jobs + 1))]
        try:
            yield made
        finally:
            for each in made:
                each.stop()


def try_all(
    copies_: Sequence[Copy], mutants: Iterable[Mutant], *, only_near: bool
) -> Iterator[tuple[Mutant, Verdict]]:
    """Each mutant with what became of it, as soon as it is known."""
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies_:
        free.put(copy)

    def try_one(mutant: Mutant) -> tuple[Mutant, Verdict]:
        copy = free.get()
        try:
            return mutant, copy.try_out(mutant, only_near=only_near)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies_)) as pool:
        try:
            for each in as_completed([pool.submit(try_one, mutant) for mutant in mutants]):
                yield each.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for copy in copies_:
                copy.stop()
            raise


def _begin(copy: Copy, files: list[str]) -> None:
    """See the likely tests pass without a fault, and how long they take."""
    for test in dict.fromkeys(test for file in files for test in likely.near(file, copy.folder)):
        began = time.monotonic()
        failing = copy.failing([test])
        if failing:
            message = f"{failing} fails without any fault"
            raise CannotTryError(message)
        copy.seconds[test] = time.monotonic() - began
