"""Two languages beside each other: section by section and block by block, on a phone clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from promulgate.archive import Policy, Status, Version
from promulgate.model import Section
from promulgate.one_language import Stub, merged_order
from promulgate.site import addresses, changes, reading, stubs, text_html
from promulgate.site.links import Links
from promulgate.site.model import Page
from promulgate.site.redlines import bilingual_redline
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.standing import Phase, phases
from promulgate.site.stubs import Shown, Where
from promulgate.site.words import Words


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


@dataclass(frozen=True, slots=True)
class _Side:
    """One language of the page: what it shows, and how."""

    shown: Shown
    footnotes: str
    fitting: text_html.Fitting
    words: Words
    origin: str
    where: Where

    def parts(self, each: Section | Stub | None) -> tuple[Markup, tuple[Markup, ...]]:
        """The heading of a section and the parts that stand beside their translation."""
        if each is None:
            return Markup(""), ()
        if isinstance(each, Stub):
            fitted = stubs.fitted_stub(each, self.words, self.origin, self.where, self.fitting)
            return fitted.title, (fitted.html,)
        title = text_html.fitted(each.title_html, self.fitting) if each.title else Markup("")
        return title, text_html.rows(each, self.fitting)


def reading_page(site: Site, policy: Policy, version: Version, pair: Pair, *, dated: bool) -> Page:
    """A version with both languages of `pair`, at its permanent address or (not `dated`) at that of what binds now."""
    address = addresses.side_by_side(pair, policy.id, version.name if dated else "")
    where = stubs.text_addresses(policy, version, dated=dated)
    sides = tuple(
        _Side(
            stubs.shown_sections(version, language),
            version.texts[language].footnotes_html,
            _fitting(Links(site, policy, language, address, version if dated else None), pair),
            site.words(language),
            address,
            where,
        )
        for language in pair
    )
    rows = tuple(_rows(sides[0], sides[1]))
    binds = site.status(version) in (Status.IN_FORCE, Status.ENDED)
    return _page(
        site,
        policy,
        version,
        pair,
        address,
        key="title_side_by_side",
        printed=" · ".join(reading.printed_line(site, version, language) for language in pair),
        rows=rows,
        redline=Markup(""),
        indexed=binds and not dated,
        contents=sides[0].shown,
        translations={
            language: addresses.version(language, policy.id, version.name)
            if dated
            else addresses.policy(language, policy.id)
            for language in pair
        },
    )


def changes_page(site: Site, policy: Policy, previous: Version, version: Version, pair: Pair) -> Page:
    """The redlines of a version beside each other, against the one before, which `Site.previous_in_all` gives."""
    address = addresses.side_by_side(pair, policy.id, version.name, changes=True)
    html = bilingual_redline(site, previous, version, pair)
    return _page(
        site,
        policy,
        version,
        pair,
        address,
        key="title_changes_side_by_side",
        printed=" · ".join(changes.printed_line(site, previous, version, language) for language in pair),
        rows=(),
        redline=Markup(html),  # noqa: S704 - escaped by its own writer
        indexed=False,
        contents=(),
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
    printed: str,
    rows: tuple[Row, ...],
    redline: Markup,
    indexed: bool,
    contents: Shown,
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
        name=version.name,
    )
    return Page(
        address=address,
        language=language,
        title=words.plain(key, title=titles, version=version.name, previous=version.previous),
        body=body,
        contents=text_html.contents(contents),
        translations={other: translations.get(other) or site.nearest(policy, other) for other in site.languages},
        indexed=indexed,
        printed=printed,
        printed_address=address if redline else addresses.side_by_side(pair, policy.id, version.name),
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


def _rows(first: _Side, second: _Side) -> Iterator[Row]:
    """Every section of both texts, so that no word is lost, in the order of the first."""
    for identifier in merged_order([[_id(each) for each in side.shown] for side in (first, second)]):
        yield from _section_rows(identifier, first, second)
    notes = tuple(text_html.fitted(side.footnotes, side.fitting) for side in (first, second))
    if any(notes):
        yield Row(notes[0], notes[1])


def _section_rows(identifier: str, first: _Side, second: _Side) -> Iterator[Row]:
    sides = [(side, next((each for each in side.shown if _id(each) == identifier), None)) for side in (first, second)]
    titles, parts, level = [], [], 0
    for side, each in sides:
        title, html = side.parts(each)
        titles.append(title)
        parts.append(html)
        if each is not None:
            section = each.section if isinstance(each, Stub) else each
            level = level or (section.level if section.title else 0)
    if level:
        yield Row(titles[0], titles[1], level=level, id=identifier)
    for one, other in zip_longest(*parts, fillvalue=Markup("")):
        yield Row(one, other)


def _id(each: Section | Stub) -> str:
    return each.section.id if isinstance(each, Stub) else each.id
