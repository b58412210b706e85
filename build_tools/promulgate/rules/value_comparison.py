"""The values of two texts against each other: block by block where blocks correspond, then over the section.

A block that stands in one language only has been reported as such and is passed over: one defect is one finding.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, SUMMARY, Block, BlockKind, Link, Section, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.caching import once_per_pair
from promulgate.rules.translated_address import may_be_translated
from promulgate.rules.wording import THE_SUMMARY, title_of_pair
from promulgate.values import Difference, Kind, Meaning, Value, Weight, differences, extract, known_of
from promulgate.values.comparison import equal
from promulgate.values.contacts import address_meaning, email_meaning
from promulgate.values.east_asian_numbers import parse
from promulgate.values.headers import header_values, meanings_under

KNOWN = ("th", "en")
"""The languages whose words are known."""
_ENUMERATOR = re.compile(
    r"\W?(?P<number>\d+(?:\.\d+)*|[IVX]{1,6}(?=[.):])|[一二三四五六七八九十]{1,3}(?=[、）)])|(?:(?i:article|section|clause|part|chapter)|ข้อ|มาตรา|หมวด|ส่วนที่)\s?\d+)"
    r"(?:、|(?<=[一二三四五六七八九十])[）)]|[.):]?\s+\D)"
)
_ENUMERATES = (Kind.NUMBER, Kind.REFERENCE, Kind.IDENTIFIER)
_CODE = "\ufffc"
"""Stands for a character of a code span, which is compared as a whole."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are compared with their translation: a block, a title or the summary, and their source lines."""

    text: Text
    words: str
    lines: tuple[int, int]
    block: Block | None = None
    header: str = ""
    """Of a table cell: the header of its column, which may name the unit of bare numbers."""


@dataclass(frozen=True, slots=True)
class PassagePair:
    """One passage in both languages, and the section it stands in."""

    section: str
    title: Bilingual
    first: Passage
    second: Passage

    @property
    def row(self) -> tuple[object, ...]:
        """What may be exchanged as one: a table row, or the passage."""
        block = self.first.block
        if block is not None and block.kind is BlockKind.TABLE_CELL:
            return ("row", block.group, block.row)
        return ("passage", id(self.first))


class Sort(StrEnum):
    """How two values differ."""

    DIFFERS = "differs"
    EXCHANGED = "exchanged"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A difference of values, and where it stands.

    EXCHANGED: the value the second language has here, the first has in `other`, and the other way round. ELSEWHERE: the
    value stands here in the first language and in `other` in the second.
    """

    pair: PassagePair
    difference: Difference
    sort: Sort = Sort.DIFFERS
    other: PassagePair | None = None


@once_per_pair
def passages(first: Text, second: Text) -> tuple[tuple[PassagePair, ...], ...]:
    """All passages to compare, by section: title, section titles, blocks, and the summary."""
    sections = [_of_section(first, second, pair) for pair in aligned_sections(first, second)]
    return (*map(tuple, sections), (_of_summary(first, second),))


@once_per_pair
def mismatches(first: Text, second: Text) -> tuple[Mismatch, ...]:
    """All differences of values between two texts, in the order of the first."""
    lenient = not (base_of(first) in KNOWN and base_of(second) in KNOWN)
    found: list[Mismatch] = []
    for section in passages(first, second):
        inside = [
            Mismatch(pair, difference)
            for pair in section
            for difference in differences(
                *_values_of_both(pair, first, second, lenient=lenient),
                lenient=lenient,
                words_known=(known_of(first.language), known_of(second.language)),
            )
            if not (lenient and _translated_address(difference, first, second))
        ]
        found += _gathered(inside)
    return tuple(found)


def _values_of_both(
    pair: PassagePair, first: Text, second: Text, *, lenient: bool
) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The values to compare, without the numbers of one paragraph that are `2` in one language and `6.2` in another."""
    ours, theirs = values_of(pair.first, second), values_of(pair.second, first)
    numbers = [_ENUMERATOR.match(passage.words) for passage in (pair.first, pair.second)]
    if not lenient or numbers[0] is None or numbers[1] is None:
        return ours, theirs
    one, other = (_numbers_of(match["number"]) for match in numbers if match)
    if one[-1] != other[-1] or {1} >= {len(one), len(other)} or 1 not in (len(one), len(other)):
        return ours, theirs
    ends = [match.end("number") for match in numbers if match]
    return tuple(v for v in ours if v.start >= ends[0]), tuple(v for v in theirs if v.start >= ends[1])


