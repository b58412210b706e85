"""The published site: from an archive and an instant to pages and files. Pure: no git, no MkDocs, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from promulgate.archive import Policy, Version
from promulgate.site import (
    addresses,
    api,
    calendar,
    changes,
    drafts,
    feed,
    history,
    home,
    hosting,
    listing,
    reading,
    search,
    side_by_side,
    verification,
)
from promulgate.site.dependencies import linked_policies
from promulgate.site.look import assets
from promulgate.site.model import File, Page
from promulgate.site.site import Site

__all__ = ["File", "Page", "Planned", "Site", "archive_pages", "files", "front_pages"]


def front_pages(site: Site) -> Iterator[Page]:
    """The pages MkDocs and its theme put together: start, homes, what binds now, history."""
    yield home.start_page(site)
    for language in site.languages:
        yield home.home_page(site, language)
        yield history.whole_history(site, language)
        for policy in site.policies(language):
            yield reading.policy_page(site, policy, language)
            yield history.policy_history(site, policy, language)


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is made when it is asked for: there may be thousands."""

    address: str
    make: Callable[[], Page]
    excerpt: Site | None = None
    """All the page is made from, and what `Dependencies` has the key of; None if that is the whole site, or if search
    engines are to list the page. Such a page is made at every build."""


def archive_pages(site: Site) -> Iterator[Planned]:
    """All other pages."""
    yield Planned(hosting.NOT_FOUND, partial(hosting.not_found_page, site))
    for language in site.languages:
        yield Planned(addresses.search(language), partial(search.search_page, site, language))
        yield Planned(addresses.verification(language), partial(verification.verification_page, site, language))
        for policy in site.archive.policies:
            yield from _versions_of(site, policy, language)
            yield from _drafts_of(site, policy, language)
    for policy in site.archive.policies:
        for pair in site.pairs:
            yield from _versions_side_by_side(site, policy, pair)


def files(site: Site) -> Iterator[File]:
    """Every file that is no page, but for the sitemap, which needs all pages."""
    yield from assets()
    yield from api.api_files(site)
    yield hosting.robots(site)
    yield hosting.headers()
    for language in site.languages:
        yield feed.feed(site, language)
        yield search.search_index(site, language)
        for policy in site.policies(language):
            yield calendar.calendar(site, policy, language)
            for version in site.versions(policy, language):
                yield File(addresses.source(language, policy.id, version.name), version.folder.texts[language])


def _versions_of(site: Site, policy: Policy, language: str) -> Iterator[Planned]:
    versions = site.versions(policy, language)
    for place, version in enumerate(versions):
        shown = listing.beside(versions, place)
        followed = (policy.version(each.previous) for each in shown)
        around = (*shown, *followed, _successor(policy, version))
        seen = site.excerpt(policy, around, linked_policies(version))
        address = addresses.version(language, policy.id, version.name)
        yield Planned(address, partial(reading.version_page, seen, seen.own, version, language), seen)
        previous = site.previous(policy, version, language)
        if previous is not None:
            seen = site.excerpt(policy, (previous, version))
            address = addresses.changes(language, policy.id, version.name)
            yield Planned(address, partial(changes.changes_page, seen, seen.own, previous, version, language), seen)
    for old, new in site.comparisons(policy, language):
        seen = site.excerpt(policy, (old, new))
        address = addresses.comparison(language, policy.id, old.name, new.name)
        yield Planned(address, partial(changes.comparison_page, seen, seen.own, old, new, language), seen)


def _successor(policy: Policy, version: Version) -> Version | None:
    """The version that takes the place of another: its page may lead there."""
    return policy.version(version.superseded_by)


def _drafts_of(site: Site, policy: Policy, language: str) -> Iterator[Planned]:
    if language not in policy.drafts:
        return
    address = addresses.version(language, policy.id, addresses.DRAFT)
    yield Planned(address, partial(drafts.draft_page, site, policy, language))
    before = drafts.before(site, policy, language)
    if before is not None:
        address = addresses.changes(language, policy.id, addresses.DRAFT)
        yield Planned(address, partial(drafts.draft_changes_page, site, policy, before, language))


def _versions_side_by_side(site: Site, policy: Policy, pair: tuple[str, str]) -> Iterator[Planned]:
    binding = site.binding(policy)
    for version in policy.versions:
        if not set(pair) <= set(version.texts):
            continue
        if version is binding:
            page = partial(side_by_side.reading_page, site, policy, version, pair)
            yield Planned(addresses.side_by_side(pair, policy.id), partial(page, dated=False))
        seen = site.excerpt(policy, (version, _successor(policy, version)), linked_policies(version))
        page = partial(side_by_side.reading_page, seen, seen.own, version, pair)
        yield Planned(addresses.side_by_side(pair, policy.id, version.name), partial(page, dated=True), seen)
        previous = site.previous_in_all(policy, version, pair)
        if previous is not None:
            seen = site.excerpt(policy, (previous, version, _successor(policy, version)))
            address = addresses.side_by_side(pair, policy.id, version.name, changes=True)
            yield Planned(address, partial(side_by_side.changes_page, seen, seen.own, previous, version, pair), seen)
