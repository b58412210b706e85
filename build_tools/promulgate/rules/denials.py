"""Whether a text denies, or makes an exception, where its translation says nothing of the kind.

Denials are not said word by word: “may not … unless” is one condition, which Thai says without any “not” (จะ…ได้ต่อเมื่อ);
“shall not prevent” is no denial at all; “dormant” is “ไม่เคลื่อนไหว”. So what corresponds is put aside, and a denial is
missing only where it is the only one left over and nothing is left over in the translation that might say it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence

from promulgate.rules.polarity import DENIALS, FALLING, RISING, Force, Mark, Polarity

_LIMITS = RISING | FALLING
_EVENTS = frozenset({Polarity.BEFORE, Polarity.AFTER})
_REACH = 20
"""So many characters after a “not”, another word that denies may turn it round: “does not prevent”."""


def alone(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Mark | None:
    """The one denial or exception that `ours` has and `theirs` has nothing for; None where that is not plain."""
    here, there = _left_over(ours, theirs)
    plain = [mark for mark in here if mark.force >= Force.PLAIN]
    if there or len(plain) != 1 or plain[0].force is not Force.FIRM or opposed(ours, theirs):
        return None
    word = plain[0]
    same = {word.polarity}
    enough = len(_saying(theirs, same, Force.PLAIN)) >= len(_saying(ours, same, Force.FIRM))
    if word.polarity is Polarity.NOT:
        # Any other word left over may turn a “not” round: `no one may … without`.
        return None if enough or len(here) > 1 or _is_conditional(word, ours, theirs) else word
    # Of several exceptions the translation may make one: `unless …, or unless …`.
    joined = bool(_saying(theirs, same, Force.FIRM))
    turned = any(0 < mark.start - word.start <= len(word.written) + _REACH for mark in here)
    return None if enough or joined or turned else word


def _is_conditional(word: Mark, ours: Sequence[Mark], theirs: Sequence[Mark]) -> bool:
    """Whether a “not” makes a condition with another word: `not before`, “not beyond what is necessary” (เท่าที่จำเป็น)."""
    waits = _number(ours, {Polarity.BEFORE}) > _number(theirs, {Polarity.BEFORE})
    return waits or any(mark.polarity is Polarity.ONLY and 0 < mark.start - word.start <= 2 * _REACH for mark in ours)


def opposed(ours: Sequence[Mark], theirs: Sequence[Mark]) -> bool:
    """Whether limits seem to point opposite ways, so that a denial may belong to one: “a fee above”, “no fee below”."""
    for rising, falling in ((RISING - _EVENTS, FALLING - _EVENTS), (RISING & _EVENTS, FALLING & _EVENTS)):
        more, less = (_number(ours, limits) - _number(theirs, limits) for limits in (rising, falling))
        if more * less < 0:
            return True
    return False


def beside_limits(found: Sequence[Mark]) -> Counter[bool]:
    """How many words deny, how many restrict, apart from those in limits: each may turn a limit round (not before)."""
    limits = {mark.start for mark in found if mark.polarity in _LIMITS}
    return Counter(
        mark.polarity is Polarity.ONLY
        for mark in found
        if mark.polarity in DENIALS and mark.force and mark.start not in limits
    )


def _number(found: Sequence[Mark], classes: Collection[Polarity]) -> int:
    return sum(mark.polarity in classes and mark.force > Force.FAINT for mark in found)


def _saying(found: Sequence[Mark], classes: Collection[Polarity], least: Force) -> list[Mark]:
    return [mark for mark in found if mark.polarity in classes and mark.force >= least]


def _left_over(ours: Sequence[Mark], theirs: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The words of denial on either side that nothing corresponds to.

    Words of one sense correspond to each other; then plain denials, whatever their sense; then exceptions.
    """
    here, there = _denials(ours, theirs), _denials(theirs, ours)
    for correspondence in (_sense, _plain_denial, _exception):
        here, there = _unpaired(here, there, correspondence), _unpaired(there, here, correspondence)
    return [mark for mark in here if mark.force], [mark for mark in there if mark.force]


def _denials(ours: Sequence[Mark], theirs: Sequence[Mark]) -> list[Mark]:
    """The words of denial of `ours`; not the “not” of a limit (“not less than”) that `theirs` has too."""
    limits = Counter(mark.sense for mark in theirs if mark.polarity in _LIMITS)
    answered: set[int] = set()
    for mark in ours:
        if mark.polarity in _LIMITS and limits[mark.sense] > 0:
            limits[mark.sense] -= 1
            answered.add(mark.start)
    return [mark for mark in ours if mark.polarity in DENIALS and mark.start not in answered]


def _unpaired(ours: Sequence[Mark], theirs: Sequence[Mark], kind: Callable[[Mark], Hashable]) -> list[Mark]:
    """What is left of `ours` after each of `theirs` answered one of its kind, the firmest first."""
    answers = Counter(kind(mark) for mark in theirs)
    left = []
    for mark in sorted(ours, key=lambda mark: -mark.force):
        of = kind(mark)
        if of is not None and answers[of] > 0:
            answers[of] -= 1
        else:
            left.append(mark)
    return left


def _sense(mark: Mark) -> Hashable:
    return mark.sense


def _plain_denial(mark: Mark) -> Hashable:
    return True if mark.polarity is Polarity.NOT and mark.force >= Force.PLAIN else None


def _exception(mark: Mark) -> Hashable:
    return True if mark.polarity is Polarity.EXCEPT and mark.force else None
