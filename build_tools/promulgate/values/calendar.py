"""Dates, in part or in whole: Thai and English words, both eras, ISO, and numbers with slashes."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise

from promulgate.dates import BUDDHIST_ERA_OFFSET, ENGLISH_MONTHS, THAI_MONTHS
from promulgate.values import english_numbers, thai_numbers
from promulgate.values.locales import day_first, local_months
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import TAKEN, Scan, base_language

_THAI_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_ENGLISH_SHORT = {"Sept": 9, **{name[:3]: number for number, name in enumerate(ENGLISH_MONTHS, 1)}}

_THAI_ERA = r"พ\.?\s?ศ\.?|พุทธศักราช|ค\.?\s?ศ\.?|คริสต์ศักราช|คริสตศักราช"
_ENGLISH_ERA = r"B\.\s?E\.|BE\b|Buddhist [Ee]ra|A\.\s?D\.|AD\b|C\.\s?E\.|CE\b"
_ERA = rf"(?:{_THAI_ERA}|{_ENGLISH_ERA})"
_YEAR = r"\d{4}(?![\d]|,\d|\.\d)"
_YEAR_TAIL = (
    rf"(?:(?:,|\s)*(?:of |the year |(?:ของ\s?)?ปี\s*)?(?P<era>{_ERA})?\s*(?P<year>{_YEAR})"
    rf"(?:\s?(?P<after>{_ENGLISH_ERA}))?)"
)
_RANGE = rf"\s*(?:-|–|—|to|until|ถึง|จนถึง|and|และ)\s*(?:{TAKEN}+(?:ที่)?,?\s*)?(?:the\s+|วันที่\s*)?"
"""Between two days: maybe with the day of the week, which is taken by then."""
_NTH = r"(?:st|nd|rd|th)?"

_thai_numbers = {name: number for number, name in enumerate(THAI_MONTHS, 1)}
_thai_numbers |= {short.replace(".", ""): number for number, short in enumerate(_THAI_SHORT, 1)}
_THAI_FULL = "|".join(THAI_MONTHS)
_THAI_DOTTED = "|".join(short.replace(".", r"\.\s?", 1).removesuffix(".") + r"\.?" for short in _THAI_SHORT)
_THAI_BARE = "|".join(short.replace(".", "") for short in _THAI_SHORT)
_THAI_DAY = rf"(?:(?P<from>\d{{1,2}}){_RANGE})?(?P<day>(?<!\d)\d{{1,2}})\s*(?:ของ\s?)?(?:เดือน\s*)?"
_THAI = (
    re.compile(rf"(?<![\d.,])(?:{_THAI_DAY})(?P<month>{_THAI_FULL}){_YEAR_TAIL}?"),
    re.compile(
        rf"(?<![\d.,])(?:{_THAI_DAY})(?P<month>{_THAI_DOTTED})(?:{_YEAR_TAIL}"
        rf"|\s?(?:{_THAI_ERA})?\s?(?P<short>\d{{2}})(?!\d|[.,]\d|\s*(?:วัน(?!ที่)|ปี|เดือน|บาท)))?"
    ),
    re.compile(rf"(?<![\d.,])(?:{_THAI_DAY})(?P<month>{_THAI_BARE}){_YEAR_TAIL}"),
    re.compile(rf"ที่\s?(?P<thai_word>{thai_numbers.RUN})\s*(?:เดือน\s*)?(?P<month>{_THAI_FULL}){_YEAR_TAIL}?"),
    re.compile(rf"(?:เดือน\s*)?(?P<month>{_THAI_FULL}|{_THAI_DOTTED}){_YEAR_TAIL}"),
    re.compile(rf"(?:เดือน\s*)?(?P<month>{_THAI_FULL})"),
    re.compile(rf"(?<![ก-๙.])(?P<month>{_THAI_DOTTED})(?=\s?(?:-|–|ถึง)[\s\x01])"),
)

_english_names = [*ENGLISH_MONTHS, *_ENGLISH_SHORT]
_NEVER_WORDS = [name for name in _english_names if name not in ("May", "March", "Mar", "Jan", "Sept", "Sep", "Dec")]
_ENGLISH_MONTH = "|".join(
    sorted(
        {*_english_names, *(n.upper() for n in _english_names), *(n.lower() for n in _NEVER_WORDS)},
        key=len,
        reverse=True,
    )
)
_ENGLISH_DAY = (
    rf"(?:(?P<from>\d{{1,2}}){_NTH}{_RANGE})?(?:(?P<day>\d{{1,2}}){_NTH}|(?P<word>{english_numbers.ORDINAL_WORD}))"
)
_ENGLISH = (
    re.compile(
        rf"\b(?<![\d.,]){_ENGLISH_DAY}(?i:\s+day)?(?i:\s+of)?[\s-]+(?P<month>{_ENGLISH_MONTH})\b\.?(?:-(?=\d{{4}}))?{_YEAR_TAIL}?"
    ),
    re.compile(
        rf"\b(?P<month>{_ENGLISH_MONTH})\.?\s+(?:(?P<from>\d{{1,2}}){_NTH}{_RANGE})?(?P<day>\d{{1,2}}){_NTH}(?![\d.,]?\d|:){_YEAR_TAIL}?"
    ),
    re.compile(rf"\b(?P<month>{_ENGLISH_MONTH})\.?(?:\s+of)?{_YEAR_TAIL}"),
    re.compile(r"\b(?P<month>January|February|April|June|July|August|September|October|November|December)\b"),
    re.compile(
        r"\b(?i:in|of|by|between|until|till|from|since|during|each|every|to|through)\s+(?P<month>May|March)\b(?!\s+(?:be|not))"
    ),
    re.compile(rf"\b(?P<month>{_ENGLISH_MONTH})\b\.?(?=\s?(?:-|–|—)\s?{TAKEN})"),
)

_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d-])(?=T?)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/-]|\.\d|\s?(?:ไร่|rai\b))"
)
_ERA_YEAR = re.compile(
    rf"(?:ปี\s*)?(?P<era>(?<![\w.]){_ENGLISH_ERA}|{_THAI_ERA})\s*(?P<year>{_YEAR})"
    rf"|(?<![\d.,])(?P<year2>\d{{4}})\s?(?P<after>{_ENGLISH_ERA})"
)
_NO_YEAR = re.compile(r"(?:\bB\.\s?E\.|\bBE\b|พ\.\s?ศ\.)\s?\((?:19|20)\d\d\)")
"""An era whose year is gone: `B.E. (2019)`."""
_SAME_YEAR = re.compile(
    rf"\s?(?:\(\s*(?:(?P<era>{_ERA})\s*)?(?P<year>\d{{4}})(?:\s?(?P<after>{_ENGLISH_ERA}))?\s*\)"
    rf"|/\s?(?P<slashed>(?:19|20|2[456])\d\d)(?!\d))"
)

_LAST_DAY = re.compile(
    r"(?i)(?:\b(?:end|close|last day) of(?: the month of)?\s|\bwithin\s|สิ้น|วันสุดท้ายของ|ภายใน)(?:เดือน)?\s?$"
)
"""Before a month: its last day, which the other language may give as a date."""
_YEAR_END = re.compile(r"(?i)(?:สิ้น|วันสุดท้ายของ|\b(?:end|last day) of\s)(?:ปี)?\s?$")
"""Before a year: its last day."""
_A_LEAP_YEAR = 2028
_YEAR_IN_WORDS = re.compile(rf"\s*(?:พุทธศักราช|พ\.?\s?ศ\.?)\s*(?P<year>{thai_numbers.RUN})")

_MORE_YEARS = re.compile(
    rf"(?:,\s?|\s?(?:,\s?)?(?:และ|หรือ|and|or)\s?)(?:ปี\s?|in\s)?(?P<year>(?:19|20|2[45])\d\d)(?!\s?(?:{TAKEN}|[A-Z][a-z]))(?![\d,.]\d|\d)"
)
"""After a day with its year: more years with the same day."""

_COMMON_YEARS = range(1000, 2300)
_BUDDHIST_YEARS = range(2400, 2800)
BARE_YEARS = (range(1900, 2101), range(2440, 2651))
"""A number of four digits without a unit in these ranges may be a year."""


def scan_dates(scan: Scan) -> None:
    """Find dates of all forms, whole dates before parts of dates."""
    has_digit = re.search(r"\d", scan.rest) is not None
    if has_digit:
        _numeric_dates(scan)
    for pattern in _patterns(scan):
        for match in list(pattern.finditer(scan.rest)):
            _named(scan, match)
    if has_digit:
        position = 0
        while found := _ERA_YEAR.search(scan.rest, position):
            position = _year(scan, found)
        for match in list(_NO_YEAR.finditer(scan.rest)):
            scan.take(Kind.DATE, (("era",),), *match.span())
        _share_years(scan)


def _patterns(scan: Scan) -> list[re.Pattern[str]]:
    """The patterns with month names of the text's language; English ones everywhere, for what was left in English."""
    chosen: list[re.Pattern[str]] = []
    language = base_language(scan.language)
    if language not in ("th", "en"):
        chosen += local_months(scan.language)[0]
    if re.search("[\u0e00-\u0e7f]", scan.rest):
        chosen += _THAI
    if re.search("[A-Za-z]{3}", scan.rest):
        chosen += _ENGLISH
    return chosen


