"""What a page of versions is made from, as one hash: the same hash, the same page.

Such a page is made from an excerpt of the site (`Site.excerpt`), and the hash is taken over that excerpt: the settings,
each of its versions with where it stands in time, what is known of the policy as a whole, and which version of another
policy its links lead to. There is nothing else the page could show.
"""

from __future__ import annotations

import functools
import json
import posixpath
from collections.abc import Iterable, Iterator

from promulgate.archive import Policy, Version
from promulgate.dates import days_until, format_instant
from promulgate.program import program_hash
from promulgate.records import sha256
from promulgate.site.look import Look
from promulgate.site.site import Site


class Dependencies:
    """The hashes of the pages of `site`; what they have in common is looked at once."""

    def __init__(self, site: Site, look: Look) -> None:
        moment = "" if site.live else format_instant(site.now, site.settings.time_zone)
        self._site = site
        everywhere = [program_hash(), repr(site.settings), repr(look), moment, *sorted(site.guides)]
        self._everywhere = sha256(_json(everywhere))
        self._states: dict[tuple[str, str], str] = {}
        self._known = {name: sha256(_json(_facts(site, name))) for name in site.known}

    def key(self, excerpt: Site, address: str) -> str:
        """The key of the page at `address`, which is made from `excerpt`."""
        own = excerpt.archive.policies[0]
        states = [self._state(own, version) for version in own.versions]
        linked = [self._linked(policy, own.versions) for policy in excerpt.archive.policies[1:]]
        return f"page\0{sha256(_json([self._everywhere, own.id, self._known[own.id], states, linked]))}\0{address}"

    def _state(self, policy: Policy, version: Version) -> str:
        place = (policy.id, version.name)
        if place not in self._states:
            self._states[place] = sha256(_json(list(_state(self._site, policy, version))))
        return self._states[place]

    def _linked(self, policy: Policy, versions: Iterable[Version]) -> list[object]:
        """What a link to another policy depends on: what is known of it, and its version of those times."""
        then = (self._site.then(policy, version) for version in versions)
        return [
            policy.id,
            self._known[policy.id],
            [[found.name, list(found.texts)] if found else None for found in then],
        ]


def linked_policies(version: Version) -> tuple[str, ...]:
    """The last part of every link in the texts of a version: where it leads to a policy, that is the policy's id."""
    links = (link for language in version.texts for link in version.outline(language).links)
    return tuple(sorted(set(map(_last_part, links))))


@functools.lru_cache(maxsize=65536)
def _last_part(link: str) -> str:
    return posixpath.normpath(link.partition("#")[0]).rpartition("/")[2].removesuffix(".md")


def _facts(site: Site, policy: str) -> list[object]:
    known = site.known[policy]
    return [dict(known.titles), known.languages, known.binds]


def _state(site: Site, policy: Policy, version: Version) -> Iterator[object]:
    zone = site.settings.time_zone
    yield from (version.name, version.folder.sha256, list(version.texts))
    yield [[language, recorded.sha256] for language, recorded in version.record.languages.items()]
    yield format_instant(version.effective, zone)
    yield format_instant(version.ends, zone) if version.ends else None
    yield from (version.superseded_by, version.previous, str(site.status(version)))
    yield format_instant(version.announced, zone) if version.announced else None
    yield days_until(site.now, version.effective, zone) if site.now < version.effective else None
    yield [repr(erratum) for erratum in policy.errata_of(version.name)]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
