"""Waiting for files to change, by looking again and again: no notification service, so it works on every disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

State = TypeVar("State")


def differing(look: Callable[[], State], pause: Callable[[], None]) -> Iterator[State]:
    """The first state `look` sees, and then each that differs from the one before; `pause` is called in between."""
    last = look()
    yield last
    while True:
        pause()
        now = look()
        if now != last:
            last = now
            yield now
