"""The site as a whole: the archive at an instant, and what pages ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from promulgate.archive import Archive, Policy, Status, Version
from promulgate.model import Text
from promulgate.settings import Settings
from promulgate.site import addresses
from promulgate.site.model import Guide
from promulgate.site.words import Words

ALL_PAIRS_UP_TO = 12
"""A policy of up to so many versions has a redline of every two of them."""


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
        binding = self.binding(policy)
        candidates = [*([binding] if binding else []), *reversed(policy.versions)]
        texts = [version.texts for version in candidates] + [policy.drafts]
        return next((text[language].title for text in texts if language in text), policy.id)

    def policies(self, language: str) -> tuple[Policy, ...]:
        """The policies with a recorded text in `language`, those that ended last."""
        found = [policy for policy in self.archive.policies if any(language in one.texts for one in policy.versions)]
        return tuple(sorted(found, key=self._has_ended))

    def _has_ended(self, policy: Policy) -> bool:
        binding = self.binding(policy)
        return binding is not None and self.status(binding) is Status.ENDED

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
        for position, new in enumerate(versions):
            for old in versions[:position]:
                neighbours = new.previous == old.name
                if neighbours or len(versions) <= ALL_PAIRS_UP_TO or pivots & {old.name, new.name}:
                    yield old, new

    def then(self, policy: Policy, version: Version) -> Version | None:
        """The version of another policy that belongs to the time of `version`, or None if there was none.

        The one that bound when `version` took effect, else the first that took effect while it bound. It depends on
        records only, so that a permanent page never changes.
        """
        at_start = policy.binding(version.effective)
        if at_start is not None:
            return at_start
        later = (
            other for other in policy.versions if not other.record.withdrawn and other.effective > version.effective
        )
        return next((other for other in later if version.ends is None or other.effective < version.ends), None)

    def nearest(self, policy: Policy, language: str) -> str:
        """The page of a policy in `language`, or the home of that language when it has none."""
        has_page = any(language in version.texts for version in policy.versions)
        return addresses.policy(language, policy.id) if has_page else addresses.home(language)

    def text(self, version: Version, language: str) -> Text:
        """The text of a version in a language it has."""
        return version.texts[language]
