"""The site as a whole: the archive at an instant, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from promulgate.archive import Archive, Policy, Status, Version
from promulgate.model import Finding, Text
from promulgate.settings import Settings
from promulgate.site import addresses
from promulgate.site.model import Guide
from promulgate.site.words import Words

ALL_PAIRS_UP_TO = 12
"""A policy of up to so many versions has a redline of every two of them."""

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what was kept under a key, or what the function makes, which is kept from then on."""


def keep_nothing(key: str, make: Callable[[], bytes]) -> bytes:  # noqa: ARG001 - one that keeps would ask for it
    """A `Keep` that makes everything anew."""
    return make()


@dataclass(frozen=True, slots=True)
class Known:
    """What every page may say of a policy, whichever of its versions the page is made from."""

    titles: Mapping[str, str]
    """By language of the site."""
    languages: tuple[str, ...]
    """Those of the site in which the policy has a version."""
    binds: bool
    """Whether a version binds now."""


@dataclass(frozen=True, slots=True)
class Site:
    """An archive as it is to be shown at `now`.

    `live` is false when the site is built to show another day than today: its pages then stay as they were on that day
    instead of following the reader's clock. `guides` are the operator's own pages by language.
    """

    archive: Archive
    now: datetime
    live: bool = True
    guides: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)
    keep: Keep = field(default=keep_nothing, repr=False, compare=False)
    """Keeps what takes long to make and depends on its key alone."""
    known: Mapping[str, Known] = field(default_factory=dict, repr=False)
    """By policy. Told from the archive, but for an excerpt, which knows it of the whole."""
    findings: tuple[Finding, ...] | None = None
    """What the check finds in the drafts; None in a site for readers, which never shows it."""

    def __post_init__(self) -> None:
        """Look at each policy once: thousands of pages ask."""
        if not self.known:
            object.__setattr__(self, "known", {policy.id: self._look_at(policy) for policy in self.archive.policies})

    @property
    def own(self) -> Policy:
        """Of an excerpt: the policy it is of, with the versions it has."""
        return self.archive.policies[0]

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.archive.settings

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, in order."""
        return self.settings.languages

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The languages shown side by side: the prevailing one with each of the others."""
        prevailing = self.settings.prevailing
        return tuple((prevailing, language) for language in self.languages if language != prevailing)

    def words(self, language: str) -> Words:
        """The words of pages in `language`."""
        return Words(language, self.settings.time_zone)

    def name(self, language: str) -> str:
        """The name of the site in `language`."""
        return self.settings.site_name.get(language) or self.words(language).plain("site_name")

    def binding(self, policy: Policy) -> Version | None:
        """The version of a policy that binds now."""
        return policy.binding(self.now)

    def status(self, version: Version) -> Status:
        """What a version is now."""
        return version.status(self.now)

    def title(self, policy: Policy, language: str) -> str:
        """What a policy is called in `language`: as its binding text says, else its newest; its id if it has none."""
        return self.known[policy.id].titles.get(language, policy.id)

    def binds(self, policy: Policy) -> bool:
        """Whether a version of a policy binds now."""
        return self.known[policy.id].binds

    def policies(self, language: str) -> tuple[Policy, ...]:
        """The policies with a recorded text in `language`, those that ended last."""
        found = [policy for policy in self.archive.policies if language in self.known[policy.id].languages]
        return tuple(sorted(found, key=self._has_ended))

    def _has_ended(self, policy: Policy) -> bool:
        binding = self.binding(policy)
        return binding is not None and self.status(binding) is Status.ENDED

    def excerpt(self, policy: Policy, versions: Iterable[Version | None], linked: Iterable[str] = ()) -> Site:
        """The site as a page sees it that speaks of a few versions of a policy: no other version is there to be shown.

        `linked` are the policies its links may lead to: the page may know of them what `Known` and `then` say. So a
        page depends on these few and on nothing else, and one new version makes few pages anew.
        """
        own = policy.only(version.name for version in versions if version is not None)
        others = (self.archive.policy(name) for name in linked)
        policies = (own, *(other for other in others if other is not None and other.id != policy.id))
        known = {each.id: self.known[each.id] for each in policies}
        return replace(self, archive=Archive(self.settings, policies), known=known)

    def _look_at(self, policy: Policy) -> Known:
        binding = self.binding(policy)
        titles = {}
        for language in self.languages:
            candidates = (*([binding] if binding else []), *reversed(policy.versions))
            newest = next((version for version in candidates if language in version.texts), None)
            if newest is not None:
                titles[language] = newest.outline(language).title
            elif language in policy.drafts:
                titles[language] = policy.drafts[language].title
        spoken = {language for version in policy.versions for language in version.texts}
        return Known(titles, tuple(each for each in self.languages if each in spoken), binding is not None)

    def versions(self, policy: Policy, language: str) -> tuple[Version, ...]:
        """The versions of a policy with a text in `language`, the newest first."""
        return tuple(version for version in reversed(policy.versions) if language in version.texts)

    def previous(self, policy: Policy, version: Version, language: str) -> Version | None:
        """The version another is told against in `language`; None for the first, or if one of them lacks it."""
        before = policy.version(version.previous) if version.previous else None
        return before if before and language in before.texts and language in version.texts else None

    def previous_in_all(self, policy: Policy, version: Version, languages: tuple[str, ...]) -> Version | None:
        """The version another is told against in all of `languages`; None for the first, or if either lacks one."""
        found = {self.previous(policy, version, language) is not None for language in languages}
        return self.previous(policy, version, languages[0]) if found == {True} else None

    def comparisons(self, policy: Policy, language: str) -> Iterator[tuple[Version, Version]]:
        """The pairs of versions with a redline of their own, older first.

        Neighbours, each version with the one in force and with the upcoming ones; all pairs up to ALL_PAIRS_UP_TO.
        """
        versions = [version for version in policy.versions if language in version.texts]
        pivots = {version.name for version in (self.binding(policy), *policy.upcoming(self.now)) if version}
        every = len(versions) <= ALL_PAIRS_UP_TO
        places = {version.name: place for place, version in enumerate(versions)}
        passed: set[int] = set()
        for place, new in enumerate(versions):
            neighbour = {places[new.previous]} if new.previous in places else set()
            olds = range(place) if every or new.name in pivots else sorted(passed | neighbour)
            yield from ((versions[old], new) for old in olds)
            if new.name in pivots:
                passed.add(place)

    def then(self, policy: Policy, version: Version) -> Version | None:
        """The version of another policy that belongs to the time of `version`, or None if there was none.

        The one that bound when `version` took effect, else the first that took effect while it bound. It depends on
        records only, so that a permanent page never changes.
        """
        at_start = policy.binding(version.effective)
        if at_start is not None:
            return at_start
        first = next(iter(policy.upcoming(version.effective)), None)
        in_time = first is not None and (version.ends is None or first.effective < version.ends)
        return first if in_time else None

    def nearest(self, policy: Policy, language: str) -> str:
        """The page of a policy in `language`, or the home of that language when it has none."""
        has_page = language in self.known[policy.id].languages
        return addresses.policy(language, policy.id) if has_page else addresses.home(language)

    def text(self, version: Version, language: str) -> Text:
        """The text of a version in a language it has."""
        return version.texts[language]
