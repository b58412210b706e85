"""What the pages of a policy's versions are made from, as one hash: the same hash, the same pages.

It takes in more than any one page needs, so that it can't miss anything: every version of the policy with its words,
the settings, where each version stands in time, and the versions of each policy its texts may link to.
"""

from __future__ import annotations

import hashlib
import html
import json
import posixpath
import re
from collections.abc import Iterator

from promulgate.archive import Policy
from promulgate.dates import days_until, format_instant
from promulgate.program import program_hash
from promulgate.records import sha256
from promulgate.site.look import Look
from promulgate.site.site import Site

_TARGET = re.compile(r'href="([^"]*)"')


class Dependencies:
    """The hashes of a site's policies, each taken once."""

    def __init__(self, site: Site, look: Look) -> None:
        moment = "" if site.live else format_instant(site.now, site.settings.time_zone)
        self._everywhere = [program_hash(), repr(site.settings), repr(look), moment, *sorted(site.guides)]
        self._states = {policy.id: sha256(_json(list(_state(site, policy)))) for policy in site.archive.policies}
        self._hashes: dict[str, str] = {}

    def key(self, policy: Policy, address: str) -> str:
        """The key of the page at `address`, made from versions of `policy`."""
        if policy.id not in self._hashes:
            self._hashes[policy.id] = sha256(_json([*self._everywhere, *self._linked(policy)]))
        return f"page\0{self._hashes[policy.id]}\0{address}"

    def _linked(self, policy: Policy) -> Iterator[list[str]]:
        """The state of the policy, and of each that a link in one of its texts may lead to."""
        for identifier in sorted({policy.id, *_names(policy)} & self._states.keys()):
            yield [identifier, self._states[identifier]]


def _names(policy: Policy) -> Iterator[str]:
    """The last part of every link in the texts of a policy: where it leads to a policy, that is the policy's id."""
    for version in policy.versions:
        for text in version.texts.values():
            pieces = [text.footnotes_html, *(piece for one in text.sections for piece in (one.html, one.title_html))]
            for target in _TARGET.findall("\n".join(pieces)):
                path = html.unescape(target).partition("#")[0]
                yield posixpath.normpath(path).rpartition("/")[2].removesuffix(".md")


def _state(site: Site, policy: Policy) -> Iterator[list[object]]:
    zone = site.settings.time_zone
    for version in policy.versions:
        left = days_until(site.now, version.effective, zone) if site.now < version.effective else None
        yield [
            version.name,
            version.folder.sha256,
            [[language, sha256(source)] for language, source in version.folder.texts.items()],
            list(version.texts),
            format_instant(version.effective, zone),
            format_instant(version.ends, zone) if version.ends else None,
            version.superseded_by,
            version.previous,
            format_instant(version.announced, zone) if version.announced else None,
            str(site.status(version)),
            left,
        ]
    yield [[language, hashlib.sha256(text.source).hexdigest()] for language, text in policy.drafts.items()]
    yield [repr(erratum) for erratum in policy.errata]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
