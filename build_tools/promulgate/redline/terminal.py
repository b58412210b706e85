"""A redline for the terminal: plain words that survive a pipe, with colour when asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text as Styled

from promulgate.model import PREAMBLE, BlockKind
from promulgate.redline.model import BlockChangeKind, Change, Piece, PieceKind, Redline, RowChange, SectionChange
from promulgate.redline.telling import QUIET, Folded, Words, blocks_in, is_quiet, stretches

_DELETED, _INSERTED = "red strike", "green underline"
_FAINT = "dim"
_HEADING = "bold"
_WIDEST = 10_000
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They show words in another order than they are written in."""


def redline_terminal(redline: Redline, language: str, *, colour: bool = False) -> str:
    """The redline in the words of `language`; deleted words in `[-…-]`, added ones in `{+…+}`.

    Lines are not wrapped: a terminal does that, and a pipe must not. Control characters in a text are shown as signs,
    so that no text can steer a terminal. Ends with a line feed.
    """
    output = StringIO()
    console = Console(
        file=output,
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=_WIDEST,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    for line in _Writer(redline, language).lines():
        console.print(line, soft_wrap=True)
    return output.getvalue()


class _Writer:
    def __init__(self, redline: Redline, language: str) -> None:
        self.redline = redline
        self.words = Words(language, redline)
        self.strings = self.words.strings

    def lines(self) -> Iterator[Styled]:
        changed = list(self.redline.changed_sections)
        if self.redline.first:
            yield Styled(self.strings["redline_first"])
        elif not changed:
            yield Styled(self.strings["redline_nothing"])
        else:
            yield Styled(_safe(self.words.counts(self.redline)))
        for section in changed:
            yield from self.section(section)

    def section(self, section: SectionChange) -> Iterator[Styled]:
        yield Styled()
        heading = Styled(style=_HEADING)
        heading.append("## ")
        heading.append_text(
            Styled(_safe(self.words.name(section))) if section.id == PREAMBLE else _marked(section.title)
        )
        heading.append(f"  ({_safe(' · '.join(self.words.section(section)))})", style="not bold")
        yield heading
        if section.id == PREAMBLE and any(piece.kind is not PieceKind.EQUAL for piece in section.title):
            yield _marked(section.title)
        for renumbering in section.renumbered:
            yield Styled(f"  {_safe(self.words.renumbered(renumbering))}")
        if is_quiet(section):
            return
        whole = section.old is None or section.new is None
        for stretch in stretches(section.changes):
            if isinstance(stretch, Folded):
                count = self.strings["redline_same"].format(n=blocks_in(stretch.changes))
                yield Styled(f"  … {count} …", style=_FAINT)
            else:
                yield from self.change(section, stretch.change, whole=whole)

    def change(self, section: SectionChange, change: Change, *, whole: bool) -> Iterator[Styled]:
        line = Styled("  ")
        if change.kind not in QUIET and not whole and change.kind is not BlockChangeKind.CHANGED:
            line.append(f"[{_safe(self.words.change(change, section.id))}] ", style=_HEADING)
        cells = change.cells if isinstance(change, RowChange) else (change,)
        for number, cell in enumerate(cells):
            if number:
                line.append(" | ")
            block = (cell.new or cell.old)[0]
            if block.marker:
                line.append(f"{_safe(block.marker)} ")
            line.append_text(_marked(cell.pieces, multiline=block.kind is BlockKind.CODE))
        yield line
        yield from (Styled(f"    {_safe(note)}", style=_FAINT) for note in self.words.notes(change))


def _marked(pieces: tuple[Piece, ...], *, multiline: bool = False) -> Styled:
    line = Styled()
    for piece in pieces:
        # A line feed divides lines of code; in other words it stands between two blocks.
        words = _safe(piece.text if multiline else piece.text.replace("\n", " ¶ "), keep="\n")
        if piece.kind is PieceKind.DELETE:
            line.append(f"[-{words}-]", style=_DELETED)
        elif piece.kind is PieceKind.INSERT:
            line.append(f"{{+{words}+}}", style=_INSERTED)
        else:
            line.append(words)
    return line


def _safe(words: str, keep: str = "") -> str:
    """Words without characters that could steer a terminal: control characters and overrides of direction."""
    return "".join(character if character in keep else _sign(character) for character in words)


def _sign(character: str) -> str:
    if unicodedata.category(character) == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd"
    return "\ufffd" if character in _TURNING else character