def years_of(year: int, era: str) -> tuple[tuple[int, ...], bool]:
    """The common-era years a written year can mean, and whether its era excludes it (`ค.ศ. 2562`)."""
    other_era = year - BUDDHIST_ERA_OFFSET
    if era[:1] in ("พ", "B"):
        return ((year, other_era), True) if 1800 <= year < 2200 else ((other_era,), False)
    if era:
        return ((other_era, year), True) if year in _BUDDHIST_YEARS else ((year,), False)
    return ((other_era,), False) if year in _BUDDHIST_YEARS else ((year,), False)


def _named(scan: Scan, match: re.Match[str]) -> None:
    """Record a date with the name of a month, or a part of one."""
    groups = match.groupdict()
    month = _month(scan, groups["month"])
    day = int(groups["day"]) if groups.get("day") else 0
    if groups.get("word"):
        day = english_numbers.ORDINALS[re.sub(r"\s+", "-", groups["word"].lower())]
    if groups.get("thai_word"):
        day = next((word.number for word in thai_numbers.find(groups["thai_word"])), 0)
    start, end = match.span()
    if match[0].endswith(".") and match.end("month") == end - 1 and len(groups["month"]) > 4:
        end -= 1
    if groups.get("short"):
        short = int(groups["short"])
        years: tuple[int, ...] = (1957 + short, 2000 + short)
        wrong = False
    elif groups.get("year"):
        years, wrong = years_of(int(groups["year"]), groups.get("era") or groups.get("after") or "")
        years, wrong, end = _same_year(scan, end, int(groups["year"]), years, wrong)
    else:
        years, wrong, end = _year_in_words(scan, end)
    readings = date_meanings(years, month, day)
    if not day and _LAST_DAY.search(scan.cleaned.text, max(0, start - 24), match.start("month")):
        readings += last_days(years, month)
    contradiction = readings if wrong else ()
    if groups.get("from"):
        split = match.end("from")
        scan.take(Kind.DATE, date_meanings(years, month, int(groups["from"])), start, split)
        start = match.start("day")
    weight = Weight.FIRM if day or years else Weight.SOFT
    scan.take(Kind.DATE, readings, start, end, weight, contradiction=contradiction)
    while day and years and (more := _MORE_YEARS.match(scan.rest, end)):
        further = years_of(int(more["year"]), "")[0]
        also: tuple[Meaning, ...] = tuple(("year", year) for year in further)
        scan.take(Kind.DATE, date_meanings(further, month, day) + also, more.start("year"), more.end())
        end = more.end()


