"""An image is in one language only.

ไทย: ภาพมีในภาษาเดียว

Why: a picture, such as a form or a sign, tells readers something. Each language may have its own file.

PASS:
    th:
        แบบฟอร์ม ![แบบฟอร์ม](form-th.png)
    en:
        The form ![form](form-en.png)
FAIL:
    th:
        แบบฟอร์ม
    en:
        The form ![form](form-en.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Image, Place, Severity
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.structure import Part
from promulgate.rules.structure_findings import findings_about
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt, language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block with fewer images than its translation."""
    yield from findings_about(RULE, subject, Part.IMAGE)
    for first, second in subject.pairs():
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or len(ours.images) == len(theirs.images):
                    continue
                fewer = len(ours.images) < len(theirs.images)
                lacking, having = ((first, ours), (second, theirs)) if fewer else ((second, theirs), (first, ours))
                here, there = language_name(lacking[0].language), language_name(having[0].language)
                title = title_of_pair(first, pair.first, second, pair.second)
                words = _name(_left_over(having[1].images, lacking[1].images))
                yield RULE.finding(
                    lacking[0],
                    Bilingual(
                        f"ขาดรูปภาพใน{title.th}: {there.th}มี {words} แต่{here.th}ไม่มี",
                        f"Image missing in {title.en}: {there.en} has {words}, {here.en} does not",
                    ),
                    Bilingual(
                        f"เพิ่มรูปภาพใน{here.th} หรือลบออกจาก{there.th}",
                        f"Add it in {here.en}, or delete it in {there.en}.",
                    ),
                    section=pair.first.id,
                    line=lacking[1].line,
                    counterpart=Place(having[0].language, having[0].path, having[1].line),
                    values=(words[1:-1],),
                )


def _left_over(more: tuple[Image, ...], fewer: tuple[Image, ...]) -> Image:
    known = {image.source for image in fewer}
    return next((image for image in more if image.source not in known), more[-1])


def _name(image: Image) -> str:
    return excerpt(image.alternative or image.source)


RULE = Rule("images", Severity.ERROR, check, __doc__ or "")
