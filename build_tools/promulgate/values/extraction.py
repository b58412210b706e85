"""From the words of one block to its values."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from promulgate.values import units
from promulgate.values.calendar import scan_dates
from promulgate.values.contacts import scan_addresses, scan_emails, scan_phones, scan_phones_elsewhere
from promulgate.values.east_asian_numbers import THIRD_PARTY
from promulgate.values.eastern_dates import scan_eastern_dates
from promulgate.values.enumerators import scan_enumerators
from promulgate.values.hints import Hints, hints
from promulgate.values.identifiers import scan_identifiers, scan_ratios, scan_roman_numerals, share
from promulgate.values.lost import scan_lost
from promulgate.values.measures import scan_measures
from promulgate.values.model import Kind, Meaning, Value, Weight
from promulgate.values.multiples import scan_proportions
from promulgate.values.periods import scan_periods
from promulgate.values.quantities import scan_quantities, scan_single
from promulgate.values.references import scan_references
from promulgate.values.references_elsewhere import scan_references_elsewhere
from promulgate.values.scan import Scan, base_language, begin, in_order
from promulgate.values.shares import scan_shares
from promulgate.values.times import scan_always, scan_times
from promulgate.values.weekdays import scan_weekdays

_REMEMBERED = 16_384
_CENTS = re.compile(r"(?<![\d/.,])\d\d/100(?!\d)|(?<=[^\W\d_])/\d\d(?=\))")
"""What follows a sum in words: `mil quinientos pesos 00/100`, `milleduecento/56`."""


@functools.lru_cache(maxsize=_REMEMBERED)
def extract(text: str, language: str) -> tuple[Value, ...]:
    """All values in the visible text of one block, in its order, none overlapping another.

    `language` is the code of the text's language. Thai and English are known in full; other languages by digits,
    addresses, the names CLDR gives to months, units and currencies, and by number words as far as these are known.
    """
    scan = begin(text, language)
    find_values(scan, hints(scan.rest))
    return tuple(in_order(scan))


def find_values(scan: Scan, hint: Hints) -> None:
    """Find all values, the more special first. A hint that is true for nothing costs time only."""
    known = base_language(scan.language) in ("th", "en")
    _names(scan, hint)
    if hint.digit or not known:
        scan_eastern_dates(scan)
    if not known:
        for match in [*THIRD_PARTY.finditer(scan.rest), *_CENTS.finditer(scan.rest)]:
            scan.cover(*match.span())
        scan_references_elsewhere(scan)
        scan_shares(scan)
        scan_periods(scan)
    if hint.digit or known or scan.language in ("ja", "zh"):
        _special(scan, hint)
    if known and hint.unit:
        _fixed_periods(scan)
    if hint.digit or not known or hint.thai_number or hint.english_number:
        _counted(scan, hint)
    if known:
        _quarters(scan)
        if hint.unit:
            _single_units(scan)
            scan_lost(scan)
        scan_roman_numerals(scan)
        scan_measures(scan)
        scan_single(scan)


def _names(scan: Scan, hint: Hints) -> None:
    """What is no quantity and must not be taken for one."""
    if hint.address:
        scan_emails(scan)
        scan_addresses(scan)
    if hint.weekday or base_language(scan.language) not in ("th", "en"):
        scan_weekdays(scan)


def _special(scan: Scan, hint: Hints) -> None:
    """What is known by its form before plain numbers are."""
    if hint.always:
        scan_always(scan)
    if hint.month:
        scan_dates(scan)
    if hint.digit:
        scan_phones(scan)
        if base_language(scan.language) not in ("th", "en"):
            scan_phones_elsewhere(scan)
    if hint.digit or hint.thai_number or hint.english_number:
        scan_proportions(scan)
    if hint.clock or base_language(scan.language) in ("ja", "zh"):
        scan_times(scan)
    if hint.reference:
        scan_enumerators(scan)
        scan_references(scan)
    if hint.digit:
        scan_identifiers(scan)


def _counted(scan: Scan, hint: Hints) -> None:
    """Plain numbers, alone or with what they count."""
    if hint.unit:
        _half_units(scan)
    scan_ratios(scan)
    scan_quantities(scan, hint)


def _half_units(scan: Scan) -> None:
    if re.search("(?i)ครึ่ง|ในสี่ของ|half|quarter", scan.rest):
        for match in list(units.HALF_UNIT.finditer(scan.rest)):
            unit = units.unit_of(match["thai"] or match["english"])
            said = (match["part"] or match["thai_part"]).lower()
            part = next((part for word, part in units.PARTS.items() if word in said))
            readings: tuple[Meaning, ...] = (("duration", unit, part),)
            if (unit, part) == ("month", Fraction(1, 2)):
                # section 193/5 of the Civil and Commercial Code: half a month is fifteen days
                readings += (("duration", "day", Fraction(15)),)
            scan.take(Kind.DURATION, readings, *match.span(), Weight.SOFT, from_words=True)


def _fixed_periods(scan: Scan) -> None:
    for match in list(units.FIXED_PERIOD.finditer(scan.rest)):
        meanings: tuple[Meaning, ...] = tuple(("duration", *meaning) for meaning in units.fixed_period(match[0]))
        scan.take(Kind.DURATION, meanings, *match.span(), from_words=True)


def _quarters(scan: Scan) -> None:
    for match in list(units.QUARTER.finditer(scan.rest)):
        months = Fraction(6 if match["half"] else 3)
        often = "half-year" if match["half"] else "quarter"
        lasting: tuple[Meaning, ...] = (("duration", "month", months), ("duration", "year", months / 12))
        readings = (*lasting, ("number", 12 / months), ("rate", often))
        if match[0].lower() == "a quarter":
            readings += share(Fraction(1, 4))
        scan.take(Kind.DURATION, readings, *match.span(), Weight.FAINT, from_words=True)


def _single_units(scan: Scan) -> None:
    for match in list(units.NAMED_PERIOD.finditer(scan.rest)):
        named = next((match[name] for name in ("thai", "english", "thai2", "english2") if match[name]), "week")
        unit = units.unit_of(named)
        number = Fraction(2) if match["fortnight"] or match["every_other"] else Fraction(3, 2)
        scan.take(Kind.DURATION, (("duration", unit, number),), *match.span(), from_words=True)
    for match in list(units.ONE_UNIT.finditer(scan.rest)):
        unit = units.unit_of(match["thai"] or match["thai2"] or match["english"] or match["english2"])
        readings: tuple[Meaning, ...] = (("duration", unit, Fraction(1)),)
        readings += (("rate", unit),) if units.is_rate(match, scan.rest) else ()
        scan.take(Kind.DURATION, readings, *match.span(), Weight.FAINT, from_words=True)
