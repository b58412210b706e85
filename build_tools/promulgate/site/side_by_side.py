"""Two languages beside each other: section by section and block by block, on a phone clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from promulgate.archive import Policy, Status, Version
from promulgate.model import Section, Text
from promulgate.site import addresses, text_html
from promulgate.site.links import Links
from promulgate.site.model import Page
from promulgate.site.redlines import bilingual_redline
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.standing import Phase, phases


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other; `level` is that of a heading, 0 for a paragraph, list item or table."""

    first: Markup
    second: Markup
    level: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one language's column."""

    language: str
    name: str
    title: str
    stamp: Markup
    version: Markup
    phases: tuple[Phase, ...]
    address: str


Pair = tuple[str, str]


def reading_page(site: Site, policy: Policy, version: Version, pair: Pair, *, dated: bool) -> Page:
    """A version with both languages of `pair`, at its permanent address or (not `dated`) at that of what binds now."""
    address = addresses.side_by_side(pair, policy.id, version.name if dated else "")
    first, second = (version.texts[language] for language in pair)
    fittings = tuple(
        _fitting(Links(site, policy, language, address, version if dated else None), pair) for language in pair
    )
    rows = tuple(_rows(first, second, (fittings[0], fittings[1])))
    binds = site.status(version) in (Status.IN_FORCE, Status.ENDED)
    return _page(
        site,
        policy,
        version,
        pair,
        address,
        key="title_side_by_side",
        rows=rows,
        redline=Markup(""),
        indexed=binds and not dated,
        contents=first,
        translations={
            language: addresses.version(language, policy.id, version.name)
            if dated
            else addresses.policy(language, policy.id)
            for language in pair
        },
    )


def changes_page(site: Site, policy: Policy, previous: Version, version: Version, pair: Pair) -> Page:
    """The redlines of a version beside each other, against the one before, which `Site.previous_in_all` gives."""
    html = bilingual_redline(site, previous, version, pair)
    return _page(
        site,
        policy,
        version,
        pair,
        addresses.side_by_side(pair, policy.id, version.name, changes=True),
        key="title_changes_side_by_side",
        rows=(),
        redline=Markup(html),  # noqa: S704 - escaped by its own writer
        indexed=False,
        contents=None,
        translations={language: addresses.changes(language, policy.id, version.name) for language in pair},
    )


def _page(
    site: Site,
    policy: Policy,
    version: Version,
    pair: Pair,
    address: str,
    *,
    key: str,
    rows: tuple[Row, ...],
    redline: Markup,
    indexed: bool,
    contents: Text | None,
    translations: dict[str, str],
) -> Page:
    language = pair[0]
    words = site.words(language)
    columns = tuple(_column(site, policy, version, each) for each in pair)
    titles = " · ".join(column.title for column in columns)
    body = render(
        "side_by_side.html",
        address,
        words,
        columns=columns,
        rows=rows,
        redline=redline,
        words_of={each: site.words(each) for each in pair},
        previous=version.previous,
    )
    return Page(
        address=address,
        language=language,
        title=words.plain(key, title=titles, version=version.name, previous=version.previous),
        body=body,
        contents=text_html.contents(contents) if contents else (),
        translations={other: translations.get(other) or site.nearest(policy, other) for other in site.languages},
        indexed=indexed,
        printed=titles,
        wide=True,
    )


def _column(site: Site, policy: Policy, version: Version, language: str) -> Column:
    words = site.words(language)
    return Column(
        language,
        words.plain("language_name"),
        version.outline(language).title,
        words("effective_from", date=words.time(version.effective)),
        words("version", version=version.name),
        phases(site, policy, version, language),
        addresses.version(language, policy.id, version.name),
    )


def _fitting(links: Links, pair: Pair) -> text_html.Fitting:
    """The first language keeps the ids, so that the address of a section works here too."""
    return text_html.Fitting(
        links.resolve,
        table_label=links.site.words(links.language).plain("table"),
        id_suffix="" if links.language == pair[0] else f".{links.language}",
    )


def _rows(first: Text, second: Text, fittings: tuple[text_html.Fitting, text_html.Fitting]) -> Iterator[Row]:
    """Sections in the order of the first text; what the second has besides comes last, so that no word is lost."""
    for section in first.sections:
        yield from _section_rows(section, second.section(section.id), fittings)
    for section in second.sections:
        if first.section(section.id) is None:
            yield from _section_rows(None, section, fittings)
    notes = tuple(
        text_html.fitted(text.footnotes_html, each) for text, each in zip((first, second), fittings, strict=True)
    )
    if any(notes):
        yield Row(notes[0], notes[1])


def _section_rows(
    first: Section | None, second: Section | None, fittings: tuple[text_html.Fitting, text_html.Fitting]
) -> Iterator[Row]:
    present = first or second
    if present is None:
        return
    if present.title:
        one, other = (
            text_html.fitted(section.title_html, fitting) if section else Markup("")
            for section, fitting in zip((first, second), fittings, strict=True)
        )
        yield Row(one, other, level=present.level, id=present.id)
    parts = (
        text_html.rows(section, fitting) if section else ()
        for section, fitting in zip((first, second), fittings, strict=True)
    )
    for one, other in zip_longest(*parts, fillvalue=Markup("")):
        yield Row(one, other)
