"""A policy has no file in one of the site's languages.

ไทย: ยังไม่มีไฟล์ของนโยบายในภาษาใดภาษาหนึ่งของเว็บไซต์

Why: a version exists only with all its languages.

PASS:
    th:
        เราใช้คุกกี้
    en:
        We use cookies.
FAIL:
    th:
        เราใช้คุกกี้
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each language without a file, at the first line of the file that should be there."""
    if not subject.texts:
        return
    text = subject.prevailing
    for language in subject.missing:
        name = language_name(language)
        finding = RULE.finding(
            text,
            Bilingual(
                f"นโยบาย “{text.title}” ฉบับ {text.metadata.version} ยังไม่มี{name.th}",
                f"Version {text.metadata.version} of the policy “{text.title}” has no {name.en} text",
            ),
            _hint(subject, text, language),
        )
        place = Place(language, _path(text, language), 1)
        yield replace(finding, place=place, counterpart=Place(text.language, text.path, 1))


def _hint(subject: Subject, text: Text, language: str) -> Bilingual:
    """A policy nothing is published of may be an old one under a new name: then its name is the mistake."""
    path = _path(text, language)
    if subject.before:
        return Bilingual(f"เพิ่มไฟล์ {path}", f"Add the file {path}.")
    return Bilingual(
        f"หากเป็นนโยบายใหม่ ให้เพิ่มไฟล์ {path} หากเป็นนโยบายเดิมที่เปลี่ยนชื่อไฟล์ ให้เปลี่ยนชื่อ {text.path} กลับเป็นชื่อเดิม",
        f"If the policy is new, add the file {path}. If it is an old one whose file was renamed, give {text.path} its "
        "old name back.",
    )


def _path(text: Text, language: str) -> str:
    """Where the file of `language` belongs, seen from another's: `policies/<language>/…`."""
    path = PurePosixPath(text.path)
    return str(path.parent.parent / language / path.name)


RULE = Rule("language-missing", Severity.ERROR, check, __doc__ or "")
