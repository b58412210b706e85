"""Values by meaning: what numbers, dates, sums, periods and references in a text say, whatever language says it."""

from promulgate.values.comparison import Difference, differences
from promulgate.values.describing import describe
from promulgate.values.extraction import extract
from promulgate.values.model import Kind, Meaning, Value, Weight
from promulgate.values.unread import Known, known_of

__all__ = [
    "Difference",
    "Kind",
    "Known",
    "Meaning",
    "Value",
    "Weight",
    "describe",
    "differences",
    "extract",
    "known_of",
]
