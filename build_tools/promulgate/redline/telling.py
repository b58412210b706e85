"""How changes are told, whatever the view: which are shown, what is folded, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from promulgate.model import PREAMBLE, BlockKind, Link
from promulgate.redline.model import (
    BlockChange,
    BlockChangeKind,
    Change,
    LinkChange,
    PieceKind,
    Redline,
    Renumbering,
    RowChange,
    SectionChange,
    SectionChangeKind,
)
from promulgate.words_on_page import strings

QUIET = frozenset(
    {
        BlockChangeKind.UNCHANGED,
        BlockChangeKind.RENUMBERED,
        BlockChangeKind.FORMATTING,
        BlockChangeKind.ENCODING,
    }
)
"""Changes that are named but need not be read: their blocks are folded with the unchanged ones."""

_LAST_DIGITS = re.compile(r"\d+(?=\D*$)")
_NO_LINK = Link("", "")
_SHORT_FOLD = 1
"""A fold of no more blocks than this would be longer than what it hides."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A change that is shown. `told` is False for an unchanged neighbour that is there to give context."""

    change: Change
    told: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """Changes that say nothing new, in a row."""

    changes: tuple[Change, ...]


def stretches(changes: tuple[Change, ...]) -> Iterator[Shown | Folded]:
    """Divide the changes of a section into what is shown, with one neighbour on each side, and what is folded."""
    told = [change.kind not in QUIET for change in changes]
    tables = Tables(changes)
    told_tables = {tables.of(change) for change in changes if change.kind not in QUIET} - {None}
    hidden: list[Change] = []
    for place, change in enumerate(changes):
        if any(told[max(0, place - 1) : place + 2]) or (_is_header(change) and tables.of(change) in told_tables):
            yield from _fold(hidden)
            hidden = []
            yield Shown(change, told[place])
        else:
            hidden.append(change)
    yield from _fold(hidden)


def whole_tables(changes: tuple[Change, ...]) -> dict[tuple[str, int], BlockChangeKind]:
    """The tables of which every row was added, or every row removed: that is one change, told once."""
    tables = Tables(changes)
    kinds: dict[tuple[str, int], set[BlockChangeKind]] = {}
    for change in changes:
        table = tables.of(change)
        if table is not None:
            kinds.setdefault(table, set()).add(change.kind)
    one_way = {BlockChangeKind.ADDED, BlockChangeKind.REMOVED}
    return {table: next(iter(found)) for table, found in kinds.items() if len(found) == 1 and found <= one_way}


def _is_header(change: Change) -> bool:
    return isinstance(change, RowChange) and not (change.new or change.old)[0].row


def _fold(hidden: list[Change]) -> Iterator[Shown | Folded]:
    if len(hidden) > _SHORT_FOLD:
        yield Folded(tuple(hidden))
    else:
        yield from (Shown(change, told=False) for change in hidden)


class Tables:
    """Tells which table of a section a row belongs to: rows that came and rows that went may be of one table."""

    def __init__(self, changes: Iterable[Change]) -> None:
        rows = [change for change in changes if isinstance(change, RowChange)]
        self._became = {row.old[0].group: row.new[0].group for row in rows if row.old and row.new}

    def of(self, change: Change) -> tuple[str, int] | None:
        """The table of a row, by its number in the new text or else in the old one; None for what is no row."""
        if not isinstance(change, RowChange):
            return None
        if change.new:
            return "new", change.new[0].group
        group = change.old[0].group
        return ("new", self._became[group]) if group in self._became else ("old", group)


