"""Words set as code differ between the languages.

ไทย: ข้อความแบบโค้ดในสองภาษาไม่ตรงกัน

Why: code is copied letter by letter: names of cookies, commands, file names. It is not translated, except where it
holds words of the language itself.

PASS:
    th:
        คุกกี้ `_session_id` หมดอายุ
    en:
        The cookie `_session_id` expires.
FAIL:
    th:
        คุกกี้ `_session_id` หมดอายุ
    en:
        The cookie `_sesion_id` expires.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from promulgate.errors import Bilingual
from promulgate.model import Block, Finding, Place, Severity
from promulgate.rules.places import place_of, place_of_block
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import Passage, PassagePair, passages
from promulgate.rules.wording import excerpt, language_name
from promulgate.values.contacts import address_meaning


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each code span or block that the other language has not, letter by letter."""
    for first, second in subject.pairs():
        for section in passages(first, second):
            for pair in section:
                one, other = pair.first.block, pair.second.block
                if one is not None and other is not None and (one.code or other.code):
                    for ours, theirs in _differences(one.code, other.code, (first.language, second.language)):
                        places = _place(pair.first, one, ours), _place(pair.second, other, theirs)
                        yield _finding(pair, (ours, theirs), places)


def _differences(
    first: tuple[str, ...], second: tuple[str, ...], languages: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Spans without their equal, paired in order; "" stands for none. Words of a language may differ."""
    ours, theirs = Counter(map(_plain, first)), Counter(map(_plain, second))
    left, right = list((ours - theirs).elements()), list((theirs - ours).elements())
    for one, other in zip_longest(left, right, fillvalue=""):
        if one and other and (_has_words(one) or _has_words(other) or _is_one_page(one, other, languages)):
            continue
        yield one, other


def _is_one_page(first: str, second: str, languages: tuple[str, str]) -> bool:
    """Whether two addresses differ in nothing but the language of the page."""
    if "://" not in first or "://" not in second:
        return False
    return address_meaning(first, languages) == address_meaning(second, languages)


def _has_words(code: str) -> bool:
    """Whether there are letters of a language in it that may be translated; signs such as × are none."""
    return any(character.isalpha() and not character.isascii() for character in code)


def _plain(code: str) -> str:
    return "\n".join(line.rstrip() for line in code.strip("\n").split("\n"))


def _place(passage: Passage, block: Block, code: str) -> Place:
    if code:
        return place_of(passage.text, code.split("\n", maxsplit=1)[0], passage.lines, block=block)
    return place_of_block(passage.text, block)


def _finding(pair: PassagePair, codes: tuple[str, str], places: tuple[Place, Place]) -> Finding:
    (ours, theirs), first, second = codes, pair.first.text, pair.second.text
    names = language_name(first.language), language_name(second.language)
    one, other = excerpt(ours), excerpt(theirs)
    if ours and theirs:
        message = Bilingual(
            f"ข้อความแบบโค้ดไม่ตรงกันใน{pair.title.th}: {names[0].th} {one} {names[1].th} {other}",
            f"Code differs in {pair.title.en}: {names[0].en} has {one}, {names[1].en} has {other}",
        )
    else:
        having, lacking = (names[0], names[1]) if ours else (names[1], names[0])
        message = Bilingual(
            f"ข้อความแบบโค้ดไม่ตรงกันใน{pair.title.th}: {having.th} {one if ours else other} แต่{lacking.th}ไม่มี",
            f"Code differs in {pair.title.en}: {having.en} has {one if ours else other}, {lacking.en} has not",
        )
    return RULE.finding(
        first,
        message,
        Bilingual(
            "คัดลอกข้อความแบบโค้ดให้เหมือนกันทุกตัวอักษรทั้งสองภาษา", "Copy the code so that it is the same, letter by letter."
        ),
        section=pair.section,
        line=places[0].line,
        column=places[0].column,
        counterpart=places[1],
        values=tuple(code for code in (ours, theirs) if code),
    )


RULE = Rule("code-value", Severity.ERROR, check, __doc__ or "")
