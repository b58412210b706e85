"""Ways to make one language of a faithful translation say something else, one defect at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS
from promulgate.model import Block, BlockKind, Container, Section, Text
from promulgate.rules.alignment import aligned_sections


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one defect, where it is, and which lines of the other language it concerns."""

    operator: str
    language: str
    source: bytes
    lines: tuple[int, int]
    """First and last line of the changed text a reader may be sent to."""
    other_lines: tuple[int, ...]
    """Lines of the other language a reader may be sent to; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The text that is changed, and its faithful translation."""

    text: Text
    other: Text

    def partners(self) -> dict[tuple[int, int, int], Block]:
        """The translation of each block, by the block's line, row and column."""
        found = {}
        for section in aligned_sections(self.text, self.other):
            for ours, theirs in section.blocks:
                if ours is not None and theirs is not None:
                    found[(ours.line, ours.row, ours.column)] = theirs
        return found

    def line_of_partner(self, block: Block) -> tuple[int, ...]:
        partner = self.partners().get((block.line, block.row, block.column))
        return () if partner is None else tuple(range(partner.line, partner.end_line + 1))


Operator = Callable[[Pair], Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]]
OPERATORS: dict[str, tuple[str, Operator]] = {}
"""By name: the family, and the function that yields changed lines, where they are, and the other side's lines."""


def operator(family: str) -> Callable[[Operator], Operator]:
    def register(function: Operator) -> Operator:
        OPERATORS[function.__name__.replace("_", "-")] = (family, function)
        return function

    return register


def mutants(text: Text, other: Text, names: list[str] | None = None) -> Iterator[Mutant]:
    """Every defect every operator can make in `text`."""
    pair = Pair(text, other)
    for name, (_, function) in OPERATORS.items():
        if names is not None and name not in names:
            continue
        for lines, where, other_lines in function(pair):
            yield Mutant(name, text.language, "\n".join(lines).encode(), where, other_lines)


# Sections


def _own_end(text: Text, section: Section) -> int:
    """The last line of a section without its subsections."""
    later = [each.line for each in text.sections if each.line > section.line]
    return min(later, default=len(text.source_lines) + 1) - 1


def _tree_end(text: Text, section: Section) -> int:
    later = [each.line for each in text.sections[1:] if each.line > section.line and each.level <= section.level]
    return min(later, default=len(text.source_lines) + 1) - 1


def _other_section(pair: Pair, section: Section) -> tuple[int, ...]:
    same = pair.other.section(section.id)
    return () if same is None else (same.line,)


def _block_lines(section: Section) -> bool:
    return bool(section.blocks)


