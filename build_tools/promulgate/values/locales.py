"""What CLDR knows of languages other than Thai and English: names of months, of units and of currencies.

What legal texts say and CLDR does not (cases, adjectives, business days) is added here by hand.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from promulgate.values.scan import base_language

if TYPE_CHECKING:
    from babel import Locale

_LETTERS_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts write words without spaces between them."""
_BUSINESS_DAYS = (
    r"(?:werk|arbeits|geschäfts|bank|bankarbeits|arbets|var|arbejds|arbeids|virke|hver)dag\w*|(?:werk|arbeits|geschäfts|bank|bankarbeits)tag\w*"
    r"|jours?\s(?:ouvrables?|ouvrés?|de\stravail)|días?\s(?:hábil(?:es)?|laborables?|laborales?|de\strabajo)|dias?\s(?:út(?:il|eis)|de\strabalho)"
    r"|giorn\w\s(?:lavorativ\w|feriali?)|dies?\s(?:hàbils?|laborables?)|zil\w*\slucrăto\w+"
    r"|(?:рабоч|робоч|банковск)\w+\sд(?:ень|н\w+)|(?:dni\w*|dzień)\srobocz\w+|(?:pracovn|radn)\w+\sd(?:en|n\w+)"
    r"|(?:arki|työ)päiv\w+|munkanap\w*|iş\sgünü\w*|εργάσιμ\w+\sημέρ\w+"
    r"|営業日|稼働日|就業日|労働日|[个個]?(?:工作|营业|營業)[日天]|영업일|근무일|업무일"
    r"|ngày\slàm\sviệc|hari\s(?:kerja|bursa)"
    r"|(?:يوما?ً?|يومًا|أيام|يومي)\s(?:من\sأيام\s)?(?:ال)?(?:عمل|شغل)|ימי\sע(?:סקים|בודה)|कार्य\sदिवस\w*|روز\sکاری"
)
"""CLDR has no word for them."""
_BETWEEN = (
    r"(?:(?:weitere|volle|ganze|aufeinanderfolgende|kalender)\w*\s|(?:premi(?:ers|ères)|derniers)\s"
    r"|(?:prim|primeir|últim|ultim)\w+\s|календарн\w+\s|kalend\w+\s)?"
)
"""What may stand between a number and its unit."""
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_MORE_UNITS: dict[str, dict[str, str]] = {
    "de": {
        "minütig": "minute",
        "stündig": "hour",
        "tägig": "day",
        "wöchig": "week",
        "monatig": "month",
        "jährig": "year",
    },
    "sv": {"dag": "day", "dagar": "day", "dagars": "day", "veckors": "week", "månaders": "month", "års": "year"},
    "nb": {"dag": "day", "dager": "day", "dagers": "day", "ukers": "week", "måneders": "month", "års": "year"},
    "fi": {
        "päivän": "day",
        "päivässä": "day",
        "viikon": "week",
        "viikossa": "week",
        "kuukauden": "month",
        "kuukaudessa": "month",
        "vuoden": "year",
        "vuodessa": "year",
        "tunnin": "hour",
        "minuutin": "minute",
    },
    "vi": {"tiếng": "hour"},
    "hu": {"hetes": "week", "héten": "week", "hetet": "week", "héttel": "week", "órás": "hour", "éves": "year"},
    "cs": {"dní": "day", "dnech": "day", "dnů": "day", "týdnů": "week", "měsíců": "month", "letech": "year"},
    "sk": {"dní": "day", "dňoch": "day", "dňami": "day"},
    "el": {"ημερών": "day", "εβδομάδων": "week", "μηνών": "month", "ετών": "year", "ωρών": "hour", "λεπτών": "minute"},
    "ja": {
        **{f"{mark}月{rest}": "month" for mark in "かカヶケヵ箇個" for rest in ("間", "")},
        "年間": "year",
        "日間": "day",
        "週間": "week",
        "時間": "hour",
        "分間": "minute",
    },
    "zh": {
        "个月": "month",
        "個月": "month",
        "日": "day",
        "天": "day",
        "周岁": "year",
        "周歲": "year",
        "周": "week",
        "週": "week",
        "星期": "week",
        "小时": "hour",
        "小時": "hour",
        "年": "year",
        "分钟": "minute",
        "分鐘": "minute",
    },
    "ko": {
        "개월": "month",
        "달": "month",
        "날": "day",
        "살": "year",
        "주일": "week",
        "주": "week",
        "일": "day",
        "년": "year",
        "시간": "hour",
    },
    "ar": {
        **dict.fromkeys(("يوم", "يوما", "يومًا", "أيام"), "day"),
        **dict.fromkeys(("أسبوع", "أسبوعًا", "أسابيع"), "week"),
        **dict.fromkeys(("شهر", "شهرًا", "أشهر", "شهور"), "month"),
        **dict.fromkeys(("سنة", "سنوات", "عام", "عامًا", "أعوام"), "year"),
        **dict.fromkeys(("ساعة", "ساعات"), "hour"),
        **dict.fromkeys(("دقيقة", "دقائق"), "minute"),
    },
    "he": {
        "יום": "day",
        "ימים": "day",
        "שבועות": "week",
        "חודשים": "month",
        "שנים": "year",
        "שנה": "year",
        "שעות": "hour",
    },
}
"""Forms of units that CLDR does not give."""
_MORE_PERCENT = {
    "de": "prozent|v\\.\\s?h\\.|vom hundert",
    "fr": "pour cent",
    "es": "por ciento",
    "pt": "por cento",
    "it": "per cento",
    "ca": "per cent",
    "nl": "procent",
    "vi": "phần trăm",
    "ja": "パーセント",
    "ko": "퍼센트",
    "id": "persen",
    "ar": "(?:في|ب)\\s?(?:ال)?(?:مائة|مئة)",
    "ru": "процент\\w*",
    "uk": "відсотк\\w*",
    "pl": "procent\\w*",
}
_MORE_MONTHS: dict[str, str] = {
    "de": "Jänner Feber",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "cs": "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
    "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
    "hr": "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu",
    "ar": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
}
"""The months in the case that follows "in", or as they are called in another region; from January on."""


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
    day = r"(?P<day>\d{1,2})(?:\.?[º°ª]|\.|er|ère|-?го|th|e|ος|η)?"
    span = (
        r"(?:(?P<from>\d{1,2})(?:\.?[º°ª]|\.|er|-?го|ος|η)?\s*(?:-|–|—|bis|to|au|al?|ao|à|tot|t/m|do|до|по|і|и|až|till?|sampai|hingga|et|und"
        r"|y|e|en|og|och)\s*(?:zum\s+|den\s+)?)?"
    )
    flags = re.IGNORECASE
    first = rf"{year}\.?(?:\s?m\.)?(?:\s+gada)?\s+(?P<month>{names})\b\s+(?P<day>\d{{1,2}})\b(?!\s*{names})"
    return (
        re.compile(first, flags),
        re.compile(
            rf"(?<![\d.,/]){span}{day}\s*(?:de\s+|di\s+|d['’]|of\s+)?[בל]?(?P<month>{names})\b\.?(?:{between}{year})?",
            flags,
        ),
        re.compile(rf"\b(?P<month>{names})\b\.?\s+{day}(?!\d)(?:,?\s+{year})?", flags),
        re.compile(rf"\b(?P<month>{names})\b\.?{between}{year}", flags),
    ), numbers


