"""From the words of one block to its values."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers, units
from promulgate.values.calendar import scan_dates
from promulgate.values.contacts import scan_addresses, scan_emails, scan_phones
from promulgate.values.identifiers import scan_identifiers, scan_ratios
from promulgate.values.model import Kind, Value, Weight
from promulgate.values.quantities import scan_quantities
from promulgate.values.references import scan_references
from promulgate.values.scan import Scan, base_language, begin, in_order
from promulgate.values.times import scan_always, scan_times

_REMEMBERED = 16_384
_DIGIT = re.compile(r"\d")
_ADDRESS_SIGN = re.compile(r"@|\w\.\w|//")


@functools.lru_cache(maxsize=_REMEMBERED)
def extract(text: str, language: str) -> tuple[Value, ...]:
    """All values in the visible text of one block, in its order, none overlapping another.

    `language` is the code of the text's language. Thai and English are known in full; other languages by digits,
    addresses, and the names CLDR gives to months and units.
    """
    scan = begin(text, language)
    has_digit = _DIGIT.search(scan.rest) is not None
    known = base_language(language) in ("th", "en")
    if _ADDRESS_SIGN.search(scan.rest):
        scan_emails(scan)
        scan_addresses(scan)
    if has_digit or known:
        scan_always(scan)
        scan_dates(scan)
    if has_digit:
        scan_phones(scan)
    if has_digit or known:
        scan_times(scan)
        scan_references(scan)
    if has_digit:
        scan_identifiers(scan)
    has_words = known and (thai_numbers.HINT.search(scan.rest) or english_numbers.HINT.search(scan.rest))
    if has_words or has_digit:
        if has_words or "ใน" in scan.rest or "out of" in scan.rest:
            scan_ratios(scan)
        _half_units(scan)
        scan_quantities(scan)
    if known:
        _single_units(scan)
    return tuple(in_order(scan))


def _half_units(scan: Scan) -> None:
    if "ครึ่ง" in scan.rest or "half" in scan.rest.lower():
        for match in list(units.HALF_UNIT.finditer(scan.rest)):
            unit = units.unit_of(match["thai"] or match["english"])
            scan.take(Kind.DURATION, (("duration", unit, Fraction(1, 2)),), *match.span(), Weight.SOFT, from_words=True)


def _single_units(scan: Scan) -> None:
    for match in list(units.ONE_UNIT.finditer(scan.rest)):
        unit = units.unit_of(match["thai"] or match["thai2"] or match["english"] or match["english2"])
        scan.take(Kind.DURATION, (("duration", unit, Fraction(1)),), *match.span(), Weight.FAINT, from_words=True)
