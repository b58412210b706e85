"""How other languages than Thai and English name sums: currencies from CLDR and from legal texts, and large numbers."""

from __future__ import annotations

import functools
import re

from promulgate.values.scan import base_language
from promulgate.values.units import CURRENCIES, choice

_CODES = tuple(dict.fromkeys(code for codes in CURRENCIES.values() for code in codes if len(codes) == 1))
_MORE_CODES = (
    "ARS",
    "COP",
    "CLP",
    "PEN",
    "UYU",
    "CZK",
    "HUF",
    "RON",
    "UAH",
    "BGN",
    "ILS",
    "EGP",
    "SAR",
    "QAR",
    "KWD",
    "MOP",
)
_DOLLARS = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD")
_SPOKEN: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {"us-dollar": ("USD",), "dollar": _DOLLARS, "franken": ("CHF",), "pfund": ("GBP",)},
    "fr": {
        **dict.fromkeys(("dollars américains", "dollars us", "$ us"), ("USD",)),
        "dollars": _DOLLARS,
        "francs suisses": ("CHF",),
        "livres sterling": ("GBP",),
    },
    "es": {
        "dólares": _DOLLARS,
        "dólar": _DOLLARS,
        "libras esterlinas": ("GBP",),
        "pesos": ("MXN", "ARS", "COP", "CLP", "UYU"),
    },
    "it": {"dollari": _DOLLARS, "sterline": ("GBP",), "franchi": ("CHF",)},
    "pt": {"dólares": _DOLLARS, "reais": ("BRL",), "libras": ("GBP",)},
    "nl": {"dollar": _DOLLARS, "pond": ("GBP",)},
    "pl": {**dict.fromkeys(("zł", "złotych", "złote", "pln"), ("PLN",)), "dolarów": _DOLLARS},
    "cs": {**dict.fromkeys(("kč", "korun českých"), ("CZK",)), "dolarů": _DOLLARS},
    "hu": {**dict.fromkeys(("ft", "forint"), ("HUF",)), "dollár": _DOLLARS},
    "ru": {
        **dict.fromkeys(("рублей", "рубля", "рубль", "руб"), ("RUB",)),
        **dict.fromkeys(("долларов", "доллара"), _DOLLARS),
    },
    "uk": {**dict.fromkeys(("гривень", "гривні", "грн"), ("UAH",)), "доларів": _DOLLARS},
    "sv": {**dict.fromkeys(("kronor", "kr"), ("SEK",)), "dollar": _DOLLARS},
    "da": {**dict.fromkeys(("kroner", "kr"), ("DKK",)), "dollar": _DOLLARS},
    "nb": {**dict.fromkeys(("kroner", "kr"), ("NOK",)), "dollar": _DOLLARS},
    "tr": {**dict.fromkeys(("tl", "lira", "türk lirası"), ("TRY",)), "dolar": _DOLLARS},
    "id": {**dict.fromkeys(("rupiah", "rp"), ("IDR",)), "dolar": _DOLLARS},
    "vi": {**dict.fromkeys(("đồng", "đ", "vnđ"), ("VND",)), "đô la": _DOLLARS},
    "ja": {
        "円": ("JPY",),
        "ドル": _DOLLARS,
        "米ドル": ("USD",),
        "ユーロ": ("EUR",),
        "ポンド": ("GBP",),
        "バーツ": ("THB",),
    },
    "zh": {
        "美元": ("USD",),
        "欧元": ("EUR",),
        "歐元": ("EUR",),
        "英镑": ("GBP",),
        "港元": ("HKD",),
        "日元": ("JPY",),
        "泰铢": ("THB",),
        "泰銖": ("THB",),
        "元人民币": ("CNY",),
        "人民币": ("CNY",),
        "新台幣": ("TWD",),
        "元": ("CNY", "TWD", "HKD", "USD", "EUR", "SGD"),
    },
    "ko": {"원": ("KRW",), "달러": _DOLLARS, "유로": ("EUR",), "엔": ("JPY",), "바트": ("THB",)},
    "ar": {
        **dict.fromkeys(("دولار أمريكي", "دولارًا أمريكيًا", "دولارات أمريكية"), ("USD",)),
        **dict.fromkeys(("دولار", "دولارًا", "دولارات"), _DOLLARS),
        "يورو": ("EUR",),
        "درهم": ("AED", "MAD"),
        "ريال": ("SAR", "QAR", "OMR"),
        "جنيه": ("EGP", "GBP"),
        "بات": ("THB",),
    },
}
_PESOS = ("MXN", "ARS", "COP", "CLP", "UYU")
_BEFORE: dict[str, dict[str, tuple[str, ...]]] = {
    "es": {"mx$": ("MXN",), "$": (*_DOLLARS, *_PESOS)},
    "id": {"rp": ("IDR",), "rp.": ("IDR",)},
    "zh": {"人民币": ("CNY",), "美元": ("USD",), "新台幣": ("TWD",)},
    "sv": {"kr": ("SEK",)},
    "da": {"kr.": ("DKK",), "kr": ("DKK",)},
    "nb": {"kr": ("NOK",)},
}
_SCALES: dict[str, dict[str, int]] = {
    "de": {"tausend": 10**3, "millionen": 10**6, "million": 10**6, "mio.": 10**6, "milliarden": 10**9, "mrd.": 10**9},
    "fr": {"mille": 10**3, "millions": 10**6, "million": 10**6, "milliards": 10**9, "milliard": 10**9},
    "es": {"mil millones": 10**9, "mil": 10**3, "millones": 10**6, "millón": 10**6},
    "it": {"mila": 10**3, "milioni": 10**6, "milione": 10**6, "miliardi": 10**9, "miliardo": 10**9},
    "pt": {"mil": 10**3, "milhões": 10**6, "milhão": 10**6, "bilhões": 10**9, "mil milhões": 10**9},
    "nl": {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9},
    "pl": {"tys.": 10**3, "tysięcy": 10**3, "mln": 10**6, "milionów": 10**6, "miliony": 10**6, "mld": 10**9},
    "cs": {"tisíc": 10**3, "mil.": 10**6, "milionů": 10**6, "miliony": 10**6, "mld.": 10**9},
    "ru": {"тыс.": 10**3, "тысяч": 10**3, "млн": 10**6, "миллионов": 10**6, "миллиона": 10**6, "млрд": 10**9},
    "uk": {"тис.": 10**3, "тисяч": 10**3, "млн": 10**6, "мільйонів": 10**6, "млрд": 10**9},
    "sv": {"tusen": 10**3, "miljoner": 10**6, "miljarder": 10**9},
    "id": {"ribu": 10**3, "juta": 10**6, "miliar": 10**9},
    "vi": {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
    "ja": {"兆": 10**12, "千万": 10**7, "百万": 10**6, "万": 10**4, "億": 10**8, "千": 10**3},
    "zh": {
        "千万": 10**7,
        "千萬": 10**7,
        "百萬": 10**6,
        "百万": 10**6,
        "万": 10**4,
        "萬": 10**4,
        "亿": 10**8,
        "億": 10**8,
        "千": 10**3,
    },
    "ko": {"조": 10**12, "십만": 10**5, "천만": 10**7, "백만": 10**6, "만": 10**4, "억": 10**8, "천": 10**3},
    "tr": {"bin": 10**3, "milyon": 10**6, "milyar": 10**9},
    "ar": {"ألف": 10**3, "آلاف": 10**3, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9},
}
_OF = r"(?:\s?(?:de\s|d['’]|di\s))?"
"""What stands between a million and its currency: `2 millions d'euros`."""


def currency_after(text: str, position: int, language: str) -> tuple[tuple[str, ...], int] | None:
    """The currencies that follow a number in `language`, and where they end."""
    known = _names(language)
    match = known[0].match(text, position) if known else None
    return (known[1][match["name"].lower()], match.end()) if known and match else None


def currency_before(text: str, language: str) -> tuple[tuple[str, ...], int] | None:
    """The currencies with which `text` ends, as they stand before a number, and their length."""
    names = _BEFORE.get(base_language(language), {})
    for name, codes in names.items():
        match = re.search(rf"(?i)(?<![^\W\d_]){re.escape(name)}\s?$", text)
        if match:
            return codes, len(match[0])
    return None


def scale_after(text: str, position: int, language: str) -> tuple[int, int] | None:
    """The word that multiplies a number, as its factor and where it ends: `2 Millionen`, `500万`."""
    scales = _SCALES.get(base_language(language))
    match = _scale_pattern(base_language(language)).match(text, position) if scales else None
    return (scales[match["scale"].lower()], match.end()) if match and scales else None


@functools.cache
def _scale_pattern(base: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _SCALES[base]), key=len, reverse=True))
    ending = "" if base in ("ja", "zh", "ko") else r"(?![^\W_])"
    return re.compile(rf"(?i)\s?(?P<scale>{words}){ending}")


@functools.cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]] | None:
    """A pattern of the currencies that follow a number in `language`, and what each can mean; None if none is known."""
    from babel import UnknownLocaleError
    from babel.numbers import get_currency_name

    names = dict(_SPOKEN.get(base_language(language), {}))
    for code in (*_CODES, *_MORE_CODES):
        for count in (None, 1, 2, 5, 1.5):
            try:
                name = get_currency_name(code, count, locale=base_language(language)).lower()
            except (ValueError, UnknownLocaleError):
                break
            names.setdefault(name, (code,))
    words = {name: codes for name, codes in names.items() if name}
    if not words:
        return None
    ends = "" if base_language(language) in ("ja", "zh", "ko") else r"(?![^\W\d_])"
    return re.compile(rf"(?i){_OF}[\s-]?(?P<name>{choice(words)}){ends}"), words
