"""Which section became which: by id; by title and likeness where a source gives no ids; and which of them moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from promulgate.canonical import normalise
from promulgate.model import Section
from promulgate.redline.alignment import Pairs, Work, align, gaps, heaviest_increasing
from promulgate.redline.pairing import likeness
from promulgate.redline.units import CLAUSE_NUMBER, Vocabulary

_ALIKE = 0.5
_MOST_PAIRS_IN_A_GAP = 10_000


def match_sections(
    old: Sequence[Section], new: Sequence[Section], vocabulary: Vocabulary, work: Work
) -> dict[int, int]:
    """The position of a section in the new text -> its position in the old one, for those that are in both.

    An id is a section's identity. Sections without one, as plain Markdown files have them, are told by their titles,
    in order, then by likeness, then by a title that occurs once on each side.
    """
    here, there = _by_id(old), _by_id(new)
    matched = {there[key]: here[key] for key in there if key in here}
    left_old = [place for place in range(len(old)) if place not in set(matched.values())]
    left_new = [place for place in range(len(new)) if place not in matched]
    if any(not old[place].has_id for place in left_old) or any(not new[place].has_id for place in left_new):
        pairs = _by_title([old[place] for place in left_old], [new[place] for place in left_new], vocabulary, work)
        for i, j in pairs:
            if not (old[left_old[i]].has_id and new[left_new[j]].has_id):
                matched[left_new[j]] = left_old[i]
    return matched


def moved_sections(old: Sequence[Section], new: Sequence[Section], matched: dict[int, int]) -> set[int]:
    """Positions in the new text of sections that stand elsewhere among those that stayed.

    The fewest words are said to have moved. A subsection that went along with its section did not move.
    """
    kept = sorted(matched)
    weights = [1 + sum(len(block.text) for block in new[place].blocks) for place in kept]
    in_order = heaviest_increasing([matched[place] for place in kept], weights)
    stayed = {kept[number] for number in in_order}
    parents_old = {place: _parent(old, place) for place in matched.values()}
    parents_new = {place: _parent(new, place) for place in kept}
    moved: set[int] = set()
    siblings: dict[tuple[int, int], list[int]] = {}
    for place in kept:
        before, after = parents_old[matched[place]], parents_new[place]
        if after == before == -1 or matched.get(after) == before:
            siblings.setdefault((before, after), []).append(place)
        elif place not in stayed:
            moved.add(place)
    for places in siblings.values():
        heavy = [_weight(new, place) for place in places]
        chosen = heaviest_increasing([matched[place] for place in places], heavy)
        moved |= {place for number, place in enumerate(places) if number not in chosen}
    return moved


def parent_title(sections: Sequence[Section], place: int) -> str:
    """Title of the section the one at `place` is under; empty at the top."""
    parent = _parent(sections, place)
    return sections[parent].title if parent >= 0 else ""


def _parent(sections: Sequence[Section], place: int) -> int:
    parent = sections[place].parent
    if not parent:
        return -1
    return next((before for before in range(place - 1, -1, -1) if sections[before].id == parent), -1)


def _weight(sections: Sequence[Section], place: int) -> int:
    """The words of a section with its subsections."""
    level, weight = sections[place].level, 1
    for section in sections[place:]:
        if section is not sections[place] and section.level <= level:
            break
        weight += sum(len(block.text) for block in section.blocks)
    return weight


def _by_id(sections: Sequence[Section]) -> dict[tuple[str, int], int]:
    seen: Counter[str] = Counter()
    places: dict[tuple[str, int], int] = {}
    for place, section in enumerate(sections):
        if section.has_id:
            places[section.id, seen[section.id]] = place
            seen[section.id] += 1
    return places


def _by_title(old: Sequence[Section], new: Sequence[Section], vocabulary: Vocabulary, work: Work) -> Pairs:
    first, second = [_bare(section) for section in old], [_bare(section) for section in new]
    found = align(first, second, work)
    pairs = list(found)
    for gap in gaps(found, len(first), len(second)):
        if gap.empty or (gap.old_end - gap.old) * (gap.new_end - gap.new) > _MOST_PAIRS_IN_A_GAP:
            continue
        start = gap.new
        here = {i: vocabulary.encode(_all_words(old[i])) for i in range(gap.old, gap.old_end)}
        there = {j: vocabulary.encode(_all_words(new[j])) for j in range(gap.new, gap.new_end)}
        for i, words in here.items():
            scores = [(likeness(words, there[j], work, _ALIKE), -j) for j in range(start, gap.new_end)]
            best = max(scores, default=(0.0, 0))
            if best[0]:
                pairs.append((i, -best[1]))
                start = -best[1] + 1
    once = Counter(first) & Counter(second)
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    late = {title: i for i, title in enumerate(first) if i not in taken_old and first.count(title) == 1}
    for j, title in enumerate(second):
        if j not in taken_new and once[title] == 1 and title in late and second.count(title) == 1:
            pairs.append((late[title], j))
    return sorted(pairs)


def _bare(section: Section) -> str:
    title = normalise(section.title)
    number = CLAUSE_NUMBER.match(title)
    return (title[number.end() :] if number else title) or title


def _all_words(section: Section) -> str:
    return "\n".join((section.title, *(block.text for block in section.blocks)))
