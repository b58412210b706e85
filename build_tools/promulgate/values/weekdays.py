"""Days of the week: `วันจันทร์ถึงวันศุกร์`, `Monday to Friday`; other languages by the names CLDR gives them."""

from __future__ import annotations

import functools
import re

from promulgate.values.model import Kind, Weight
from promulgate.values.scan import Scan, base_language

THAI_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PATTERN = re.compile(
    rf"(?:วัน|(?<=[-–—,/])\s?|(?<=ถึง)|(?<=และ)|(?<=หรือ))(?P<thai>{'|'.join(THAI_DAYS)})(?!ละ)"
    rf"|\b(?P<english>{'|'.join(ENGLISH_DAYS)})s?\b"
)


def scan_weekdays(scan: Scan) -> None:
    """Find days of the week. They differ from each other only: `weekdays` answers to them without naming one."""
    language = base_language(scan.language)
    pattern, names = (_PATTERN, {}) if language in ("th", "en") else _elsewhere(language)
    if pattern is None:
        return
    for match in list(pattern.finditer(scan.rest)):
        day = _place(match) if not names else names[match[0].lower()]
        scan.take(Kind.DATE, (("weekday", day),), *match.span(), Weight.SOFT, from_words=True)


def _place(match: re.Match[str]) -> int:
    return THAI_DAYS.index(match["thai"]) if match["thai"] else ENGLISH_DAYS.index(match["english"])


@functools.cache
def _elsewhere(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """The pattern and the days by name, Monday being 0; no pattern for a language CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        named = Locale(language).days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return None, {}
    days = {str(name).lower(): number for number, name in named.items()}
    longest = sorted(map(re.escape, days), key=len, reverse=True)
    apart = r"(?<!\w)(?:{})(?!\w)" if next(iter(days)).isascii() or next(iter(days))[0] < "\u2e80" else "(?:{})"
    return re.compile(apart.format("|".join(longest)), re.IGNORECASE), days
