"""Times of day, and "day and night": `15.00 น.` is `3 p.m.`, `24/7` is `24 ชั่วโมงต่อวัน 7 วันต่อสัปดาห์`."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language
from promulgate.values.spoken_times import scan_spoken_times
from promulgate.values.times_elsewhere import scan_times_elsewhere

_ALWAYS = re.compile(r"\b24\s?[/x×]\s?7(?:/365)?\b|\b24/24(?:/7)?\b|\b24h/(?:24|7)\b|ตลอด\s?24\s?(?:ชั่วโมง|ชม\.)\s?ทุกวัน")
_HOURS = r"(?P<hours>\d{1,2}|twenty[- ]four|ยี่สิบสี่)\s?(?:\(\d+\)\s?)?"
_DAYS = r"(?P<days>\d|seven|เจ็ด)\s?(?:\(\d+\)\s?)?"
_SCHEDULES = (
    re.compile(
        rf"(?i)\b{_HOURS}-?hours?(?:\s?(?:a|per|each|/)?\s?day)?,?\s(?:and\s)?{_DAYS}-?days?"
        r"(?:\s?(?:a|per|each|/)?\s?week)\b"
    ),
    re.compile(
        rf"(?:ตลอด\s?)?{_HOURS}(?:ชั่วโมง|ชม\.)\s?(?:ต่อวัน|ต่อ 1 วัน|/วัน)?\s?(?:และ)?\s?{_DAYS}"
        r"วัน(?:\s?(?:ต่อสัปดาห์|ต่อ 1 สัปดาห์|/สัปดาห์|ต่ออาทิตย์))"
    ),
)
"""So many hours a day and days a week."""
_WORDS = {"twenty-four": 24, "twenty four": 24, "ยี่สิบสี่": 24, "seven": 7, "เจ็ด": 7}
_TIMES_A_DAY = re.compile(
    r"(?i)(?<![\d.,])(?P<days>\d{1,2})\s?[x×]\s?24[\s-]?(?:(?:jam|hours?|horas?|heures?|stunden|ore|uur|giờ)\b|ชั่วโมง|ساعة)"
)
"""`2 x 24 jam`: so many full days."""
_ALL_DAY = re.compile(
    r"(?i)ตลอด\s?24\s?(?:ชั่วโมง|ชม\.)(?:\s?7\s?วัน)?|\b(?:24|twenty-four)\shours\s(?:a|every)\sday"
    r"|\bround[- ]the[- ]clock\b|\baround the clock\b|\bday (?:or|and) night\b|ทั้ง(?:กลาง)?วัน(?:และ)?(?:ทั้ง)?(?:กลาง)?คืน"
    r"|24\s?ชั่วโมงต่อวัน|\bat (?:any|all) hours?\b"
)

_EVERY_DAY = re.compile(r"(?i)\b(?:7|seven)\sdays\s(?:a|per)\sweek\b|(?<!\d)(?:7|เจ็ด)\s?วันต่อสัปดาห์")
"""`ทุกวัน` in other words."""

_FROM_GREENWICH = re.compile(
    r"\b(?:GMT|UTC)\s?(?P<offset>[+−–-]\s?(?P<hours>\d{1,2})(?::(?P<minutes>[0-5]\d))?)(?![\d:])"
)
"""`GMT+7`: so many hours before Greenwich."""

_END = r"(?![0-9A-Za-z_:]|\.\d)"
_CLOCK = r"(?<![\d:.,/])(?P<hour>[01]?\d|2[0-4])"
_TO = r"\s?(?:-|–|—|to|and|until)\s?"
_TIME = re.compile(
    rf"(?i){_CLOCK}(?:"
    r"[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|\s?(?P<half2>[ap]\.m\.|[ap]m\b)"
    r"|[:.](?P<minute2>[0-5]\d)\s?(?:น\.|นาฬิกา|น(?![\u0e01-\u0e4e])|hrs?\b\.?|hours\b)"
    r"|\s?นาฬิกา(?:\s?(?P<minute3>\d{1,2})\s?นาที)?"
    rf"|(?:[:.](?P<minute6>[0-5]\d))?(?={_TO}(?:[01]?\d)(?:[:.][0-5]\d)?\s?(?P<half3>[ap])\.?\s?m\b)"
    rf"|:(?P<minute4>[0-5]\d)(?::[0-5]\d)?{_END}"
    r"|\.(?P<minute5>[0-5]\d)(?=\s?(?:-|–|—|ถึง|to)\s?(?:เวลา\s?)?\d{1,2}[.:]\d{2}\s?(?:น\.|น(?![\u0e01-\u0e4e])"
    r"|นาฬิกา|hrs?\b|hours\b))"
    r")"
)
_NAMED = re.compile(r"(?i)\b(?P<digits>12(?:[:.]00)?\s)?(?:(?P<noon>noon|midday)|midnight)\b|เที่ยงคืน|(?P<noon2>เที่ยงวัน)")


def scan_always(scan: Scan) -> None:
    """Find so many hours a day and days a week, and the ways of saying that something is open day and night."""
    for match in list(_ALWAYS.finditer(scan.rest)):
        scan.take(Kind.DURATION, (("always",),), *match.span())
    for pattern in _SCHEDULES:
        for match in list(pattern.finditer(scan.rest)):
            hours, days = (_WORDS.get(match[name].lower()) or int(match[name]) for name in ("hours", "days"))
            meaning: Meaning = ("always",) if (hours, days) == (24, 7) else ("schedule", hours, days)
            scan.take(Kind.DURATION, (meaning,), *match.span())
    for match in list(_TIMES_A_DAY.finditer(scan.rest)):
        scan.take(Kind.DURATION, (("duration", "hour", Fraction(24 * int(match["days"]))),), *match.span())
    for match in list(_EVERY_DAY.finditer(scan.rest)):
        scan.take(
            Kind.DURATION,
            (("duration", "day", Fraction(1)), ("rate", "day"), ("duration", "day", Fraction(7))),
            *match.span(),
            Weight.FAINT,
        )
    for match in list(_ALL_DAY.finditer(scan.rest)):
        weight = Weight.FIRM if "24" in match[0] else Weight.FAINT
        scan.take(Kind.DURATION, (("duration", "hour", Fraction(24)), ("always",)), *match.span(), weight)


def scan_times(scan: Scan) -> None:
    """Find times of day; those named in words are faint."""
    for match in list(_FROM_GREENWICH.finditer(scan.rest)):
        hours = Fraction(match["hours"]) + Fraction(int(match["minutes"] or 0), 60)
        scan.take(Kind.DURATION, (("duration", "hour", hours), ("number", hours)), *match.span("offset"), Weight.SOFT)
    scan_spoken_times(scan)
    if base_language(scan.language) not in ("th", "en"):
        scan_times_elsewhere(scan)
    for match in list(_NAMED.finditer(scan.rest)):
        noon = match["noon"] or match["noon2"]
        weight = Weight.FIRM if match["digits"] else Weight.FAINT
        scan.take(Kind.TIME, (("time", 720 if noon else 0),), *match.span(), weight, from_words=not match["digits"])
    for match in list(_TIME.finditer(scan.rest)):
        hour = int(match["hour"])
        minute = next((int(match[f"minute{name}"]) for name in ("", *range(2, 7)) if match[f"minute{name}"]), 0)
        half = (match["half"] or match["half2"] or match["half3"] or "").lower()
        if half:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        meaning: Meaning = ("time", (hour * 60 + minute) % 1440)
        # `10–2 p.m.`: what is said of the end need not hold for the beginning.
        more: tuple[Meaning, ...] = (("time", (hour * 60 + minute + 720) % 1440),) if match["half3"] else ()
        scan.take(Kind.TIME, (meaning, *more), *match.span())
