"""A value in its normal form, in words of a language, for messages."""

from __future__ import annotations

from fractions import Fraction

from promulgate.dates import BUDDHIST_ERA_OFFSET, ENGLISH_MONTHS, THAI_MONTHS
from promulgate.values.model import Meaning, Value

_THAI_UNITS = {
    "second": "วินาที",
    "minute": "นาที",
    "hour": "ชั่วโมง",
    "day": "วัน",
    "week": "สัปดาห์",
    "month": "เดือน",
    "year": "ปี",
    "business-day": "วันทำการ",
    "business-hour": "ชั่วโมงทำการ",
}
_THAI_CURRENCIES = {"THB": "บาท", "USD": "ดอลลาร์สหรัฐ", "EUR": "ยูโร", "GBP": "ปอนด์", "JPY": "เยน", "CNY": "หยวน"}


def describe(value: Value, language: str) -> str:
    """The normal form of a value in Thai or in English: `60 วัน`, `60 days`; both meanings of one that has two."""
    return (
        describe_meanings(value.contradiction, language)
        if value.contradiction
        else describe_meaning(value.normal, language)
    )


def describe_meanings(meanings: tuple[Meaning, ...], language: str) -> str:
    """Several meanings, joined by “or”."""
    words = dict.fromkeys(describe_meaning(meaning, language) for meaning in meanings)
    return (" หรือ " if language == "th" else " or ").join(words)


def describe_meaning(meaning: Meaning, language: str) -> str:
    """One meaning in Thai or in English."""
    return _thai(meaning) if language == "th" else _english(meaning)


def _number(number: object) -> str:
    """Digits with groups of thousands, decimals as they are, other fractions with a stroke."""
    if not isinstance(number, Fraction):
        return str(number)
    if number.denominator == 1:
        return f"{number.numerator:,}"
    places = next((n for n in range(1, 10) if 10**n % number.denominator == 0), 0)
    if not places:
        return f"{number.numerator}/{number.denominator}"
    whole, decimals = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    return f"{whole:,}.{decimals:0{places}d}"


def _thai(meaning: Meaning) -> str:
    match meaning:
        case ("date", int(year), int(month), int(day)):
            return f"{day} {THAI_MONTHS[month - 1]} พ.ศ. {year + BUDDHIST_ERA_OFFSET}"
        case ("month-day", int(month), int(day)):
            return f"{day} {THAI_MONTHS[month - 1]}"
        case ("year-month", int(year), int(month)):
            return f"{THAI_MONTHS[month - 1]} พ.ศ. {year + BUDDHIST_ERA_OFFSET}"
        case ("month", int(month)):
            return f"เดือน{THAI_MONTHS[month - 1]}"
        case ("year", int(year)):
            return f"พ.ศ. {year + BUDDHIST_ERA_OFFSET}"
        case ("duration", unit, number):
            return f"{_number(number)} {_THAI_UNITS.get(str(unit), str(unit))}"
        case ("unit", code):
            return (
                _THAI_UNITS.get(str(code))
                or _THAI_CURRENCIES.get(str(code))
                or ("ร้อยละ" if code == "percentage" else str(code))
            )
        case ("always",):
            return "ตลอด 24 ชั่วโมงทุกวัน"
        case ("percentage", number):
            return f"ร้อยละ {_number(number)}"
        case ("money", code, number):
            return f"{_number(number)} {_THAI_CURRENCIES.get(str(code), str(code))}"
        case ("time", int(minutes)):
            return f"{minutes // 60:02d}.{minutes % 60:02d} น."
        case ("paragraph", number):
            return "วรรคท้าย" if number == "last" else f"วรรค {number}"
    return _same(meaning)


def _english(meaning: Meaning) -> str:
    match meaning:
        case ("date", int(year), int(month), int(day)):
            return f"{day} {ENGLISH_MONTHS[month - 1]} {year}"
        case ("month-day", int(month), int(day)):
            return f"{day} {ENGLISH_MONTHS[month - 1]}"
        case ("year-month", int(year), int(month)):
            return f"{ENGLISH_MONTHS[month - 1]} {year}"
        case ("month", int(month)):
            return ENGLISH_MONTHS[month - 1]
        case ("year", int(year)):
            return f"year {year}"
        case ("duration", unit, number):
            name = str(unit).replace("-", " ")
            return f"{_number(number)} {name}{'' if number == 1 else 's'}"
        case ("unit", code):
            return "per cent" if code == "percentage" else str(code).replace("-", " ")
        case ("always",):
            return "24 hours a day, 7 days a week"
        case ("percentage", number):
            return f"{_number(number)} per cent"
        case ("money", code, number):
            return f"{code} {_number(number)}"
        case ("time", int(minutes)):
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        case ("paragraph", number):
            return "last paragraph" if number == "last" else f"paragraph {number}"
    return _same(meaning)


def _same(meaning: Meaning) -> str:
    """Meanings whose normal form is the same in every language."""
    match meaning:
        case ("number", number):
            return _number(number)
        case ("reference", first, *rest):
            return f"{first}" + "".join(f".{part}" if isinstance(part, int) else str(part) for part in rest)
        case ("address", scheme, host, path, query, fragment):
            words = (
                f"{scheme}:" * bool(scheme)
                + f"{host}{path}"
                + f"?{query}" * bool(query)
                + f"#{fragment}" * bool(fragment)
            )
            return words or "/"
    return " ".join(str(part) for part in meaning[1:])
