"""Which units of the old text became which of the new: first the same, then the most alike; some split or merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from promulgate.model import BlockKind
from promulgate.redline.alignment import Pairs, Range, Work, align, gaps
from promulgate.redline.units import Unit

_ALIKE = 0.4
"""Two units that share less than this part of their words are one removed and one added."""
_ALIKE_IF_SHORT = 0.6
_SHORT = 5
_ALIKE_IF_ALONE = 0.3
"""Less is asked where nothing else stands in the gap."""
_CONTAINED = 0.6
"""Part of the words of each half that must stem from the whole, for a split."""
_MOST_PARTS = 6
_MOST_PAIRS_IN_A_GAP = 250_000
_SAME_SHAPE = 0.05
_SAME_ROW = 0.9


@dataclass(frozen=True, slots=True)
class Pairing:
    """Old units that became new ones: one and one, one and several (split), several and one (merged), one and none."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def pair_units(old: Sequence[Unit], new: Sequence[Unit], work: Work) -> list[Pairing]:
    """Every unit of both sides in exactly one pairing, in reading order; of one gap the removed ones first."""
    pairs = _equal(old, new, work, lambda unit: (unit.shape, unit.bare))
    pairs = _more(pairs, old, new, work)
    pairings: list[Pairing] = []
    matched = [*pairs, (len(old), len(new))]
    for gap, (first, second) in zip(gaps(pairs, len(old), len(new)), matched, strict=True):
        pairings += _most_alike(old, new, gap, work)
        if first < len(old):
            pairings.append(Pairing((first,), (second,)))
    return pairings


def likeness(first: str, second: str, work: Work, least: float = 0.0) -> float:
    """Twice the words in common by all words of both; 0 if it is below `least` or would cost more work than is left."""
    total = len(first) + len(second)
    if not total or 2 * min(len(first), len(second)) < least * total:
        return 0.0
    if not work.spend(10 + len(first) * len(second) // 64):
        return 0.0
    ratio = 2 * LCSseq.similarity(first, second) / total
    return ratio if ratio >= least else 0.0


def _equal(old: Sequence[Unit], new: Sequence[Unit], work: Work, key: Callable[[Unit], object]) -> Pairs:
    return align([key(unit) for unit in old], [key(unit) for unit in new], work)


def _more(pairs: Pairs, old: Sequence[Unit], new: Sequence[Unit], work: Work) -> Pairs:
    """The pairs, and in the gaps between them those of the same words in another form."""
    found = list(pairs)
    for gap in gaps(pairs, len(old), len(new)):
        if not gap.empty:
            first, second = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
            within = _equal(first, second, work, lambda unit: (unit.family, unit.bare))
            found += ((gap.old + i, gap.new + j) for i, j in within)
    return sorted(found)


def _most_alike(old: Sequence[Unit], new: Sequence[Unit], gap: Range, work: Work) -> Iterator[Pairing]:
    """Divide a gap so that the likeness of what is paired sums to the most."""
    first, second = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
    choices: dict[tuple[int, int], list[tuple[float, int, int]]] = {}
    if 0 < len(first) * len(second) <= _MOST_PAIRS_IN_A_GAP:
        choices = _Gap(first, second, work).choices()
    for rows, columns in _best_path(len(first), len(second), choices):
        yield Pairing(tuple(gap.old + i for i in rows), tuple(gap.new + j for j in columns))


class _Gap:
    """The ways in which units of one gap can belong together."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], work: Work) -> None:
        self.old = old
        self.new = new
        self.work = work
        self.alone = len(old) == len(new) == 1
        self.found: dict[tuple[int, int], list[tuple[float, int, int]]] = {}
        self.shared: dict[tuple[int, int], int] = {}

    def choices(self) -> dict[tuple[int, int], list[tuple[float, int, int]]]:
        """By position: how much it is worth to pair so many old units with so many new ones from there on."""
        for i, first in enumerate(self.old):
            for j, second in enumerate(self.new):
                if first.family == second.family:
                    self.one_to_one(i, j, first, second)
        for i in range(len(self.old)):
            for j in range(len(self.new)):
                self.split(i, j)
                self.merge(i, j)
        return self.found

    def one_to_one(self, i: int, j: int, first: Unit, second: Unit) -> None:
        lengths = len(first.words), len(second.words)
        if not min(lengths):
            if max(lengths) == 0 and first.shape == second.shape:
                self.found.setdefault((i, j), []).append((_ALIKE, 1, 1))
            return
        if not self.work.spend(10 + lengths[0] * lengths[1] // 64):
            return
        shared = LCSseq.similarity(first.words, second.words)
        self.shared[i, j] = shared
        ratio = 2 * shared / sum(lengths)
        if first.is_row and first.blocks[0].text == second.blocks[0].text:
            # The first cell names the row.
            ratio = max(ratio, _SAME_ROW)
        is_short = min(lengths) < _SHORT and first.family != BlockKind.FOOTNOTE
        least = _ALIKE_IF_SHORT if is_short else _ALIKE
        if ratio >= (_ALIKE_IF_ALONE if self.alone else least):
            bonus = _SAME_SHAPE if first.shape == second.shape else 0.0
            self.found.setdefault((i, j), []).append((ratio + bonus, 1, 1))

    def split(self, i: int, j: int) -> None:
        parts = self.parts(self.new, j, lambda place: self.shared.get((i, place), 0))
        self.several(i, j, self.old[i], [self.new[place] for place in parts], split=True)

    def merge(self, i: int, j: int) -> None:
        parts = self.parts(self.old, i, lambda place: self.shared.get((place, j), 0))
        self.several(i, j, self.new[j], [self.old[place] for place in parts], split=False)

    def parts(self, units: Sequence[Unit], start: int, shared: Callable[[int], int]) -> list[int]:
        """Consecutive units from `start` on whose words mostly stem from the other side's one."""
        parts: list[int] = []
        for place in range(start, min(start + _MOST_PARTS, len(units))):
            unit = units[place]
            if unit.family != "prose" or not unit.words or shared(place) < _CONTAINED * len(unit.words):
                break
            parts.append(place)
        return parts

    def several(self, i: int, j: int, one: Unit, parts: list[Unit], *, split: bool) -> None:
        """Whether one unit of one side and the parts of the other say the same in the same order."""
        for count in range(2, len(parts) + 1):
            joined = "".join(part.words for part in parts[:count])
            ratio = likeness(one.words, joined, self.work, _CONTAINED)
            if ratio:
                sizes = (1, count) if split else (count, 1)
                self.found.setdefault((i, j), []).append((ratio, *sizes))


def _best_path(
    rows: int, columns: int, choices: dict[tuple[int, int], list[tuple[float, int, int]]]
) -> Iterator[tuple[range, range]]:
    """Walk from the first to the last unit of both sides, collecting the most worth. Left-over old units come first."""
    worth = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    if choices:
        for i in range(rows - 1, -1, -1):
            below, here = worth[i + 1], worth[i]
            for j in range(columns - 1, -1, -1):
                best = max(below[j], here[j + 1])
                for value, height, width in choices.get((i, j), ()):
                    best = max(best, value + worth[i + height][j + width])
                here[j] = best
    i = j = 0
    while i < rows or j < columns:
        taken = next(
            (
                (height, width)
                for value, height, width in choices.get((i, j), ())
                if value + worth[i + height][j + width] == worth[i][j]
            ),
            None,
        )
        if taken is None:
            taken = (1, 0) if i < rows and (j == columns or worth[i + 1][j] == worth[i][j]) else (0, 1)
        yield range(i, i + taken[0]), range(j, j + taken[1])
        i, j = i + taken[0], j + taken[1]
