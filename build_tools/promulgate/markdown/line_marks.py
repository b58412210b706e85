"""Which source line did this word of the page come from? The engine does not say, so we ask it with invisible ink.

A mark (private-use characters that hold a line number) goes before the first letter of each source line; the marked
source is rendered; taking the marks out must give, byte for byte, the rendering of the unmarked source. A line whose
mark disturbs the engine goes without. So the marks can never change what is read, and the lines are those of the real
rendering, not of a second parser's opinion.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_OPEN, _CLOSE = "\ue100", "\ue101"
_ZERO = 0xE110
MARK = re.compile(f"{_OPEN}([\ue110-\ue119]+){_CLOSE}")
_TO_INK = {ord(str(digit)): chr(_ZERO + digit) for digit in range(10)}
_FROM_INK = {_ZERO + digit: str(digit) for digit in range(10)}

_UNMARKABLE = re.compile(r"\s*(?:<|```|~~~|\[[^\]^][^\]]*\]:|&)|[\s|:\-=]*$")
_PREFIX = re.compile(r"\s*(?:(?:[-*+>]|\d+\.)\s+|\[\^[^\]]+\]:|#+|:\s|\||>)*")
_WORD = re.compile(r"\w")
_MOST_ATTEMPTS = 200
_FEWEST_ATTEMPTS = 40
_CHARACTERS_RENDERED = 4_000_000
"""What all attempts on one source may render together: a long source, slow to render, gets fewer of them."""


def render_with_marks(body: str, first_line: int, render: Callable[[str], str]) -> str:
    """Render `body` with marks.

    `first_line` is the line of the file the body starts on. The result differs from `render(body)` by marks only.
    After too many attempts on a hostile source the lines not yet tried stay unmarked.
    """
    plain = render(body)
    lines = body.split("\n")
    attempts = 0
    most = max(_FEWEST_ATTEMPTS, min(_MOST_ATTEMPTS, _CHARACTERS_RENDERED // (len(body) + 1)))

    def attempt(chosen: set[int]) -> str | None:
        nonlocal attempts
        attempts += 1
        marked = render(_mark(lines, chosen, first_line))
        return marked if MARK.sub("", marked) == plain else None

    everything = {number for number, line in enumerate(lines) if not _UNMARKABLE.match(line)}
    html = attempt(everything)
    if html is not None:
        return html
    good: set[int] = set()
    pending = [sorted(everything)]
    while pending and attempts < most:
        part = pending.pop()
        if attempt(good | set(part)) is not None:
            good |= set(part)
        elif len(part) > 1:
            middle = len(part) // 2
            pending += [part[middle:], part[:middle]]
    return attempt(good) or plain


def _mark(lines: list[str], chosen: set[int], first_line: int) -> str:
    marked = list(lines)
    for number in chosen:
        line = lines[number]
        prefix = _PREFIX.match(line)
        word = _WORD.search(line, prefix.end() if prefix else 0)
        if word:
            ink = str(number + first_line).translate(_TO_INK)
            marked[number] = f"{line[: word.start()]}{_OPEN}{ink}{_CLOSE}{line[word.start() :]}"
    return "\n".join(marked)


def read_marks(words: str) -> tuple[str, list[int]]:
    """The words without marks, and the source lines the marks named, in order."""
    if _OPEN not in words:
        return words, []
    return MARK.sub("", words), [int(match[1].translate(_FROM_INK)) for match in MARK.finditer(words)]
