"""Defects in the order, level and names of sections, and sections that go missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promulgate.model import Section, Text
from tests.mutation.mutant import Change, Pair, operator


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
def drop_section(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        del lines[section.line - 1 : _tree_end(pair.text, section)]
        yield lines, (section.line - 2, section.line + 1), _other_section(pair, section)


@operator("structure")
def drop_heading(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        del lines[section.line - 1 : section.line + 1]
        yield lines, (section.line - 2, _own_end(pair.text, section) + 1), _other_section(pair, section)


@operator("structure")
def duplicate_section(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        end = _own_end(pair.text, section)
        lines = pair.text.source_lines
        piece = lines[section.line - 1 : end]
        lines[end:end] = ["", *piece]
        yield lines, (section.line, end + 2 + len(piece)), ()


@operator("structure")
def swap_sections(pair: Pair) -> Iterator[Change]:
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
def change_level(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = "#" + lines[section.line - 1]
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def rename_id(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = lines[section.line - 1].replace("{#", "{#new-")
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def drop_id(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        lines[section.line - 1] = re.sub(r"\s*\{#[^}]*\}", "", lines[section.line - 1])
        yield lines, (section.line, section.line), _other_section(pair, section)


@operator("structure")
def exchange_ids(pair: Pair) -> Iterator[Change]:
    sections = pair.text.sections[1:]
    for one, two in pairwise(sections):
        if one.level != two.level:
            continue
        lines = pair.text.source_lines
        for section, new in ((one, two.id), (two, one.id)):
            lines[section.line - 1] = lines[section.line - 1].replace(f"{{#{section.id}}}", f"{{#{new}}}")
        yield lines, (one.line, two.line), _other_section(pair, one) + _other_section(pair, two)


@operator("structure")
def empty_section(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        end = _own_end(pair.text, section)
        if end != _tree_end(pair.text, section) or not _block_lines(section):
            continue
        lines = pair.text.source_lines
        lines[section.line : end] = ["", "TODO", ""]
        yield lines, (section.line, section.line + 3), _other_section(pair, section)