def _year_in_words(scan: Scan, end: int) -> tuple[tuple[int, ...], bool, int]:
    """The year in Thai words that follows a day and month, as `years_of` tells it, and where it ends."""
    match = _YEAR_IN_WORDS.match(scan.rest, end)
    year = next((word.number for word in thai_numbers.find(match["year"])), 0) if match else 0
    if match is None or year not in _BUDDHIST_YEARS:
        return (), False, end
    return *years_of(year, "พ"), match.end()


def last_days(years: tuple[int, ...], month: int) -> tuple[Meaning, ...]:
    """The last day of a month in each year it can be of; of a February of any year, either."""
    if years:
        return tuple(("date", year, month, monthrange(year, month)[1]) for year in years)
    return tuple(("month-day", month, day) for day in {monthrange(year, month)[1] for year in (_A_LEAP_YEAR, 2027)})


def date_meanings(years: tuple[int, ...], month: int, day: int) -> tuple[Meaning, ...]:
    """What a month with its day and year means for each year it can be of; no years, or 0 for the day, if unsaid."""
    if years:
        return tuple(("date", year, month, day) if day else ("year-month", year, month) for year in years)
    return (("month-day", month, day),) if day else (("month", month),)


def _month(scan: Scan, name: str) -> int:
    key = re.sub(r"[.\s]", "", name)
    if key in _thai_numbers:
        return _thai_numbers[key]
    if key[:3].title() in _ENGLISH_SHORT and key[0] in "JFMASONDjfmasond" and key.title() in _english_names:
        return _ENGLISH_SHORT[key[:3].title()]
    return local_months(scan.language)[1][name.lower()]


def _same_year(
    scan: Scan, end: int, written: int, years: tuple[int, ...], wrong: bool
) -> tuple[tuple[int, ...], bool, int]:
    """Take in the same year in the other era that follows: `B.E. 2562 (2019)`; another year there contradicts it."""
    follows = _SAME_YEAR.match(scan.rest, end)
    if follows is None:
        return years, wrong, end
    other = int(follows["year"] or follows["slashed"])
    if (other in _BUDDHIST_YEARS) == (written in _BUDDHIST_YEARS):
        return years, wrong, end
    others, others_wrong = years_of(other, follows["era"] or follows["after"] or "")
    if set(others) & set(years):
        return years, wrong or others_wrong, follows.end()
    return tuple(dict.fromkeys(years + others)), True, follows.end()


