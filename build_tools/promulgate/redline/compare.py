"""From two texts of one language to their redline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from promulgate.canonical import spelling
from promulgate.model import PREAMBLE, Section, Text
from promulgate.redline.alignment import Work
from promulgate.redline.block_changes import BlockComparison, differs_only_in_number, one_sided, renumberings, seen
from promulgate.redline.model import (
    BlockChangeKind,
    Change,
    Piece,
    PieceKind,
    Redline,
    Renumbering,
    SectionChange,
    SectionChangeKind,
)
from promulgate.redline.moves import find_moves
from promulgate.redline.section_matching import match_sections, moved_sections, parent_title
from promulgate.redline.units import CLAUSE_NUMBER, Vocabulary
from promulgate.redline.word_difference import compare_words, whole

_QUIET = {
    BlockChangeKind.UNCHANGED: None,
    BlockChangeKind.RENUMBERED: SectionChangeKind.RENUMBERED,
    BlockChangeKind.FORMATTING: SectionChangeKind.FORMATTING,
    BlockChangeKind.ENCODING: SectionChangeKind.ENCODING,
}
"""Kinds of block changes that change nothing a section says."""


def compare(old: Text | None, new: Text) -> Redline:
    """The readable difference from `old` (None: there was nothing before) to `new`.

    Pure and deterministic: the work is bounded by counting steps, not by a clock. Where a block would cost too much to
    compare word by word, it is told as one replacement and says so.
    """
    work, vocabulary = Work(), Vocabulary()
    comparison = BlockComparison(vocabulary, work)
    before = old.sections if old else ()
    matched = match_sections(before, new.sections, vocabulary, work)
    moved = moved_sections(before, new.sections, matched)
    order = list(_display_order(before, new.sections, matched))
    names = _names(before, new.sections, order)
    changes = [_block_changes(before, new.sections, pair, comparison) for pair in order]
    find_moves(changes, names, vocabulary, comparison, work)
    sections = tuple(
        _section(old, new, pair, name, tuple(blocks), moved=pair[1] in moved, work=work)
        for pair, name, blocks in zip(order, names, changes, strict=True)
    )
    return Redline(
        policy=new.policy,
        language=new.language,
        old_version=old.metadata.version if old else "",
        new_version=new.metadata.version,
        sections=sections,
        first=old is None,
    )


Pair = tuple[int | None, int | None]
"""Positions of a section in the old and in the new text."""


def _display_order(old: Sequence[Section], new: Sequence[Section], matched: dict[int, int]) -> Iterator[Pair]:
    """The order of the new text; a removed section stands after the section it followed."""
    followers: dict[int, list[int]] = {}
    stayed = set(matched.values())
    last = -1
    for place in range(len(old)):
        if place in stayed:
            last = place
        else:
            followers.setdefault(last, []).append(place)
    yield from ((gone, None) for gone in followers.get(-1, []))
    for place in range(len(new)):
        source = matched.get(place)
        yield source, place
        if source is not None:
            yield from ((gone, None) for gone in followers.get(source, []))


def _names(old: Sequence[Section], new: Sequence[Section], order: Iterable[Pair]) -> list[str]:
    """A name for each section that no other has: its id, made different only if a text uses an id twice."""
    names: list[str] = []
    taken: set[str] = {section.id for section in new}
    for before, after in order:
        name = original = new[after].id if after is not None else old[before or 0].id
        number = 2
        while name in names or (after is None and name in taken):
            name, number = f"{original}.{number}", number + 1
        names.append(name)
    return names


def _block_changes(
    old: Sequence[Section], new: Sequence[Section], pair: Pair, comparison: BlockComparison
) -> list[Change]:
    before, after = pair
    if before is not None and after is not None:
        return comparison.compare(old[before].blocks, new[after].blocks)
    if after is not None:
        return [one_sided((), unit.blocks) for unit in comparison.vocabulary.units(new[after].blocks)]
    return [one_sided(unit.blocks, ()) for unit in comparison.vocabulary.units(old[before or 0].blocks)]


def _section(
    old: Text | None, new: Text, pair: Pair, name: str, changes: tuple[Change, ...], *, moved: bool, work: Work
) -> SectionChange:
    before, after = pair
    old_section = old.sections[before] if old and before is not None else None
    new_section = new.sections[after] if after is not None else None
    old_title, new_title = _title(old, old_section), _title(new, new_section)
    title = (
        compare_words(old_title, new_title, work).pieces if old_section and new_section else whole(old_title, new_title)
    )
    numbers = renumberings(changes)
    kinds: tuple[SectionChangeKind, ...] = ()
    old_parent = new_parent = ""
    if old is None or old_section is None or before is None:
        kinds = (SectionChangeKind.ADDED,)
    elif new_section is None or after is None:
        kinds = (SectionChangeKind.REMOVED,)
    else:
        kinds = _kinds(old_section, new_section, title, changes, numbers, moved=moved)
        parents = parent_title(old.sections, before), parent_title(new.sections, after)
        if moved and parents[0] != parents[1]:
            old_parent, new_parent = parents
    return SectionChange(
        *(name, kinds, old_section, new_section, title, changes, numbers),
        old_position=-1 if before is None else before,
        old_parent=old_parent,
        new_parent=new_parent,
    )


def _kinds(
    old: Section,
    new: Section,
    title: tuple[Piece, ...],
    changes: tuple[Change, ...],
    numbers: tuple[Renumbering, ...],
    *,
    moved: bool,
) -> tuple[SectionChangeKind, ...]:
    """Everything that happened to a section that is in both texts, in the order of the enum."""
    kinds = {_QUIET.get(change.kind, SectionChangeKind.CHANGED) for change in changes} - {None}
    kinds |= set(_title_kinds(old, new, title))
    if moved:
        kinds.add(SectionChangeKind.MOVED)
    if numbers:
        kinds.add(SectionChangeKind.RENUMBERED)
    if old.level != new.level:
        kinds.add(SectionChangeKind.RELEVELLED)
    return tuple(kind for kind in SectionChangeKind if kind in kinds)


def _title_kinds(old: Section, new: Section, title: tuple[Piece, ...]) -> Iterator[SectionChangeKind]:
    before, after = "".join(piece.old for piece in title), "".join(piece.new for piece in title)
    if any(piece.kind in (PieceKind.INSERT, PieceKind.DELETE) for piece in title):
        same = differs_only_in_number(before, after, CLAUSE_NUMBER)
        yield SectionChangeKind.RENUMBERED if same else SectionChangeKind.RENAMED
    elif before != after:
        same = spelling(before) == spelling(after)
        yield SectionChangeKind.ENCODING if same else SectionChangeKind.FORMATTING
    elif seen(old.title_html) != seen(new.title_html):
        yield SectionChangeKind.FORMATTING


def _title(text: Text | None, section: Section | None) -> str:
    if text is None or section is None:
        return ""
    return text.title if section.id == PREAMBLE else section.title
