"""A duty, a prohibition or a “not” stands in one language only.

ไทย: คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธ มีในภาษาเดียว

Why: “must not disclose” and “อาจเปิดเผย” differ in three letters and in everything else. Meaning is not understood, and
faithful translations deny in many ways: “may not … unless” is “จะ…ได้ต่อเมื่อ”. So a denial, or an exception, is spoken of
only where it is one more than the other language has and nothing there could say the same; a duty only where “must” and
“may” have changed places. The finding is a warning that asks a person to read both.

PASS:
    th:
        ท่านจะให้เช่าช่วงได้ต่อเมื่อผู้ให้เช่ายินยอม
    en:
        You may not sublet the room unless the landlord consents.
FAIL:
    th:
        เราอาจเปิดเผยข้อมูลของท่าน
    en:
        We must not disclose your data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.denials import alone, opposed
from promulgate.rules.meanings import first_meanings, meanings
from promulgate.rules.polarity import Force, Mark, Polarity, swapped
from promulgate.rules.polarity_findings import Marks, Side, findings
from promulgate.rules.subject import Rule, Subject

_GOVERNED = 1
"""One “ต้อง” may govern several clauses that each say “shall”: with a greater difference, nothing is known."""
_REACH = {"th": 14, "en": 14}
"""So many characters after a “not” hold the word it denies: “does not leave Thailand” is “ยังคงอยู่ในประเทศไทย”."""
_THAI_NEGATOR = re.compile("ห้าม(?:มิให้|ไม่ให้)?|อย่า|(?:โดย)?(?:ไม่|มิ)(?:ได้|ให้|ใช่|อาจ|ต้อง|ควร|พึง)?")
"""What denies in a Thai word of denial that has the word it denies in it: ไม่อนุญาต."""
_AFTER_ITS_VERB = ("ไม่ได้", "มิได้")
_BACK = 24
"""So many characters before these hold the verb: `แลกเป็นเงินสดไม่ได้`."""
_PART_END = re.compile(r"(?:(?<=\w{3})|(?<=[)”’]))[.;:]\s")
"""Not the full stop of an abbreviation (น., a.m., no.)."""
_AROUND = 40
"""So many characters before an exception and after it tell the rule and what is excepted from it."""
_OR = re.compile(r"(?i)\bn?or\b|หรือ")
_SCOPE_END = re.compile(r"(?i)[.;:](?:\s|$)|\b(?:and|but)\b|และ|แต่")
"""As far as one “not” reaches over an “or”, at most."""
_DOUBT = Bilingual("คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธอาจไม่ตรงกัน", "A duty, a prohibition or a “not” may differ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(first: Side, second: Side) -> tuple[Marks, Marks] | None:
    ours, theirs = first.marks, second.marks
    if _lacks(first, second) or _lacks(second, first):
        return _of_denial(ours), _of_denial(theirs)
    if opposed(ours, theirs):
        return None
    duties = [len(_firm(found, Polarity.MUST)) for found in (ours, theirs)]
    if abs(duties[0] - duties[1]) <= _GOVERNED and swapped(ours, theirs, {Polarity.MUST}, {Polarity.MAY}):
        return _of_duty(ours), _of_duty(theirs)
    return None


def _lacks(one: Side, other: Side) -> bool:
    """Whether `one` denies what `other` says without denying it: the word denied must be there."""
    word = alone(one.marks, other.marks)
    if word is None:
        return False
    if word.polarity is not Polarity.NOT:
        return not _in_its_own_part(one, word, other)
    if one.words.startswith(_AFTER_ITS_VERB, word.start):
        denied = meanings(one.words[max(0, word.start - _BACK) : word.start], one.language)
    else:
        negator = _THAI_NEGATOR.match(one.words, word.start)
        begins = negator.end() if negator else word.end
        denied = first_meanings(one.words[begins : begins + _REACH[one.language]], one.language)
    return not denied.isdisjoint(meanings(_without_joined(other), other.language))


def _in_its_own_part(one: Side, word: Mark, other: Side) -> bool:
    """Whether the other text, in more sentences and parts, says in one what is excepted and in another from what."""
    parts = _PART_END.split(other.words)
    if len(parts) <= len(_PART_END.split(one.words)):
        return False
    rule = meanings(one.words[max(0, word.start - _AROUND) : word.start], one.language)
    excepted = meanings(one.words[word.end : word.end + _AROUND], one.language) - rule
    said = [meanings(part, other.language) for part in parts]
    return _nearest(rule, said).isdisjoint(_nearest(excepted, said))


def _nearest(wanted: frozenset[str], parts: Sequence[frozenset[str]]) -> set[int]:
    """The places of the parts that say most of what is wanted; none where no part says any of it."""
    most = max(len(wanted & part) for part in parts)
    return {number for number, part in enumerate(parts) if most and len(wanted & part) == most}


def _without_joined(side: Side) -> str:
    """The words of a text but for what a “not” before them denies too: “we do not sell [or rent out]”."""
    words = side.words
    for mark in _firm(side.marks, Polarity.NOT)[::-1]:
        ends = _SCOPE_END.search(words, mark.end)
        end = ends.start() if ends else len(words)
        if joined := _OR.search(words, mark.end, end):
            words = words[: joined.end()] + words[end:]
    return words


def _of_denial(found: Marks) -> Marks:
    denials = (Polarity.NOT, Polarity.EXCEPT)
    return tuple(mark for mark in found if mark.polarity in denials and mark.force >= Force.PLAIN)


def _of_duty(found: Marks) -> Marks:
    return _firm(found, Polarity.MUST, Polarity.MAY)


def _firm(found: Marks, *polarities: Polarity) -> Marks:
    return tuple(mark for mark in found if mark.polarity in polarities and mark.force is Force.FIRM)


RULE = Rule("obligation", Severity.WARNING, check, __doc__ or "")
