"""All versions of all policies, and what each of them is at an instant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from promulgate.errata import Erratum
from promulgate.model import Text
from promulgate.outline import Outline, outline_of
from promulgate.records import Record, RecordFolder, sha256
from promulgate.settings import Settings


class Status(StrEnum):
    """What a version is at an instant."""

    UPCOMING = "upcoming"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Version:
    """A policy's dated state across its languages, with the interval in which it binds."""

    folder: RecordFolder = field(repr=False)
    texts: Mapping[str, Text] = field(repr=False)
    """In the order of the site's languages; a version keeps the languages it was recorded with."""
    ends: datetime | None = None
    """The instant the next version takes its place; None for the newest and for a withdrawn one."""
    superseded_by: str = ""
    previous: str = ""
    """The version before by order of effect; empty for the first and for a withdrawn one that never followed any."""
    announced: datetime | None = None
    """When its record reached the main branch, where git knows; for display and notice, never for integrity."""
    outlines: Mapping[str, Outline] = field(default_factory=dict, repr=False)
    """By language, where they are known without the texts."""

    @property
    def record(self) -> Record:
        """The data of the version's record."""
        return self.folder.record

    @property
    def name(self) -> str:
        """The number of the version: `2.0`."""
        return self.record.version

    @property
    def effective(self) -> datetime:
        """The instant from which the version binds."""
        return self.record.effective

    def outline(self, language: str) -> Outline:
        """What lists say of the text in a language the version has."""
        return self.outlines.get(language) or outline_of(self.texts[language])

    def status(self, now: datetime) -> Status:
        """What the version is at `now`. A version binds from its instant on, and until the next one's, exclusively."""
        if self.record.withdrawn:
            return Status.WITHDRAWN
        if now < self.effective:
            return Status.UPCOMING
        if self.ends is not None and now >= self.ends:
            return Status.SUPERSEDED
        return Status.ENDED if self.record.ends else Status.IN_FORCE


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy with all its recorded versions, in order of effect (withdrawn ones by the date they would have had)."""

    id: str
    versions: tuple[Version, ...]
    drafts: Mapping[str, Text] = field(default_factory=dict, repr=False)
    """Working texts that are not recorded; shown by `serve` and with `--drafts` only."""
    errata: tuple[Erratum, ...] = ()
    """Corrections of what was said about versions, in the order they were made."""
    _places: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """By the number of a version."""
    _bound_in_turn: tuple[Version, ...] = field(init=False, repr=False, compare=False)
    """The versions that bind, bound or will: the withdrawn ones left out."""

    def __post_init__(self) -> None:
        """Look-ups that pages ask for a thousand times."""
        object.__setattr__(self, "_places", {version.name: place for place, version in enumerate(self.versions)})
        bound = tuple(version for version in self.versions if not version.record.withdrawn)
        object.__setattr__(self, "_bound_in_turn", bound)

    def errata_of(self, version: str) -> tuple[Erratum, ...]:
        """The corrections that speak of the version of this number: shown beside it, never instead of it."""
        return tuple(erratum for erratum in self.errata if erratum.version == version)

    def version(self, name: str) -> Version | None:
        """The version of this number, or None."""
        place = self._places.get(name)
        return None if place is None else self.versions[place]

    def only(self, names: Iterable[str]) -> Policy:
        """The policy with no other versions than these, and without drafts."""
        places = sorted({self._places[name] for name in names})
        return Policy(self.id, tuple(self.versions[place] for place in places), errata=self.errata)

    def binding(self, now: datetime) -> Version | None:
        """The version that binds at `now`, in force or the last word of a policy that ended; None before the first."""
        begun = bisect_right(self._bound_in_turn, now, key=_effective)
        latest = self._bound_in_turn[begun - 1] if begun else None
        if latest is None or latest.status(now) not in (Status.IN_FORCE, Status.ENDED):
            return None
        return latest

    def upcoming(self, now: datetime) -> tuple[Version, ...]:
        """The versions that bind later, the soonest first."""
        return self._bound_in_turn[bisect_right(self._bound_in_turn, now, key=_effective) :]


def _effective(version: Version) -> datetime:
    return version.effective


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the site is made from."""

    settings: Settings
    policies: tuple[Policy, ...]
    commit: str = ""
    """The commit the archive was read from; empty when it was not read from git."""
    _by_id: Mapping[str, Policy] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The look-up every link asks for."""
        object.__setattr__(self, "_by_id", {policy.id: policy for policy in self.policies})

    def policy(self, identifier: str) -> Policy | None:
        """The policy of this id, or None."""
        return self._by_id.get(identifier)

    @property
    def hash(self) -> str:
        """One SHA-256 over all records in order of policy and effect: a number anyone can keep and compare.

        It is taken over lines `<sha256 of record.yml>  <policy>/<version>`, as `sha256sum` would print them.
        """
        lines = (
            f"{version.folder.sha256}  {policy.id}/{version.name}\n"
            for policy in self.policies
            for version in policy.versions
        )
        return sha256("".join(lines).encode())


def order_versions(
    folders: tuple[RecordFolder, ...],
    texts: Mapping[str, Mapping[str, Text]],
    announced: Mapping[str, datetime],
    outlines: Mapping[str, Mapping[str, Outline]] | None = None,
) -> tuple[Version, ...]:
    """Put the versions of one policy in order of effect and give each its interval.

    `texts`, `announced` and `outlines` are by version. Withdrawn versions take part in no interval.
    """
    ordered = sorted(folders, key=_place_in_order)
    binding = [folder for folder in ordered if not folder.record.withdrawn]
    places = [_place_in_order(folder) for folder in binding]
    versions = []
    for folder in ordered:
        name = folder.record.version
        before = bisect_left(places, _place_in_order(folder))
        after = bisect_right(places, _place_in_order(folder))
        follower = None if folder.record.withdrawn or after == len(binding) else binding[after].record
        versions.append(
            Version(
                folder,
                texts[name],
                ends=follower.effective if follower else None,
                superseded_by=follower.version if follower else "",
                previous=binding[before - 1].record.version if before else "",
                announced=announced.get(name),
                outlines=(outlines or {}).get(name, {}),
            )
        )
    return tuple(versions)


def _place_in_order(folder: RecordFolder) -> tuple[datetime, tuple[int, int, int]]:
    return folder.record.effective, folder.record.number
