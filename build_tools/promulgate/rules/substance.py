"""Whether an edit of a section touches more than its spelling: its blocks, its values, its duties and denials."""

from __future__ import annotations

import re
from collections import Counter

from promulgate.errors import Bilingual
from promulgate.model import Section
from promulgate.values import Meaning, extract

_DUTIES = {
    "th": re.compile("ต้อง|ห้าม|อาจ|ไม่|มิ(?=ได้|ให้|ใช่|ชอบ|อาจ|ต้อง)|พึง|เว้นแต่|ยกเว้น"),
    "en": re.compile(
        r"\b(?:must|shall|should|may|might|could|would|cannot|not|never|no|none|nor|neither|without|unless|except|"
        r"prohibit\w*|forbid\w*|require\w*)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_QUANTIFIERS = {
    "th": re.compile("ทุก|เท่านั้น|เฉพาะ|และ/หรือ|อย่างใดอย่างหนึ่ง|ทั้งหมด|บาง"),
    "en": re.compile(r"\b(?:all|any|every|each|some|only|and/or|can|will)\b", re.IGNORECASE),
}
_VALUES_CHANGED = Bilingual("ตัวเลข วันที่ จำนวนเงิน หรือการอ้างอิงเปลี่ยนไป", "a number, date, sum or reference changed")
_DUTIES_CHANGED = Bilingual("คำที่แสดงหน้าที่ การอนุญาต หรือการปฏิเสธเปลี่ยนไป", "a word of duty, permission or denial changed")


def substance_touched(language: str, before: Section | None, after: Section) -> Bilingual | None:
    """What the edit from `before` to `after` touches that a mere correction of words would not; None if nothing.

    Meaning can't be judged by counting: None says only that blocks, values, duties and denials are the same.
    """
    if before is None or [_shape(block) for block in before.blocks] != [_shape(block) for block in after.blocks]:
        return Bilingual("จำนวนย่อหน้าหรือข้อย่อยเปลี่ยนไป", "paragraphs or list items were added or removed")
    if _targets(before) != _targets(after):
        return Bilingual("ปลายทางของลิงก์เปลี่ยนไป", "a link leads elsewhere")
    if _words(_QUANTIFIERS, language, before) != _words(_QUANTIFIERS, language, after):
        return _DUTIES_CHANGED
    return numbers_or_duties_changed(language, before, after)


def numbers_or_duties_changed(
    language: str, before: Section, after: Section, expected: frozenset[Meaning] = frozenset()
) -> Bilingual | None:
    """Whether values of the section, or its words of duty and denial, are others than before; None if they are not.

    Values in `expected` don't count: the day a version takes effect changes with every version.
    """
    changed = _values(language, before)
    changed.subtract(_values(language, after))
    if any(count for value, count in changed.items() if value not in expected):
        return _VALUES_CHANGED
    same = _words(_DUTIES, language, before) == _words(_DUTIES, language, after)
    return None if same else _DUTIES_CHANGED


def _targets(section: Section) -> list[str]:
    return [link.target for block in section.blocks for link in block.links]


def _shape(block: object) -> tuple[object, ...]:
    return tuple(getattr(block, name) for name in ("kind", "containers", "marker", "row", "column"))


def _values(language: str, section: Section) -> Counter[Meaning]:
    words = [section.title, *(block.text for block in section.blocks)]
    return Counter(value.normal for text in words for value in extract(text, language))


def _words(patterns: dict[str, re.Pattern[str]], language: str, section: Section) -> Counter[str]:
    pattern = patterns.get(language)
    words = "\n".join([section.title, *(block.text for block in section.blocks)])
    return Counter(match.lower() for match in pattern.findall(words)) if pattern else Counter()
