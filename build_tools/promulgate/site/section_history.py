"""Which versions changed each section of a policy, from what their records say."""

from __future__ import annotations

from dataclasses import dataclass

from promulgate.archive import Policy, Version
from promulgate.model import PREAMBLE
from promulgate.site import addresses
from promulgate.site.site import Site

_UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SectionHistory:
    """A section of the text that binds, and the versions that changed it, the newest first, with their redlines."""

    title: str
    address: str
    changes: tuple[tuple[str, str], ...]


def section_histories(site: Site, policy: Policy, language: str) -> tuple[SectionHistory, ...]:
    """The sections of what binds now, or else of the newest version; nothing if no version has changed any."""
    versions = site.versions(policy, language)
    binding = site.binding(policy)
    shown = binding if binding is not None and language in binding.texts else versions[0]
    bound = [version for version in versions if not version.record.withdrawn]
    told = [version for version in bound if site.previous(policy, version, language)]
    if not told:
        return ()
    page = addresses.policy(language, policy.id)
    return tuple(
        SectionHistory(
            section.title,
            f"{page}#{section.id}",
            tuple(
                (version.name, f"{addresses.changes(language, policy.id, version.name)}#{section.id}")
                for version in told
                if _changed(version, section.id, language)
            ),
        )
        for section in shown.texts[language].sections
        if section.id != PREAMBLE
    )


def _changed(version: Version, section: str, language: str) -> bool:
    return any(
        recorded.id == section and recorded.changes.get(language, _UNCHANGED) != _UNCHANGED
        for recorded in version.record.sections
    )