def _year(scan: Scan, match: re.Match[str]) -> int:
    """Record a year with its era, and the same year in the other era. Returns where it ends."""
    written = int(match["year"] or match["year2"])
    years, wrong = years_of(written, match["era"] or match["after"])
    years, wrong, end = _same_year(scan, match.end(), written, years, wrong)
    readings = _of_years(scan, years, match.start())
    scan.take(Kind.DATE, readings, match.start(), end, contradiction=readings if wrong else ())
    return end


def _of_years(scan: Scan, years: tuple[int, ...], start: int) -> tuple[Meaning, ...]:
    """What a year that begins at `start` means: itself, or its last day where its end is spoken of."""
    ends = _YEAR_END.search(scan.cleaned.text, max(0, start - 24), start)
    last: tuple[Meaning, ...] = tuple(("date", year, 12, 31) for year in years) if ends else ()
    return (*(("year", year) for year in years), *last)


def bare_year(
    scan: Scan, written: int, start: int, end: int
) -> tuple[tuple[Meaning, ...], tuple[Meaning, ...], int] | None:
    """What a number without a unit means if it is a year: its meanings, those that exclude each other, its end."""
    if not any(written in years for years in BARE_YEARS):
        return None
    years, wrong = years_of(written, "")
    years, wrong, end = _same_year(scan, end, written, years, wrong)
    readings = _of_years(scan, years, start)
    return readings, readings if wrong else (), end


def _numeric_dates(scan: Scan) -> None:
    for match in list(_ISO.finditer(scan.rest)):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if 1 <= month <= 12 and day <= 31 and 1800 <= year < 2800:
            scan.take(Kind.DATE, date_meanings(years_of(year, "")[0], month, day), *match.span())
    for match in list(_NUMERIC.finditer(scan.rest)):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if match["mark"] == "." and len(match["year"]) == 2:
            continue
        if len(match["year"]) == 2:
            years: tuple[int, ...] = (2000 + year, 1957 + year)
        elif year in _COMMON_YEARS or year in _BUDDHIST_YEARS:
            years = years_of(year, "")[0]
        else:
            continue
        orders = _usual(_orders(first, second, match["mark"]), first, scan.language)
        days = [("date", y, month, day) for y in years for day, month in orders]
        if days:
            scan.take(Kind.DATE, tuple(days), *match.span())


def _orders(first: int, second: int, mark: str) -> list[tuple[int, int]]:
    """Day and month in each order that is possible; with full stops the day is first."""
    orders = [(first, second)] if 1 <= second <= 12 and 1 <= first <= 31 else []
    if first != second and 1 <= first <= 12 and 1 <= second <= 31 and not (mark == "." and orders):
        orders.append((second, first))
    return orders


def _usual(orders: list[tuple[int, int]], first: int, language: str) -> list[tuple[int, int]]:
    """The order of day and month that a language has, of those possible; English and Thai texts have both."""
    day_is_first = None if base_language(language) in ("th", "en") else day_first(language)
    usual = [order for order in orders if (order[0] == first) is day_is_first]
    return usual or orders


_JOINT = re.compile(
    r"\s*(?:-|–|—|to|until|till|through|and|or|ถึง|จนถึง|ถึงวันที่|และ|หรือ|และวันที่|จนถึงวันที่)\s*(?:วันที่|the|[A-Z][a-z]+day,?(?:\sthe)?|วัน[ก-๙]{1,12}?ที่)?\s*"
)


def _share_years(scan: Scan) -> None:
    """Give a day and month the year of the date it is joined to: `1 January to 31 March 2024`."""
    dates = [value for value in scan.values if value.kind is Kind.DATE and value.normal[0] != "weekday"]
    dates.sort(key=lambda value: value.start)
    for value, following in pairwise(dates):
        if value.normal[0] not in ("month-day", "month") or following.normal[0] not in ("date", "year-month"):
            continue
        if _JOINT.fullmatch(scan.cleaned.original[value.end : following.start]):
            year = following.normal[1]
            shared: Meaning = (
                ("date", year, *value.normal[1:])
                if value.normal[0] == "month-day"
                else ("year-month", year, value.normal[1])
            )
            position = scan.values.index(value)
            scan.values[position] = type(value)(
                value.kind, (shared, value.normal), value.written, value.start, value.end, Weight.FIRM
            )
