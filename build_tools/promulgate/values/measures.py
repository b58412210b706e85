"""Units of length, area, weight, volume and the like: `50 กม.` is `50 km`, not `50 m`.

A unit is a value of its own beside its number, so that one spelt in a way we don't know is passed over.
"""

from __future__ import annotations

import re

from promulgate.values.model import Kind, Weight
from promulgate.values.scan import TAKEN, Scan
from promulgate.values.units import CURRENCIES, choice, currencies

_WORDS = {
    "kilometre": ("กิโลเมตร", "กม.", "kilometres", "kilometre", "kilometers", "kilometer"),
    "centimetre": ("เซนติเมตร", "ซม.", "centimetres", "centimetre", "centimeters", "centimeter"),
    "millimetre": ("มิลลิเมตร", "มม.", "millimetres", "millimetre", "millimeters", "millimeter"),
    "square metre": (
        *(
            "ตารางเมตร",
            "ตร.ม.",
            "square metres",
            "square metre",
            "square meters",
            "square meter",
            "sq m",
            "sq.m.",
            "m²",
        ),
        *("sqm", "sq. m"),
    ),
    "square wah": ("ตารางวา", "ตร.ว.", "square wah", "sq wah", "sq. wah"),
    "square foot": ("ตารางฟุต", "square feet", "square foot", "sq ft"),
    "rai": ("ไร่", "rai"),
    "cubic metre": ("ลูกบาศก์เมตร", "ลบ.ม.", "cubic metres", "cubic metre", "cubic meters", "cubic meter", "m³"),
    "metre": ("เมตร", "metres", "metre", "meters"),
    "kilogram": ("กิโลกรัม", "กก.", "kilograms", "kilogram", "kilogrammes"),
    "milligram": ("มิลลิกรัม", "มก.", "milligrams", "milligram"),
    "gram": ("กรัม", "grams", "gram"),
    "tonne": ("เมตริกตัน", "tonnes", "tonne", "metric tons"),
    "millilitre": ("มิลลิลิตร", "มล.", "millilitres", "millilitre", "milliliters", "milliliter"),
    "litre": ("ลิตร", "litres", "litre", "liters", "liter"),
    "volt": ("โวลต์", "volts", "volt"),
    "kilowatt": ("กิโลวัตต์", "kilowatts", "kilowatt"),
    "watt": ("วัตต์", "watts", "watt"),
    "degree Celsius": ("องศาเซลเซียส", "degrees Celsius", "degree Celsius", "°C"),
    "megabyte": ("เมกะไบต์", "megabytes", "megabyte"),
    "gigabyte": ("กิกะไบต์", "gigabytes", "gigabyte"),
}
_SHORT = {
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "m": "metre",
    "ม.": "metre",
    "kg": "kilogram",
    "mg": "milligram",
    "g": "gram",
    "ml": "millilitre",
    "V": "volt",
    "kW": "kilowatt",
    "W": "watt",
    "MB": "megabyte",
    "GB": "gigabyte",
}
"""Understood only right after a number."""
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in words}
_UNIT = re.compile(
    rf"(?P<word>(?<![A-Za-z])(?:{choice(_UNIT_OF)}))"
    rf"|(?<=[\d{TAKEN}])\s?(?P<short>(?:{choice(_SHORT)}))(?![\w/²³])"
)
MEASURED = re.compile(rf"\s?(?:{choice([*_UNIT_OF, *_SHORT])})")
"""A unit after a number."""
_BROKEN_BEFORE, _CLOSING = re.compile(rf"{TAKEN}\s?\(\s?$"), re.compile(r"\s?\)")
_BROKEN_AFTER = re.compile(rf"\s?\({TAKEN}")
"""A sum said again in words or digits, one of which is gone: `five thousand baht (THB )`."""
_CURRENCY_NAMES = {name: codes for name, codes in CURRENCIES.items() if len(codes) == 1 and len(name) > 2}
_CURRENCY = re.compile(rf"(?i)(?<![A-Za-z])(?:{choice(_CURRENCY_NAMES)})")


def scan_measures(scan: Scan) -> None:
    """Find units of measurement, and names of currencies that no number stands beside."""
    for match in list(_UNIT.finditer(scan.rest)):
        unit = _UNIT_OF.get(match["word"] or "") or _SHORT[match["short"]]
        scan.take(Kind.MEASURE, (("measure", unit),), *match.span(match.lastgroup or 0), Weight.SOFT, from_words=True)
    for match in list(_CURRENCY.finditer(scan.rest)):
        amount_lost = _BROKEN_BEFORE.search(scan.rest, 0, match.start()) and _CLOSING.match(scan.rest, match.end())
        amount_lost = amount_lost or _BROKEN_AFTER.match(scan.rest, match.end())
        weight = Weight.FIRM if amount_lost else Weight.SOFT
        scan.take(Kind.MEASURE, (("measure", currencies(match[0])[0]),), *match.span(), weight, from_words=True)
