"""A word is almost a term of the glossary, but spelt otherwise.

ไทย: คำที่สะกดใกล้เคียงกับคำในอภิธานศัพท์ แต่ไม่ตรง

Why: a defined term spelt in two ways reads like two things.

PASS:
    th:
        ผู้ควบคุมข้อมูลส่วนบุคคล
    en:
        Data controllers
    glossary:
        - th: ผู้ควบคุมข้อมูลส่วนบุคคล
          en: data controller
FAIL:
    th:
        ผู้ควบคุมข้อมูลส่วนบุคล
    en:
        The data controller
    glossary:
        - th: ผู้ควบคุมข้อมูลส่วนบุคคล
          en: data controller
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from promulgate.canonical import normalise
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.terms import Glossary, without_terms
from promulgate.rules.wording import title_for_readers

_SHORTEST = 8
"""Shorter words have neighbours that are other words."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block that holds a word one letter away from a term."""
    for text in subject.texts.values():
        forms = [
            normalise(form)
            for term in subject.glossary
            for form in term.get(text.language, ())
            if len(form) >= _SHORTEST
        ]
        for section in text.sections if forms else ():
            for block in section.blocks:
                for written, form in _almost(block.text, text, subject.glossary, forms):
                    title = title_for_readers(subject.texts, text, section)
                    yield RULE.finding(
                        text,
                        Bilingual(
                            f"สะกดคำศัพท์ไม่ตรงกับอภิธานศัพท์ใน{title.th}: “{written}”",
                            f"A term is spelt otherwise than in the glossary, in {title.en}: “{written}”",
                        ),
                        Bilingual(f"หากหมายถึง “{form}” ให้สะกดให้ตรงกัน", f"If “{form}” is meant, spell it so."),
                        section=section.id,
                        line=block.line,
                        values=(written,),
                    )


def _almost(words: str, text: Text, glossary: Glossary, forms: list[str]) -> Iterator[tuple[str, str]]:
    rest = without_terms(words, text.language, glossary)
    folded = rest.casefold()
    told: set[int] = set()
    for form in sorted(forms, key=len, reverse=True):
        sought = form.casefold()
        near = fuzz.partial_ratio_alignment(sought, folded, score_cutoff=100 * (1 - 1.5 / len(sought)))
        if near is None or len(folded) < len(sought) - 1:
            continue
        for end in (near.dest_end, near.dest_end - 1, near.dest_end + 1):
            candidate = folded[near.dest_start : end]
            same_ends = candidate[:1] == sought[:1] and candidate[-1:] == sought[-1:]
            place = set(range(near.dest_start, end))
            if same_ends and not told & place and DamerauLevenshtein.distance(candidate, sought) == 1:
                told |= place
                yield rest[near.dest_start : end], form
                break


RULE = Rule("glossary-spelling", Severity.WARNING, check, __doc__ or "")