class Words:
    """The words of one language for everything a redline has to say."""

    def __init__(self, language: str, redline: Redline) -> None:
        self.strings: Mapping[str, str] = strings(language)
        self.names = {section.id: self.name(section) for section in redline.sections}

    def name(self, section: SectionChange) -> str:
        """What readers call the section."""
        return self.strings["redline_preamble"] if section.id == PREAMBLE else section.name

    def section(self, section: SectionChange) -> list[str]:
        """What happened to a section, the weightiest first; that nothing did, if so."""
        if section.unchanged:
            return [self.strings["redline_unchanged"]]
        return [self._section_kind(section, kind) for kind in section.kinds]

    def _section_kind(self, section: SectionChange, kind: SectionChangeKind) -> str:
        if kind is SectionChangeKind.MOVED and section.new_parent:
            return self.strings["redline_section_moved_under"].format(section=section.new_parent)
        if kind is SectionChangeKind.RENAMED and section.id == PREAMBLE:
            return self.strings["redline_title_renamed"]
        return self.strings[f"redline_section_{_key(kind)}"]

    def change(self, change: Change, section: str) -> str:
        """What happened to a block or row of the section with the id `section`."""
        kind = change.kind
        if kind in (BlockChangeKind.MOVED_HERE, BlockChangeKind.MOVED_AWAY):
            within = "_within" if change.other_section == section else ""
            words = self.strings[f"redline_block_{_key(kind)}{within}"]
            return words.format(section=self.names.get(change.other_section, change.other_section))
        if isinstance(change, RowChange) and f"redline_row_{_key(kind)}" in self.strings:
            return self.strings[f"redline_row_{_key(kind)}"]
        return self.strings[f"redline_block_{_key(kind)}"].format(n=max(len(change.old), len(change.new)))

    def notes(self, change: Change) -> Iterator[str]:
        """What else is to be said of a change: that it was not compared word by word, where links lead now."""
        for part in change.cells if isinstance(change, RowChange) else (change,):
            if part.too_different:
                yield self.strings["redline_too_different"]
            yield from self._pictures(part)
            yield from (self._link(link) for link in part.links if not _came_or_went_with_its_words(link, part))

    def _pictures(self, change: BlockChange) -> Iterator[str]:
        """What happened to pictures, by their words or else their file."""
        old, new = (
            ", ".join(image.alternative or image.source for block in blocks for image in block.images)
            for blocks in (change.old, change.new)
        )
        if change.kind in (BlockChangeKind.ADDED, BlockChangeKind.REMOVED, BlockChangeKind.MOVED_AWAY) and (old or new):
            yield self.strings["redline_picture"].format(picture=new or old)
        elif [block.images for block in change.old] != [block.images for block in change.new] and (old or new):
            yield self.strings["redline_picture_changed"].format(old=old or "–", new=new or "–")

    def _link(self, link: LinkChange) -> str:
        old, new = (self._target(end.target) if end else "" for end in (link.old, link.new))
        words = (link.new or link.old or _NO_LINK).words
        key = "changed" if link.old and link.new else "added" if link.new else "removed"
        return self.strings[f"redline_link_{key}"].format(words=words, old=old, new=new)

    def _target(self, target: str) -> str:
        """Where a link leads, for people: the title of a section of the same text, else the address."""
        section = self.names.get(target.removeprefix("#")) if target.startswith("#") else None
        return f"“{section}”" if section else target

    def renumbered(self, renumbering: Renumbering) -> str:
        """A list whose numbers changed, said once: 3.–6. → 4.–7."""
        runs: list[list[tuple[str, str]]] = []
        for pair in zip(renumbering.old, renumbering.new, strict=True):
            if runs and _follows(runs[-1][-1][0], pair[0]) and _follows(runs[-1][-1][1], pair[1]):
                runs[-1].append(pair)
            else:
                runs.append([pair])
        numbers = ", ".join(f"{_span(run, 0)} → {_span(run, 1)}" for run in runs)
        return self.strings["redline_renumbered"].format(numbers=numbers)

    def unchanged(self, redline: Redline) -> list[SectionChange]:
        """The sections in which nothing differs; the introduction has no title and is not among them."""
        return [section for section in redline.sections if section.unchanged and section.id != PREAMBLE]

    def counts(self, redline: Redline) -> str:
        """How many sections were added, removed, changed, and stayed."""
        counts = dict.fromkeys(("added", "removed", "changed", "other", "unchanged"), 0)
        for section in redline.sections:
            if section.id == PREAMBLE and section.unchanged:
                continue
            first = section.kinds[0].value if section.kinds else "unchanged"
            counts[first if first in counts else "other"] += 1
        told = (self.strings[f"redline_count_{kind}"].format(n=n) for kind, n in counts.items() if n)
        return self.strings["redline_counts"].format(counts=" · ".join(told))


def is_quiet(section: SectionChange) -> bool:
    """Whether nothing a reader could cite changed in the section, so that it can be folded as a whole."""
    quiet = {SectionChangeKind.FORMATTING, SectionChangeKind.ENCODING}
    return all(kind in quiet for kind in section.kinds)


def blocks_in(changes: Iterable[Change]) -> int:
    """How many paragraphs, items and rows these are for a reader."""
    return sum(max(len(change.new), 1) if isinstance(change, BlockChange) else 1 for change in changes)


def is_code(change: Change) -> bool:
    """Whether the change is of a block of code, compared by lines."""
    return any(block.kind is BlockKind.CODE for block in (*change.old, *change.new))


def _came_or_went_with_its_words(link: LinkChange, change: BlockChange) -> bool:
    """Whether the words of the link were added or removed too, which says it all."""
    if link.old and link.new:
        return False
    kind, end = (PieceKind.INSERT, link.new) if link.new else (PieceKind.DELETE, link.old)
    return end is not None and any(piece.kind is kind and end.words in piece.text for piece in change.pieces)


def _key(kind: BlockChangeKind | SectionChangeKind) -> str:
    return kind.value.replace("-", "_")


def _last_number(number: str) -> int | None:
    digits = _LAST_DIGITS.search(number)
    return int(digits[0]) if digits else None


def _follows(before: str, after: str) -> bool:
    first, second = _last_number(before), _last_number(after)
    return first is not None and second == first + 1


def _span(run: list[tuple[str, str]], side: int) -> str:
    first, last = run[0][side], run[-1][side]
    return first if len(run) == 1 else f"{first}–{last}"
