"""Two paragraphs, list items, rows or cells stand in each other's place.

ไทย: ย่อหน้า ข้อย่อย แถว หรือช่องของตารางสลับที่กันในภาษาใดภาษาหนึ่ง

Why: the counts agree and every value is there, but “item 2” or the second column is another one in the other
language. Places are compared by evidence (numbers, links, names, lengths, meanings of common words); where it does
not clearly speak for an exchange, nothing is said.

PASS:
    th:
        - หมายเลขโทรศัพท์และที่อยู่ของลูกค้า
        - รายงานทางการเงินของบริษัท
    en:
        - the customer’s telephone number and address
        - financial reports of the company
FAIL:
    th:
        - รายงานทางการเงินของบริษัท
        - หมายเลขโทรศัพท์และที่อยู่ของลูกค้า
    en:
        - the customer’s telephone number and address
        - financial reports of the company
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.evidence import Evidence, Scale, scale_of
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, kind_of, language_name, title_of_pair

_CLEARLY = 1.2
"""How much more must speak for the exchange than for the places as they are. Faithful translations stay below 1."""
_CLEARLY_FOR_CELLS = 2.0
"""The same for the cells of one column, and for headers, of a word or two each and all alike."""
_GOOD = 2.5
"""Blocks that fit this well where they stand, both together, are not looked at."""
_FAR = 8
"""How far apart blocks may be that are tried in each other's place."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place in both languages: a block, or all cells of a row, side by side."""

    first: tuple[Block, ...]
    second: tuple[Block, ...]
    ours: tuple[Evidence, ...]
    theirs: tuple[Evidence, ...]


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each two blocks that stand in each other's place."""
    for first, second in subject.pairs():
        scale = scale_of(first, second)
        for pair in aligned_sections(first, second):
            told: set[tuple[int, int]] = set()
            for series in _series(pair, scale):
                for one, other in _exchanged(series, scale):
                    lines = (one.first[0].line, other.first[0].line)
                    if lines not in told:
                        told.add(lines)
                        yield _finding(first, second, pair, one, other)


def _series(pair: SectionPair, scale: Scale) -> Iterator[list[_Slot]]:
    """The places that may be exchanged with each other: items of one list, rows of one table, cells of one row."""
    series: dict[tuple[object, ...], list[_Slot]] = {}
    rows: dict[tuple[int, int], list[tuple[Block, Block]]] = {}
    for ours, theirs in pair.blocks:
        if ours is None or theirs is None or not ours.text or not theirs.text or ours.kind is not theirs.kind:
            continue
        if ours.kind is BlockKind.TABLE_CELL:
            rows.setdefault((ours.group, ours.row), []).append((ours, theirs))
        elif ours.kind is not BlockKind.CODE:
            key = (ours.kind, ours.containers, ours.group)
            series.setdefault(key, []).append(_slot([(ours, theirs)], scale))
    columns: dict[tuple[object, ...], list[_Slot]] = {}
    for (group, row), cells in rows.items():
        if row:
            series.setdefault((group, "rows"), []).append(_slot(cells, scale))
        slots = [_slot([cell], scale) for cell in cells]
        columns[(group, "row", row)] = slots
        # What heads a column is never one of its entries.
        for cell, slot in zip(cells, slots, strict=True) if row else ():
            columns.setdefault((group, "column", cell[0].column), []).append(slot)
    yield from (places for places in (*series.values(), *columns.values()) if len(places) > 1)


def _slot(cells: Sequence[tuple[Block, Block]], scale: Scale) -> _Slot:
    first, second = tuple(ours for ours, _ in cells), tuple(theirs for _, theirs in cells)
    return _Slot(
        first,
        second,
        tuple(scale.of_first((cell,)) for cell in first),
        tuple(scale.of_second((cell,)) for cell in second),
    )


def _exchanged(series: list[_Slot], scale: Scale) -> Iterator[tuple[_Slot, _Slot]]:
    """The pairs of places whose exchange gains most, each place once."""
    in_place = [_fit(slot, slot, scale) for slot in series]
    gains = []
    for one in range(len(series)):
        for other in range(one + 1, min(len(series), one + 1 + _FAR)):
            stay = in_place[one] + in_place[other]
            if stay > _GOOD * len(series[one].first) or len(series[one].first) != len(series[other].first):
                continue
            gain = _fit(series[one], series[other], scale) + _fit(series[other], series[one], scale) - stay
            clearly = _CLEARLY_FOR_CELLS if _are_alike(series[one], series[other]) else _CLEARLY
            if gain > clearly:
                gains.append((gain, one, other))
    taken: set[int] = set()
    for _, one, other in sorted(gains, reverse=True):
        if not taken & {one, other}:
            taken |= {one, other}
            yield series[one], series[other]


def _are_alike(one: _Slot, other: _Slot) -> bool:
    """Whether both are headers, or single cells of one column."""
    first, second = one.first[0], other.first[0]
    in_a_column = len(one.first) == 1 and first.column == second.column
    return first.kind is BlockKind.TABLE_CELL and (first.row == 0 or in_a_column)


def _fit(ours: _Slot, theirs: _Slot, scale: Scale) -> float:
    """How well the first language of one place goes with the second language of another, cell by cell."""
    return sum(scale.similarity(one, other) for one, other in zip(ours.ours, theirs.theirs, strict=False))


def _finding(first: Text, second: Text, pair: SectionPair, one: _Slot, other: _Slot) -> Finding:
    title = title_of_pair(first, pair.first, second, pair.second)
    names = language_name(first.language), language_name(second.language)
    ours, theirs, elsewhere = one.first[0], one.second[0], other.second[0]
    a_cell = ours.kind is BlockKind.TABLE_CELL and len(one.first) == 1
    kind = Bilingual("ช่องของตาราง", "table cell") if a_cell else kind_of(ours)
    return RULE.finding(
        second,
        Bilingual(
            f"ลำดับ{kind.th}ไม่ตรงกันใน{title.th}: {names[0].th} {excerpt_of(ours)} "
            f"น่าจะตรงกับ{names[1].th} {excerpt_of(elsewhere)} แต่ตรงที่เดียวกันเป็น {excerpt_of(theirs)}",
            f"The order differs in {title.en}: the {names[0].en} {kind.en} {excerpt_of(ours)} seems to be "
            f"{excerpt_of(elsewhere)}, but {excerpt_of(theirs)} stands in its place in {names[1].en}",
        ),
        Bilingual("จัดลำดับให้เหมือนกันทั้งสองภาษา", "Put them in the same order in both languages."),
        section=pair.first.id,
        line=theirs.line,
        counterpart=Place(first.language, first.path, ours.line),
        values=(excerpt_of(ours)[1:-1], excerpt_of(theirs)[1:-1]),
    )


RULE = Rule("block-order", Severity.ERROR, check, __doc__ or "")
