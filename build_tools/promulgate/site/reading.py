"""The page on which a policy is read: what binds now, or one version at its permanent address."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from promulgate.archive import Policy, Status, Version
from promulgate.dates import LocalTime, format_instant
from promulgate.site import addresses, listing, stubs, text_html
from promulgate.site.elsewhere import elsewhere
from promulgate.site.links import Links
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.standing import days_left, during, phases
from promulgate.site.words import shortened

CITED_DIGITS = 12
"""Digits of the SHA-256 in a citation: enough to tell texts apart, few enough to compare by eye."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known of a version."""

    name: Markup
    value: Markup


@dataclass(frozen=True, slots=True)
class Tool:
    """A link to another view of the same text."""

    words: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Coming:
    """The notice of the next version."""

    version: Version
    left: Markup
    changes: str
    calendar: str
    attributes: Markup


def policy_page(site: Site, policy: Policy, language: str) -> Page:
    """The page of a policy in a language it has: the text that binds now, or when one will."""
    version = site.binding(policy)
    if version is None or language not in version.texts:
        return _waiting_page(site, policy, language, version)
    return _reading_page(site, policy, version, language, dated=False)


def version_page(site: Site, policy: Policy, version: Version, language: str) -> Page:
    """The permanent page of a version in a language it has."""
    return _reading_page(site, policy, version, language, dated=True)


def citation(site: Site, version: Version, language: str) -> str:
    """How a place of a version is cited; `{place}` and `{address}` are filled in by the reader's browser."""
    words = site.words(language)
    return words.plain(
        "citation",
        title=version.texts[language].title,
        version=version.name,
        place="{place}",
        effective=words.plain("effective_from", date=words.day(version.effective)),
        address="{address}",
        digits=version.record.languages[language].sha256[:CITED_DIGITS],
    )


def metadata(site: Site, policy: Policy, version: Version, language: str) -> dict[str, str]:
    """What programs read in the head of a version's page."""
    zone = site.settings.time_zone
    values = {
        "policy": policy.id,
        "policy-version": version.name,
        "policy-status": str(site.status(version)),
        "policy-effective": format_instant(version.effective, zone),
        "policy-ends": format_instant(version.ends, zone) if version.ends else "",
        "policy-sha256": version.record.languages[language].sha256,
        "policy-prevailing-language": version.record.prevailing,
    }
    return {name: value for name, value in values.items() if value}


def structured(site: Site, policy: Policy, version: Version, language: str, address: str) -> dict[str, object]:
    """The page of a version as schema.org describes it."""
    root = site.settings.site_url
    zone = site.settings.time_zone
    text = version.texts[language]
    end = format_instant(version.ends, zone) if version.ends else ".."
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": text.title,
        "description": shortened(text.metadata.summary),
        "inLanguage": language,
        "version": version.name,
        "temporalCoverage": f"{format_instant(version.effective, zone)}/{end}",
        "isBasedOn": root + addresses.source(language, policy.id, version.name),
        "identifier": f"sha256:{version.record.languages[language].sha256}",
    }
    if root:
        data["url"] = root + address
    if version.announced:
        data["datePublished"] = format_instant(version.announced, zone)
    return data


def printed_line(site: Site, version: Version, language: str) -> str:
    """What stands at the foot of every printed page, before its address."""
    words = site.words(language)
    return words.plain(
        "printed_line",
        title=version.texts[language].title,
        version=version.name,
        effective=words.plain("effective_from", date=words.day(version.effective)),
        sha256=version.record.languages[language].sha256,
    )


