"""The sections stand in another order in the other language.

ไทย: ลำดับหัวข้อไม่ตรงกัน

Why: “the section above” and side-by-side reading need the same order.

PASS:
    th:
        ## ขอบเขต {#scope}

        ใช้กับทุกคน

        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Scope {#scope}

        It applies to everyone.

        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ## คุกกี้ {#cookies}

        เราใช้คุกกี้

        ## ขอบเขต {#scope}

        ใช้กับทุกคนที่เข้าเว็บไซต์ สมัครใช้บริการ หรือติดต่อบริษัท
    en:
        ## Scope {#scope}

        It applies to everyone who visits the website, signs up or contacts the company.

        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.rules.section_matching import SectionMatch, match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each stretch of sections that stand in another order."""
    for first, second in subject.pairs():
        pairs = match_sections(first, second).pairs
        by_second = sorted(pairs, key=lambda match: match.second.line)
        rank = {id(match): number for number, match in enumerate(by_second)}
        for start in _regions([rank[id(match)] for match in pairs]):
            yield _finding(first, second, by_second[start], pairs[start])


def _finding(first: Text, second: Text, match: SectionMatch, expected: SectionMatch) -> Finding:
    title = title_of_pair(first, match.first, second, match.second)
    instead = title_of_pair(first, expected.first, second, expected.second)
    here, there = language_name(second.language), language_name(first.language)
    return RULE.finding(
        second,
        Bilingual(
            f"ลำดับหัวข้อไม่ตรงกัน: ตรงที่{there.th}เป็น{instead.th} {{#{expected.first.id}}} "
            f"{here.th}เป็น{title.th} {{#{match.first.id}}}",
            f"The order of sections differs: {here.en} has {title.en} {{#{match.first.id}}} where "
            f"{there.en} has {instead.en} {{#{expected.first.id}}}",
        ),
        Bilingual("จัดลำดับหัวข้อให้เหมือนกันทั้งสองภาษา", "Put the sections in the same order in both languages."),
        section=match.second.id,
        line=match.second.line,
        counterpart=Place(first.language, first.path, expected.first.line),
        values=(expected.first.id, match.first.id),
    )


def _regions(order: Sequence[int]) -> list[int]:
    """Where the stretches begin in which numbers stand out of order, each moved number widening its stretch."""
    stays = _longest_rise(order)
    spans = sorted((min(place, number), max(place, number)) for place, number in enumerate(order) if place not in stays)
    starts: list[int] = []
    end = -1
    for low, high in spans:
        if low > end:
            starts.append(low)
        end = max(end, high)
    return starts


def _longest_rise(order: Sequence[int]) -> set[int]:
    """Places of one longest rising subsequence: what can be said to have stayed."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(order):
        slot = bisect_left(tails, number)
        before.append(places[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [number]
        places[slot : slot + 1] = [place]
    rise: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        rise.add(place)
        place = before[place]
    return rise


RULE = Rule("section-order", Severity.ERROR, check, __doc__ or "")
