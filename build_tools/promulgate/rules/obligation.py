"""A duty, a prohibition or a “not” stands in one language only.

ไทย: คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธ มีในภาษาเดียว

Why: “must not disclose” and “อาจเปิดเผย” differ in three letters and in everything else. Meaning is not understood, and
faithful translations deny in many ways: “may not … unless” is “จะ…ได้ต่อเมื่อ”. So a denial, or an exception, is spoken
of only where it is one more than the other language has and nothing there could say the same: an exception only where
“if” stands for it, or nothing of what is excepted; a duty only where “must” and “may” have changed places. The finding
is a warning that asks a person to read both.

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
from collections.abc import Iterator

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
_EXCEPTED, _SURE = 60, 2
"""So many characters after a word of exception say what is excepted; so many meanings among them, at least, tell."""
_CONDITION = {
    "th": re.compile("(?:หาก|ถ้า)(?!ไม่)|รวม(?!กัน)"),
    "en": re.compile(r"(?i)\bif\b(?! not)|\binclu(?:de|sive|ding)"),
}
"""What holds where an exception does not."""
_OR = re.compile(r"(?i)\bn?or\b|หรือ")
_NO_AND_NO = re.compile(r"(?i)\bno\b[^.,;]{1,60}\b(?:and|or) no\b")
"""“No cartoon and no picture may be used”: one prohibition in Thai (ห้ามใช้ภาพการ์ตูนหรือภาพบุคคล)."""
_SCOPE_END = re.compile(r"(?i)[.;:](?:\s|$)|\b(?:and|but)\b|และ|แต่")
"""As far as one “not” reaches over an “or”, at most."""
_LIMITED = re.compile(
    r"(?i)\b(?:may|can)\b[^.;]*\b(?:only|no|without|unless|until)\b|\b(?:no|only)\b[^.;]*\b(?:may|can)\b"
)
"""A permission that is none without what it names: “may … only with”, “no … can … without” (ต้อง)."""
_DOUBT = Bilingual("คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธอาจไม่ตรงกัน", "A duty, a prohibition or a “not” may differ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(first: Side, second: Side) -> tuple[Marks, Marks] | None:
    ours, theirs = first.marks, second.marks
    if _lacks(first, second) or _lacks(second, first):
        return _of_denial(ours), _of_denial(theirs)
    if opposed(ours, theirs) or any(_LIMITED.search(side.words) for side in (first, second)):
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
        return _turned(one, other) or _unsaid(one, word, other)
    if _NO_AND_NO.search(one.words) and _firm(other.marks, Polarity.NOT):
        return False
    begins, ends = _denied(one, word)
    words = one.words[begins:ends]
    denied = meanings(words, one.language) if ends == word.start else first_meanings(words, one.language)
    elsewhere = meanings(f"{one.words[:begins]} {one.words[ends:]}", one.language)
    return bool(denied & meanings(_without_joined(other), other.language)) and denied.isdisjoint(elsewhere)


def _denied(side: Side, word: Mark) -> tuple[int, int]:
    """Where the word stands that a “not” denies."""
    if side.words.startswith(_AFTER_ITS_VERB, word.start):
        return max(0, word.start - _BACK), word.start
    negator = _THAI_NEGATOR.match(side.words, word.start)
    begins = negator.end() if negator else word.end
    return begins, begins + _REACH[side.language]


def _turned(one: Side, other: Side) -> bool:
    """Whether `other` says more often than `one` what an exception is turned into: “if” for “unless”.

    What is excepted may well be said in a sentence of its own, without any word of exception.
    """
    conditions = [len(_CONDITION[side.language].findall(side.words)) for side in (one, other)]
    return conditions[0] < conditions[1]


def _unsaid(one: Side, word: Mark, other: Side) -> bool:
    """Whether nothing of what is excepted stands in `other`, as when the exception was left out as a whole."""
    excepted = meanings(one.words[word.end : word.end + _EXCEPTED], one.language)
    excepted -= meanings(one.words[: word.start], one.language)
    # How a word begins is no meaning that Thai and English could share.
    excepted = frozenset(meaning for meaning in excepted if not meaning.startswith("~"))
    return len(excepted) >= _SURE and excepted.isdisjoint(meanings(other.words, other.language))


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
