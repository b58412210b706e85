"""Times of day as other languages than Thai and English write them: `15 Uhr`, `15h30`, `午後3時30分`, `godz. 15.30`."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from promulgate.values.cleaning import clean
from promulgate.values.east_asian_numbers import CHARACTERS, parse
from promulgate.values.locales import locale_of
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language

_MORNING = (
    r"午前|上午|凌晨|早上|清晨|早晨|오전|새벽|아침"
    r"|morgens|vormittags|(?:du|le)\smatin|de\sla\smañana|da\smanhã|(?:di|del)\smattin[ao]|['’]s\s(?:ochtends|morgens)|rano"
    r"|på\s(?:morgonen|förmiddagen)|утра|sáng|pagi|صباح\w*|a\.\s?m\."
)
_AFTERNOON = (
    r"午後|下午|晚上|傍晚|夜晚|오후|저녁|밤"
    r"|nachmittags|abends|de\sl['’]après-midi|du\ssoir|de\sla\s(?:tarde|noche)|da\s(?:tarde|noite)|del\spomeriggio|di\ssera"
    r"|['’]s\s(?:middags|avonds)|po\społudniu|wieczorem|på\s(?:eftermiddagen|kvällen)|дня|вечера|chiều|tối|sore|malam"
    r"|مساء\w*|بعد\sالظهر|p\.\s?m\."
)
_HOUR = r"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4])"
_CLOCK = r"(?:uhr|heures?|horas?|ore|uur|hodin\w*|godzin\w*|час(?:ов|а)?|годин\w*|giờ|jam|h)"
_BEFORE = r"(?:ore|godz\.|godzin\w+|kl\.|klo|kello|pukul|jam|om|الساعة)"
_NO_CLOCK = r"(?!間|间|간|즌|代)"
_HALF_OF_PERIOD = {
    **dict.fromkeys(("am", "morning"), "morning"),
    **dict.fromkeys(("pm", "afternoon", "evening"), "afternoon"),
    "night": "night",
}
_LATE = 6
"""From this hour on, night is before midnight."""
_FROM_SUNRISE = ("sw",)
"""Where the hours are counted from six o'clock."""
_LAST_HOUR = 24
_MAY_LAST = re.compile(rf"(?i){_HOUR}\s?h(?![^\W_])")
"""`15 h` is a time of day or a period."""
_MORE_NOONS = {
    "es": ("mediodía",),
    "pt": ("meio-dia",),
    "nl": ("12 uur 's middags",),
    "ja": ("正午",),
    "zh": ("正午", "中午"),
}
_MORE_MIDNIGHTS = {
    "es": ("medianoche",),
    "pt": ("meia-noite",),
    "nl": ("middernacht",),
    "pl": ("północy",),
    "id": ("tengah malam",),
}


@functools.cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways of writing a time of day, with the halves of the day as `language` calls them."""
    half = "|".join(f"(?P<{name}>{words})" for name, words in _half_days(language).items())
    half = f"(?:{half})"
    return (
        re.compile(
            rf"(?:{half}の?\s?)?(?:{_HOUR}|(?<![{CHARACTERS}])(?P<words>[{CHARACTERS}]{{1,3}}))\s?(?:時|时|點|点|시){_NO_CLOCK}"
            rf"(?:\s?(?P<minute>[0-5]?\d)\s?[分분]|(?P<thirty>\s?半|\s?반))?"
        ),
        re.compile(rf"(?i){half}\s?{_HOUR}[:.](?P<minute>[0-5]\d)(?!\d)"),
        re.compile(
            rf"(?i){_HOUR}(?:\s?(?:[.:]|{_CLOCK})\s?(?P<minute>[0-5]\d)(?!\d))?(?:\s?{_CLOCK}(?![^\W_]))?\s?{half}(?![^\W_])"
        ),
        re.compile(
            rf"(?i){_HOUR}(?:[.:](?P<minute>[0-5]\d))?(?=\s?(?:-|–|bis|und)\s?\d{{1,2}}(?:[.:]\d\d)?\s(?:Uhr|uur)\b)"
        ),
        re.compile(rf"(?i){_HOUR}(?:[.:](?P<minute>[0-5]\d))?\s?Uhr\b(?:\s(?P<minute2>[0-5]\d)\b)?"),
        re.compile(rf"(?i){_HOUR}[.:](?P<minute>[0-5]\d)\s?{_CLOCK}(?![^\W_])"),
        re.compile(rf"(?i){_HOUR}\s?(?:h|giờ)\s?(?P<minute>[0-5]\d)\b(?:\s?(?:phút|min\b))?"),
        re.compile(rf"(?i)(?<![^\W_]){_BEFORE}\s{_HOUR}[.:](?P<minute>[0-5]\d)(?!\d)"),
        re.compile(rf"(?i)(?<![^\W_])(?:ore|godz\.|kl\.|klo|kello|pukul|الساعة)\s{_HOUR}(?![\d.,:]\d|\d)"),
    )


def _half_days(language: str) -> dict[str, str]:
    """Patterns of the words for morning, afternoon and night: those known here, and CLDR's."""
    locale = locale_of(language)
    words: dict[str, list[str]] = {"morning": [_MORNING], "afternoon": [_AFTERNOON], "night": []}
    for width in ("wide", "abbreviated") if locale else ():
        for period, name in dict(locale.day_periods["format"][width]).items() if locale else ():
            half = _HALF_OF_PERIOD.get(re.sub(r"\d", "", str(period)))
            if half and str(name).lower() not in ("am", "pm") and len(str(name)) > 1:  # “am 1. Mai”
                words[half].append(re.escape(clean(str(name)).text))
    return {half: "|".join(names) or "(?!)" for half, names in words.items()}


