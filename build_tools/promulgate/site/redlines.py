"""Redlines as HTML, each made once for two texts: what a page says around one changes more often than the words do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from promulgate.archive import Version
from promulgate.program import program_hash
from promulgate.redline import compare
from promulgate.redline.html import bilingual_redline_html, redline_html
from promulgate.site.elsewhere import elsewhere
from promulgate.site.rendering import render
from promulgate.site.site import Site

_TEXT_OF_BOTH = "../"
"""From the redline of two languages to their texts beside each other."""


@dataclass(frozen=True, slots=True)
class Redline:
    """A redline ready for its page."""

    html: str
    changed: tuple[tuple[str, str], ...]
    """Id and title of every section that changed."""


def redline(site: Site, old: Version, new: Version, language: str, pages: Mapping[str, str]) -> Redline:
    """The redline of two versions that both have a text in `language`, in the words of that language.

    `pages` are the addresses of its page by language: from each section a link leads to the same one in the others.
    """

    def after_heading(section: str) -> str:
        places = elsewhere(site, language, section, new.texts, pages)
        return render("elsewhere.html", pages[language], site.words(language), places=places) if places else ""

    def make() -> bytes:
        found = compare(old.texts[language], new.texts[language])
        changed = [(section.id, section.name) for section in found.changed_sections]
        html = redline_html(found, language, after_heading=after_heading)
        return json.dumps([html, changed], ensure_ascii=False).encode()

    kind = "\0".join(("redline", language, *pages.values()))
    html, changed = json.loads(site.keep(_key(kind, old, new, language, *pages), make))
    return Redline(html, tuple((identifier, name) for identifier, name in changed))


def bilingual_redline(site: Site, old: Version, new: Version, pair: tuple[str, str]) -> str:
    """The redlines of two versions in both languages of `pair`, which all their texts have, beside each other."""

    def make() -> bytes:
        redlines = {language: compare(old.texts[language], new.texts[language]) for language in pair}
        return bilingual_redline_html(redlines, pair[0], new.record.acknowledged, text_address=_TEXT_OF_BOTH).encode()

    return site.keep(_key(f"bilingual redline\0{new.folder.sha256}", old, new, *pair), make).decode()


def _key(kind: str, old: Version, new: Version, *languages: str) -> str:
    texts = (version.record.languages[language].sha256 for version in (old, new) for language in languages)
    return "\0".join((kind, program_hash(), new.record.policy, *languages, *texts))
