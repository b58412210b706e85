"""The calendar file of a policy (RFC 5545): the days its coming versions take effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from promulgate.archive import Policy, Version
from promulgate.site import addresses
from promulgate.site.model import File
from promulgate.site.site import Site

_LONGEST_LINE = 75
"""Octets, without the line end."""


def calendar(site: Site, policy: Policy, language: str) -> File:
    """One event per upcoming version; when none is coming, the version that binds, as a calendar may not be empty."""
    versions = [version for version in policy.upcoming(site.now) if language in version.texts]
    binding = site.binding(policy)
    if not versions:
        versions = [binding] if binding and language in binding.texts else list(site.versions(policy, language)[:1])
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//promulgate//policies//EN", "CALSCALE:GREGORIAN"]
    for version in versions:
        lines += _event(site, policy, version, language)
    lines.append("END:VCALENDAR")
    folded = "".join(f"{part}\r\n" for line in lines for part in _fold(line))
    return File(addresses.calendar(language, policy.id), folded.encode())


def _event(site: Site, policy: Policy, version: Version, language: str) -> Iterator[str]:
    words = site.words(language)
    local = version.effective.astimezone(site.settings.time_zone)
    stamp = (version.announced or version.effective).astimezone(site.settings.time_zone)
    text = version.outline(language)
    address = site.settings.site_url + addresses.version(language, policy.id, version.name)
    yield "BEGIN:VEVENT"
    yield f"UID:{policy.id}-{version.name}-{language}@promulgate"
    yield f"DTSTAMP:{_utc(stamp)}"
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        yield f"DTSTART;VALUE=DATE:{local:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{local + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_utc(local)}"
        yield f"DTEND:{_utc(local)}"
    title = words.plain("calendar_event", title=text.title, version=version.name)
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(text.summary)}"
    if site.settings.site_url:
        yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A long line in parts of at most 75 octets, each after the first begun with a space; no character is cut."""
    part = ""
    for character in line:
        if len((part + character).encode()) > _LONGEST_LINE:
            yield part
            part = " "
        part += character
    yield part