def scan_times_elsewhere(scan: Scan) -> None:
    """Find times of day; noon and midnight in words are faint."""
    for pattern in _patterns(scan.language):
        for match in list(pattern.finditer(scan.rest)):
            _take(scan, match)
    for match in list(_MAY_LAST.finditer(scan.rest)):
        hour = int(match["hour"])
        scan.take(Kind.TIME, (("time", hour * 60 % 1440), ("duration", "hour", Fraction(hour))), *match.span())
    noon = _noon_and_midnight(scan.language)
    for match in list(noon.finditer(scan.rest)) if noon else ():
        scan.take(Kind.TIME, (("time", 720 if match["noon"] else 0),), *match.span(), Weight.FAINT, from_words=True)


def _take(scan: Scan, match: re.Match[str]) -> None:
    groups = match.groupdict()
    hour = parse(groups["words"]) if groups.get("words") else int(match["hour"])
    half = next((name for name in ("morning", "afternoon", "night") if groups.get(name)), "")
    sure = half or groups.get("minute")
    if hour is None or hour > _LAST_HOUR or (groups.get("words") and not sure):
        # “一点” alone is rather a little, or one point.
        return
    minute = 30 if groups.get("thirty") else int(groups.get("minute") or groups.get("minute2") or 0)
    if half:
        hour = hour % 12 + (12 if half == "afternoon" or (half == "night" and hour >= _LATE) else 0)
    readings: tuple[Meaning, ...] = (("time", (hour * 60 + minute) % 1440),)
    if half and base_language(scan.language) in _FROM_SUNRISE:
        shift = 18 if half == "night" else 6
        readings += (("time", ((hour % 12 + shift) * 60 + minute) % 1440),)
    if "morning" in groups and not half and hour < 12:
        readings += (("time", (hour + 12) * 60 + minute),)
    scan.take(Kind.TIME, readings, *match.span())


@functools.cache
def _noon_and_midnight(language: str) -> re.Pattern[str] | None:
    """The words for noon and midnight as CLDR gives them, and as it does not."""
    locale = locale_of(language)
    periods = dict(locale.day_periods["format"]["wide"]) if locale else {}
    base = base_language(language)
    noons = [*_MORE_NOONS.get(base, ()), *([str(periods["noon"])] if "noon" in periods else [])]
    midnights = [*_MORE_MIDNIGHTS.get(base, ()), *([str(periods["midnight"])] if "midnight" in periods else [])]
    if not noons and not midnights:
        return None
    both = "|".join(
        f"(?P<{name}>{'|'.join(map(re.escape, words))})"
        for name, words in (("noon", noons), ("midnight", midnights))
        if words
    )
    return re.compile(
        rf"(?i)(?:\b(?P<digits>12|0|24)\s(?:del\s|do\s|Uhr\s)?)?(?<![^\W\d_\u2e80-\ud7ff])(?:{both})(?![^\W\d_\u2e80-\ud7ff])"
    )
