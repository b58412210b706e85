"""A value in its normal form, in words of a language, for messages."""

from __future__ import annotations

from fractions import Fraction

from promulgate.dates import BUDDHIST_ERA_OFFSET, ENGLISH_MONTHS, THAI_MONTHS
from promulgate.values.model import Meaning, Value
from promulgate.values.weekdays import ENGLISH_DAYS, THAI_DAYS

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

_THAI_NAMES = {**_THAI_UNITS, **_THAI_CURRENCIES, "percentage": "ร้อยละ"}


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


def _number(number: object) -> str:
    """Digits with groups of thousands, decimals as they are, other fractions with a stroke."""
    if not isinstance(number, Fraction):
        return str(number)
    if number.denominator == 1:
        return f"{number.numerator:,}"
    places = next((n for n in range(1, 10) if 10**n % number.denominator == 0), 0)
    if not places:
        return f"{number.numerator}/{number.denominator}"
    whole, decimals = divmod(number.numerator * 10**places // number.denominator, 10**places)
    return f"{whole:,}.{decimals:0{places}d}"


def describe_meaning(meaning: Meaning, language: str) -> str:
    """One meaning in Thai or in English: days, quantities, then what reads the same in every language."""
    if meaning[0] == "weekday" and isinstance(meaning[1], int):
        return f"วัน{THAI_DAYS[meaning[1]]}" if language == "th" else ENGLISH_DAYS[meaning[1]]
    if meaning[0] in ("date", "month-day", "year-month", "month", "year"):
        return _day(meaning, thai=language == "th")
    return (_thai_quantity if language == "th" else _english_quantity)(meaning) or _same(meaning)


def _day(meaning: Meaning, *, thai: bool) -> str:
    sort, parts = meaning[0], [part for part in meaning[1:] if isinstance(part, int)]
    year = parts.pop(0) if sort in ("date", "year-month", "year") else 0
    month = parts.pop(0) if parts else 0
    day = f"{parts[0]} " if parts else ""
    if thai:
        name = THAI_MONTHS[month - 1] if month else ""
        era = f"พ.ศ. {year + BUDDHIST_ERA_OFFSET}" if year else ""
        return f"{day}{'เดือน' * (sort == 'month')}{name} {era}".strip()
    if sort == "year":
        return f"year {year}"
    return f"{day}{ENGLISH_MONTHS[month - 1]} {year or ''}".strip()


def _thai_quantity(meaning: Meaning) -> str:
    words = ""
    match meaning:
        case ("duration", unit, number):
            words = f"{_number(number)} {_THAI_UNITS.get(str(unit), str(unit))}"
        case ("percentage", number):
            words = f"ร้อยละ {_number(number)}"
        case ("money", code, number):
            words = f"{_number(number)} {_THAI_CURRENCIES.get(str(code), str(code))}"
        case ("time", int(minutes)):
            words = f"{minutes // 60:02d}.{minutes % 60:02d} น."
        case ("paragraph", number):
            words = "วรรคท้าย" if number == "last" else f"วรรค {number}"
        case ("unit", name):
            words = _THAI_NAMES.get(str(name), "")
        case ("schedule", hours, days):
            words = f"วันละ {hours} ชั่วโมง สัปดาห์ละ {days} วัน"
        case ("always",):
            words = "ตลอด 24 ชั่วโมงทุกวัน"
    return words


def _english_quantity(meaning: Meaning) -> str:
    words = ""
    match meaning:
        case ("duration", unit, number):
            words = f"{_number(number)} {str(unit).replace('-', ' ')}{'' if number == 1 else 's'}"
        case ("percentage", number):
            words = f"{_number(number)} per cent"
        case ("money", code, number):
            words = f"{code} {_number(number)}"
        case ("time", int(minutes)):
            words = f"{minutes // 60:02d}:{minutes % 60:02d}"
        case ("paragraph", number):
            words = "last paragraph" if number == "last" else f"paragraph {number}"
        case ("unit", name):
            words = "per cent" if name == "percentage" else str(name).replace("-", " ")
        case ("schedule", hours, days):
            words = f"{hours} hours a day, {days} days a week"
        case ("always",):
            words = "24 hours a day, 7 days a week"
    return words


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
