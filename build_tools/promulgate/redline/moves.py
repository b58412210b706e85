"""Blocks and rows that were taken out in one place and put in in another: told as moved, across sections too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from promulgate.redline.alignment import Work
from promulgate.redline.block_changes import BlockComparison
from promulgate.redline.model import BlockChange, BlockChangeKind, Change
from promulgate.redline.pairing import likeness
from promulgate.redline.units import Unit, Vocabulary

_LEAST_LETTERS = 20
"""Shorter words stand in many places by chance."""
_LEAST_LETTERS_IN_THE_SAME_SECTION = 4
_LEAST_WORDS_IF_CHANGED = 12
_ALIKE = 0.8
_MOST_PAIRS = 40_000


@dataclass(frozen=True, slots=True)
class _Candidate:
    section: int
    place: int
    unit: Unit


def find_moves(
    sections: list[list[Change]], names: list[str], vocabulary: Vocabulary, comparison: BlockComparison, work: Work
) -> None:
    """Replace, in the changes of all sections, a removal and an addition of the same words by the two ends of a move.

    `names` are the ids of the sections, in the same order.
    """
    gone = list(_candidates(sections, BlockChangeKind.REMOVED, vocabulary))
    come = list(_candidates(sections, BlockChangeKind.ADDED, vocabulary))
    for source, target in _pairs(gone, come, work):
        before, after = source.unit.blocks, target.unit.blocks
        compared = comparison.pair(before, after)
        away = sections[source.section][source.place]
        sections[source.section][source.place] = replace(
            away, kind=BlockChangeKind.MOVED_AWAY, other_section=names[target.section], other_anchor=after[0].anchor
        )
        sections[target.section][target.place] = replace(
            compared,
            kind=BlockChangeKind.MOVED_HERE,
            other_section=names[source.section],
            other_anchor=before[0].anchor,
        )


def _candidates(sections: list[list[Change]], kind: BlockChangeKind, vocabulary: Vocabulary) -> Iterator[_Candidate]:
    for number, changes in enumerate(sections):
        for place, change in enumerate(changes):
            if change.kind is kind:
                blocks = change.old or change.new
                for unit in vocabulary.units(blocks if not isinstance(change, BlockChange) else blocks[:1]):
                    if unit.letters >= _LEAST_LETTERS_IN_THE_SAME_SECTION:
                        yield _Candidate(number, place, unit)


def _pairs(gone: list[_Candidate], come: list[_Candidate], work: Work) -> Iterator[tuple[_Candidate, _Candidate]]:
    by_words: dict[tuple[str, str], list[_Candidate]] = defaultdict(list)
    for target in come:
        by_words[target.unit.family, target.unit.bare].append(target)
    sources: list[_Candidate] = []
    taken: set[tuple[int, int]] = set()
    for source in gone:
        same = by_words.get((source.unit.family, source.unit.bare), [])
        near = [target for target in same if target.section == source.section]
        far = same if source.unit.letters >= _LEAST_LETTERS else []
        found = next(iter(near or far), None)
        if found is None:
            sources.append(source)
            continue
        same.remove(found)
        taken.add((found.section, found.place))
        yield source, found
    yield from _changed(sources, [target for target in come if (target.section, target.place) not in taken], work)


def _changed(gone: list[_Candidate], come: list[_Candidate], work: Work) -> Iterator[tuple[_Candidate, _Candidate]]:
    """Moved and edited: the most alike first."""
    sources = [source for source in gone if len(source.unit.words) >= _LEAST_WORDS_IF_CHANGED]
    targets = [target for target in come if len(target.unit.words) >= _LEAST_WORDS_IF_CHANGED]
    if len(sources) * len(targets) > _MOST_PAIRS:
        return
    scores = [
        (-likeness(source.unit.words, target.unit.words, work, _ALIKE), i, j)
        for i, source in enumerate(sources)
        for j, target in enumerate(targets)
        if source.unit.family == target.unit.family
    ]
    used_sources: set[int] = set()
    used_targets: set[int] = set()
    for score, i, j in sorted(scores):
        if score and i not in used_sources and j not in used_targets:
            used_sources.add(i)
            used_targets.add(j)
            yield sources[i], targets[j]
