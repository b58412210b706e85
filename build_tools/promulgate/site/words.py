"""The words of a page in its language, with its dates in its calendar."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import babel
import babel.dates
from markupsafe import Markup, escape

from promulgate.dates import BUDDHIST_ERA_OFFSET, ENGLISH_MONTHS, THAI_MONTHS, format_date, format_instant
from promulgate.words_on_page import strings

_MAXIMUM_DESCRIPTION = 200
_NO_BREAK = "\u00a0"
"""Between what no line may part: “version” and its number. Dates are kept together by the style sheet."""
_TOGETHER = ("{version}", "{days}", "{old}", "{new}")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the pages of one language say of themselves."""

    language: str
    zone: ZoneInfo = field(repr=False)

    def __call__(self, key: str, **values: object) -> Markup:
        """The string `key` as safe HTML, `{name}` filled in with `values`; plain values are escaped, Markup is kept."""
        sentence = strings(self.language)[key]
        for name in _TOGETHER:
            sentence = sentence.replace(f" {name}", f"{_NO_BREAK}{name}")
        safe = escape(sentence)
        return safe.format(**values) if values else safe

    def plain(self, key: str, **values: object) -> str:
        """The string `key` as plain text, for titles, feeds and attributes."""
        return strings(self.language)[key].format(**values) if values else strings(self.language)[key]

    def language_called(self, code: str) -> str:
        """What this language calls the language `code`; that language's own name for itself if there is no word."""
        return strings(self.language).get(f"language_{code}") or strings(code)["language_name"]

    def day(self, instant: datetime) -> str:
        """The day of an instant as people write it, with the time unless it is midnight.

        In a language the program has no months of, as the Unicode locale data (CLDR) has it.
        """
        locale = _locale(self.language)
        if locale is None:
            return format_date(instant, self.language, self.zone)
        local = instant.astimezone(self.zone)
        words = babel.dates.format_date(local, "long", locale=locale)
        return words if local.time() == time() else f"{words}, {babel.dates.format_time(local, 'short', locale=locale)}"

    @property
    def era(self) -> int:
        """Years between the years this language writes and those of the common era."""
        return BUDDHIST_ERA_OFFSET if self.language == "th" else 0

    def month(self, number: int) -> str:
        """The name of a month, its number in a language without names here."""
        locale = _locale(self.language)
        if locale is not None:
            return str(babel.dates.get_month_names("wide", "stand-alone", locale)[number])
        names = {"th": THAI_MONTHS, "en": ENGLISH_MONTHS}.get(self.language)
        return names[number - 1] if names else str(number)

    def time(self, instant: datetime) -> Markup:
        """`<time datetime>` around the words of an instant."""
        return self._time(instant, self.day(instant))

    def until(self, instant: datetime) -> str:
        """The last day before `instant`, which is the first moment something no longer binds."""
        return self.day(_last_day(instant, self.zone))

    def time_until(self, instant: datetime) -> Markup:
        """`<time datetime>` around the words of the last day before `instant`."""
        return self._time(instant, self.until(instant))

    def _time(self, instant: datetime, words: str) -> Markup:
        return Markup('<time datetime="{}">{}</time>').format(format_instant(instant, self.zone), words)


@functools.cache
def _locale(language: str) -> babel.Locale | None:
    """What CLDR knows of a language; nothing for those whose dates the program writes itself, as the law does."""
    if language in {"th", "en"}:
        return None
    try:
        return babel.Locale.parse(language, sep="-")
    except (ValueError, babel.UnknownLocaleError):
        return None


def _last_day(instant: datetime, zone: ZoneInfo) -> datetime:
    local = instant.astimezone(zone)
    at_midnight = (local.hour, local.minute, local.second) == (0, 0, 0)
    return local - timedelta(days=1) if at_midnight else local


def shortened(sentence: str, length: int = _MAXIMUM_DESCRIPTION) -> str:
    """The start of a sentence for previews, cut at a space."""
    if len(sentence) <= length:
        return sentence
    start = sentence[: length - 1]
    return (start[: start.rindex(" ")] if " " in start else start).rstrip(" ,;:.") + "…"