def _numbers_of(enumerator: str) -> list[str]:
    """The numbers of an enumerator: of `1.2` both, of `二` the one it says."""
    return [str(parse(number) or number) for number in enumerator.split(".")]


def _translated_address(difference: Difference, first: Text, second: Text) -> bool:
    one, other = difference.first, difference.second
    if one is None or other is None or not one.kind is other.kind is Kind.ADDRESS:
        return False
    return may_be_translated(one.written, first, other.written, second)


def values_of(passage: Passage, other: Text) -> tuple[Value, ...]:
    """The values of a passage, with where its links lead, comparable with a text in the language of `other`."""
    block = passage.block
    if block is not None and block.kind is BlockKind.CODE:
        return ()
    language = passage.text.language
    values = extract(without_code(passage.words, block.code if block else ()), language)
    if block is not None and _is_header(block):
        units = tuple(header_values(passage.words))
        values = tuple(value for value in values if value.kind is not Kind.MEASURE or not _overlaps(value, units))
        values += tuple(unit for unit in units if not _overlaps(unit, values))
    if not {language.split("-")[0], base_of(other)} <= set(KNOWN):
        values = _enumerator_softened(passage, values)
    if passage.header:
        values = _with_unit_of_column(values, passage.header)
    links = block.links if block else ()
    if not links and not any(value.kind is Kind.ADDRESS for value in values):
        return values
    languages = (language, other.language)
    return tuple(_with_links([_comparable(value, languages) for value in values], links, len(passage.words), languages))