def _reading_page(site: Site, policy: Policy, version: Version, language: str, *, dated: bool) -> Page:
    permanent = addresses.version(language, policy.id, version.name)
    address = permanent if dated else addresses.policy(language, policy.id)
    words = site.words(language)
    text = version.texts[language]
    links = Links(site, policy, language, address, version if dated else None)
    fitting = text_html.Fitting(
        links.resolve,
        permanent="" if dated else addresses.relative(address, permanent),
        cited=True,
        table_label=words.plain("table"),
        cite_label=words.plain("copy_citation_of"),
    )
    shown = stubs.shown_sections(version, language)
    where = stubs.text_addresses(policy, version, dated=dated)
    previous = site.previous(policy, version, language)
    binds = site.status(version) in (Status.IN_FORCE, Status.ENDED)
    coming = None if dated else _coming(site, policy, language)
    translations = _translations(site, policy, version, dated=dated)
    body = render(
        "reading.html",
        address,
        words,
        policy=policy,
        text=text,
        name=version.name,
        up=addresses.policy(language, policy.id) if dated else "",
        up_title=site.title(policy, language),
        stamp=_stamp(site, version, language),
        phases=phases(site, policy, version, language),
        notes=_notes(site, version, language),
        since=None if dated else _since(site, policy, language),
        coming=coming,
        tools=_tools(site, policy, version, language, dated=dated),
        permanent=permanent,
        citation=citation(site, version, language),
        citation_address=(site.settings.site_url or "/") + permanent,
        sections=stubs.fitted_sections(shown, words, address, where, fitting),
        elsewhere=lambda section: elsewhere(site, language, section, version.texts, translations),
        footnotes=text_html.fitted(text.footnotes_html, fitting),
        changes=addresses.changes(language, policy.id, version.name) if previous else "",
        previous=previous.name if previous else "",
        facts=_facts(site, policy, version, language, address),
        versions=listing.rows_beside(site, policy, language, version)
        if dated
        else listing.latest(site, policy, language, version),
        heading_of_versions=words("versions_beside") if dated else _heading_of_versions(site, policy, language),
        address_of_history=addresses.history(language, policy.id),
        address_of_comparison=addresses.comparison(language, policy.id, "{seen}", version.name),
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("title_version", title=text.title, version=version.name) if dated else text.title,
        body=body,
        description=_description(site, version, language),
        contents=text_html.contents(shown),
        translations=translations,
        equivalents=_equivalents(site, version, dated=dated),
        canonical=addresses.policy(language, policy.id) if dated and binds else "",
        indexed=binds,
        metadata=metadata(site, policy, version, language),
        structured=structured(site, policy, version, language, address),
        printed=printed_line(site, version, language),
        printed_address=permanent,
        modified=version.effective.astimezone(site.settings.time_zone).date().isoformat(),
    )


def _waiting_page(site: Site, policy: Policy, language: str, binding: Version | None) -> Page:
    """The page of a policy with nothing binding to show in `language`: not yet in force, or not in this language."""
    address = addresses.policy(language, policy.id)
    words = site.words(language)
    coming = _coming(site, policy, language)
    others = [] if binding is None else list(binding.texts)
    body = render(
        "waiting.html",
        address,
        words,
        title=site.title(policy, language),
        coming=coming,
        binding=binding,
        elsewhere=[(words.language_called(other), addresses.policy(other, policy.id)) for other in others],
        versions=listing.latest(site, policy, language),
        heading_of_versions=_heading_of_versions(site, policy, language),
        address_of_history=addresses.history(language, policy.id),
    )
    return Page(
        address=address,
        language=language,
        title=site.title(policy, language),
        body=body,
        translations={other: site.nearest(policy, other) for other in site.languages},
        indexed=False,
    )


def _heading_of_versions(site: Site, policy: Policy, language: str) -> Markup:
    all_listed = len(site.versions(policy, language)) <= listing.LISTED
    return site.words(language)("all_versions" if all_listed else "latest_versions")


def _stamp(site: Site, version: Version, language: str) -> Markup:
    words = site.words(language)
    key = "would_have_been_effective" if version.record.withdrawn else "effective_from"
    return words(key, date=words.time(version.effective))


def _notes(site: Site, version: Version, language: str) -> list[Markup]:
    """What a reader must know before reading, besides how the version stands: reasons legal gave, corrections."""
    words = site.words(language)
    given = version.texts[language].metadata
    notes = []
    if version.record.prevailing != language:
        notes.append(words("prevails", language=words.language_called(version.record.prevailing)))
    if given.withdrawn:
        notes.append(words("withdrawn_because", reason=given.withdrawn))
    if given.urgent:
        notes.append(words("urgent_because", reason=given.urgent))
    policy = site.archive.policy(version.record.policy)
    for erratum in policy.errata_of(version.name) if policy is not None else ():
        day = words.time(LocalTime(erratum.day).instant(site.settings.time_zone))
        said = erratum.words.get(language) or next(iter(erratum.words.values()))
        notes.append(words("corrected", date=day, words=said))
    return notes


