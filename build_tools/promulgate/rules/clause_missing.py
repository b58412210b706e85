"""A clause is cited whose number does not exist in the text.

ไทย: อ้างถึงข้อที่ไม่มีอยู่ในนโยบายนี้

Why: “as set out in clause 7” of six clauses sets out nothing. A text that numbers nothing is not judged, nor is a
clause of another document.

PASS:
    th:
        ## 1. ขอบเขต {#scope}

        เว้นแต่ที่กำหนดในข้อ 2

        ## 2. ข้อยกเว้น {#exceptions}

        ข้อ 9 ของสัญญาใช้บังคับ
    en:
        ## 1. Scope {#scope}

        Except as clause 2 says.

        ## 2. Exceptions {#exceptions}

        Clause 9 of the contract applies.
FAIL:
    th:
        ## 1. ขอบเขต {#scope}

        เว้นแต่ที่กำหนดในข้อ 2

        ## 2. ข้อยกเว้น {#exceptions}

        ไม่มี
    en:
        ## 1. Scope {#scope}

        Except as clause 2 says.

        ## 2. Exceptions {#exceptions}

        There are none, see clause 7.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.clauses import numbered, references
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import title_for_readers


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each cited clause whose number nothing bears."""
    for text in subject.texts.values():
        known = numbered(text)
        # 3 exists where 3.1 does.
        numbers = {".".join(number.split(".")[:length]) for number in known for length in range(1, 9)}
        for reference in references(text) if numbers else ():
            if reference.number in numbers:
                continue
            title = title_for_readers(subject.texts, text, reference.section)
            yield RULE.finding(
                text,
                Bilingual(
                    f"{title.th} อ้างถึง “{reference.words}” ซึ่งไม่มีในนโยบายนี้",
                    f"“{reference.words}” is cited in {title.en}, but does not exist in this policy",
                ),
                Bilingual(
                    "แก้เลขข้อให้ตรงกับข้อที่มีอยู่ หากหมายถึงเอกสารอื่น ให้ระบุชื่อเอกสาร เช่น “ข้อ 7 ของสัญญา”",
                    "Correct the number; if another document is meant, name it: “clause 7 of the agreement”.",
                ),
                section=reference.section.id,
                line=reference.block.line,
                values=(reference.words,),
            )


RULE = Rule("clause-missing", Severity.ERROR, check, __doc__ or "")
