"""Links from a section to the same section in the other languages, so that the way there needs no script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from promulgate.model import Text
from promulgate.site.site import Site


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A section in another language: that language's name for itself, the section's title and address there."""

    language: str
    name: str
    title: str
    address: str


def elsewhere(
    site: Site, language: str, section: str, texts: Mapping[str, Text], pages: Mapping[str, str]
) -> tuple[Elsewhere, ...]:
    """Where the section with the id `section` stands in the languages other than `language`.

    `texts` are those of the version by language, `pages` the addresses of this very page by language. A language whose
    text has no such section is left out.
    """
    found = []
    for other in site.languages:
        there = texts[other].section(section) if other != language and other in texts and other in pages else None
        if there is not None:
            name = site.words(other).plain("language_name")
            found.append(Elsewhere(other, name, there.title, f"{pages[other]}#{section}"))
    return tuple(found)