def _enumerator_softened(passage: Passage, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """The values, the number that begins a title or paragraph soft: elsewhere it may be a word (`PRIMERA.`)."""
    start = _ENUMERATOR.match(passage.words)
    if start is None or not values or values[0].start > start.end("number") or values[0].kind not in _ENUMERATES:
        return values
    return (replace(values[0], weight=min(values[0].weight, Weight.SOFT)), *values[1:])


@functools.lru_cache(maxsize=4096)
def without_code(words: str, code: tuple[str, ...]) -> str:
    """The words with its code spans blanked out; offsets stay as they are."""
    position = 0
    for span in code:
        shown = " ".join(span.split())
        start = words.find(shown, position) if shown else -1
        if start >= 0:
            position = start + len(shown)
            words = f"{words[:start]}{_CODE * len(shown)}{words[position:]}"
    return words


def base_of(text: Text) -> str:
    """The language of a text without its region."""
    return text.language.split("-", maxsplit=1)[0]


def _of_section(first: Text, second: Text, pair: SectionPair) -> Iterator[PassagePair]:
    title = title_of_pair(first, pair.first, second, pair.second)
    preamble = pair.first.id == PREAMBLE
    if preamble or (pair.first.title and pair.second.title):
        headings = [
            Passage(
                text,
                text.title if preamble else section.title,
                (line := text.title_line if preamble else section.line, line),
            )
            for text, section in ((first, pair.first), (second, pair.second))
        ]
        yield PassagePair(pair.first.id, title, headings[0], headings[1])
    headers = _headers(pair.first), _headers(pair.second)
    for one, other in pair.blocks:
        if one is not None and other is not None:
            yield PassagePair(
                pair.first.id, title, _of_block(first, one, headers[0]), _of_block(second, other, headers[1])
            )


_Headers = dict[tuple[int, int], str]


def _headers(section: Section) -> _Headers:
    """The words of table headers by table and column."""
    return {(block.group, block.column): block.text for block in section.blocks if _is_header(block)}


def _is_header(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_CELL and block.row == 0


def _of_block(text: Text, block: Block, headers: _Headers) -> Passage:
    is_cell = block.kind is BlockKind.TABLE_CELL and block.row > 0
    header = headers.get((block.group, block.column), "") if is_cell else ""
    return Passage(text, block.text, (block.line, block.end_line), block, header)


def _of_summary(first: Text, second: Text) -> PassagePair:
    sides = []
    for text in (first, second):
        line = text.metadata.line("summary")
        following = [number for number in text.metadata.lines.values() if number > line]
        lines = text.source_lines
        end = next(number for number, words in enumerate(lines[1:], 2) if words.rstrip() == "---")
        sides.append(Passage(text, text.metadata.summary, (line, min([*following, end]) - 1)))
    return PassagePair(SUMMARY, THE_SUMMARY, sides[0], sides[1])


def _overlaps(value: Value, others: Sequence[Value]) -> bool:
    return any(value.start < other.end and other.start < value.end for other in others)


@functools.lru_cache(maxsize=4096)
def _with_unit_of_column(values: tuple[Value, ...], header: str) -> tuple[Value, ...]:
    """The values of a table cell, its bare numbers with the units their column's header names."""
    units = meanings_under(header)
    if not units:
        return values
    return tuple(
        replace(value, readings=value.readings + _under(units, value)) if value.kind is Kind.NUMBER else value
        for value in values
    )


def _under(units: tuple[Meaning, ...], value: Value) -> tuple[Meaning, ...]:
    numbers = [meaning[1] for meaning in value.readings if meaning[0] == "number"]
    return tuple((*unit, number) for unit in units for number in numbers)


def _comparable(value: Value, languages: tuple[str, ...]) -> Value:
    if value.kind is not Kind.ADDRESS:
        return value
    meaning = address_meaning(value.written, languages)
    return Value(value.kind, (meaning,), value.written, value.start, value.end, value.weight)


def _with_links(values: list[Value], links: Sequence[Link], end: int, languages: tuple[str, ...]) -> Iterator[Value]:
    """The values and the targets of the links; an address that is shown and leads where it says counts once."""
    for link in links:
        kind = Kind.EMAIL if link.target.lower().startswith("mailto:") else Kind.ADDRESS
        meaning = email_meaning(link.target) if kind is Kind.EMAIL else address_meaning(link.target, languages)
        shown = next((value for value in values if value.normal == meaning and value.written in link.words), None)
        if shown is not None:
            values.remove(shown)
        yield shown or Value(kind, (meaning,), link.target, end, end)
    yield from values


def _gathered(found: list[Mismatch]) -> Iterator[Mismatch]:
    """The differences of a section, those that are one defect as one: values exchanged or standing elsewhere."""
    left = list(found)
    exchanged: set[frozenset[tuple[object, ...]]] = set()
    while left:
        mismatch = left.pop(0)
        other = next((candidate for candidate in left if _sort(mismatch, candidate)), None)
        if other is None:
            yield mismatch
            continue
        left.remove(other)
        sort = _sort(mismatch, other) or Sort.DIFFERS
        rows = frozenset((mismatch.pair.row, other.pair.row))
        if rows in exchanged:
            continue
        exchanged.add(rows)
        difference = mismatch.difference
        if sort is Sort.ELSEWHERE:
            one, two = (mismatch, other) if difference.first else (other, mismatch)
            yield Mismatch(one.pair, Difference(one.difference.first, two.difference.second), sort, two.pair)
        else:
            yield Mismatch(mismatch.pair, difference, sort, other.pair)


def _sort(one: Mismatch, other: Mismatch) -> Sort | None:
    """Whether two differences in different passages are one, and of which sort."""
    ours, theirs = one.difference, other.difference
    if one.pair is other.pair or ours.same_amount or theirs.same_amount:
        return None
    crossed = (_same(ours.first, theirs.second), _same(theirs.first, ours.second))
    if all(crossed):
        return Sort.EXCHANGED
    if len(ours.present) == len(theirs.present) == 1 and any(crossed):
        return Sort.ELSEWHERE
    return None


def _same(one: Value | None, other: Value | None) -> bool:
    return one is not None and other is not None and equal(one, other)
