"""Words as Markdown that shows exactly these words on GitHub, with deletions struck through and additions bold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from promulgate.redline.model import Piece, PieceKind

_SPECIAL = re.compile(r"[\\`*\[\]<&~|$]|(?<![^\W_])_|_(?![^\W_])")
_AT_THE_START = re.compile(r"(?:[#+\-=>:]|[0-9]{1,9}(?=[.)]))")
_MARKS = {PieceKind.DELETE: ("~~", "<del>", "</del>"), PieceKind.INSERT: ("**", "<b>", "</b>")}
_BREAK = "¶"


def escaped(words: str) -> str:
    """`words` so that Markdown shows them as they are, on one line, wherever in a line they stand."""
    flat = " ".join(words.split("\n"))
    return _SPECIAL.sub(lambda match: _entity(match[0]), flat)


def safe_start(line: str) -> str:
    """A line of inline Markdown so that its beginning is not taken for a heading, a list or a quotation."""
    match = _AT_THE_START.match(line)
    if not match:
        return line
    if match[0].isdigit():
        return f"{match[0]}\\{line[match.end() :]}"
    return f"\\{line}"


def marked(pieces: Iterable[Piece]) -> str:
    """The words of a change as inline Markdown."""
    parts = [part for piece in pieces for part in _parts(piece)]
    written = ""
    for place, (kind, text) in enumerate(parts):
        if kind not in _MARKS:
            written += text
            continue
        following = next((_first_character(other) for other in parts[place + 1 :]), "")
        written += _emphasised(kind, text, written[-1:], following)
    return written


def struck(words: str) -> str:
    """`words` as Markdown that shows them struck through."""
    return marked([Piece(PieceKind.DELETE, words)]) if words else ""


def bold(words: str) -> str:
    """`words` as Markdown that shows them in bold."""
    return marked([Piece(PieceKind.INSERT, words)]) if words else ""


def _parts(piece: Piece) -> list[tuple[PieceKind, str]]:
    """A piece as written: spaces at its ends stand outside the marks, a break between blocks becomes a sign."""
    if piece.kind not in _MARKS:
        return [(PieceKind.EQUAL, escaped(piece.text).replace("\n", " "))] if piece.text else []
    parts: list[tuple[PieceKind, str]] = []
    # Only an added break breaks the line; one that is gone is a sign among the words that are gone.
    lines = piece.text.split("\n") if piece.kind is PieceKind.INSERT else [piece.text.replace("\n", f" {_BREAK} ")]
    for number, line in enumerate(lines):
        if number:
            parts += [(piece.kind, _BREAK), (PieceKind.EQUAL, "<br>")]
        words = line.strip()
        if not words:
            parts.append((PieceKind.EQUAL, line))
            continue
        start = line.index(words)
        parts.append((PieceKind.EQUAL, line[:start]))
        parts.append((piece.kind, escaped(words)))
        parts.append((PieceKind.EQUAL, line[start + len(words) :]))
    return [part for part in parts if part[1]]


def _first_character(part: tuple[PieceKind, str]) -> str:
    return _MARKS[part[0]][0][0] if part[0] in _MARKS else part[1][0]


def _emphasised(kind: PieceKind, words: str, before: str, after: str) -> str:
    """Words between marks. Next to a letter, marks do not work if a sign stands inside them; tags always do."""
    mark, opening, closing = _MARKS[kind]
    opens = not _is_sign(words[0]) or not before or before.isspace() or _is_plain_sign(before)
    closes = not _is_sign(words[-1]) or not after or after.isspace() or _is_plain_sign(after)
    if opens and closes and before != mark[0] and after != mark[0]:
        return f"{mark}{words}{mark}"
    return f"{opening}{words}{closing}"


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_plain_sign(character: str) -> bool:
    """A sign all Markdown engines agree on."""
    return character.isascii() and _is_sign(character)


def _entity(character: str) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(character, f"\\{character}")
