"""A value found in running text: a number, date, period, sum, reference and so on, and what it means."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

Meaning = tuple[Hashable, ...]
"""What a value means, whatever the language: first the sort of meaning, then its parts.

("number", n) · ("ordinal", n) · ("date", year, month, day) · ("month-day", month, day) · ("year-month", year, month)
("year", year) · ("month", month) · ("weekday", day) · ("duration", unit, n) · ("rate", unit) · ("always",)
("schedule", hours, days) · ("unit", name)
("percentage", n) · ("money", currency, n) · ("time", minutes) · ("phone", digits) · ("e-mail", address)
("address", …) · ("measure", unit) · ("reference", number, …) · ("annex", n) · ("paragraph", n) · ("digits", digits).

Numbers are fractions, years are of the common era.
"""


class Kind(StrEnum):
    """What a value is. A value is of one kind: a sum is no year."""

    NUMBER = "number"
    MEASURE = "measure"
    DATE = "date"
    DURATION = "duration"
    PERCENTAGE = "percentage"
    MONEY = "money"
    TIME = "time"
    PHONE = "phone"
    EMAIL = "e-mail"
    ADDRESS = "address"
    REFERENCE = "reference"
    IDENTIFIER = "identifier"


class Weight(IntEnum):
    """How surely a faithful translation has this value too.

    SILENT: "a", "each": may answer to a one, and is never spoken of. FAINT: "one", "a month", "first": may be left out,
    never a finding by itself. SOFT: "three" without a unit: speaks only against another value. FIRM: must be there.
    """

    SILENT = 0
    FAINT = 1
    SOFT = 2
    FIRM = 3


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its meaning, its exact words, and where in the text they stand (`text[start:end] == written`)."""

    kind: Kind
    readings: tuple[Meaning, ...]
    """All it can mean, the likeliest first: more than one for `01/02/2024`, or a bare `2019`, a year or a number."""
    written: str
    start: int
    end: int
    weight: Weight = Weight.FIRM
    from_words: bool = False
    """True when it stands there in words only, so that a language whose number words we don't know can't confirm it."""
    contradiction: tuple[Meaning, ...] = ()
    """The meanings it has at once though they exclude each other: `thirty (60) days`."""

    @property
    def normal(self) -> Meaning:
        """The likeliest meaning: equal in two languages if and only if the values say the same."""
        return self.readings[0]

    @property
    def is_annex(self) -> bool:
        """True for a reference to an annex, schedule or table, which no clause of the same number answers."""
        return any(meaning[0] == "annex" for meaning in self.readings)

    @property
    def is_rate(self) -> bool:
        """True for what says how often, or of what time a number is: `per month`."""
        return any(meaning[0] == "rate" for meaning in self.readings)

    @property
    def ambiguous_date(self) -> bool:
        """True for a date whose day and month can be exchanged."""
        days = {meaning[2:] for meaning in self.readings if meaning[0] == "date"}
        exchanged = any(month != day and (day, month) in days for month, day in days)
        return self.kind is Kind.DATE and exchanged and not self.contradiction
