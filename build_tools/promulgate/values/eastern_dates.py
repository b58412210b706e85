"""Dates of Chinese, Japanese, Korean and Vietnamese: `2027年1月1日`, `令和7年4月1日`, `6월 10일`, `ngày 1 tháng 6`."""

from __future__ import annotations

import re

from promulgate.values.calendar import BARE_YEARS, date_meanings, last_days, years_of
from promulgate.values.east_asian_numbers import parse
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911, "仏暦": -543, "佛曆": -543}
"""The year before the first of each era."""
_ERAS_ABROAD = {
    **dict.fromkeys(("เรวะ", "reiwa"), 2018),
    **dict.fromkeys(("เฮเซ", "heisei"), 1988),
    **dict.fromkeys(("โชวะ", "showa", "shōwa"), 1925),
    **dict.fromkeys(("ไทโช", "taisho", "taishō"), 1911),
}
_ABROAD = re.compile(
    rf"(?i)(?:ปี(?:รัชศก)?\s?)?(?P<era>{'|'.join(_ERAS_ABROAD)})\s?(?:(?:ปี)?ที่\s?)?(?P<nth>\d{{1,2}})(?![\d.,/]\d|\d)"
)
"""Years of Japanese eras in Thai and English: `ปีโชวะที่ 27`, `Showa 27`."""
_HAN = "〇零一二三四五六七八九十"
_YEAR = (
    rf"(?:(?P<era>{'|'.join(_ERAS)})\s?(?P<nth>\d{{1,4}}|元|[{_HAN}百]{{1,6}})|(?P<year>\d{{4}}|[{_HAN}]{{4}}))"
    r"\s?[年년]\s?"
)
_YEAR_AGAIN = (
    rf"(?:\(\s?(?:(?P<era2>{'|'.join(_ERAS)})\s?(?P<nth2>\d{{1,4}}|元|[{_HAN}百]{{1,6}})|(?P<year2>\d{{4}}))"
    r"\s?年\s?\)\s?)?"
)
"""The same year in the other era: `2027年（令和9年）`."""
_MONTH = rf"(?<![\d.,])(?P<month>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[月월]"
_DAY = rf"\s?(?:(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日일号號]|(?P<last>末日?|月底|底|말일|말))"
_UNTIL = rf"(?:\s?(?:から|より|至|到|~|〜|～|-|–|부터)\s?(?P<until>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日일号號])?"
_NO_PERIOD = r"(?![間间]|以|内|內|前|後|后|\s?(?:간|이내|이상|이하|동안))"
_PATTERNS = (
    re.compile(rf"{_YEAR}{_YEAR_AGAIN}{_MONTH}(?:{_DAY}{_UNTIL})?"),
    re.compile(r"(?<![\d.])(?P<year>\d{4})\.\s(?P<month>\d{1,2})\.\s(?P<day>\d{1,2})(?:\.|(?!\d))"),
    re.compile(rf"{_MONTH}{_DAY}{_UNTIL}"),
    re.compile(rf"{_YEAR}{_NO_PERIOD}{_YEAR_AGAIN}"),
    re.compile(rf"{_MONTH}{_NO_PERIOD}"),
)
_VIETNAMESE = (
    re.compile(
        r"(?i)(?:ngày\s+)?(?:(?P<from>\d{1,2})\s*(?:-|–|đến(?:\s+ngày)?)\s*)?(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)(?:(?:\s+năm|,)?\s+(?P<year>\d{4}))?"
    ),
    re.compile(r"(?i)\btháng\s+(?P<month>\d{1,2})(?:(?:\s+năm|,)?\s+|/)(?P<year>\d{4})"),
)


def scan_eastern_dates(scan: Scan) -> None:
    """Find whole dates before parts of dates; a month alone is soft."""
    if any(mark in scan.rest for mark in "年月년월") or base_language(scan.language) == "ko":
        for pattern in _PATTERNS:
            for match in list(pattern.finditer(scan.rest)):
                _take(scan, match)
    for match in list(_ABROAD.finditer(scan.rest)) if any(era in scan.rest.lower() for era in _ERAS_ABROAD) else ():
        year = _ERAS_ABROAD[match["era"].lower()] + int(match["nth"])
        scan.take(Kind.DATE, (("year", year),), *match.span())
    if "tháng" in scan.rest.lower():
        for pattern in _VIETNAMESE:
            for match in list(pattern.finditer(scan.rest)):
                _take(scan, match)


def _take(scan: Scan, match: re.Match[str]) -> None:
    groups = match.groupdict()
    month, day = _number(groups.get("month")), _number(groups.get("day"))
    years = _years(groups.get("era"), groups.get("nth"), groups.get("year"))
    if years is None:
        return
    again = _years(groups.get("era2"), groups.get("nth2"), groups.get("year2")) or ()
    wrong = bool(again) and set(again).isdisjoint(years)
    years = tuple(dict.fromkeys(years + again)) if wrong else years
    if month > 12 or day > 31 or (groups.get("month") and not month) or (groups.get("day") and not day):
        return
    if not month:
        readings: tuple[Meaning, ...] = tuple(("year", year) for year in years)
        scan.take(Kind.DATE, readings, *match.span(), contradiction=readings if wrong else ())
        return
    weight = Weight.FIRM if day or years else Weight.SOFT
    start, end = match.span()
    if groups.get("from"):
        scan.take(Kind.DATE, date_meanings(years, month, int(groups["from"])), start, match.end("from"))
        start = match.start("day")
    if groups.get("until"):
        scan.take(Kind.DATE, date_meanings(years, month, _number(groups["until"])), match.start("until"), end)
        end = match.end("day") + 1
    meanings = last_days(years, month) if groups.get("last") else date_meanings(years, month, day)
    scan.take(Kind.DATE, meanings, start, end, weight, contradiction=meanings if wrong else ())


def _years(era: str | None, nth: str | None, year: str | None) -> tuple[int, ...] | None:
    """The years a year of an era, or one in digits, can be; none if no year is said, None if it is no year."""
    if era:
        return (_ERAS[era] + (1 if nth == "元" else _number(nth)),)
    if not year:
        return ()
    written = _number(year)
    return years_of(written, "")[0] if any(written in known for known in BARE_YEARS) else None


def _number(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() and written.isascii() else parse(written) or 0
