"""Results remembered for texts already looked at, so that fifty rules do not do the same work fifty times."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from promulgate.model import Text

_Result = TypeVar("_Result")
_REMEMBERED = 512


class _Same:
    """A text as a key, by identity: one source is read once, and comparing sources by content would cost more."""

    __slots__ = ("text",)

    def __init__(self, text: Text) -> None:
        self.text = text

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.text is other.text


def once_per_text(function: Callable[[Text], _Result]) -> Callable[[Text], _Result]:
    """The same function, which remembers its results for the texts it saw last."""

    @functools.lru_cache(maxsize=_REMEMBERED)
    def remembered(key: _Same) -> _Result:
        return function(key.text)

    @functools.wraps(function)
    def wrapper(text: Text) -> _Result:
        return remembered(_Same(text))

    return wrapper


def once_per_pair(function: Callable[[Text, Text], _Result]) -> Callable[[Text, Text], _Result]:
    """The same function, which remembers its results for the pairs of texts it saw last."""

    @functools.lru_cache(maxsize=_REMEMBERED)
    def remembered(first: _Same, second: _Same) -> _Result:
        return function(first.text, second.text)

    @functools.wraps(function)
    def wrapper(first: Text, second: Text) -> _Result:
        return remembered(_Same(first), _Same(second))

    return wrapper
