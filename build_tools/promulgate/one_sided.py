"""Sections that changed in one language and not in another, and the human decisions that this needs no translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from promulgate.canonical import fingerprint, section_forms
from promulgate.model import Acknowledgement, Text


@dataclass(frozen=True, slots=True)
class OneSidedChange:
    """A section that says something else than before in `changed`, and the same as before in `unchanged`."""

    section: str
    changed: str
    unchanged: str
    fingerprint: str
    """Of the section as it reads now in the language `changed`."""
    acknowledgement: Acknowledgement | None
    """The acknowledgement in the unchanged text that names exactly this wording; None without one."""


def one_sided_changes(texts: Mapping[str, Text], before: Mapping[str, Text]) -> Iterator[OneSidedChange]:
    """The one-sided changes of `texts` measured against `before`, both by language.

    Only languages in both count, and only sections that each of the two texts has now: a section that exists in one
    language only is a matter of structure.
    """
    languages = [language for language in texts if language in before]
    now = {language: section_forms(texts[language]) for language in languages}
    then = {language: section_forms(before[language]) for language in languages}
    sections = dict.fromkeys(section for language in languages for section in now[language])
    for section in sections:
        having = [language for language in languages if section in now[language]]
        changed = [language for language in having if now[language][section] != then[language].get(section)]
        for language in changed:
            name = fingerprint(language, now[language][section])
            for other in having:
                if other not in changed:
                    yield OneSidedChange(section, language, other, name, _acknowledgement(texts[other], section, name))


def _acknowledgement(text: Text, section: str, name: str) -> Acknowledgement | None:
    matching = (item for item in text.metadata.acknowledged if (item.section, item.changed) == (section, name))
    return next(matching, None)
