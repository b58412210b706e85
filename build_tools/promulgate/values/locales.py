"""What CLDR knows of languages other than Thai and English: names of months, of units and of the per cent."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

_LETTERS_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts write words without spaces between them."""
_BUSINESS_DAYS = (
    r"(?:werk|arbeits|geschäfts|bank)tag\w*|jours?\s(?:ouvrables|ouvrés)|días\s(?:hábiles|laborables)|dias\súteis"
    r"|giorn\w\slavorativ\w|werkdag\w*|рабоч\w+\sдн\w+|dni\srobocz\w+|営業日|工作日|영업일|ngày\slàm\sviệc|hari\skerja"
)
"""CLDR has no word for them."""
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


@functools.cache
def local_months(language: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, int]]:
    """Patterns of dates with the month names of `language`, and the number of each name; nothing without names."""
    numbers: dict[str, int] = {}
    for name, number in _month_names(language):
        if len(name) > 1 and not re.search(r"\d", name):
            numbers.setdefault(name, number)
    if not numbers:
        return (), {}
    names = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    year = r"(?P<year>\d{4})(?![\d]|,\d|\.\d)"
    between = r"(?:[,\s]*(?:de|del|di|du|of|do|r\.|м\.)?\s*)"
    day = r"(?P<day>\d{1,2})(?:\.|º|°|ª|er|ère|-?го|th|e|ος|η)?"
    flags = re.IGNORECASE
    first = rf"{year}\.?(?:\s?m\.)?(?:\s+gada)?\s+(?P<month>{names})\b\s+(?P<day>\d{{1,2}})\b(?!\s*{names})"
    return (
        re.compile(first, flags),
        re.compile(
            rf"(?<![\d.,/]){day}\s*(?:de\s+|di\s+|d['’]|of\s+)?(?P<month>{names})\b\.?(?:{between}{year})?", flags
        ),
        re.compile(rf"\b(?P<month>{names})\b\.?\s+{day}(?!\d)(?:,?\s+{year})?", flags),
        re.compile(rf"\b(?P<month>{names})\b\.?{between}{year}", flags),
    ), numbers


def _month_names(language: str) -> Iterator[tuple[str, int]]:
    locale = _locale(language)
    if locale is None:
        return
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in dict(locale.months[context][width]).items():
                yield str(name).lower().rstrip("."), int(number)


@functools.cache
def local_units(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """A pattern of unit names that follow a number in `language`, and which unit (or `%`) each names."""
    locale = _locale(language)
    if locale is None:
        return None
    patterns = locale._data["unit_patterns"]  # noqa: SLF001 - Babel has no public way to all plural forms
    names: dict[str, str] = {}
    for unit in (*(f"duration-{name}" for name in _UNITS), "concentr-percent"):
        for width in ("long", "short"):
            for form in dict(patterns.get(unit, {}).get(width, {})).values():
                if isinstance(form, str) and form.startswith("{0}"):
                    name = form.removeprefix("{0}").strip().lower()
                    if len(name) > 1 or not name.isascii():
                        names.setdefault(name, "%" if unit == "concentr-percent" else unit.removeprefix("duration-"))
    names.pop("", None)
    if not names:
        return None
    choice = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    ending = r"(?:[^\W\d_]{0,2}(?![^\W\d_]))" if all(name[-1] < _LETTERS_WITHOUT_SPACES for name in names) else ""
    return re.compile(rf"[\s-]*(?:(?P<business>{_BUSINESS_DAYS})|(?P<unit>{choice}){ending})", re.IGNORECASE), names


def _locale(language: str):  # type: ignore[no-untyped-def]
    from babel import Locale, UnknownLocaleError

    for code in (language.replace("-", "_"), language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            continue
    return None
