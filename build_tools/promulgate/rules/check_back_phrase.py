"""Readers are told to keep checking the page for changes, and nothing else tells them.

ไทย: นโยบายให้ผู้อ่านคอยเข้ามาตรวจดูการเปลี่ยนแปลงเอง โดยไม่มีการแจ้งทางอื่น

Why: the guidelines on transparency of the European data protection authorities (WP260 rev.01, paragraph 29) say that
telling people to check a notice regularly for changes is not only insufficient but unfair. A policy that also promises
notice of changes is fine.

PASS:
    th:
        โปรดตรวจสอบหน้านี้เป็นระยะ ทั้งนี้ เราจะแจ้งการเปลี่ยนแปลงให้ท่านทราบล่วงหน้าทางอีเมล
    en:
        Please check this page regularly. We will notify you of changes by e-mail in advance.
FAIL:
    th:
        เราประกาศการเปลี่ยนแปลงไว้ที่หน้านี้
    en:
        Changes are posted here. Please check this page regularly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import title_for_readers

_CHECK_BACK = {
    "th": re.compile(
        r"(?:ตรวจสอบ|ตรวจดู|เข้า(?:มา)?(?:อ่าน|ดู|ชม|ตรวจ)|ติดตาม|ทบทวน|ศึกษา|อ่าน)"
        r"[^.\n]{0,80}(?:เป็นระยะ|เป็นประจำ|สม่ำเสมอ|อยู่เสมอ|เป็นครั้งคราว|บ่อย ?ๆ|ทุกครั้ง)"
        r"|หมั่น(?:เข้า)?(?:มา)?(?:ตรวจ|ติดตาม|อ่าน|ทบทวน)"
        r"|(?:เป็นหน้าที่|ความรับผิดชอบ)ของ(?:ท่าน|ผู้ใช้)[^.\n]{0,40}(?:ตรวจสอบ|ติดตาม)[^.\n]{0,40}(?:เปลี่ยนแปลง|แก้ไข)"
    ),
    "en": re.compile(
        r"\b(?:check(?:\s+back)?|review|revisit|visit|consult|(?:re-?)?read|monitor|look\s+at|refer\s+(?:back\s+)?to)\b[^.;]{0,80}"
        r"\b(?:regularly|periodically|frequently|often|(?:each|every)\s+(?:time|visit)|whenever|from\s+time\s+to\s+time|occasionally|for\s+(?:\w+\s+)?"
        r"(?:changes|updates|amendments|revisions|modifications))\b"
        r"|\bcheck\s+back\b|\b(?:regularly|periodically|frequently)\s+(?:check|review|revisit|visit|consult|monitor)\b",
        re.IGNORECASE,
    ),
}
_ABOUT_THE_PAGE = {
    "th": re.compile("หน้านี้|หน้าเว็บ|เว็บไซต์|นโยบาย|ประกาศ|ฉบับ|ข้อกำหนด|เงื่อนไข"),
    "en": re.compile(r"\b(?:page|polic\w+|notice|statement|website|site|terms|document|back|here)\b", re.IGNORECASE),
}
_NOTICE = {
    "th": re.compile(
        r"(?<!ไม่ต้อง)(?<!โดยไม่)(?<!มิต้อง)(?:แจ้ง|ประกาศ)[^.\n]{0,80}(?:ล่วงหน้า|ท่าน(?:ทราบ)?|ให้ทราบ|ทางอีเมล|ทางไปรษณีย์)|ส่ง(?:อีเมล|ข้อความ|หนังสือ)[^.\n]{0,60}(?:แจ้ง|ท่าน)"
    ),
    "en": re.compile(
        r"\b(?:notify|inform|tell|alert|e-?mail|contact)\s+(?:you|users|data\s+subjects|customers)\b"
        r"|\b(?:give|provide|send)\s+(?:you\s+)?[^.]{0,30}\bnotice\b"
        r"|\b(?:announce|notice|notif\w+|publish)\b[^.]{0,80}\b(?:days?\s+before|in\s+advance|ahead|prior|beforehand|by\s+e-?mail)\b"
        r"|\byou\s+will\s+be\s+(?:notified|informed|told)\b",
        re.IGNORECASE,
    ),
}
_CHANGE = {
    "th": re.compile("เปลี่ยนแปลง|แก้ไข|ปรับปรุง"),
    "en": re.compile(r"\b(?:chang|amend|updat|revis|modif|alter)\w*", re.IGNORECASE),
}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each text that only tells readers to come back and look."""
    for text in subject.texts.values():
        language = re.split("[-_]", text.language)[0]
        if language in _CHECK_BACK and not _gives_notice(text, language):
            yield from _phrases(subject, text, language)


def _gives_notice(text: Text, language: str) -> bool:
    """Whether some block speaks of changes and promises that people will be told of them."""
    return any(
        _NOTICE[language].search(block.text) and _CHANGE[language].search(block.text)
        for section in text.sections
        for block in section.blocks
    )


def _phrases(subject: Subject, text: Text, language: str) -> Iterator[Finding]:
    for section in text.sections:
        for block in section.blocks:
            match = _CHECK_BACK[language].search(block.text)
            if match is None or not _ABOUT_THE_PAGE[language].search(block.text):
                continue
            if not (_CHANGE[language].search(block.text) or _ABOUT_THE_PAGE[language].search(match[0])):
                continue
            title = title_for_readers(subject.texts, text, section)
            yield RULE.finding(
                text,
                Bilingual(
                    f"{title.th} ให้ผู้อ่านคอยตรวจดูการเปลี่ยนแปลงเอง (“{match[0]}”) โดยไม่ได้ระบุว่าจะแจ้งด้วยวิธีอื่น",
                    f"Readers are told in {title.en} to keep checking for changes (“{match[0]}”); no other notice is "
                    "promised",
                ),
                Bilingual(
                    "ระบุว่าจะแจ้งการเปลี่ยนแปลงให้ทราบล่วงหน้าอย่างไร เช่น ทางอีเมล หรือประกาศล่วงหน้ากี่วัน",
                    "Say how people will be told of changes beforehand: by e-mail, or announced so many days ahead.",
                ),
                section=section.id,
                line=block.line,
                values=(match[0],),
            )
            return


RULE = Rule("check-back-phrase", Severity.WARNING, check, __doc__ or "")
