"""Times of day as they are said: `บ่ายสามโมงครึ่ง` is 15:30, `quarter to ten p.m.` is 21:45."""

from __future__ import annotations

import re

from promulgate.values import english_numbers, thai_numbers
from promulgate.values.model import Kind, Meaning
from promulgate.values.scan import Scan

_NOON, _DAY = 720, 1440
"""Minutes."""
_SAID = rf"{thai_numbers.RUN}|\d{{1,2}}"
_MINUTES = rf"(?:(?P<half>ครึ่ง)|\s?(?P<minutes>{_SAID})(?:\s?นาที|(?=[\s)–-]|ถึง|$)))?"
_BEFORE_NIGHT = "(?:(?<![ก-ฮ])" + "".join(
    f"|(?<={word})" for word in ("ถึง", "ตั้งแต่", "เกิน", "ก่อน", "หลัง", "เวลา", "ราว", "ช่วง")
)
"""Before `ตี`, which may end another word."""
_THAI = re.compile(
    rf"(?:{_BEFORE_NIGHT})ตี\s?(?P<night>{_SAID})(?:นาฬิกา)?"
    rf"|บ่าย\s?(?P<afternoon>(?:{_SAID})?)\s?โมง"
    rf"|(?P<morning>{_SAID})\s?โมงเช้า|(?P<evening>{_SAID})\s?โมงเย็น|(?P<late>{_SAID})\s?ทุ่ม"
    rf"|(?P<unsaid>{_SAID})\s?โมง|เที่ยง(?=ครึ่ง))" + _MINUTES
)
"""`แปดโมงเช้า` is 8 a.m., `บ่ายสามโมง` 3 p.m., `สองทุ่ม` 8 p.m., `ตีห้า` 5 a.m.; `สี่โมง` may be of either half."""
_THAI_HINT = re.compile("โมง|ทุ่ม|ตี|เที่ยงครึ่ง")
_FIRST_HOUR = {"night": 0, "morning": 0, "afternoon": 12, "evening": 12, "late": 18, "unsaid": 0}

_NUMBER = rf"{english_numbers.NUMBER_WORD}|1[0-2]|[1-9]"
_BY_LETTERS = r"\s(?P<half>[ap])(?:\.\s?m\.|m\b)"
_IN_WORDS = r"\s(?:in the (?P<part>morning|afternoon|evening)|(?P<night>at night))"
_COUNTED = r"(?!\s?%|\s(?:days?|weeks?|months?|years?|hours?|minutes?|per\s?cent|baht|times|of)\b)"
_ENGLISH = (
    re.compile(
        rf"(?i)\b(?:(?:a\s)?(?P<share>half|quarter)|(?P<minutes>{english_numbers.NUMBER_WORD}|[1-5]?\d)"
        rf"(?:\sminutes|(?=\spast)))\s(?P<way>past|to)\s(?P<hour>{_NUMBER})\b(?:\so['’]clock)?(?:{_BY_LETTERS}|{_IN_WORDS}|{_COUNTED})"
    ),
    re.compile(rf"(?i)(?<!one to )(?<!two to )(?<!three to )\b(?P<hour>{_NUMBER})(?:\so['’]clock)?{_IN_WORDS}"),
    re.compile(rf"(?i)\b(?P<hour>{english_numbers.NUMBER_WORD})(?:\so['’]clock)?{_BY_LETTERS}"),
    re.compile(rf"(?i)\b(?P<hour>{_NUMBER})\so['’]clock\b"),
    re.compile(
        rf"(?i)\b(?:(?P<share>half|quarter)\san\shour|(?P<minutes>a|{english_numbers.NUMBER_WORD}|[1-5]?\d)\sminutes?)"
        r"\s(?P<way>past|to|after|before)\s(?P<twelve>midnight|noon|midday)\b"
    ),
)
"""`half past six`, where nothing follows that is counted; `six in the evening`; `six p.m.`; `six o'clock`."""
_ENGLISH_HINT = re.compile(
    r"(?i)\b(?:past|quarter to|o['’]clock|in the (?:morning|afternoon|evening)|at night|midnight|noon|midday)\b"
    r"|[a-z]\s[ap](?:\.\s?m\.|m\b)"
)
_SHARES = {"half": 30, "quarter": 15}


def scan_spoken_times(scan: Scan) -> None:
    """Find times of day that are said in words."""
    for match in list(_THAI.finditer(scan.rest)) if _THAI_HINT.search(scan.rest) else ():
        minutes = _in_thai(match)
        if minutes:
            scan.take(Kind.TIME, minutes, *match.span())
    if _ENGLISH_HINT.search(scan.rest):
        for pattern in _ENGLISH:
            for match in list(pattern.finditer(scan.rest)):
                times = _in_english(match)
                if times:
                    scan.take(Kind.TIME, times, *match.span())


def _in_thai(match: re.Match[str]) -> tuple[Meaning, ...]:
    """The times a Thai expression can mean; none where its numbers are no hour and minutes."""
    name = next((name for name in _FIRST_HOUR if match[name] is not None), "")
    said = _worth(match[name] or "หนึ่ง") if name else 0
    hour = said + _FIRST_HOUR.get(name, 12)
    minutes = 30 if match["half"] else _worth(match["minutes"] or "ศูนย์")
    if hour > 24 or minutes >= 60 or (name == "unsaid" and said > 11):
        return ()
    time = (hour * 60 + minutes) % _DAY
    both: tuple[Meaning, ...] = (("time", time), ("time", time + _NOON)) if name == "unsaid" and said < 7 else ()
    return both or (("time", time),)


def _in_english(match: re.Match[str]) -> tuple[Meaning, ...]:
    """The times an English expression can mean: without the part of the day, `six o'clock` may be of either half."""
    found = match.groupdict()
    share = found.get("share")
    minutes = _SHARES[share.lower()] if share else _worth((found.get("minutes") or "0").replace("a", "1"))
    if found.get("twelve"):
        noon = _NOON if found["twelve"].lower() != "midnight" else 0
        return (("time", (noon + (minutes if found["way"].lower() in ("past", "after") else -minutes)) % _DAY),)
    hour = _worth(found["hour"])
    if not 1 <= hour <= 12 or minutes >= 60:
        return ()
    early = (hour % 12 * 60 + (-minutes if (found.get("way") or "").lower() == "to" else minutes)) % _NOON
    part = (found.get("part") or found.get("half") or ("night" if found.get("night") else "")).lower()
    am, pm = ("time", early), ("time", early + _NOON)
    if part in ("morning", "a"):
        return (am,)
    if part == "night" and hour in (12, 1, 2, 3):
        return am, pm
    return (pm,) if part else (am, pm)


def _worth(said: str) -> int:
    if said.isdecimal():
        return int(said)
    words = thai_numbers.find(said) if "\u0e00" <= said[0] <= "\u0e7f" else english_numbers.find(said)
    return next((word.number for word in words), 99)
