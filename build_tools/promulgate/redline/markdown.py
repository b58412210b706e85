"""A redline as Markdown that reads well on GitHub: for changelog files and for pull requests."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import PREAMBLE, Block, BlockKind, Container
from promulgate.redline.markdown_words import bold, escaped, marked, safe_start, struck
from promulgate.redline.model import (
    BlockChange,
    BlockChangeKind,
    Piece,
    PieceKind,
    Redline,
    RowChange,
    SectionChange,
    SectionChangeKind,
)
from promulgate.redline.telling import (
    Folded,
    Shown,
    Tables,
    Words,
    blocks_in,
    is_code,
    is_quiet,
    stretches,
    whole_tables,
)
from promulgate.words import tokens
from promulgate.words_on_page import strings

_LONGEST_CONTEXT = 90
_GONE = {BlockChangeKind.REMOVED, BlockChangeKind.MOVED_AWAY}
_LISTS = {Container.BULLETED_LIST, Container.NUMBERED_LIST}


def redline_markdown(redline: Redline, language: str, level: int = 2) -> str:
    """The redline as Markdown, with headings from `level` on, in the words of `language`. Ends with a line feed."""
    return "\n\n".join(_Writer(redline, language, level).parts()) + "\n"


def sections_table(redline: Redline, language: str) -> str:
    """The sections that changed with what happened to each, as a Markdown table; empty if none did."""
    words = Words(language, redline)
    rows = [
        f"| {escaped(words.name(section))} | {escaped(' · '.join(words.section(section)))} |"
        for section in redline.changed_sections
    ]
    if not rows:
        return ""
    head = f"| {words.strings['redline_sections']} | {words.strings['redline_what_changed']} |"
    return "\n".join((head, "|---|---|", *rows))


def legend(language: str) -> str:
    """A line that shows what deleted and added words look like."""
    words = strings(language)
    return f"{struck(words['redline_deleted_words'])} · {bold(words['redline_inserted_words'])}"


class _Writer:
    """Writes one redline part by part; parts are divided by an empty line."""

    def __init__(self, redline: Redline, language: str, level: int) -> None:
        self.redline = redline
        self.words = Words(language, redline)
        self.strings = self.words.strings
        self.level = level
        self.language = language

    def parts(self) -> Iterator[str]:
        changed = list(self.redline.changed_sections)
        if not changed:
            yield self.strings["redline_nothing"]
            return
        if not self.redline.first:
            yield escaped(self.words.counts(self.redline))
        yield sections_table(self.redline, self.language)
        if self.redline.first:
            return
        for section in changed:
            yield from self.section(section)
        same = [escaped(self.words.name(section)) for section in self.words.unchanged(self.redline)]
        if same:
            label = escaped(self.strings["redline_same_sections"].format(n=len(same)))
            yield f"<details>\n<summary>{label}</summary>"
            yield safe_start(", ".join(same))
            yield "</details>"

    def section(self, section: SectionChange) -> Iterator[str]:
        yield f"{'#' * self.level} {self.heading(section)}"
        yield f"*{escaped(' · '.join(self.words.section(section)))}*"
        if section.id == PREAMBLE and SectionChangeKind.RENAMED in section.kinds:
            yield safe_start(marked(section.title))
        for renumbering in section.renumbered:
            yield escaped(self.words.renumbered(renumbering))
        if is_quiet(section):
            return
        whole = section.old is None or section.new is None
        written = ""
        for part in self.blocks(section, whole=whole):
            # Items stand close together; everything else is divided by an empty line.
            close = part.startswith("- ") and written.rpartition("\n\n")[2].startswith("- ")
            written += ("\n" if close else "\n\n" if written else "") + part
        if written:
            yield "\n".join(f"> {line}".rstrip() for line in written.split("\n"))

    def heading(self, section: SectionChange) -> str:
        if section.id == PREAMBLE or section.old is None or section.new is None:
            return escaped(self.words.name(section))
        return marked(section.title)

    def blocks(self, section: SectionChange, *, whole: bool) -> Iterator[str]:
        """The shown blocks, rows of a table together. `whole`: the section came or went, so no block says so again."""
        tables = Tables(section.changes)
        table: list[Shown | Folded] = []
        current: tuple[str, int] | None = None
        for stretch in stretches(section.changes):
            first = stretch.changes[0] if isinstance(stretch, Folded) else stretch.change
            last = stretch.changes[-1] if isinstance(stretch, Folded) else stretch.change
            if table and tables.of(first) != current:
                yield from self.table(section, table, whole=whole)
                table = []
            current = tables.of(first)
            if current is not None and current == tables.of(last):
                table.append(stretch)
            elif isinstance(stretch, Folded):
                yield f"*… {escaped(self.strings['redline_same'].format(n=blocks_in(stretch.changes)))} …*"
            else:
                yield self.block(section, stretch, whole=whole)
        yield from self.table(section, table, whole=whole)

    def block(self, section: SectionChange, shown: Shown, *, whole: bool) -> str:
        change = shown.change
        if isinstance(change, RowChange):
            raise TypeError("rows are written as tables")
        block = (change.new or change.old)[0]
        start, number = _place(block)
        if is_code(change):
            body = _code(change.pieces)
            return f"**[{escaped(self.words.change(change, section.id))}]**\n\n{body}" if shown.told else body
        if not shown.told:
            return start + safe_start(escaped(f"{number}{_shortened(block.text)}"))
        words = self.sentence(change)
        label = "" if whole or change.kind is BlockChangeKind.CHANGED else self.words.change(change, section.id)
        if label:
            line = f"{start}**[{escaped(label)}]** {escaped(number)}{words}".rstrip()
        else:
            line = start + safe_start(f"{escaped(number)}{words}")
        indent = "  " if start else ""
        return "\n".join([line, *(f"{indent}<br>*{escaped(note)}*" for note in self.words.notes(change))])

    def sentence(self, change: BlockChange) -> str:
        """The words of one change: bold and struck within a changed block, plain if all of it was added."""
        if change.kind is BlockChangeKind.ADDED:
            return escaped(_new(change.pieces))
        if change.kind in _GONE:
            return struck("".join(piece.old for piece in change.pieces))
        return marked(change.pieces)

    def table(self, section: SectionChange, rows: list[Shown | Folded], *, whole: bool) -> Iterator[str]:
        if not rows:
            return
        shown = [row.change for row in rows if isinstance(row, Shown) and isinstance(row.change, RowChange)]
        table = Tables(section.changes).of(shown[0]) if shown else None
        kind = whole_tables(section.changes).get(table) if table else None
        if kind and not whole:
            whole = True
            yield f"**[{escaped(self.strings[f'redline_table_{kind.value}'])}]**"
        width = max((len(row.cells) for row in shown), default=1)
        notes: list[str] = []
        lines: list[list[str]] = []
        for row in rows:
            if isinstance(row, Folded):
                count = self.strings["redline_same_rows"].format(n=len(row.changes))
                lines.append([*([] if whole else ["…"]), f"*{escaped(count)}*"])
            elif isinstance(row.change, RowChange):
                label = self.words.change(row.change, section.id) if row.told else ""
                lines.append([*([] if whole else [escaped(label)]), *self.cells(row.change)])
                notes += self.words.notes(row.change)
        columns = width if whole else width + 1
        first = shown[0] if shown else None
        if first is None or (first.new or first.old)[0].row:
            lines.insert(0, [])
        padded = [[*line, *[" "] * (columns - len(line))] for line in lines]
        padded.insert(1, ["---"] * columns)
        yield "\n".join(f"| {' | '.join(line)} |" for line in padded)
        yield from (f"*{escaped(note)}*" for note in notes)

    def cells(self, row: RowChange) -> Iterator[str]:
        one_way = {BlockChangeKind.ADDED, *_GONE}
        for cell in row.cells:
            if row.kind not in one_way and cell.kind is BlockChangeKind.ADDED:
                yield bold(_new(cell.pieces))
            else:
                yield self.sentence(cell)


def _place(block: Block) -> tuple[str, str]:
    """What a line starts with to show where the block stands, and the number it shows.

    Items are bullets with their number as words: GitHub would count anew. Deeper levels are shown by a sign, because
    the item they belong to may be folded.
    """
    depth = sum(container in _LISTS for container in block.containers)
    if block.kind is BlockKind.FOOTNOTE:
        return "", f"[{block.marker}] "
    if not depth:
        return "", ""
    number = f"{block.marker} " if block.marker not in ("", "-") else ""
    return "- " + "› " * (depth - 1), number


def _shortened(words: str) -> str:
    """The beginning of unchanged words that give context, cut after a whole word."""
    if len(words) <= _LONGEST_CONTEXT:
        return words
    kept = ""
    for token in tokens(words):
        if len(kept) + len(token) > _LONGEST_CONTEXT:
            break
        kept += token
    return f"{kept.rstrip()} …"


def _code(pieces: tuple[Piece, ...]) -> str:
    signs = {PieceKind.DELETE: "-", PieceKind.INSERT: "+"}
    lines = [f"{signs.get(piece.kind, ' ')}{line}" for piece in pieces for line in piece.text.split("\n") if line]
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join((f"{fence}diff", *lines, fence))


def _new(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.new for piece in pieces)
