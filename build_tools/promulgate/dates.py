"""Days and instants: from ISO to instants of a time zone, and back to words in Thai (Buddhist era) and English.

An *instant* is an aware `datetime`. A *local time* is what legal writes: a day, or a day with a time, without zone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from promulgate.errors import ConfigurationError, UsageError

BUDDHIST_ERA_OFFSET = 543
"""Buddhist-era years run 543 ahead of the common era (since 1941 CE, when the Thai new year moved to January)."""
FIRST_BUDDHIST_YEAR = 2400
"""A year from here on is one of the Buddhist era: nobody sets a policy's day four centuries ahead."""

THAI_MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_LOCAL_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?")
_OFFSET = re.compile(r"(.+T.+?)(Z|[+-][0-9]{2}:[0-9]{2})")


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A day as legal writes it, with a time of day if one was given. A day means its 00:00."""

    day: date
    clock: time | None = None

    def instant(self, zone: ZoneInfo) -> datetime:
        """The instant this is in `zone`."""
        return datetime.combine(self.day, self.clock or time(), tzinfo=zone)

    def __str__(self) -> str:
        return (
            self.day.isoformat() if self.clock is None else f"{self.day.isoformat()}T{self.clock.isoformat('minutes')}"
        )


def time_zone(name: str) -> ZoneInfo:
    """The time zone called `name` in the IANA database. Raises ConfigurationError if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigurationError(f"time_zone: there is no time zone called {name!r} (example: Asia/Bangkok)") from error


def parse_local_time(written: str) -> LocalTime:
    """Read `2027-01-01` or `2027-01-01T15:00`, strictly ISO 8601 with a common-era year.

    Raises ValueError with a sentence that names the mistake; a Buddhist-era year is named with its common-era year.
    """
    match = _LOCAL_TIME.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is not a date like 2027-01-01 or 2027-01-01T15:00")
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if year >= FIRST_BUDDHIST_YEAR:
        raise ValueError(
            f"{written!r} has a year of the Buddhist era; write the common-era year {year - BUDDHIST_ERA_OFFSET}"
        )
    if year < 1900:
        raise ValueError(f"{written!r} has a year before 1900")
    try:
        clock = time(int(match[4]), int(match[5]), int(match[6] or 0)) if match[4] else None
        return LocalTime(date(year, month, day), clock)
    except ValueError:
        raise ValueError(f"{written!r} is not a day of the calendar") from None


def parse_instant(written: str, zone: ZoneInfo) -> datetime:
    """Read an instant from the command line or a record: with an offset, or a local time of `zone`.

    Raises UsageError if it is neither.
    """
    match = _OFFSET.fullmatch(written)
    try:
        if match is None:
            return parse_local_time(written).instant(zone)
        parse_local_time(match[1])
        return datetime.fromisoformat(written).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"not an instant: {error}") from error


def format_instant(instant: datetime, zone: ZoneInfo) -> str:
    """`2027-01-01T00:00:00+07:00`: the instant with the offset `zone` has then, as records and pages carry it."""
    return instant.astimezone(zone).isoformat(timespec="seconds")


def format_date(instant: datetime, language: str, zone: ZoneInfo) -> str:
    """The day of `instant` in `zone` as people write it: `1 มิถุนายน พ.ศ. 2565`, `1 June 2022`; the time if not midnight.

    Languages without month names here get the ISO date, which everyone can read.
    """
    local = instant.astimezone(zone)
    day = local.date()
    if language == "th":
        words = f"{day.day} {THAI_MONTHS[day.month - 1]} พ.ศ. {day.year + BUDDHIST_ERA_OFFSET}"
        clock = f" เวลา {local:%H:%M} น."
    elif language == "en":
        words = f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
        clock = f", {local:%H:%M}"
    else:
        words, clock = day.isoformat(), f" {local:%H:%M}"
    return words if local.time() == time() else words + clock


def whole_days_between(earlier: datetime, later: datetime, zone: ZoneInfo) -> int:
    """Full calendar days of `zone` between two instants, counting neither the first day nor the last.

    This is how notice is counted (Civil and Commercial Code, section 193/3: the first day is not counted).
    """
    return max(0, (later.astimezone(zone).date() - earlier.astimezone(zone).date()).days - 1)


def days_until(now: datetime, instant: datetime, zone: ZoneInfo) -> int:
    """Days from the day of `now` to the day of `instant` in `zone`, as a reader counts "days left"."""
    return (instant.astimezone(zone).date() - now.astimezone(zone).date()).days


def utc(instant: datetime) -> str:
    """The instant in UTC as Atom, iCalendar and sitemaps want it: `2026-12-31T17:00:00Z`."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def a_day_before(instant: datetime) -> datetime:
    """24 hours earlier: until then an upcoming version may be amended."""
    return instant - timedelta(hours=24)
