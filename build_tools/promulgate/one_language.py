"""Sections that exist in some languages of a version only, because legal decided so by an exception."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from promulgate.model import Section, Text

EXCEPTED = "section-missing"
"""The rule an exception names for a section that is meant for some languages only."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What stands in a language for a section it does not have."""

    section: Section
    """The section as the first language that has it writes it; the prevailing one, if that has it."""
    subsections: tuple[Section, ...]
    """Its subsections, at every depth, in the same language: the stub stands for them too."""
    languages: tuple[str, ...]
    """The languages that have the section, the one `section` is from first."""
    reason: str
    """Why, in the words of the exception in the language's own file; empty where only another file gives a reason."""


def excepted_sections(texts: Mapping[str, Text]) -> frozenset[str]:
    """The ids of sections an exception of any of the texts lets stand in some languages only."""
    return frozenset(
        exception.section
        for text in texts.values()
        for exception in text.metadata.exceptions
        if exception.rule == EXCEPTED
    )


def merged_order(columns: Iterable[Sequence[str]]) -> list[str]:
    """All section ids of all columns: those of the first in its order, any other before the one that follows it."""
    order: list[str] = []
    for column in columns:
        for number, identifier in enumerate(column):
            if identifier not in order:
                following = next((each for each in column[number + 1 :] if each in order), None)
                order.insert(len(order) if following is None else order.index(following), identifier)
    return order


def with_stubs(texts: Mapping[str, Text], language: str, prevailing: str = "") -> tuple[Section | Stub, ...]:
    """The sections of the text in `language`, and a stub where one would stand that only other languages have."""
    text = texts[language]
    excepted = excepted_sections(texts) - {section.id for section in text.sections}
    if not excepted:
        return text.sections
    others = sorted((each for each in texts if each != language), key=lambda each: each != prevailing)
    order = merged_order([[each.id for each in texts[code].sections] for code in (language, *others)])
    own = {section.id: section for section in text.sections}
    return tuple(
        own.get(identifier) or _stub(texts, text, identifier, others)
        for identifier in order
        if identifier in own or identifier in excepted
    )


def _stub(texts: Mapping[str, Text], text: Text, identifier: str, others: Sequence[str]) -> Stub:
    having = tuple(each for each in others if texts[each].section(identifier) is not None)
    return Stub(*_tree(texts[having[0]], identifier), having, _reason(text, identifier))


def _tree(text: Text, identifier: str) -> tuple[Section, tuple[Section, ...]]:
    """A section, and those below it."""
    section = next(each for each in text.sections if each.id == identifier)
    below: list[Section] = []
    inside = {identifier}
    for each in text.sections:
        if each.parent in inside:
            inside.add(each.id)
            below.append(each)
    return section, tuple(below)


def _reason(text: Text, identifier: str) -> str:
    matching = (each for each in text.metadata.exceptions if (each.rule, each.section) == (EXCEPTED, identifier))
    return next((each.reason for each in matching), "")