@operator("structure")
def drop_section(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        del lines[section.line - 1 : _tree_end(pair.text, section)]
        yield lines, (section.line - 2, section.line + 1), _other_section(pair, section)


@operator("structure")
def drop_heading(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        del lines[section.line - 1 : section.line + 1]
        yield lines, (section.line - 2, _own_end(pair.text, section) + 1), _other_section(pair, section)


@operator("structure")
def duplicate_section(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        end = _own_end(pair.text, section)
        lines = pair.text.source_lines
        piece = lines[section.line - 1 : end]
        lines[end:end] = ["", *piece]
        yield lines, (section.line, end + 2 + len(piece)), ()


@operator("structure")
def swap_sections(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    sections = pair.text.sections[1:]
    for section in sections:
        end = _tree_end(pair.text, section)
        following = next((each for each in sections if each.line == end + 1), None)
        if following is None or following.level != section.level:
            continue
        last = _tree_end(pair.text, following)
        lines = pair.text.source_lines
        one, two = lines[section.line - 1 : end], lines[end:last]
        lines[section.line - 1 : last] = [*two, "", *one]
        other = _other_section(pair, section) + _other_section(pair, following)
        yield lines, (section.line, last + 1), other


@operator("structure")
def change_level(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = "#" + lines[section.line - 1]
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def rename_id(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = lines[section.line - 1].replace("{#", "{#new-")
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def drop_id(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = re.sub(r"\s*\{#[^}]*\}", "", lines[section.line - 1])
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def exchange_ids(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    sections = pair.text.sections[1:]
    for one, two in zip(sections, sections[1:], strict=False):
        if one.level != two.level:
            continue
        lines = pair.text.source_lines
        for section, new in ((one, two.id), (two, one.id)):
            lines[section.line - 1] = lines[section.line - 1].replace(f"{{#{section.id}}}", f"{{#{new}}}")
        yield lines, (one.line, two.line), _other_section(pair, one) + _other_section(pair, two)


@operator("structure")
def empty_section(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections[1:]:
        end = _own_end(pair.text, section)
        if end != _tree_end(pair.text, section) or not _block_lines(section):
            continue
        lines = pair.text.source_lines
        lines[section.line : end] = ["", "TODO", ""]
        yield lines, (section.line, section.line + 3), _other_section(pair, section)


# Blocks


def _of(pair: Pair, kind: BlockKind) -> Iterator[tuple[Section, Block]]:
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is kind and Container.FOOTNOTES not in block.containers:
                yield section, block


def _blocks(pair: Pair, kind: BlockKind) -> Iterator[Block]:
    return (block for _, block in _of(pair, kind))


def _neighbours(pair: Pair, kind: BlockKind) -> Iterator[tuple[Block, Block]]:
    """Blocks of one kind that follow each other in one place."""
    for section in pair.text.sections:
        for one, two in zip(section.blocks, section.blocks[1:], strict=False):
            if one.kind is two.kind is kind and one.containers == two.containers and one.group == two.group:
                if Container.FOOTNOTES not in one.containers and two.line > one.end_line:
                    yield one, two


def _without(lines: list[str], first: int, last: int) -> list[str]:
    """The lines without those, and without the empty line that would be left over."""
    rest = lines[last:]
    if rest and not rest[0].strip() and first >= 2 and not lines[first - 2].strip():
        rest = rest[1:]
    return [*lines[: first - 1], *rest]


def _simple(pair: Pair, block: Block) -> bool:
    """A top-level paragraph that starts and ends with its own lines, no list hanging on it."""
    return not block.containers and bool(block.text)


@operator("structure")
def drop_paragraph(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section, block in _of(pair, BlockKind.PARAGRAPH):
        if _simple(pair, block) and sum(each.kind is not BlockKind.FOOTNOTE for each in section.blocks) > 1:
            lines = _without(pair.text.source_lines, block.line, block.end_line)
            yield lines, (block.line - 2, block.line + 1), pair.line_of_partner(block)


@operator("structure")
def duplicate_paragraph(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for block in _blocks(pair, BlockKind.PARAGRAPH):
        if _simple(pair, block):
            lines = pair.text.source_lines
            piece = lines[block.line - 1 : block.end_line]
            lines[block.end_line : block.end_line] = ["", *piece]
            yield lines, (block.line, block.end_line + 1 + len(piece)), _around(pair, block)


def _around(pair: Pair, block: Block) -> tuple[int, ...]:
    """The other side's lines where the translation of a doubled block would stand."""
    lines = pair.line_of_partner(block)
    return tuple(range(min(lines) - 2, max(lines) + 4)) if lines else ()


@operator("structure")
def swap_paragraphs(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for one, two in _neighbours(pair, BlockKind.PARAGRAPH):
        if _simple(pair, one) and _simple(pair, two):
            yield _swapped(pair, one, two)


def _swapped(pair: Pair, one: Block, two: Block) -> tuple[list[str], tuple[int, int], tuple[int, ...]]:
    lines = pair.text.source_lines
    first, between, second = (
        lines[one.line - 1 : one.end_line],
        lines[one.end_line : two.line - 1],
        lines[two.line - 1 : two.end_line],
    )
    if one.kind is BlockKind.LIST_ITEM and re.match(r"\s*\d+\.", first[0]) and re.match(r"\s*\d+\.", second[0]):
        first[0], second[0] = (
            re.sub(r"\d+", re.search(r"\d+", other)[0], mine, count=1)  # type: ignore[index]
            for mine, other in ((first[0], second[0]), (second[0], first[0]))
        )
    lines[one.line - 1 : two.end_line] = [*second, *between, *first]
    return lines, (one.line, two.end_line), pair.line_of_partner(one) + pair.line_of_partner(two)


@operator("structure")
def merge_paragraphs(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for one, two in _neighbours(pair, BlockKind.PARAGRAPH):
        if _simple(pair, one) and _simple(pair, two):
            lines = pair.text.source_lines
            del lines[one.end_line : two.line - 1]
            yield lines, (one.line, two.line + 1), pair.line_of_partner(one) + pair.line_of_partner(two)


@operator("structure")
def drop_item(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section, block in _of(pair, BlockKind.LIST_ITEM):
        index = section.blocks.index(block)
        following = section.blocks[index + 1] if index + 1 < len(section.blocks) else None
        alone = sum(each.group == block.group and each.kind is block.kind for each in section.blocks) == 1
        if alone or (following is not None and following.depth > block.depth):
            continue
        lines = _without(pair.text.source_lines, block.line, block.end_line)
        if block.marker != "-":
            lines = _renumbered(lines, block.line - 1)
        yield lines, (block.line - 2, block.line + 2), pair.line_of_partner(block)


def _renumbered(lines: list[str], start: int) -> list[str]:
    """Later items of the same list count on without the one that was taken out."""
    margin: str | None = None
    for index in range(start, len(lines)):
        match = re.match(r"(\s*)(\d+)(\.\s)", lines[index])
        if lines[index].startswith("#"):
            break
        if match and (margin is None or match[1] == margin):
            margin = match[1]
            if match[2] == "1":
                break
            lines[index] = f"{match[1]}{int(match[2]) - 1}{lines[index][match.end(2) :]}"
    return lines


@operator("structure")
def duplicate_item(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for block in _blocks(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        piece = lines[block.line - 1 : block.end_line]
        if block.marker != "-":
            continue
        lines[block.end_line : block.end_line] = piece
        yield lines, (block.line, block.end_line + len(piece)), _around(pair, block)


@operator("structure")
def swap_items(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for one, two in _neighbours(pair, BlockKind.LIST_ITEM):
        yield _swapped(pair, one, two)


@operator("structure")
def flatten_item(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for block in _blocks(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        if block.depth > 1 and lines[block.line - 1].startswith("    ") and Container.QUOTE not in block.containers:
            lines[block.line - 1] = lines[block.line - 1][4:]
            yield lines, (block.line - 1, block.line + 3), pair.line_of_partner(block)


@operator("structure")
def unbullet_item(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for block in _blocks(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        if lines[block.line - 1].startswith("- "):
            lines[block.line - 1] = "*" + lines[block.line - 1][2:]
            yield lines, (block.line - 1, block.line + 1), pair.line_of_partner(block)


# Tables


def _rows(pair: Pair) -> Iterator[list[Block]]:
    """The rows of each table but its header."""
    rows: dict[tuple[str, int, int], list[Block]] = {}
    for section, block in _of(pair, BlockKind.TABLE_CELL):
        if block.row:
            rows.setdefault((section.id, block.group, block.row), []).append(block)
    yield from rows.values()


def _partner_of_row(pair: Pair, row: list[Block]) -> tuple[int, ...]:
    return tuple({line for cell in row for line in pair.line_of_partner(cell)})


@operator("structure")
def drop_row(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for row in _rows(pair):
        lines = pair.text.source_lines
        del lines[row[0].line - 1]
        yield lines, (row[0].line - 1, row[0].line + 1), _partner_of_row(pair, row)


@operator("structure")
def duplicate_row(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for row in _rows(pair):
        lines = pair.text.source_lines
        lines.insert(row[0].line, lines[row[0].line - 1])
        yield (
            lines,
            (row[0].line, row[0].line + 1),
            tuple(range(row[0].line - 2, row[0].line + 3)) and _around(pair, row[0]),
        )


@operator("structure")
def swap_rows(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    rows = list(_rows(pair))
    for one, two in zip(rows, rows[1:], strict=False):
        if two[0].line == one[0].line + 1:
            lines = pair.text.source_lines
            index = one[0].line - 1
            lines[index], lines[index + 1] = lines[index + 1], lines[index]
            yield lines, (index + 1, index + 2), _partner_of_row(pair, one) + _partner_of_row(pair, two)


def _split_row(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


@operator("structure")
def swap_cells(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for row in _rows(pair):
        for column in range(len(row) - 1):
            if row[column].text == row[column + 1].text:
                continue
            lines = pair.text.source_lines
            cells = _split_row(lines[row[0].line - 1])
            cells[column], cells[column + 1] = cells[column + 1], cells[column]
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), _partner_of_row(pair, row)


@operator("structure")
def drop_cell(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for row in _rows(pair):
        for column in range(len(row)):
            lines = pair.text.source_lines
            cells = _split_row(lines[row[0].line - 1])
            del cells[column]
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), ()


@operator("structure")
def blank_cell(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for row in _rows(pair):
        for column, cell in enumerate(row):
            if not cell.text.strip("-–— "):
                continue
            lines = pair.text.source_lines
            cells = _split_row(lines[row[0].line - 1])
            cells[column] = " "
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), _partner_of_row(pair, row)


@operator("structure")
def drop_column(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    tables: dict[tuple[str, int], list[Block]] = {}
    for section, block in _of(pair, BlockKind.TABLE_CELL):
        tables.setdefault((section.id, block.group), []).append(block)
    for cells in tables.values():
        first, last = cells[0].line, max(cell.line for cell in cells)
        for column in range(max(cell.column for cell in cells) + 1):
            lines = pair.text.source_lines
            for index in range(first - 1, last):
                parts = _split_row(lines[index])
                del parts[column]
                lines[index] = "|" + "|".join(parts) + "|"
            other = tuple({line for cell in cells for line in pair.line_of_partner(cell)})
            yield lines, (first, last), other


@operator("structure")
def drop_footnote(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    lines = pair.text.source_lines
    for number, line in enumerate(lines, 1):
        if re.match(r"\[\^[^\]]+\]:", line):
            changed = pair.text.source_lines
            changed[number - 1] = ""
            yield changed, (1, len(lines)), ()
        elif re.search(r"\[\^[^\]]+\]", line):
            changed = pair.text.source_lines
            changed[number - 1] = re.sub(r"\[\^[^\]]+\]", "", line)
            yield changed, (1, len(lines)), ()


@operator("structure")
def drop_image(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for section in pair.text.sections:
        for block in section.blocks:
            if block.images:
                lines = pair.text.source_lines
                lines[block.line - 1] = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", lines[block.line - 1])
                yield lines, (block.line - 2, block.line + 2), pair.line_of_partner(block)


# Values


def _body_lines(pair: Pair) -> Iterator[tuple[int, Block]]:
    """Each block with its line, once a line and cell."""
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is not BlockKind.CODE:
                yield block.line, block


def _replace_each(
    pair: Pair, pattern: str, replacement: Callable[[re.Match[str]], str | None]
) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    """Every match in the words of the page, replaced one at a time."""
    done: set[tuple[int, int]] = set()
    for _, block in _body_lines(pair):
        for number in range(block.line, block.end_line + 1):
            lines = pair.text.source_lines
            line = lines[number - 1]
            start = re.match(r"\s*(?:[-*>]\s+|\d+\.\s+|\[\^[^\]]+\]:)*", line)
            for match in re.finditer(pattern, line):
                if (number, match.start()) in done or match.start() < (start.end() if start else 0):
                    continue
                if block.kind is BlockKind.TABLE_CELL and match[0].strip() not in line[: match.end()]:
                    continue
                done.add((number, match.start()))
                new = replacement(match)
                if new is None or new == match[0]:
                    continue
                changed = list(lines)
                changed[number - 1] = line[: match.start()] + new + line[match.end() :]
                yield changed, (number, number), _partner_of_line(pair, number)


def _partner_of_line(pair: Pair, line: int) -> tuple[int, ...]:
    return tuple(
        other
        for section in pair.text.sections
        for block in section.blocks
        if block.line <= line <= block.end_line
        for other in pair.line_of_partner(block)
    )


_PLAIN_NUMBER = r"(?<![\w#/.,(\-:])(?<!\]\()\d{1,3}(?:,\d{3})*(?![\w./:\-]|,\d)"


def _plus(match: re.Match[str], by: int) -> str:
    number = int(match[0].replace(",", "")) + by
    return f"{number:,}" if "," in match[0] else str(number)


@operator("numbers")
def number_plus_one(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, _PLAIN_NUMBER, lambda match: _plus(match, 1))


@operator("numbers")
def number_minus_one(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, _PLAIN_NUMBER, lambda match: _plus(match, -1))


@operator("numbers")
def number_times_ten(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, _PLAIN_NUMBER, lambda match: match[0] + "0")


@operator("numbers")
def drop_number(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, _PLAIN_NUMBER + r" ?", lambda match: "")


_WORDS = {
    "th": {"สิบห้า": "สิบหก", "สามสิบ": "หกสิบ", "สิบสอง": "สิบสาม", "สอง": "สาม", "สิบปี": "เก้าปี", "ห้าวัน": "หกวัน"},
    "en": {
        "fifteen": "sixteen",
        "thirty": "sixty",
        "twelve": "thirteen",
        "two": "three",
        "ten years": "nine years",
        "five": "six",
        "once a": "twice a",
    },
    "de": {"vier": "fünf"},
    "fr": {"deux": "trois"},
}


@operator("numbers")
def number_word(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    words = _WORDS.get(pair.text.language, {})
    if (
        words
        and "en" in (pair.text.language, pair.other.language)
        and "th" in (pair.text.language, pair.other.language)
    ):
        boundary = r"\b" if pair.text.language == "en" else ""
        pattern = f"{boundary}(?:{'|'.join(sorted(words, key=len, reverse=True))}){boundary}"
        yield from _replace_each(pair, pattern, lambda match: words[match[0]])


_MONTHS = {
    "th": THAI_MONTHS,
    "en": ENGLISH_MONTHS,
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}


@operator("dates")
def other_month(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    months = _MONTHS[pair.text.language]
    pattern = rf"(?<=\d )(?:{'|'.join(months)})"
    yield from _replace_each(pair, pattern, lambda match: months[(months.index(match[0]) + 1) % 12])


@operator("dates")
def other_day(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    pattern = rf"\d{{1,2}}(?=\.? (?:{'|'.join(_MONTHS[pair.text.language])}))"
    yield from _replace_each(pair, pattern, lambda match: str(int(match[0]) % 28 + 1))


@operator("dates")
def day_for_month(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    months = _MONTHS[pair.text.language]

    def exchanged(match: re.Match[str]) -> str | None:
        day, month = int(match[1]), months.index(match[3]) + 1
        return f"{month}{match[2]}{months[day - 1]}" if day <= 12 and day != month else None

    yield from _replace_each(pair, rf"(\d{{1,2}})(\.? )({'|'.join(months)})", exchanged)


@operator("dates")
def year_off_by_one(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, r"(?<![\w-])(?:19|20|24|25)\d\d(?![\w-])", lambda match: str(int(match[0]) + 1))


@operator("dates")
def era_confused(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    if pair.text.language == "th":
        yield from _replace_each(pair, r"พ\.ศ\. (?=\d{4})", lambda match: "ค.ศ. ")


@operator("sums")
def percent_for_baht(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, r"(?:ร้อยละ (\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)(?: per cent|%| %))", _as_money(pair))


def _as_money(pair: Pair) -> Callable[[re.Match[str]], str]:
    thai = pair.text.language == "th"
    return lambda match: f"{match[1] or match[2]} บาท" if thai else f"THB {match[1] or match[2]}"


@operator("sums")
def baht_for_percent(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(
        pair, r"(?:THB ([\d,]+)|([\d,]+) บาท)", lambda match: f"{match[1]}%" if match[1] else f"ร้อยละ {match[2]}"
    )


@operator("sums")
def other_currency(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(
        pair,
        r"THB(?= \d)|(?<=\d )บาท|(?<=\d )euros",
        lambda match: {"THB": "USD", "บาท": "ดอลลาร์สหรัฐ", "euros": "dollars"}[match[0]],
    )


@operator("sums")
def sum_digit(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(
        pair,
        r"(?<=THB )[\d,]*\d|[\d,]*\d(?= บาท)|\d+(?= euros)",
        lambda match: str((int(match[0][0]) % 9) + 1) + match[0][1:],
    )


_UNITS = {
    "th": ("วันทำการ", "วัน", "ชั่วโมง", "เดือน", "ปี"),
    "en": ("business days", "days", "hours", "months", "years"),
    "de": ("Werktage", "Tagen", "Stunden", "Monate", "Jahre"),
    "fr": ("jours ouvrables", "jours", "heures", "mois", "ans"),
}


@operator("numbers")
def other_unit(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    units = _UNITS[pair.text.language]
    pattern = (
        rf"(?<=\d )(?:{'|'.join(units)})(?!\w)" if pair.text.language != "th" else rf"(?<=\d )(?:{'|'.join(units)})"
    )
    yield from _replace_each(pair, pattern, lambda match: units[(units.index(match[0]) + 1) % len(units)])


@operator("references")
def other_statute(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    pattern = r"(?:(?<=มาตรา )|(?<=[Ss]ection )|(?<=sections )|(?<=Art\. )|(?<=ข้อ )|(?<=clause ))\d+"
    yield from _replace_each(pair, pattern, lambda match: str(int(match[0]) + 1))


@operator("references")
def other_subsection(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    pattern = r"(?<=\d)\((\d)\)"
    yield from _replace_each(pair, pattern, lambda match: f"({int(match[1]) + 1})")


@operator("links")
def drop_link(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    # Not those whose words are the address itself: readers lose nothing but a click.
    yield from _replace_each(
        pair, r"(?<!!)\[([^\]^]+)\]\(([^)]*)\)", lambda match: None if match[1] in match[2] else match[1]
    )


@operator("links")
def other_link(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(
        pair, r"(?<=\]\()(https://[^)]*|[a-z-]+\.md)(?=\))", lambda match: match[1].replace("e", "x", 1)
    )


@operator("links")
def other_anchor(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    ids = [section.id for section in pair.text.sections[1:]]

    def another(match: re.Match[str]) -> str:
        return f"(#{ids[(ids.index(match[1]) + 1) % len(ids)]})"

    yield from _replace_each(pair, r"\(#([a-z-]+)\)", another)


@operator("links")
def other_mail(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, r"\b([\w.]+)@", lambda match: f"{match[1]}x@")


@operator("links")
def other_phone(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(
        pair,
        r"(?<![\d.])(?:\+\d\d[ \d]{8,}\d|0\d{1,2}-\d{3}-\d{3,4}|1\d{3}-\d{3}-\d{3})",
        lambda match: match[0][:-1] + str((int(match[0][-1]) + 1) % 10),
    )


@operator("links")
def altered_code(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    yield from _replace_each(pair, r"`([^`]+)`", lambda match: f"`{match[1]}X`")


# Words


@operator("words")
def drop_not(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    pattern = {"th": "(?<!หรือ)ไม่(?!เกิน|น้อย|ต่ำ|ว่า)", "en": r"\bnot (?!only|more|less|later)|(?<=can)not"}.get(
        pair.text.language
    )
    if pattern and pair.other.language in ("th", "en"):
        yield from _replace_each(pair, pattern, lambda match: "")


@operator("words")
def leave_untranslated(pair: Pair) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, ...]]]:
    for block in _blocks(pair, BlockKind.PARAGRAPH):
        partner = pair.partners().get((block.line, block.row, block.column))
        if not _simple(pair, block) or partner is None:
            continue
        lines = pair.text.source_lines
        theirs = pair.other.source_lines[partner.line - 1 : partner.end_line]
        if theirs == lines[block.line - 1 : block.end_line]:
            continue
        lines[block.line - 1 : block.end_line] = theirs
        yield lines, (block.line, block.line + len(theirs) - 1), pair.line_of_partner(block)
