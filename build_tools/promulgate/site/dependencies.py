"""What the pages of a policy's versions are made from, as one hash: the same hash, the same pages.

It takes in more than any one page needs, so that it can't miss anything: every version of the policy with its words,
the settings, where each version stands in time, and the versions of each policy its texts may link to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from promulgate.archive import Policy
from promulgate.dates import days_until, format_instant
from promulgate.program import program_hash
from promulgate.records import sha256
from promulgate.site.look import Look
from promulgate.site.site import Site


class Dependencies:
    """The hashes of a site's policies, each taken once."""

    def __init__(self, site: Site, look: Look) -> None:
        self._site = site
        moment = "" if site.live else format_instant(site.now, site.settings.time_zone)
        self._everywhere = [program_hash(), repr(site.settings), repr(look), moment]
        self._states = {policy.id: sha256(_json(list(_state(site, policy)))) for policy in site.archive.policies}
        self._hashes: dict[str, str] = {}

    def key(self, policy: Policy, address: str) -> str:
        """The key of the page at `address`, made from versions of `policy`."""
        if policy.id not in self._hashes:
            self._hashes[policy.id] = sha256(_json([*self._everywhere, *self._linked(policy)]))
        return f"page\0{self._hashes[policy.id]}\0{address}"

    def _linked(self, policy: Policy) -> Iterator[list[str]]:
        """The state of the policy, and of each whose id stands anywhere in its texts: a link has to name it."""
        sources = [source for version in policy.versions for source in version.folder.texts.values()]
        for identifier, state in self._states.items():
            name = identifier.encode()
            if identifier == policy.id or any(name in source for source in sources):
                yield [identifier, state]


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
