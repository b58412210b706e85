"""Whether an edit of a section touches more than its spelling: its blocks, its values, its duties and denials."""

from __future__ import annotations

import re
from collections import Counter

from promulgate.errors import Bilingual
from promulgate.model import Section
from promulgate.values import Meaning, extract

_DUTIES = {
    "th": re.compile("ต้อง|ห้าม|อาจ|ไม่|มิ(?=ได้|ให้|ใช่|ชอบ|อาจ|ต้อง)|พึง|เว้นแต่|ยกเว้น|เท่านั้น|ทุก|เฉพาะ|และ/หรือ"),
    "en": re.compile(
        r"\b(?:must|shall|should|may|might|can|could|will|would|cannot|not|never|no|none|nor|neither|without|unless|"
        r"except|only|all|any|every|prohibit\w*|forbid\w*|require\w*|and/or)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}


def substance_touched(language: str, before: Section | None, after: Section) -> Bilingual | None:
    """What the edit from `before` to `after` touches that a mere correction of words would not; None if nothing.

    Meaning can't be judged by counting: None says only that blocks, values, duties and denials are the same.
    """
    if before is None or [_shape(block) for block in before.blocks] != [_shape(block) for block in after.blocks]:
        return Bilingual("จำนวนย่อหน้าหรือข้อย่อยเปลี่ยนไป", "paragraphs or list items were added or removed")
    if _values(language, before) != _values(language, after):
        return Bilingual("ตัวเลข วันที่ จำนวนเงิน หรือการอ้างอิงเปลี่ยนไป", "a number, date, sum or reference changed")
    if [link.target for block in before.blocks for link in block.links] != [
        link.target for block in after.blocks for link in block.links
    ]:
        return Bilingual("ปลายทางของลิงก์เปลี่ยนไป", "a link leads elsewhere")
    if _duties(language, before) != _duties(language, after):
        return Bilingual("คำที่แสดงหน้าที่ การอนุญาต หรือการปฏิเสธเปลี่ยนไป", "a word of duty, permission or denial changed")
    return None


def _shape(block: object) -> tuple[object, ...]:
    return tuple(getattr(block, name) for name in ("kind", "containers", "marker", "row", "column"))


def _values(language: str, section: Section) -> Counter[Meaning]:
    words = [section.title, *(block.text for block in section.blocks)]
    return Counter(value.normal for text in words for value in extract(text, language))


def _duties(language: str, section: Section) -> Counter[str]:
    pattern = _DUTIES.get(language)
    words = "\n".join([section.title, *(block.text for block in section.blocks)])
    return Counter(match.lower() for match in pattern.findall(words)) if pattern else Counter()
