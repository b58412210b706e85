"""Prepares a new version of a policy: which number, which day, and the lines at the top of its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from promulgate.dates import LocalTime
from promulgate.errors import UsageError
from promulgate.front_matter import split
from promulgate.markdown.reader import decode
from promulgate.records import RecordFolder, is_fixed, version_number
from promulgate.settings import Settings

_NEW_EACH_TIME = frozenset(
    {"version", "effective", "material", "summary", "acknowledged", "imported", "urgent", "withdrawn", "ends"}
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A version about to be written: its number, its day, and the version whose words it starts from."""

    version: str
    effective: LocalTime
    material: bool
    source: RecordFolder
    reopened: bool = False
    """True when the version is announced already and its own words are brought back to be amended or confirmed."""


def plan_revision(
    policy: str,
    folders: tuple[RecordFolder, ...],
    working: str,
    settings: Settings,
    now: datetime,
    *,
    source: str | None = None,
    effective: LocalTime | None = None,
    material: bool = False,
) -> Revision:
    """Decide number and day of the next version.

    `folders` are the policy's records, `working` the version the working texts name, `source` the version to start from
    (default: the working one, or the newest that was not withdrawn). Starting from the newest version gives the next
    number (a material change the next whole one); starting from one that others follow gives a number between. Starting
    from an upcoming version that the working texts are not gives that version again, to be amended or confirmed.
    Raises UsageError.
    """
    recorded = {folder.record.version: folder for folder in folders}
    if not recorded:
        raise UsageError(f"{policy} has no recorded version yet: edit its files, then run promulgate record")
    if working and working not in recorded and source is None:
        raise UsageError(f"version {working} of {policy} is a draft already: edit it, or name --from another version")
    standing = [folder for folder in folders if not folder.record.withdrawn]
    newest = max(standing or folders, key=lambda folder: folder.record.number)
    name = source or (working if working and not recorded[working].record.withdrawn else newest.record.version)
    if name not in recorded:
        raise UsageError(f"{policy} has no version {name}; it has: {', '.join(recorded)}")
    start = recorded[name]
    if source is not None and name != working and not is_fixed(start.record, now):
        local = start.record.effective.astimezone(settings.time_zone)
        day = LocalTime(local.date(), local.timetz().replace(tzinfo=None) if local.hour or local.minute else None)
        return Revision(name, effective or day, start.record.material or material, start, reopened=True)
    version = _next_number(name, list(recorded), standing, material)
    day = effective or LocalTime(_first_day(version, standing, settings, now, material=material))
    return Revision(version, day, material, start)


def _next_number(name: str, taken: list[str], standing: list[RecordFolder], material: bool) -> str:
    major, minor, patch = version_number(name)
    following = [folder.record.number for folder in standing if folder.record.number > (major, minor, patch)]
    if not following:
        top = max(version_number(version) for version in taken)
        return f"{top[0] + 1}.0" if material else f"{top[0]}.{top[1] + 1}"
    used = {version_number(version) for version in taken}
    while (major, minor, patch + 1) in used:
        patch += 1
    if (major, minor, patch + 1) >= min(following):
        raise UsageError(f"there is no number left between version {name} and the one that follows it")
    return f"{major}.{minor}.{patch + 1}"


def _first_day(
    version: str, standing: list[RecordFolder], settings: Settings, now: datetime, *, material: bool
) -> date:
    """The first day that gives due notice and comes after every version numbered before this one."""
    zone = settings.time_zone
    due = now.astimezone(zone).date() + timedelta(days=settings.notice_days + 1 if material else 1)
    number = version_number(version)
    before = [folder.record.effective.astimezone(zone).date() for folder in standing if folder.record.number < number]
    return max([due, *(day + timedelta(days=1) for day in before)])


def revised_source(path: str, source: bytes, revision: Revision) -> bytes:
    """The working file of a new version: new lines at the top, the words of `source` below them untouched.

    Raises SourceError if `source` can't be read.
    """
    if revision.reopened:
        return source
    header, body, _ = split(path, decode(path, source))
    lines = [
        "---",
        f'version: "{revision.version}"',
        f"effective: {revision.effective}",
        f"material: {'true' if revision.material else 'false'}",
        'summary: ""',
        *_kept(header),
        "---",
    ]
    return "\n".join([*lines, body]).encode()


def _kept(header: str) -> list[str]:
    """The lines of entries that go from version to version: the exceptions."""
    kept: list[str] = []
    keeping = False
    for line in header.split("\n"):
        if line[:1] not in ("", " ", "-", "#"):
            keeping = line.partition(":")[0] not in _NEW_EACH_TIME
        if keeping and line.strip():
            kept.append(line)
    return kept
