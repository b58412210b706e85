"""Every version of a policy, when each was in force, and what it — or every policy — said on any day."""

from __future__ import annotations

from dataclasses import dataclass

from promulgate.archive import Policy, Version
from promulgate.dates import BUDDHIST_ERA_OFFSET, format_instant
from promulgate.site import addresses, listing
from promulgate.site.listing import Row
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.section_history import section_histories
from promulgate.site.site import ALL_PAIRS_UP_TO, Site

_MONTHS = tuple(range(1, 13))
SCRIPT = "history.js"


@dataclass(frozen=True, slots=True)
class Span:
    """A version with the instants it binds from and until, for the browser to search in."""

    name: str
    address: str
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The history of one policy."""

    policy: Policy
    title: str
    address: str
    spans: tuple[Span, ...]
    rows: tuple[Row, ...]


def policy_history(site: Site, policy: Policy, language: str) -> Page:
    """The history page of one policy."""
    address = addresses.history(language, policy.id)
    words = site.words(language)
    title = site.title(policy, language)
    pairs = tuple(site.comparisons(policy, language))
    body = render(
        "history.html",
        address,
        words,
        title=title,
        up=addresses.policy(language, policy.id),
        chapters=(_chapter(site, policy, language),),
        comparisons=_comparisons(policy, language, pairs),
        sections=section_histories(site, policy, language),
        all_pairs=len(site.versions(policy, language)) <= ALL_PAIRS_UP_TO,
        calendar=addresses.calendar(language, policy.id),
        feed=addresses.feed(language),
        offset=BUDDHIST_ERA_OFFSET,
        months=_months(site, language),
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("title_history", title=title),
        body=body,
        description=words.plain("history_description", title=title),
        translations={
            other: addresses.history(other, policy.id) if site.versions(policy, other) else addresses.home(other)
            for other in site.languages
        },
        equivalents=tuple(other for other in site.languages if site.versions(policy, other)),
        scripts=(SCRIPT,),
    )


def whole_history(site: Site, language: str) -> Page:
    """The history page of every policy of a language."""
    address = addresses.history(language)
    words = site.words(language)
    body = render(
        "whole_history.html",
        address,
        words,
        chapters=tuple(_chapter(site, policy, language) for policy in site.policies(language)),
        feed=addresses.feed(language),
        offset=BUDDHIST_ERA_OFFSET,
        months=_months(site, language),
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("what_said_on_day"),
        body=body,
        description=words.plain("whole_history_description"),
        translations={other: addresses.history(other) for other in site.languages},
        equivalents=site.languages,
        scripts=(SCRIPT,),
    )


def _chapter(site: Site, policy: Policy, language: str) -> Chapter:
    return Chapter(
        policy,
        site.title(policy, language),
        addresses.history(language, policy.id),
        tuple(_span(site, policy, version, language) for version in policy.versions if not version.record.withdrawn),
        listing.rows(site, policy, language),
    )


def _span(site: Site, policy: Policy, version: Version, language: str) -> Span:
    """A version without a text in `language` counts too: its page in another language is what was in force."""
    zone = site.settings.time_zone
    spoken = language if language in version.texts else version.record.prevailing
    return Span(
        version.name,
        addresses.version(spoken, policy.id, version.name),
        format_instant(version.effective, zone),
        format_instant(version.ends, zone) if version.ends else "",
    )


def _comparisons(
    policy: Policy, language: str, pairs: tuple[tuple[Version, Version], ...]
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """By newer version, the newest first: each older version it can be compared with, and where."""
    olds: dict[str, list[str]] = {}
    for old, new in pairs:
        olds.setdefault(new.name, []).append(old.name)
    return tuple(
        (name, tuple((old, addresses.comparison(language, policy.id, old, name)) for old in olds[name]))
        for name in reversed(olds)
    )


def _months(site: Site, language: str) -> tuple[str, ...]:
    words = site.words(language)
    return tuple(words.month(month) for month in _MONTHS)
