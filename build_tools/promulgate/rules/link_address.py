"""A link's address is not what it seems, or a picture comes from somewhere else.

ไทย: ที่อยู่ของลิงก์ไม่ตรงไปตรงมา หรือรูปภาพมาจากเว็บไซต์อื่น

Why: an address that starts with two slashes looks like a place on this site and is another host; in
`https://bank.example@x.example` the host is the last name; letters of other alphabets look like Latin ones. A picture
of another host would tell that host who reads the policy, so browsers are told not to load it.

PASS:
    th:
        ดู [เว็บไซต์](https://www.example.com/a?b=c#d)
    en:
        See [the website](https://www.example.com/a?b=c#d).
FAIL:
    th:
        ดู [เว็บไซต์](https://www.example.com/)
    en:
        See [the website](//www.example.com/).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from promulgate.errors import Bilingual
from promulgate.model import Block, Finding, Section, Severity, Text
from promulgate.rules.scripts import script_of
from promulgate.rules.subject import Rule, Subject

_ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\]{2}|https?:", re.IGNORECASE)
_WEB = re.compile(r"https?://(?P<authority>[^/?#\\]+)(?:[/?#][^\\]*)?", re.IGNORECASE)
_LOOK_ALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "LISU", "MATHEMATICAL", "MODIFIER")
"""Alphabets and signs with letters that look like Latin ones; a host named in one of them is taken for another, but for
readers who write in that alphabet themselves."""

_Reason = tuple[Bilingual, Bilingual]
_WRITE_PLAINLY = Bilingual(
    "เขียนที่อยู่เต็มให้ตรงไปตรงมา เช่น https://www.example.com/",
    "Write the whole address plainly, like https://www.example.com/.",
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each link whose address misleads and each picture that is not the site's own."""
    for text in subject.texts.values():
        for section in text.sections:
            for block in section.blocks:
                for link in block.links:
                    yield from _finding(text, section, block, link.target, _misleading(link.target, text.language))
                for image in block.images:
                    yield from _finding(text, section, block, image.source, _foreign(image.source))


def _finding(text: Text, section: Section, block: Block, target: str, reason: _Reason | None) -> Iterator[Finding]:
    if reason is not None:
        lines = text.source_lines
        places = range(block.line, block.end_line + 1)
        line = next((number for number in places if unquote(target) in unquote(lines[number - 1])), block.line)
        yield RULE.finding(text, *reason, section=section.id, line=line, values=(target,))


def _misleading(target: str, language: str) -> _Reason | None:
    if not _ELSEWHERE.match(target):
        if "\\" not in target:
            return None
        words = Bilingual(f"ที่อยู่ของลิงก์มีเครื่องหมาย \\: {target}", f"The address of the link has a backslash: {target}")
        return words, _WRITE_PLAINLY
    web = _WEB.fullmatch(target)
    if web is None:
        return (
            Bilingual(
                f"ที่อยู่ของลิงก์ไม่ครบ จึงไปยังที่อื่นที่ไม่ใช่ที่เห็น: {target}",
                f"The address of the link is incomplete and leads elsewhere than it seems: {target}",
            ),
            _WRITE_PLAINLY,
        )
    if "@" in unquote(web["authority"]):
        host = unquote(web["authority"]).rpartition("@")[2]
        return (
            Bilingual(
                f"ลิงก์นี้ไปยัง {host} ไม่ใช่ชื่อที่อยู่หน้าเครื่องหมาย @: {target}",
                f"This link leads to {host}, not to what stands before the @: {target}",
            ),
            _WRITE_PLAINLY,
        )
    host = _as_read(unquote(web["authority"]))
    alike = next((letter for letter in host if _looks_alike(letter, language)), "")
    if alike:
        name = unicodedata.name(alike, f"U+{ord(alike):04X}")
        return (
            Bilingual(
                f"ชื่อเว็บไซต์ “{host}” มีตัวอักษรที่ดูเหมือนตัวอื่น ({name}): {target}",
                f"The name of the website “{host}” has a letter that looks like another ({name}): {target}",
            ),
            _WRITE_PLAINLY,
        )
    return None


def _as_read(host: str) -> str:
    """The host with names like `xn--80ak6aa92e` as the letters they stand for."""
    labels = []
    for label in host.split("."):
        try:
            labels.append(label[4:].encode("ascii").decode("punycode") if label.lower().startswith("xn--") else label)
        except (UnicodeError, IndexError):
            labels.append(label)
    return ".".join(labels)


def _looks_alike(letter: str, language: str) -> bool:
    alphabet = unicodedata.name(letter, "").partition(" ")[0]
    return not letter.isascii() and alphabet in _LOOK_ALIKES and alphabet != script_of(language).upper()


def _foreign(source: str) -> _Reason | None:
    if not _ELSEWHERE.match(source):
        return None
    return (
        Bilingual(
            f"รูปภาพมาจากเว็บไซต์อื่น ผู้อ่านจะไม่เห็น: {source}",
            f"The image comes from another website; readers will not see it: {source}",
        ),
        Bilingual(
            "เก็บรูปภาพไว้ในโฟลเดอร์ docs แล้วใช้ที่อยู่ในเว็บไซต์นี้",
            "Keep the image in the folder docs, and use its address on this site.",
        ),
    )


RULE = Rule("link-address", Severity.ERROR, check, __doc__ or "")
