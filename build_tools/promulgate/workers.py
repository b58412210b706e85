"""The same work for many things, on all processors: what it makes is left in the cache, where the next reader looks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from typing import Any, TypeVar

from promulgate.limits import can_be_copied

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_WORTH_A_PROCESS = 64
"""A process takes about a second to start, as long as so many pages or texts take."""
_AT_A_TIME = 16
_WORTH_A_COPY = 8


def work_ahead(
    work: Callable[[_Item], object],
    items: Sequence[_Item],
    *,
    start: Callable[..., object],
    given: tuple[object, ...],
) -> Iterator[_Item]:
    """Every item, after `work` was done for it in another process if there are enough items, else at once.

    Each process begins with `start(*given)`. No error of `work` is raised here: whoever needs a result that is not
    there makes it, and meets the error, in order.
    """
    done = 0
    processes = min(len(os.sched_getaffinity(0)), len(items) // _WORTH_A_PROCESS)
    if processes > 1:
        try:
            with ProcessPoolExecutor(processes, get_context("spawn"), start, given) as pool:
                for _ in pool.map(partial(_quietly, work), items, chunksize=_AT_A_TIME):
                    done += 1
                    yield items[done - 1]
        except (BrokenProcessPool, OSError):
            pass  # no more processes, no memory for them: this one does what is left
    yield from items[done:]


def for_each(work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int) -> list[_Result]:
    """The results of `work` for every item, in their order, on as many processes.

    Each process is a copy of this one, so that it starts at once and knows all that `work` needs; only results travel.
    Where processes can't be copied, or there are few items, the work is done here. Raises what `work` raises.
    """
    if processes < 2 or len(items) < _WORTH_A_COPY or not can_be_copied():
        return [work(item) for item in items]
    _copied.append(work)
    try:
        with ProcessPoolExecutor(processes, get_context("fork")) as pool:
            return list(pool.map(_of_copy, items, chunksize=max(1, len(items) // (processes * 8))))
    finally:
        _copied.pop()


_copied: list[Callable[[Any], Any]] = []
"""What a copy of this process has to do."""


def _of_copy(item: Any) -> Any:
    return _copied[-1](item)


def _quietly(work: Callable[[_Item], object], item: _Item) -> None:
    try:
        work(item)
    except Exception:  # noqa: BLE001 - met again, in order, by whoever needs the result
        return
