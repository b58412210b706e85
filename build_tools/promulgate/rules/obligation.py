"""A duty, a prohibition or a “not” stands in one language only.

ไทย: คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธ มีในภาษาเดียว

Why: “must not disclose” and “อาจเปิดเผย” differ in three letters and in everything else. Words are counted, meaning is
not understood: the finding is a warning that asks a person to read both.

PASS:
    th:
        เราจะไม่เปิดเผยข้อมูลของท่าน
    en:
        We will not disclose your data.
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
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_of_pair

_Words = dict[str, re.Pattern[str]]

_THAI: _Words = {
    # Written as a clear denial, and everything that may render one.
    "not": re.compile(
        "(?<!หรือ)ไม่(?!ว่า|กี่|นาน|น้อยกว่า|ต่ำกว่า|ช้ากว่า|เกิน|เพียงแต่|ถึง|ครบ|เต็ม)|ห้าม|มิได้|มิให้|มิ(?=ใช่|ชอบ|ต้อง|อาจ|ควร)"
    ),
    "any not": re.compile("ไม่|ห้าม|มิ(?=ได้|ให้|ใช่|ชอบ|ต้อง|อาจ|ควร)|ปราศจาก|เว้นแต่|ยกเว้น|ปฏิเสธ|ไร้|งด|พ้นจาก|ฝ่าฝืน|ขาด"),
    "must": re.compile("(?<!ไม่)(?<!ความ)(?<!มิ)ต้อง(?!การ|สงสัย|หา|โทษ|ห้าม)|พึง|มีหน้าที่"),
    "any must": re.compile("ต้อง|พึง|หน้าที่|จำเป็น|เงื่อนไข|กำหนด|ให้(?=เป็น|ถือ|ใช้)"),
    "may": re.compile("อาจ(?!ารย์)"),
    "any may": re.compile("อาจ|สามารถ|ได้|สิทธิ|เลือก"),
}
_ENGLISH: _Words = {
    "not": re.compile(
        r"\b(?:(?:must|shall|will|may|do|does|did|is|are|was|were|has|have|had|would|should|need)\s+(?:also\s+)?not"
        r"|cannot|can\s?not|never|(?:do|does|is|are|will|would|can|must|should|has|have)n['’]t|won['’]t|neither)\b"
        r"(?!\s+(?:only|later|less|more|longer))",
        re.IGNORECASE,
    ),
    "any not": re.compile(
        r"\b(?:not?|none|nor|never|neither|nothing|nobody|cannot|without|unless|except\w*|other\s+than|only|free|stop\w*"
        r"|refus\w*|prohibit\w*|forbid\w*|exempt\w*|exclu\w*|declin\w*|fail\w*|prevent\w*|kee?p\w*(?=.*\bfrom\b)|lack\w*"
        r"|non\w*|un(?!der|ion|iver|it|less|til)\w+|im(?:possible|proper)\w*|dis(?:honest|satisf|agree|continu|allow)\w*"
        r"|in(?:valid|correct|accura|complete|appropriate|ability|secure|separable|dependent|direct|eligib|admiss)\w*"
        r"|il(?:legal|licit)\w*|irr?egular\w*|breach\w*|violat\w*|\w+less)\b|n['’]t\b|\bnon-",
        re.IGNORECASE,
    ),
    "must": re.compile(
        r"\b(?:must|shall|(?:is|are)\s+(?:required|obliged|obligated)\s+to|ha(?:s|ve)\s+to)\b", re.IGNORECASE
    ),
    "any must": re.compile(
        r"\b(?:must|shall|need\w*|requir\w*|oblig\w*|dut\w+|ha(?:s|ve)\s+to|(?:is|are)\s+to|condition\w*|subject\s+to|only|"
        r"should|bound)\b",
        re.IGNORECASE,
    ),
    "may": re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE),
    "any may": re.compile(
        r"\b(?:may|might|can|could|able|allow\w*|permit\w*|right\w*|free|entitled|option\w*|choos\w*)\b", re.IGNORECASE
    ),
}
_KNOWN = {"th": _THAI, "en": _ENGLISH}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    for first, second in subject.pairs():
        if first.language not in _KNOWN or second.language not in _KNOWN:
            continue
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or BlockKind.CODE in (ours.kind, theirs.kind):
                    continue
                words = _difference(ours.text, _KNOWN[first.language], theirs.text, _KNOWN[second.language])
                if words is not None:
                    yield _finding(first, second, pair, (ours, theirs), words)


def _difference(ours: str, our_words: _Words, theirs: str, their_words: _Words) -> tuple[str, str] | None:
    """The words that stand against each other; an empty one where a side has none."""
    for words, known, other, other_known, swap in (
        (ours, our_words, theirs, their_words, False),
        (theirs, their_words, ours, our_words, True),
    ):
        denied = known["not"].search(words)
        duty = known["must"].search(words)
        found: tuple[str, str] | None = None
        if denied and not other_known["any not"].search(other):
            allowed = other_known["may"].search(other) or other_known["must"].search(other)
            found = (denied[0], allowed[0] if allowed else "")
        elif duty and not known["any may"].search(words):
            leave = other_known["may"].search(other)
            if leave and not other_known["any must"].search(other):
                found = (duty[0], leave[0])
        if found is not None:
            return (found[1], found[0]) if swap else found
    return None


def _finding(
    first: Text, second: Text, pair: SectionPair, blocks: tuple[Block, Block], words: tuple[str, str]
) -> Finding:
    title = title_of_pair(first, pair.first, second, pair.second)
    names = language_name(first.language), language_name(second.language)
    thai = [f"{name.th} “{word}”" if word else f"{name.th}ไม่มีคำเช่นนั้น" for name, word in zip(names, words, strict=True)]
    english = [
        f"{name.en} “{word}”" if word else f"{name.en} no such word" for name, word in zip(names, words, strict=True)
    ]
    return RULE.finding(
        second,
        Bilingual(
            f"คำที่แสดงหน้าที่หรือการปฏิเสธอาจไม่ตรงกันใน{title.th}: {' '.join(thai)}",
            f"a duty or a “not” may differ in {title.en}: {', '.join(english)}",
        ),
        Bilingual(
            "ระบบนับเพียงคำ ไม่เข้าใจความหมาย โปรดอ่านเทียบทั้งสองภาษา หากตรงกันแล้วไม่ต้องแก้ไข",
            "The check counts words and can't judge meaning: please read both. If they agree, nothing is to be done.",
        ),
        section=pair.first.id,
        line=blocks[1].line,
        counterpart=Place(first.language, first.path, blocks[0].line),
        values=tuple(word for word in words if word),
    )


RULE = Rule("obligation", Severity.WARNING, check, __doc__ or "")
