"""Which elements of two sequences belong together: equal ones in order, without ever doing more work than allowed."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

Pairs = list[tuple[int, int]]
_WORK_IN_ONE_GAP = 60_000
_LAST_RESORT = 10
"""Part of the work left that may go into one gap in which nothing is unique."""
_SHINGLES = (6, 3, 1)
"""Runs of this many elements that occur once on either side are where two long sequences are pinned together."""


@dataclass(slots=True)
class Work:
    """How many elementary steps a comparison may still take.

    Counted, not timed: the result is the same on any machine.
    """

    left: int = 20_000_000

    def spend(self, steps: int) -> bool:
        """Take `steps` off what is left; False, and nothing taken, if there is not enough."""
        if steps > self.left:
            return False
        self.left -= steps
        return True


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of the old and a stretch of the new sequence, ends exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def empty(self) -> bool:
        """Whether one side has nothing, so that nothing can be paired."""
        return self.old >= self.old_end or self.new >= self.new_end


def align(old: Sequence[Hashable], new: Sequence[Hashable], work: Work) -> Pairs:
    """Pairs of indices of equal elements, increasing on both sides.

    Near-linear when the sequences are alike: common ends first, then runs that are unique on both sides, and only in
    the gaps that remain the longest common stretches. A gap that would cost too much stays without pairs.
    """
    pairs: Pairs = []
    waiting = [(Range(0, len(old), 0, len(new)), 0)]
    while waiting:
        gap, depth = waiting.pop()
        gap = _common_ends(old, new, gap, pairs)
        if gap.empty:
            continue
        cost = _cost(old, new, gap)
        if cost <= _WORK_IN_ONE_GAP or (depth == len(_SHINGLES) and cost <= work.left // _LAST_RESORT):
            _longest_stretches(old, new, gap, work, pairs)
        elif depth < len(_SHINGLES):
            anchors = _anchors(old, new, gap, _SHINGLES[depth])
            waiting += ((part, depth + 1) for part in _between(anchors, gap, pairs))
    return sorted(pairs)


def gaps(pairs: Pairs, old_length: int, new_length: int) -> Iterator[Range]:
    """The stretches between consecutive pairs, empty ones included: one before each pair and one after the last."""
    fences = [(-1, -1), *pairs, (old_length, new_length)]
    for (old, new), (old_next, new_next) in pairwise(fences):
        yield Range(old + 1, old_next, new + 1, new_next)


def longest_increasing(values: Sequence[int]) -> set[int]:
    """Positions of one longest strictly increasing subsequence."""
    heads: list[int] = []
    tails: list[int] = []
    before = [-1] * len(values)
    for position, value in enumerate(values):
        place = bisect.bisect_left(tails, value)
        before[position] = heads[place - 1] if place else -1
        if place == len(tails):
            tails.append(value)
            heads.append(position)
        else:
            tails[place], heads[place] = value, position
    return _trace(heads[-1] if heads else -1, before)


def heaviest_increasing(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Positions of one strictly increasing subsequence of distinct `values` whose weights sum to the most."""
    ranks = {value: rank for rank, value in enumerate(sorted(values), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(values) + 1)
    before = [-1] * len(values)
    winner = (0, -1)
    for position, value in enumerate(values):
        # A tree of prefix maxima (Fenwick): the best subsequence that ends below `value`, in logarithmic time.
        rank, top = ranks[value] - 1, (0, -1)
        while rank:
            top, rank = max(top, best[rank]), rank & (rank - 1)
        before[position] = top[1]
        mine = (top[0] + weights[position], position)
        winner = max(winner, mine)
        rank = ranks[value]
        while rank <= len(values):
            best[rank], rank = max(best[rank], mine), rank + (rank & -rank)
    return _trace(winner[1], before)


def _trace(position: int, before: list[int]) -> set[int]:
    chain: set[int] = set()
    while position >= 0:
        chain.add(position)
        position = before[position]
    return chain


def _common_ends(old: Sequence[Hashable], new: Sequence[Hashable], gap: Range, pairs: Pairs) -> Range:
    """Pair what both sides begin and end with; the stretch that is left."""
    start, new_start, end, new_end = gap.old, gap.new, gap.old_end, gap.new_end
    while start < end and new_start < new_end and old[start] == new[new_start]:
        pairs.append((start, new_start))
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
        pairs.append((end, new_end))
    return Range(start, end, new_start, new_end)


def _cost(old: Sequence[Hashable], new: Sequence[Hashable], gap: Range) -> int:
    """Steps of one search for the longest common stretch: every pair of equal elements is looked at."""
    counts = Counter(new[gap.new : gap.new_end])
    return sum(counts[element] for element in old[gap.old : gap.old_end])


def _longest_stretches(old: Sequence[Hashable], new: Sequence[Hashable], gap: Range, work: Work, pairs: Pairs) -> None:
    """Pair the longest common stretch, then the longest ones left and right of it, and so on."""
    first, second = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    counts = Counter(second)
    steps = [0, *accumulate(counts[element] for element in first)]
    waiting = [Range(0, len(first), 0, len(second))]
    while waiting:
        part = waiting.pop()
        if part.empty or not work.spend(steps[part.old_end] - steps[part.old] + 1):
            continue
        found = matcher.find_longest_match(part.old, part.old_end, part.new, part.new_end)
        if not found.size:
            continue
        pairs += ((gap.old + found.a + step, gap.new + found.b + step) for step in range(found.size))
        waiting.append(Range(part.old, found.a, part.new, found.b))
        waiting.append(Range(found.a + found.size, part.old_end, found.b + found.size, part.new_end))


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], gap: Range, width: int) -> Pairs:
    """Pairs of elements at which a run of `width` begins that occurs once in the old and once in the new stretch."""
    here = _unique_runs(old, gap.old, gap.old_end, width)
    there = _unique_runs(new, gap.new, gap.new_end, width)
    candidates = sorted((here[run], there[run]) for run in here.keys() & there.keys())
    chosen = longest_increasing([position for _, position in candidates])
    return [pair for number, pair in enumerate(candidates) if number in chosen]


def _unique_runs(elements: Sequence[Hashable], start: int, end: int, width: int) -> dict[tuple[Hashable, ...], int]:
    runs = [tuple(elements[position : position + width]) for position in range(start, end - width + 1)]
    counts = Counter(runs)
    return {run: start + offset for offset, run in enumerate(runs) if counts[run] == 1}


def _between(anchors: Pairs, gap: Range, pairs: Pairs) -> Iterator[Range]:
    """Pair the anchors and yield the stretches between them, or the gap as it is if there are none."""
    old, new = gap.old, gap.new
    for anchor_old, anchor_new in anchors:
        pairs.append((anchor_old, anchor_new))
        yield Range(old, anchor_old, new, anchor_new)
        old, new = anchor_old + 1, anchor_new + 1
    yield Range(old, gap.old_end, new, gap.new_end)
