"""Where the links in a policy's text lead on the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from promulgate.archive import Policy, Version
from promulgate.site import addresses
from promulgate.site.site import Site

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Links:
    """Resolves the links of one text for one page.

    `dated` is the version whose time the links keep to; None for the page of what binds now, which links to what binds
    now. A link to a policy with no version that day leads to that policy's page, so none is ever broken.
    """

    site: Site
    policy: Policy
    language: str
    origin: str
    """Address of the page the text is shown on."""
    dated: Version | None = None

    def resolve(self, target: str) -> str:
        """What to write in `href` for a target as legal wrote it: `cookies.md#kinds`, `#retention`, `https://…`."""
        if target.startswith("#") or _OUTSIDE.match(target):
            return target
        path, mark, fragment = target.partition("#")
        if path.startswith("/"):
            return addresses.relative(self.origin, path.removeprefix("/") + mark + fragment)
        language, _, name = posixpath.normpath(posixpath.join(self.language, path)).rpartition("/")
        policy = self.site.archive.policy(name.removesuffix(".md"))
        if policy is None or language not in self.site.languages:
            return addresses.relative(self.origin, addresses.home(self.language))
        return addresses.relative(self.origin, self._policy(policy, language) + mark + fragment)

    def _policy(self, policy: Policy, language: str) -> str:
        if self.dated is None:
            return self.site.nearest(policy, language)
        version = self.dated if policy.id == self.policy.id else self.site.then(policy, self.dated)
        if version is None or language not in version.texts:
            return self.site.nearest(policy, language)
        return addresses.version(language, policy.id, version.name)
