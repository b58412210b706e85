"""Where words of a block stand in the source file: line and column, both from 1."""

from __future__ import annotations

import re

from promulgate.model import Block, Container, Place, Text

_MARKUP = r"[*_`\\]*"
_SPACE = r"(?:[\s*_`\\>]|\u200b)*"
_CELL_END = re.compile(r"(?<!\\)\|")


def place_of(text: Text, written: str, lines: tuple[int, int], *, block: Block | None = None, start: int = 0) -> Place:
    """The place of `written` in the source lines `lines` (first and last, from 1).

    Emphasis, line breaks and invisible characters may stand between its characters. Where it occurs more than once,
    `start`, its offset in the text of `block`, says which one is meant; where it can't be found, the place is the start
    of the first line.
    """
    first, last = lines
    source = "\n".join(text.source_lines[first - 1 : max(first, last)])
    begin = _cell_start(source, block)
    pattern = _pattern(written)
    before = len(pattern.findall(block.text[:start])) if block is not None else 0
    matches = list(pattern.finditer(source, begin))
    if not matches:
        return Place(text.language, text.path, first, _indentation(source) + 1)
    position = matches[min(before, len(matches) - 1)].start()
    line = source.count("\n", 0, position)
    return Place(text.language, text.path, first + line, position - (source.rfind("\n", 0, position) + 1) + 1)


def place_of_block(text: Text, block: Block) -> Place:
    """The place where a block begins."""
    source = text.source_lines[block.line - 1] if block.line else ""
    return Place(
        text.language, text.path, max(block.line, 1), max(_cell_start(source, block), _indentation(source)) + 1
    )


def _pattern(written: str) -> re.Pattern[str]:
    words = [_MARKUP.join(map(re.escape, word)) for word in written.split()]
    return re.compile(_SPACE.join(words) or r"(?!)")


def _cell_start(source: str, block: Block | None) -> int:
    """Where the cell of a table begins in its row."""
    if block is None or block.containers[-1:] != (Container.TABLE,):
        return 0
    bars = [match.end() for match in _CELL_END.finditer(source)]
    offset = 0 if source.lstrip("> ").startswith("|") else -1
    index = block.column + offset
    return bars[index] if 0 <= index < len(bars) else 0


def _indentation(source: str) -> int:
    match = re.match(r"[\s>]*", source)
    return match.end() if match and match.end() < len(source) else 0