def _month_names(language: str) -> Iterator[tuple[str, int]]:
    more = _MORE_MONTHS.get(base_language(language), "").split()
    yield from ((name.replace("_", " ").lower(), number) for number, name in enumerate(more, 1))
    locale = locale_of(language)
    if locale is None:
        return
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in dict(locale.months[context][width]).items():
                yield str(name).lower().rstrip("."), int(number)


@functools.cache
def local_units(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """A pattern of unit names that follow a number in `language`, and which unit each names.

    The pattern's group `percent` stands for a per cent in words, `business` for business days.
    """
    names = dict(_unit_names(language))
    if not names:
        return None
    choice = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    ending = r"(?:[^\W\d_]{0,2}(?![^\W\d_]))" if all(name[-1] < _LETTERS_WITHOUT_SPACES for name in names) else ""
    percent = _MORE_PERCENT.get(base_language(language), "(?!)")
    return re.compile(
        rf"[\s-]*(?:(?P<business>{_BUSINESS_DAYS})|(?P<percent>{percent})|{_BETWEEN}(?P<unit>{choice}){ending})(?!\.[^\W\d_])",
        re.IGNORECASE,
    ), names


def _unit_names(language: str) -> Iterator[tuple[str, str]]:
    """The names of units and of the per cent, the unit of each after it."""
    yield from _MORE_UNITS.get({"no": "nb", "nn": "nb"}.get(base := base_language(language), base), {}).items()
    locale = locale_of(language)
    if locale is None:
        return
    patterns = locale._data["unit_patterns"]  # noqa: SLF001 - Babel has no public way to all plural forms
    for unit in (*(f"duration-{name}" for name in _UNITS), "concentr-percent"):
        for width in ("long", "short"):
            for count, form in dict(patterns.get(unit, {}).get(width, {})).items():
                if count != "per" and isinstance(form, str) and form.startswith("{0}"):  # “14,20 al giorno”
                    name = form.removeprefix("{0}").strip().lower()
                    if len(name) > 1 or (name and not name.isascii()):
                        yield name, "%" if unit == "concentr-percent" else unit.removeprefix("duration-")


def decimal_is_point(language: str) -> bool:
    """Whether numbers in `language` have a decimal point and commas between thousands, and nothing else."""
    return base_language(language) in ("ja", "zh", "ko", "he", "hi")


@functools.cache
def day_first(language: str) -> bool | None:
    """Whether dates in digits have the day before the month in `language`; None where the year or nothing is first."""
    locale = locale_of(language)
    order = re.sub(r"[^dMy]", "", locale.date_formats["short"].pattern) if locale else ""
    return None if order[:1] not in ("d", "M") else order[0] == "d"


@functools.cache
def locale_of(language: str) -> Locale | None:
    """What CLDR knows of a language, or of the language without its region; None if nothing."""
    from babel import Locale, UnknownLocaleError

    for code in (language.replace("-", "_"), base_language(language)):
        try:
            return Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            continue
    return None
