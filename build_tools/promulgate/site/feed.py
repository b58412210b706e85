"""The Atom feed of a language: versions announced, and versions taking effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from promulgate.archive import Policy, Version
from promulgate.dates import LocalTime, utc
from promulgate.site import addresses
from promulgate.site.model import File
from promulgate.site.rendering import render
from promulgate.site.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of a version. Its `id` never changes, whatever address the site moves to."""

    id: str
    title: str
    updated: datetime
    address: str
    summary: str

    @property
    def moment(self) -> str:
        """When it happened, as Atom wants it."""
        return utc(self.updated)


def feed(site: Site, language: str) -> File:
    """The feed of `language`, the newest event first."""
    entries = [
        entry
        for policy in site.policies(language)
        for version in site.versions(policy, language)
        for entry in (
            *_entries(site, policy, version, language),
            *_corrections(site, policy, version, language),
        )
    ]
    entries.sort(key=lambda entry: (entry.updated, entry.id), reverse=True)
    address = addresses.feed(language)
    content = render(
        "feed.xml",
        address,
        site.words(language),
        title=site.name(language),
        identifier=_identifier("feed", language),
        own=address,
        home=addresses.home(language),
        host=site.settings.site_url or "/",
        updated=entries[0].moment if entries else utc(site.now),
        entries=entries,
    )
    return File(address, content.encode())


def _entries(site: Site, policy: Policy, version: Version, language: str) -> Iterator[Entry]:
    words = site.words(language)
    text = version.outline(language)
    address = addresses.version(language, policy.id, version.name)
    values = {"title": text.title, "version": version.name, "date": words.day(version.effective)}
    if version.announced is not None and version.announced < version.effective:
        key = "feed_withdrawn" if version.record.withdrawn else "feed_announced"
        yield Entry(
            _identifier("announced", policy.id, version.name, language),
            words.plain(key, **values),
            version.announced,
            address,
            text.summary,
        )
    if version.effective <= site.now and not version.record.withdrawn:
        yield Entry(
            _identifier("effective", policy.id, version.name, language),
            words.plain("feed_effective", **values),
            version.effective,
            address,
            text.summary,
        )


def _corrections(site: Site, policy: Policy, version: Version, language: str) -> Iterator[Entry]:
    words = site.words(language)
    for number, erratum in enumerate(policy.errata_of(version.name), 1):
        if language in erratum.words:
            yield Entry(
                _identifier("corrected", policy.id, version.name, str(number), language),
                words.plain("feed_corrected", title=version.texts[language].title, version=version.name),
                LocalTime(erratum.day).instant(site.settings.time_zone),
                addresses.version(language, policy.id, version.name),
                erratum.words[language],
            )


def _identifier(*parts: str) -> str:
    return "urn:promulgate:" + ":".join(parts)
