"""What numbers the parts of a sentence: `if the other (a) fails to pay, or (b) is wound up`.

One language may number them where the other simply lists them. So they are compared only where both do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers
from promulgate.values.model import Kind, Value
from promulgate.values.scan import Scan

_NUMBERED = re.compile(r"(?:(?<=[\s:;,])|^)\((?P<number>\d{1,2})\)(?=\s?[^\W\d_\x01])")
_NUMBER_BEFORE = re.compile(rf"(?i)(?:{english_numbers.NUMBER_WORD}|{thai_numbers.RUN})\s?$")
"""`two (2)` is one number, said twice."""
_LOOKED_BACK = 24
_MARK = re.compile(r"\((?:\d{1,2}|[A-Za-z]{1,4}|[ก-ฮ])\)")


def scan_enumerators(scan: Scan) -> None:
    """Find numbers in brackets that number what follows: one after the other from (1)."""
    found = [
        match
        for match in _NUMBERED.finditer(scan.rest)
        if not _NUMBER_BEFORE.search(scan.rest, max(0, match.start() - _LOOKED_BACK), match.start())
    ]
    if len(found) > 1 and [int(match["number"]) for match in found] == list(range(1, len(found) + 1)):
        for match in found:
            number = int(match["number"])
            scan.take(Kind.REFERENCE, (("reference", number), ("number", Fraction(number))), *match.span())


def without_enumeration(first: Sequence[Value], second: Sequence[Value]) -> tuple[Sequence[Value], Sequence[Value]]:
    """Both sides without the marks of parts that one of them numbers, two or more from the first, and the other not."""
    marks = _marks(first), _marks(second)
    if _is_run(marks[0]) and not _answered(marks[0], second):
        first = [value for value in first if value not in marks[0]]
    elif _is_run(marks[1]) and not _answered(marks[1], first):
        second = [value for value in second if value not in marks[1]]
    return first, second


def _answered(marks: Sequence[Value], others: Sequence[Value]) -> bool:
    """Whether the other side cites or marks any of these parts."""
    cited = [value for value in others if value.kind is Kind.REFERENCE]
    return any(not set(mark.readings).isdisjoint(value.readings) for mark in marks for value in cited)


def _marks(values: Sequence[Value]) -> list[Value]:
    return [value for value in values if value.kind is Kind.REFERENCE and _MARK.fullmatch(value.written)]


def _is_run(marks: Sequence[Value]) -> bool:
    return len(marks) > 1 and all(("reference", number) in mark.readings for number, mark in enumerate(marks, 1))
