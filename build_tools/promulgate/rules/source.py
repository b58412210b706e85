"""The source of a text line by line, for rules about what the page makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promulgate.model import Section, Text
from promulgate.rules.caching import once_per_text

_FENCE = re.compile(r"(~{3,}|`{3,})[ ]*[^`]*$")
_HEADING = re.compile(r"#{1,6}[ \t]+\S.*\{#[^\s{}#]+\}[ \t]*$")


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a text after the front matter, by their 1-based number, and what its code fences enclose."""

    lines: tuple[tuple[int, str], ...]
    fenced: frozenset[int]
    """Lines of fenced code, with the fences."""
    unclosed: tuple[int, ...]
    """Lines of fences that open and never close, or close where another should have opened."""

    def prose(self) -> Iterator[tuple[int, str]]:
        """The lines outside fenced code."""
        return ((number, line) for number, line in self.lines if number not in self.fenced)


@once_per_text
def source_of(text: Text) -> Source:
    """The source of a text. Fences are paired the way the engine pairs them: the same fence, at the start of a line."""
    everything = text.source_lines
    header = next((number for number, line in enumerate(everything[1:], 2) if line.rstrip() == "---"), 0)
    lines = [(number, line) for number, line in enumerate(everything, 1) if number > header]
    fenced: set[int] = set()
    unclosed: list[int] = []
    blocks: list[tuple[int, bool]] = []
    index = 0
    while index < len(lines):
        number, line = lines[index]
        match = _FENCE.match(line)
        end = _closing(lines, index, match[1]) if match else None
        if end is not None:
            inside = lines[index : end + 1]
            fenced.update(inner for inner, _ in inside)
            blocks.append((number, any(_HEADING.match(words) for _, words in inside)))
            index = end
        elif match:
            unclosed.append(number)
        index += 1
    if unclosed:
        # An odd fence: the block that swallowed a heading is the one whose end is missing.
        swallowed = [number for number, has_heading in blocks if has_heading]
        unclosed = swallowed[:1] or unclosed[:1]
    return Source(tuple(lines), frozenset(fenced), tuple(unclosed))


def _closing(lines: list[tuple[int, str]], start: int, fence: str) -> int | None:
    return next((index for index in range(start + 1, len(lines)) if lines[index][1].rstrip() == fence), None)


def section_at(text: Text, line: int) -> Section:
    """The section a line of the source belongs to."""
    return next((section for section in reversed(text.sections[1:]) if section.line <= line), text.sections[0])
