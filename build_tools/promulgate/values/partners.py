"""Which value of one side stands for which of the other, among those that differ."""

from __future__ import annotations

from promulgate.values.model import Kind, Value, Weight
from promulgate.values.pieces import sizes

MOST_PAIRS = 40_000
"""Beyond so many possible pairs in one block, what is left is paired in order."""
_STILL_LIKELY = 2
_QUANTITIES = (
    Kind.NUMBER,
    Kind.DURATION,
    Kind.PERCENTAGE,
    Kind.MONEY,
    Kind.IDENTIFIER,
    Kind.REFERENCE,
    Kind.DATE,
    Kind.TIME,
    Kind.PHONE,
)


def partners(left: list[Value], right: list[Value]) -> list[tuple[Value, Value]]:
    """Take out the pairs that differ: of one kind and likely to stand for each other first.

    So one error is one finding. What has no partner stays in `left` and `right`.
    """
    if len(left) * len(right) > MOST_PAIRS:
        candidates = [(i, i) for i in range(min(len(left), len(right)))]
    else:
        ranked = sorted((_unlikeness(one, other), i, j) for i, one in enumerate(left) for j, other in enumerate(right))
        candidates = [(i, j) for unlikeness, i, j in ranked if unlikeness[0] <= _STILL_LIKELY]
    found: list[tuple[Value, Value]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for i, j in candidates:
        if i not in used_left and j not in used_right and _speaks(left[i], right[j]):
            used_left.add(i)
            used_right.add(j)
            found.append((left[i], right[j]))
    left[:] = [value for i, value in enumerate(left) if i not in used_left]
    right[:] = [value for j, value in enumerate(right) if j not in used_right]
    return found


def _speaks(one: Value, other: Value) -> bool:
    """Whether the difference of two values is one: a firm value against anything, two soft ones, or two ordinals.

    Units of measurement and days of the week differ from each other only, rates (`per month`) from rates. A soft number
    against a faint one of another size is a difference (`two` for `one`), but not if it may be an ordinal, which the
    other language may leave out.
    """
    sorts, weights = {one.normal[0], other.normal[0]}, {one.weight, other.weight}
    if Weight.SILENT in weights or sorts & {"measure", "weekday"}:
        return Weight.SILENT not in weights and len(sorts) == 1
    if Weight.FIRM in weights or sorts == {"ordinal"} or (one.is_rate and other.is_rate):
        return True
    if Weight.SOFT not in weights or "ordinal" in sorts:
        return False
    return one.weight is other.weight or sorts == {"duration"} or sizes(one).isdisjoint(sizes(other))


def _unlikeness(one: Value, other: Value) -> tuple[int, int, int]:
    """How unlikely it is that one stands for the other: by kind, by weight, by distance in the block."""
    if one.kind is other.kind:
        kind = 0
    elif Kind.NUMBER in (one.kind, other.kind) or sizes(one) & sizes(other):
        kind = 1
    else:
        kind = _STILL_LIKELY if one.kind in _QUANTITIES and other.kind in _QUANTITIES else _STILL_LIKELY + 1
    return kind, -min(one.weight, other.weight), abs(one.start - other.start)
