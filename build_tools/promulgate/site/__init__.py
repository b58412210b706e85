"""The published site: from an archive and an instant to pages and files. Pure: no git, no MkDocs, no clock."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.archive import Policy
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
    reading,
    search,
    side_by_side,
    verification,
)
from promulgate.site.look import assets
from promulgate.site.model import File, Page
from promulgate.site.site import Site

__all__ = ["File", "Page", "Site", "archive_pages", "files", "front_pages"]


def front_pages(site: Site) -> Iterator[Page]:
    """The pages MkDocs and its theme put together: start, homes, what binds now, history."""
    yield home.start_page(site)
    for language in site.languages:
        yield home.home_page(site, language)
        yield history.whole_history(site, language)
        for policy in site.policies(language):
            yield reading.policy_page(site, policy, language)
            yield history.policy_history(site, policy, language)


def archive_pages(site: Site) -> Iterator[Page]:
    """All other pages, each made when it is asked for: there may be thousands."""
    yield hosting.not_found_page(site)
    for language in site.languages:
        yield search.search_page(site, language)
        yield verification.verification_page(site, language)
        for policy in site.archive.policies:
            yield from _versions_of(site, policy, language)
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


def _versions_of(site: Site, policy: Policy, language: str) -> Iterator[Page]:
    for version in site.versions(policy, language):
        yield reading.version_page(site, policy, version, language)
        page = changes.changes_page(site, policy, version, language)
        if page is not None:
            yield page
    for old, new in site.comparisons(policy, language):
        yield changes.comparison_page(site, policy, old, new, language)
    if language in policy.drafts:
        yield drafts.draft_page(site, policy, language)
        page = drafts.draft_changes_page(site, policy, language)
        if page is not None:
            yield page


def _versions_side_by_side(site: Site, policy: Policy, pair: tuple[str, str]) -> Iterator[Page]:
    binding = site.binding(policy)
    for version in policy.versions:
        if not set(pair) <= set(version.texts):
            continue
        if version is binding:
            yield side_by_side.reading_page(site, policy, version, pair, dated=False)
        yield side_by_side.reading_page(site, policy, version, pair, dated=True)
        page = side_by_side.changes_page(site, policy, version, pair)
        if page is not None:
            yield page