def _since(site: Site, policy: Policy, language: str) -> str:
    """The versions a returning reader may have seen, oldest first, each with whether it was more than a correction."""
    seen = [version for version in reversed(site.versions(policy, language)) if version.effective <= site.now]
    known = [(version.name, not listing.is_correction(version)) for version in seen if not version.record.withdrawn]
    return json.dumps(known, separators=(",", ":"))


def _coming(site: Site, policy: Policy, language: str) -> Coming | None:
    version = listing.upcoming(site, policy, language)
    if version is None:
        return None
    has_changes = site.previous(policy, version, language) is not None
    address = addresses.changes if has_changes else addresses.version
    return Coming(
        version,
        days_left(site, version.effective, language),
        address(language, policy.id, version.name),
        addresses.calendar(language, policy.id),
        during(site, None, version.effective),
    )


def _tools(site: Site, policy: Policy, version: Version, language: str, *, dated: bool) -> list[Tool]:
    words = site.words(language)
    tools = []
    if site.previous(policy, version, language):
        tools.append(Tool(words("what_changed"), addresses.changes(language, policy.id, version.name)))
    tools.append(Tool(words("all_versions"), addresses.history(language, policy.id)))
    for pair in site.pairs:
        if language in pair and set(pair) <= set(version.texts):
            beside = addresses.side_by_side(pair, policy.id, version.name if dated else "")
            names = [words.language_called(each) for each in pair]
            tools.append(Tool(words("side_by_side", first=names[0], second=names[1]), beside))
    return tools


def _facts(site: Site, policy: Policy, version: Version, language: str, address: str) -> list[Fact]:
    words = site.words(language)
    recorded = version.record.languages[language]
    given = version.texts[language].metadata
    facts = [Fact(words("column_in_force"), listing.interval(site, version, language))]
    if version.announced:
        facts.append(Fact(words("announced"), words.time(version.announced)))
    marks = listing.labels(site, version, language)
    if marks:
        facts.append(Fact(words("kind_of_change"), Markup(" · ").join(marks)))
    if given.imported:
        facts.append(Fact(words("imported"), Markup.escape(given.imported)))
    if len(version.texts) > 1:
        name = words.language_called(version.record.prevailing)
        facts.append(Fact(words("prevailing_language"), words("prevails", language=name)))
    source = addresses.relative(address, addresses.source(language, policy.id, version.name))
    verification = addresses.relative(address, addresses.verification(language))
    permanent = addresses.version(language, policy.id, version.name)
    shown = (site.settings.site_url or "/") + permanent
    link = Markup('<a href="{}">{}</a>')
    facts += [
        Fact(words("permanent_address"), link.format(addresses.relative(address, permanent), shown)),
        Fact(words("sha256"), Markup("<code>{}</code>").format(recorded.sha256)),
        Fact(
            words("source_text"),
            Markup("{} · {}").format(
                link.format(source, words("open_source")), link.format(verification, words("verify"))
            ),
        ),
    ]
    return facts


def _description(site: Site, version: Version, language: str) -> str:
    words = site.words(language)
    summary = version.texts[language].metadata.summary
    stamp = words.plain("effective_from", date=words.day(version.effective))
    return shortened(f"{words.plain('version', version=version.name)} {stamp} · {summary}")


def _translations(site: Site, policy: Policy, version: Version, *, dated: bool) -> dict[str, str]:
    found = {}
    for other in site.languages:
        if other not in version.texts:
            found[other] = site.nearest(policy, other)
        elif dated:
            found[other] = addresses.version(other, policy.id, version.name)
        else:
            found[other] = addresses.policy(other, policy.id)
    return found


def _equivalents(site: Site, version: Version, *, dated: bool) -> tuple[str, ...]:
    return () if dated else tuple(other for other in site.languages if other in version.texts)
