"""Lists of versions, as the reading page, the history and the home page show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from promulgate.archive import Policy, Version
from promulgate.site import addresses
from promulgate.site.site import Site
from promulgate.site.standing import Phase, phases

LISTED = 12
"""So many versions are on the page of a policy, the newest; the others are on that of its history."""


@dataclass(frozen=True, slots=True)
class Row:
    """A version in a list."""

    version: Version
    name: str
    address: str
    phases: tuple[Phase, ...]
    interval: Markup
    """In words: from when, and until when if that is known."""
    summary: str
    labels: tuple[Markup, ...]
    """What else to know of it: material, correction, urgent, imported."""
    previous: str
    changes: str
    """Address of the redline with `previous`; empty for the first version."""
    source: str
    sha256: str
    current: bool = False
    """Whether the list stands on the page of this version."""


def rows(site: Site, policy: Policy, language: str) -> tuple[Row, ...]:
    """The versions of a policy in `language`, the newest first."""
    return tuple(_row(site, policy, version, language) for version in site.versions(policy, language))


def latest(site: Site, policy: Policy, language: str, current: Version | None = None) -> tuple[Row, ...]:
    """The newest versions of a policy in `language`, down to the `current` one at least; the history has them all."""
    versions = site.versions(policy, language)
    least = 1 + next((place for place, version in enumerate(versions) if version is current), 0)
    return tuple(
        _row(site, policy, version, language, version is current) for version in versions[: max(least, LISTED)]
    )


def beside(versions: Sequence[Version], place: int) -> Sequence[Version]:
    """The version at `place` between its neighbours."""
    return versions[max(0, place - 1) : place + 2]


def rows_beside(site: Site, policy: Policy, language: str, current: Version) -> tuple[Row, ...]:
    """A version between its neighbours, for its permanent page: a list of all would change with each new version."""
    versions = site.versions(policy, language)
    shown = beside(versions, next(place for place, version in enumerate(versions) if version is current))
    return tuple(_row(site, policy, version, language, version is current) for version in shown)


def interval(site: Site, version: Version, language: str) -> Markup:
    """When a version binds, in words."""
    words = site.words(language)
    if version.record.withdrawn:
        return words("never_bound")
    if version.ends is None:
        return words("from_date", date=words.time(version.effective))
    return words("from_date_to_date", start=words.time(version.effective), end=words.time_until(version.ends))


def is_correction(version: Version) -> bool:
    """Whether a version only mends: a third number (`2.0.1`) and no change in substance. It raises no alarm."""
    return version.record.number[2] > 0 and not version.record.material


def labels(site: Site, version: Version, language: str) -> tuple[Markup, ...]:
    """What else a reader should know of a version, in a few words each."""
    words = site.words(language)
    record = version.record
    kind = "material_change" if record.material else "correction" if is_correction(version) else "not_material"
    keys = [
        *([kind] if record.previous else []),
        *(["urgent"] if record.urgent else []),
        *(["imported"] if record.imported else []),
    ]
    return tuple(words(key) for key in keys)


def _row(site: Site, policy: Policy, version: Version, language: str, current: bool = False) -> Row:
    previous = site.previous(policy, version, language)
    return Row(
        version=version,
        name=version.name,
        address=addresses.version(language, policy.id, version.name),
        phases=phases(site, policy, version, language),
        interval=interval(site, version, language),
        summary=version.outline(language).summary,
        labels=labels(site, version, language),
        previous=previous.name if previous else "",
        changes=addresses.changes(language, policy.id, version.name) if previous else "",
        source=addresses.source(language, policy.id, version.name),
        sha256=version.record.languages[language].sha256,
        current=current,
    )


def upcoming(site: Site, policy: Policy, language: str) -> Version | None:
    """The next version of a policy to take effect that has a text in `language`, or None."""
    return next((version for version in policy.upcoming(site.now) if language in version.texts), None)
