"""Defects in texts of other languages than Thai and English: a digit, a word for a number, a month, a unit, a currency.

They are kept apart from the operators of Thai and English, which know more of these two languages.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator

from promulgate.values.locales import local_months
from tests.mutation.mutant import Change, Mutant, Pair, replace_each

Operator = Callable[[Pair], Iterator[Change]]
OPERATORS: dict[str, tuple[str, Operator]] = {}
"""By name: the family and the function, as in `mutant`."""

_IN_ADDRESS = r"(?<![\w#/@.(])(?<!\]\()"
_NUMBER_WORDS = {
    "de": {"drei Mon": "vier Mon", "zwei": "drei", "dreißig": "vierzig", "fünf": "sechs"},
    "fr": {"trois mois": "quatre mois", "deux": "trois", "trente": "quarante", "cinq": "six"},
    "es": {"tres meses": "cuatro meses", "dos": "tres", "treinta": "cuarenta", "cinco": "seis"},
    "it": {"tre mesi": "quattro mesi", "due": "tre", "trenta": "quaranta", "cinque": "sei"},
    "nl": {"drie maanden": "vier maanden", "twee": "drie", "dertig": "veertig", "vijf": "zes"},
    "pt": {"três meses": "quatro meses", "dois": "três", "trinta": "quarenta", "cinco": "seis"},
    "pl": {"trzech miesięcy": "czterech miesięcy", "dwa": "trzy", "trzydziestu": "czterdziestu", "pięć": "sześć"},
    "zh": {"六个月": "七个月", "六十": "七十", "六条": "七条", "第二款": "第三款", "三分": "四分"},
    "ja": {"六か月": "七か月", "二か月": "三か月"},
    "vi": {"sáu mươi": "bảy mươi", "sáu tháng": "bảy tháng"},
    "id": {"enam puluh": "tujuh puluh", "enam bulan": "tujuh bulan"},
    "ar": {"ستين": "سبعين", "ستة أشهر": "سبعة أشهر", "يومين": "ثلاثة أيام"},
}
_UNITS = {
    "de": {"Tagen": "Monaten", "Stunden": "Tagen", "Wochen": "Monate", "Werktage": "Tage", "Jahre ": "Monate "},
    "fr": {"jours ouvrables": "jours", "heures": "jours", "semaines": "mois", " ans": " mois"},
    "es": {"días hábiles": "días", "24 horas": "24 días", "semanas": "meses", "años": "meses"},
    "it": {"giorni lavorativi": "giorni", "24 ore": "24 giorni", "settimane": "mesi", "anni": "mesi"},
    "nl": {"werkdagen": "dagen", "24 uur": "24 dagen", "weken": "maanden", "jaar ": "maanden "},
    "pt": {"dias úteis": "dias", "24 horas": "24 dias", "semanas": "meses", "anos": "meses"},
    "pl": {"dni robocze": "dni", "24 godzin": "24 dni", "tygodni": "miesięcy", " lat": " miesięcy"},
    "ja": {"30日": "30か月", "10年": "10か月", "13か月": "13年", "営業日以内": "日以内"},
    "zh": {"30天": "30个月", "10年": "10个月", "13个月": "13年"},
    "ko": {"30일": "30개월", "10년": "10개월", "13개월": "13년"},
    "vi": {"30 ngày": "30 tháng", "10 năm": "10 tháng", "13 tháng": "13 năm"},
    "id": {"30 hari": "30 bulan", "10 tahun": "10 bulan", "13 bulan": "13 tahun"},
    "ar": {"٣٠ يومًا": "٣٠ شهرًا", "١٠ سنوات": "١٠ أشهر", "١٣ شهرًا": "١٣ سنة"},
}
_CURRENCIES = {
    "de": {"Euro": "Dollar"},
    "nl": {"euro": "dollar"},
    "fr": {"euros": "dollars"},
    "es": {"euros": "dólares"},
    "pt": {"euros": "dólares"},
    "it": {"euro": "dollari"},
    "pl": {"euro": "złotych"},
    "ja": {"ドル": "ユーロ", "バーツ": "円"},
    "zh": {"美元": "欧元"},
    "ko": {"달러": "유로"},
    "vi": {"đô la": "euro"},
    "id": {"dolar": "euro"},
    "ar": {"دولار": "يورو"},
}


_UNBROKEN = "\u2e80-\ud7ff"
"""Scripts that write words without spaces."""


def operator(family: str) -> Callable[[Operator], Operator]:
    def register(function: Operator) -> Operator:
        OPERATORS[function.__name__.replace("_", "-")] = (family, function)
        return function

    return register


def mutants(pair: Pair) -> Iterator[Mutant]:
    """Every defect these operators can make in the text of `pair`."""
    for name, (_, function) in OPERATORS.items():
        for lines, where, other_lines in function(pair):
            yield Mutant(name, pair.text.language, "\n".join(lines).encode(), where, other_lines)


def _next_digit(match: re.Match[str]) -> str:
    """The number with another last digit, in the script it is written in."""
    last = match[0][-1]
    return match[0][:-1] + chr(ord(last) - unicodedata.decimal(last) + (unicodedata.decimal(last) + 1) % 10)


@operator("numbers")
def other_digit(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, rf"{_IN_ADDRESS}\d+(?![\w/-]*@)", _next_digit)


@operator("numbers")
def ten_times_as_much(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, rf"{_IN_ADDRESS}(?<![\d.,])\d{{1,3}}(?![\d.,:/]|-\d| \d{{3}})", _with_zero)


def _with_zero(match: re.Match[str]) -> str:
    return match[0] + chr(ord(match[0][-1]) - unicodedata.decimal(match[0][-1]))


@operator("numbers")
def other_number_word(pair: Pair) -> Iterator[Change]:
    yield from _exchanged(pair, _NUMBER_WORDS)


@operator("numbers")
def other_unit_of_time(pair: Pair) -> Iterator[Change]:
    yield from _exchanged(pair, _UNITS)


@operator("sums")
def other_currency_name(pair: Pair) -> Iterator[Change]:
    yield from _exchanged(pair, _CURRENCIES)


@operator("sums")
def euro_for_percent(pair: Pair) -> Iterator[Change]:
    yield from replace_each(pair, r"(?<=\d)\s?[%％٪]", lambda _: " EUR ")


@operator("dates")
def other_month_name(pair: Pair) -> Iterator[Change]:
    names = _months(pair.text.language)
    if names:
        pattern = rf"(?<=[\d.erº°] )(?:de )?(?:{'|'.join(names)})\b"
        yield from replace_each(pair, pattern, lambda match: _month_after(match[0], names))


def _month_after(written: str, names: tuple[str, ...]) -> str:
    bare = written.removeprefix("de ")
    return written.replace(bare, names[(names.index(bare) + 1) % 12])


@functools.cache
def _months(language: str) -> tuple[str, ...]:
    """The full names of the twelve months, where the language has names, as they stand in dates."""
    from babel import Locale

    names = dict(Locale.parse(language).months["format"]["wide"])
    known = local_months(language)[1]
    return tuple(names[number] for number in range(1, 13)) if all(n.lower() in known for n in names.values()) else ()


def _exchanged(pair: Pair, words: dict[str, dict[str, str]]) -> Iterator[Change]:
    known = words.get(pair.text.language, {})
    if known:
        # A word, not a part of one, in scripts that part words.
        edge = rf"(?<![^\W\d_{_UNBROKEN}])"
        pattern = f"{edge}(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})"
        yield from replace_each(pair, pattern, lambda match: known[match[0]])
