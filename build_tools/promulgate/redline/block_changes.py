"""What became of the blocks of one section: each pairing of units told as one change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from promulgate.canonical import spelling
from promulgate.model import Block, BlockKind, Container, Link
from promulgate.redline.alignment import Work, align
from promulgate.redline.model import (
    BlockChange,
    BlockChangeKind,
    Change,
    LinkChange,
    Piece,
    PieceKind,
    Renumbering,
    RowChange,
)
from promulgate.redline.pairing import Pairing, likeness, pair_units
from promulgate.redline.units import CERTAIN_CLAUSE_NUMBER, Unit, Vocabulary, grouped
from promulgate.redline.word_difference import compare_lines, compare_words, whole

_NOT_SEEN = re.compile(
    r' id="[^"]*"|(?<=class="footnote-ref")[^>]*>[^<]*|\s*<a class="footnote-backref".*?</a>|&nbsp;|\u00a0'
)


Columns = dict[tuple[int, int], list[tuple[int, int]]]
"""For two tables by their numbers: which column became which."""

_said = attrgetter(
    *("kind", "containers", "text", "html", "anchor", "marker", "group", "row", "column"),
    *("links", "images", "footnotes"),
)
"""All of a block but where it stands in its file."""


class BlockComparison:
    """Compares the blocks of sections, one pair of sections after the other, within one allowance of work."""

    def __init__(self, vocabulary: Vocabulary, work: Work) -> None:
        self.vocabulary = vocabulary
        self.work = work

    def compare(self, old: Sequence[Block], new: Sequence[Block]) -> list[Change]:
        """The changes from the blocks of a section to its new blocks, in reading order."""
        if list(map(_said, old)) == list(map(_said, new)):  # most sections of most versions
            self.columns: Columns = {}
            return [self.pair(*both) for both in zip(grouped(old), grouped(new), strict=True)]
        first, second = self.vocabulary.units(old), self.vocabulary.units(new)
        pairings = pair_units(first, second, self.work)
        self.columns = self._columns(first, second, pairings)
        return [self._change([first[i] for i in pair.old], [second[j] for j in pair.new]) for pair in pairings]

    def _change(self, old: list[Unit], new: list[Unit]) -> Change:
        if not old or not new:
            return one_sided(old[0].blocks if old else (), new[0].blocks if new else ())
        if len(old) == len(new) == 1:
            return self.pair(old[0].blocks, new[0].blocks)
        return self._several([unit.blocks[0] for unit in old], [unit.blocks[0] for unit in new])

    def pair(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> Change:
        """A block, or the cells of a row, compared with what it became."""
        if old[0].kind is BlockKind.TABLE_CELL and new[0].kind is BlockKind.TABLE_CELL:
            return self._row(old, new)
        return self._block(old[0], new[0])

    def _block(self, old: Block, new: Block) -> BlockChange:
        compare = compare_lines if BlockKind.CODE in (old.kind, new.kind) else compare_words
        difference = compare(old.text, new.text, self.work)
        links = tuple(_link_changes(old.links, new.links))
        kind = _kind(old, new, difference.pieces, links)
        return BlockChange(kind, (old,), (new,), difference.pieces, links, difference.too_different)

    def _several(self, old: list[Block], new: list[Block]) -> BlockChange:
        before, after = "\n".join(block.text for block in old), "\n".join(block.text for block in new)
        difference = compare_words(before, after, self.work)
        links = _link_changes(
            tuple(link for block in old for link in block.links), tuple(link for block in new for link in block.links)
        )
        kind = BlockChangeKind.SPLIT if len(new) > 1 else BlockChangeKind.MERGED
        return BlockChange(kind, tuple(old), tuple(new), difference.pieces, tuple(links), difference.too_different)

    def _row(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> RowChange:
        columns = self.columns.get((old[0].group, new[0].group))
        if len(old) == len(new) or columns is None:
            columns = [(i, i) for i in range(min(len(old), len(new)))]
        cells: list[BlockChange] = []
        i = j = 0
        for first, second in [*columns, (len(old), len(new))]:
            cells += (_one_block(cell, None) for cell in old[i:first])
            cells += (_one_block(None, cell) for cell in new[j:second])
            if first < len(old) and second < len(new):
                cells.append(self._block(old[first], new[second]))
            i, j = max(i, first + 1), max(j, second + 1)
        kinds = {cell.kind for cell in cells}
        if kinds & {BlockChangeKind.ADDED, BlockChangeKind.REMOVED}:
            return RowChange(BlockChangeKind.CHANGED, tuple(cells))
        heaviest = next((kind for kind in BlockChangeKind if kind in kinds - {BlockChangeKind.UNCHANGED}), None)
        return RowChange(heaviest or BlockChangeKind.UNCHANGED, tuple(cells))

    def _columns(self, old: Sequence[Unit], new: Sequence[Unit], pairings: Sequence[Pairing]) -> Columns:
        """For each two tables with another number of columns: which column became which, judged by all their words."""
        tables: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
        for pairing in pairings:
            if len(pairing.old) == len(pairing.new) == 1:
                first, second = old[pairing.old[0]], new[pairing.new[0]]
                if first.is_row and second.is_row and len(first.blocks) != len(second.blocks):
                    words = tables.setdefault((first.blocks[0].group, second.blocks[0].group), ([], []))
                    for column, unit in zip(words, (first, second), strict=True):
                        column.extend([""] * (len(unit.blocks) - len(column)))
                        for place, cell in enumerate(unit.blocks):
                            column[place] += self.vocabulary.encode(cell.text)
        return {key: self._like_columns(*words) for key, words in tables.items()}

    def _like_columns(self, old: list[str], new: list[str]) -> list[tuple[int, int]]:
        exact = align(old, new, self.work)
        if exact and len(exact) == min(len(old), len(new)):
            return exact
        pairs: list[tuple[int, int]] = []
        start = 0
        for i, words in enumerate(old):
            scores = [(likeness(words, new[j], self.work, 0.3), -j) for j in range(start, len(new))]
            best = max(scores, default=(0.0, 0))
            if best[0]:
                pairs.append((i, -best[1]))
                start = -best[1] + 1
        return pairs


def one_sided(old: tuple[Block, ...], new: tuple[Block, ...]) -> Change:
    """A block or row that only one text has: `old` or `new` is empty."""
    blocks = old or new
    if blocks[0].kind is not BlockKind.TABLE_CELL:
        return _one_block(old[0] if old else None, new[0] if new else None)
    cells = tuple(_one_block(block if old else None, block if new else None) for block in blocks)
    return RowChange(BlockChangeKind.REMOVED if old else BlockChangeKind.ADDED, cells)


def renumberings(changes: Sequence[Change]) -> tuple[Renumbering, ...]:
    """The numbers that differ although their items stayed, list by list, and clause by clause where they were typed."""
    runs: dict[tuple[str, int], list[tuple[Block, str, str]]] = {}
    for change in changes:
        if isinstance(change, RowChange) or len(change.old) != 1 or len(change.new) != 1:
            continue
        old, new = change.old[0], change.new[0]
        if change.kind is BlockChangeKind.RENUMBERED:
            numbers = (_number(old.text), _number(new.text))
            runs.setdefault(("typed", 0), []).append((new, *numbers))
        elif change.kind is not BlockChangeKind.MOVED_HERE and _other_number(old, new):
            runs.setdefault(("list", new.group), []).append((new, old.marker, new.marker))
    return tuple(
        Renumbering(run[0][0].anchor, tuple(before for _, before, _ in run), tuple(after for _, _, after in run))
        for run in runs.values()
    )


def differs_only_in_number(old: str, new: str, number: re.Pattern[str] = CERTAIN_CLAUSE_NUMBER) -> bool:
    """Whether two texts differ in the clause number they begin with and in nothing else."""
    before, after = number.match(old), number.match(new)
    return bool(before and after and old[before.end() :] == new[after.end() :])


def _one_block(old: Block | None, new: Block | None) -> BlockChange:
    if old is None and new is not None:
        return BlockChange(BlockChangeKind.ADDED, (), (new,), whole("", new.text))
    if old is None:
        raise ValueError("a change is of a block of one text at least")
    return BlockChange(BlockChangeKind.REMOVED, (old,), (), whole(old.text, ""))


def _kind(old: Block, new: Block, pieces: Sequence[Piece], links: Sequence[LinkChange]) -> BlockChangeKind:
    """What happened to a block that stayed one block: the weightiest thing."""
    return next(kind for kind, happened in _happened(old, new, pieces, links) if happened)


def _happened(
    old: Block, new: Block, pieces: Sequence[Piece], links: Sequence[LinkChange]
) -> Iterator[tuple[BlockChangeKind, bool]]:
    edited = any(piece.kind in (PieceKind.DELETE, PieceKind.INSERT) for piece in pieces)
    in_prose = BlockKind.TABLE_CELL not in (old.kind, new.kind) and not links
    yield BlockChangeKind.RENUMBERED, edited and in_prose and differs_only_in_number(old.text, new.text)
    yield BlockChangeKind.CHANGED, edited
    yield BlockChangeKind.LINK_TARGET, bool(links)
    yield BlockChangeKind.PICTURE, old.images != new.images
    yield BlockChangeKind.NOTE_REFERENCE, old.footnotes != new.footnotes
    yield BlockChangeKind.RESHAPED, (old.kind, old.containers) != (new.kind, new.containers)
    yield BlockChangeKind.ENCODING, old.text != new.text and spelling(old.text) == spelling(new.text)
    yield BlockChangeKind.FORMATTING, old.text != new.text or not _look_alike(old.html, new.html)
    yield BlockChangeKind.UNCHANGED, True


def _look_alike(old: str, new: str) -> bool:
    return old == new or seen(old) == seen(new)


def seen(html: str) -> str:
    """HTML without what no reader sees of it: ids, the numbers of notes, and where the source breaks its lines."""
    return " ".join(_NOT_SEEN.sub("", html).split())


def _link_changes(old: Sequence[Link], new: Sequence[Link]) -> Iterator[LinkChange]:
    """Links under the same words that lead elsewhere; then those that came or went, unless their words say where to."""
    if list(old) == list(new):
        return
    pairs = align([link.words for link in old], [link.words for link in new], Work(100_000))
    for i, j in pairs:
        if old[i].target != new[j].target and not (_says_its_target(old[i]) and _says_its_target(new[j])):
            yield LinkChange(old[i], new[j])
    gone = [link for place, link in enumerate(old) if place not in {i for i, _ in pairs}]
    come = [link for place, link in enumerate(new) if place not in {j for _, j in pairs}]
    if len(gone) == len(come):
        both = zip(gone, come, strict=True)
        yield from (LinkChange(before, after) for before, after in both if before.target != after.target)
        return
    yield from (LinkChange(link, None) for link in gone if not _says_its_target(link))
    yield from (LinkChange(None, link) for link in come if not _says_its_target(link))


def _says_its_target(link: Link) -> bool:
    target = re.sub(r"^(?:mailto:|https?://)", "", link.target).rstrip("/")
    return target == re.sub(r"^https?://", "", link.words).rstrip("/")


def _other_number(old: Block, new: Block) -> bool:
    return _is_numbered(old) and _is_numbered(new) and old.marker != new.marker


def _is_numbered(block: Block) -> bool:
    in_list = bool(block.containers) and block.containers[-1] is Container.NUMBERED_LIST
    return block.kind is BlockKind.LIST_ITEM and in_list and block.marker not in ("", "-")


def _number(text: str) -> str:
    match = CERTAIN_CLAUSE_NUMBER.match(text)
    return match[0].strip() if match else ""
