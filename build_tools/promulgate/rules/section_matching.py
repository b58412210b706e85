"""Which section of one text is which section of the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from promulgate.model import Section, Text
from promulgate.rules.caching import once_per_pair
from promulgate.rules.evidence import Evidence, scale_of
from promulgate.rules.misreadings import is_unreadable

_CLEARLY = 0.8
"""How much more must speak for an exchange of ids than for the ids as they are."""


class Match(Enum):
    """Why two sections are taken for the same one."""

    SAME_ID = "same-id"
    NAMELESS = "nameless"
    """One of them has no id."""
    RENAMED = "renamed"
    EXCHANGED = "exchanged"


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """One section in both texts.

    Where the heading of the next section is missing in one text, its blocks stand in this section there, so they are
    added to it on the other side: what follows from one lost heading is no further difference.
    """

    first: Section
    second: Section
    match: Match


@dataclass(frozen=True, slots=True)
class Matching:
    """All sections of two texts: those found in both, in the order of the first, and those in one only."""

    pairs: tuple[SectionMatch, ...]
    only_first: tuple[Section, ...]
    only_second: tuple[Section, ...]


@once_per_pair
def match_sections(first: Text, second: Text) -> Matching:
    """Match the sections of two texts by id; what is left, by place and evidence.

    Nothing matches where one text can't be read as it was meant.
    """
    if is_unreadable(first) or is_unreadable(second):
        return Matching((), (), ())
    return _Matcher(first, second).matching()


class _Matcher:
    def __init__(self, first: Text, second: Text) -> None:
        self.first = first.sections
        self.second = second.sections
        self.scale = scale_of(first, second)
        self.ratio = self.scale.ratio
        self.evidence: dict[tuple[int, int], Evidence] = {}
        self.partner: dict[int, int] = {}
        self.how: dict[int, Match] = {}

    def matching(self) -> Matching:
        self.by_id()
        self.what_is_left()
        self.exchanged()
        taken = set(self.partner.values())
        pairs = []
        for index, place in sorted(self.partner.items()):
            one, other = self.first[index], self.second[place]
            if place + 1 < len(self.second) and place + 1 not in taken:
                other = self.with_lost(other, self.second[place + 1], one, 1 / self.ratio)
            if index + 1 < len(self.first) and index + 1 not in self.partner:
                one = self.with_lost(one, self.first[index + 1], other, self.ratio)
            pairs.append(SectionMatch(one, other, self.how[index]))
        return Matching(
            tuple(pairs),
            tuple(section for index, section in enumerate(self.first) if index not in self.partner),
            tuple(section for index, section in enumerate(self.second) if index not in taken),
        )

    def by_id(self) -> None:
        """Same id, same section; of an id given twice, the first with the first."""
        places: dict[str, list[int]] = {}
        for index, section in enumerate(self.second):
            if section.has_id:
                places.setdefault(section.id, []).append(index)
        for index, section in enumerate(self.first):
            if section.has_id and places.get(section.id):
                self.pair(index, places[section.id].pop(0), Match.SAME_ID)

    def what_is_left(self) -> None:
        """Between sections found in both, one left on each side is the same section under another id, or without."""
        first_left = [index for index in range(len(self.first)) if index not in self.partner]
        taken = set(self.partner.values())
        second_left = [index for index in range(len(self.second)) if index not in taken]
        for ours in _runs(first_left):
            before = self.partner.get(ours[0] - 1, -1)
            theirs = [index for index in second_left if before < index <= before + len(ours) + 8]
            run = next((run for run in _runs(theirs) if run[0] == before + 1), [])
            for one, other in self.align(ours, run):
                nameless = not (self.first[one].has_id and self.second[other].has_id)
                self.pair(one, other, Match.NAMELESS if nameless else Match.RENAMED)

    def align(self, ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
        """The pairing of two short runs, in order, for which most speaks."""
        rows, columns = len(ours), len(theirs)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        for row in range(rows - 1, -1, -1):
            for column in range(columns - 1, -1, -1):
                best[row][column] = max(
                    best[row + 1][column],
                    best[row][column + 1],
                    best[row + 1][column + 1] + self.renaming(ours[row], theirs[column]),
                )
        pairs = []
        row = column = 0
        while row < rows and column < columns:
            if best[row][column] == best[row + 1][column]:
                row += 1
            elif best[row][column] == best[row][column + 1]:
                column += 1
            else:
                pairs.append((ours[row], theirs[column]))
                row, column = row + 1, column + 1
        return pairs

    def renaming(self, ours: int, theirs: int) -> float:
        """What speaks for one section under two ids; below 0 they are two sections."""
        one, other = self.first[ours], self.second[theirs]
        shape = 0.5 if [block.kind for block in one.blocks] == [block.kind for block in other.blocks] else -0.5
        level = 0.0 if one.level == other.level else -0.5
        nameless = 0.0 if one.has_id and other.has_id else 1.0
        return 0.5 + shape + level + nameless + self.likeness(ours, theirs)

    def exchanged(self) -> None:
        """Ids given to each other's headings: the order of ids differs, the contents stand in the same places."""
        same = sorted(index for index, how in self.how.items() if how is Match.SAME_ID)
        order = sorted(self.partner[index] for index in same)
        moved = [(index, place) for index, place in zip(same, order, strict=True) if self.partner[index] != place]
        if not moved or any(self.first[index].level != self.second[place].level for index, place in moved):
            return
        as_they_are = sum(self.likeness(index, self.partner[index]) for index, _ in moved)
        in_place = sum(self.likeness(index, place) for index, place in moved)
        if in_place > as_they_are + _CLEARLY:
            for index, place in moved:
                self.pair(index, place, Match.EXCHANGED)

    @staticmethod
    def with_lost(section: Section, following: Section, other: Section, ratio: float) -> Section:
        """`section` with the blocks of `following`, if `other`, its translation, seems to hold those of both."""
        alone, both = len(section.blocks), len(section.blocks) + len(following.blocks)
        length = _length_of(other) * ratio
        short, long = _length_of(section), _length_of(section) + _length_of(following)
        if not following.blocks or abs(len(other.blocks) - both) >= abs(len(other.blocks) - alone):
            return section
        if len(other.blocks) != both and abs(length - long) >= abs(length - short):
            return section
        groups = max((block.group for block in section.blocks), default=0)
        moved = (replace(block, group=block.group + groups if block.group else 0) for block in following.blocks)
        return replace(section, blocks=(*section.blocks, *moved))

    def likeness(self, ours: int, theirs: int) -> float:
        return self.scale.similarity(self.of(0, ours), self.of(1, theirs))

    def of(self, side: int, index: int) -> Evidence:
        key = (side, index)
        if key not in self.evidence:
            section = (self.first, self.second)[side][index]
            find = self.scale.of_second if side else self.scale.of_first
            self.evidence[key] = find(section.blocks, section.title)
        return self.evidence[key]

    def pair(self, ours: int, theirs: int, how: Match) -> None:
        self.partner[ours] = theirs
        self.how[ours] = how


def _length_of(section: Section) -> int:
    return sum(len(block.text) for block in section.blocks)


def _runs(indices: list[int]) -> list[list[int]]:
    """Neighbouring numbers together."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
