"""Words of one language are left standing in the text of the other.

ไทย: ข้อความยังไม่ได้แปล หรือแปลไว้ผิดไฟล์

Why: an English paragraph in the Thai text tells Thai readers nothing. Names, product names, addresses, code, and loan
words in brackets are no such paragraph.

PASS:
    th:
        เราใช้คุกกี้ (cookies) ของ Google Analytics ตามมาตรฐาน ISO 27001
    en:
        We use cookies of Google Analytics under ISO 27001.
FAIL:
    th:
        We use cookies to remember what you chose.
    en:
        We use cookies to remember what you chose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.canonical import normalise
from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.common_words import LATIN_WORD, common_words
from promulgate.rules.scripts import letters, other_scripts, script_of
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt, language_name
from promulgate.values.scan import base_language

_NOT_WORDS = re.compile(r"https?://\S+|(?<!\S)\S[^\s@]*@\S+|(?<![\w.-])[\w.-]*[\w-]\.[a-z]{2,}(?:/\S*)?")
"""Addresses. Each is looked for where a run of letters begins and nowhere inside it, so that time grows with length."""
_TOKEN = re.compile(r"[A-Za-z0-9_=/\\.-]+")
_NAME = re.compile(r"[_=/\\]|[A-Za-z]\d|\d[A-Za-z]")
"""What makes a run of letters the name of a thing: `log_host`, `GB/T`, `mips64`."""
_ASIDE = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»|「[^「」]*」|\[[^\[\]]*\]")
_IN_NAMES = {
    "of",
    "and",
    "the",
    "for",
    "in",
    "by",
    "de",
    "du",
    "des",
    "la",
    "le",
    "und",
    "von",
    "van",
    "der",
    "co",
    "ltd",
}
_JOINED_NAME = re.compile(r"(?=\b([A-ZÀ-Þ][\w’'-]*\s(?:[a-zà-ÿ]{1,3}\s){1,2}[A-ZÀ-Þ][\w’'-]+))")
"""`León y Castillo`, `Palmas de Gran Canaria`: little words of a name, where both texts have it."""
_NAMED = re.compile(
    r"(?:(?<=\bis )|(?<=\bas )|(?<=\bnamed )|(?<=\bcalled )|(?<=\btitled )|(?<=\babbreviated ))"
    r"[\u0e00-\u0e7f][\u0e00-\u0e7f .]*"
)
"""A name in Thai after `is`, `as`, `named`, `called`, `titled`, `abbreviated`."""
_IN_ITALICS = re.compile(r"\s*<em>[^<]*</em>\s*")
_RUN = 6
"""Foreign words in a row, outside brackets and quotation marks, that make a sentence and no name."""
_VERB = re.compile(r"(?i)\b(?:is|are|was|were|be|been|has|have|shall|must|will|does|cannot)\b")
_WITH_VERB = 3
"""With a verb among them, so many do: names have none."""
_LABEL = re.compile(
    r"(?:Chapter|Clause|Section|Article|Part|Rule|Annex|Appendix|Schedule) (?:\d+|[IVXL]+|[A-Z])\b[.:]? \w"
)
_FOREIGN_LETTERS = 24

_Piece = tuple[str, tuple[str, ...], int]
"""Words, the code in them, and their line."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block, or heading, in the language of the other text."""
    for first, second in subject.pairs():
        for pair in aligned_sections(first, second):
            pieces: list[tuple[_Piece, _Piece]] = [
                ((pair.first.title, (), pair.first.line), (pair.second.title, (), pair.second.line))
            ]
            pieces += [
                ((ours.text, ours.code, ours.line), (theirs.text, theirs.code, theirs.line))
                for ours, theirs in pair.blocks
                if ours is not None and theirs is not None and BlockKind.CODE not in (ours.kind, theirs.kind)
                if not (_is_a_term(ours) and _is_a_term(theirs))
            ]
            for number, ((ours_words, our_code, ours_line), (theirs_words, their_code, theirs_line)) in enumerate(
                pieces
            ):
                prose = _prose(ours_words, our_code), _prose(theirs_words, their_code)
                strange = [_of_no_text(prose[side], first, second, prose[1 - side]) for side in (0, 1)]
                wrong = _wrong_side(prose[0], first.language, prose[1], second.language)
                if wrong is None and number == 0:
                    wrong = _labelled_in_english(prose, (first.language, second.language))
                if wrong is None and any(strange):
                    wrong = 0 if strange[0] else 1
                if wrong is None:
                    continue
                sides = ((first, ours_words, ours_line), (second, theirs_words, theirs_line))
                text, words, line = sides[wrong]
                words = strange[wrong] or words
                other, _, other_line = sides[1 - wrong]
                yield _finding(text, words, line, Place(other.language, other.path, other_line), pair.first.id)


def _is_a_term(block: Block) -> bool:
    """Whether a block is nothing but words in italics, such as the Latin name of a species."""
    return _IN_ITALICS.fullmatch(block.html) is not None


def _of_no_text(words: str, first: Text, second: Text, counterpart: str) -> str:
    """Words in a script that is neither text's own, nor Latin, and that the other side does not have; "" if none."""
    runs = re.findall(other_scripts(frozenset({script_of(first.language), script_of(second.language)})), words)
    return next((run for run in runs if run not in counterpart and not run.isnumeric()), "")


def _prose(words: str, code: tuple[str, ...]) -> str:
    for piece in code:
        words = words.replace(piece, " ")
    return _TOKEN.sub(lambda token: " " if _NAME.search(token[0]) else token[0], _NOT_WORDS.sub(" ", words))


def _wrong_side(ours: str, our_language: str, theirs: str, their_language: str) -> int | None:
    """0 or 1 for the side that is not in its own language, None where both are."""
    if script_of(our_language) == script_of(their_language):
        return _same_script(ours, our_language, theirs, their_language)
    if _is_foreign(ours, our_language, theirs, their_language):
        return 0
    if _is_foreign(theirs, their_language, ours, our_language):
        return 1
    return None


def _is_foreign(words: str, language: str, counterpart: str, other_language: str) -> bool:
    """Whether `words`, said to be in `language`, are in the script of the other one."""
    own, other = script_of(language), script_of(other_language)
    identical = normalise(words).casefold() == normalise(counterpart).casefold()
    # Words in brackets after a translation are loan words; where nothing was translated, they are not.
    plain = words if identical and not letters(words, own) else _ASIDE.sub(" ", words)
    if other != "Latin":
        plain = _NAMED.sub(" ", plain)
        foreign = letters(plain, other)
        return foreign >= _FOREIGN_LETTERS or (foreign > 5 and foreign > letters(plain, own))
    if letters(plain, own):
        return any(map(_is_sentence, re.split(r"[^\x00-\u024f’‘–—]+", plain)))
    latin = len(LATIN_WORD.findall(plain))
    return _sentence_words(plain) >= (1 if identical and latin > 1 else 2)


def _labelled_in_english(titles: tuple[str, str], languages: tuple[str, str]) -> int | None:
    """0 or 1 for the side whose title is labelled as English titles are, and has no letter of its own language."""
    for side, language in enumerate(languages):
        strange = script_of(language) != "Latin" and not letters(titles[side], script_of(language))
        if strange and _LABEL.match(titles[side]):
            return side
    return None


def _is_sentence(run: str) -> bool:
    found = _sentence_words(run)
    return found >= _RUN or (found >= _WITH_VERB and _VERB.search(run) is not None)


def _sentence_words(words: str) -> int:
    """Latin words that belong to sentences rather than to names: written small, and more than the glue of names."""
    return sum(word.islower() and len(word) > 1 and word not in _IN_NAMES for word in LATIN_WORD.findall(words))


def _same_script(ours: str, our_language: str, theirs: str, their_language: str) -> int | None:
    """For two languages in one script: the words of the other language, or the same sentence on both sides."""
    ours, theirs = _ASIDE.sub(" ", ours), _ASIDE.sub(" ", theirs)
    if "de" not in map(base_language, (our_language, their_language)):  # German writes every noun large
        for name in set(_JOINED_NAME.findall(ours)) & set(_JOINED_NAME.findall(theirs)):
            ours, theirs = ours.replace(name, " "), theirs.replace(name, " ")
    for side, (words, own, other) in enumerate(
        ((ours, our_language, their_language), (theirs, their_language, our_language))
    ):
        known, foreign = common_words(words, own, other), common_words(words, other, own)
        if foreign >= 3 and foreign > 2 * known:
            return side
    if normalise(ours).casefold() != normalise(theirs).casefold():
        return None
    if script_of(our_language) != "Latin":
        return 1 if letters(ours, script_of(our_language)) >= _FOREIGN_LETTERS else None
    if _sentence_words(ours) < 3:
        return None
    of_other = common_words(ours, their_language, our_language)
    return 0 if of_other > common_words(ours, our_language, their_language) else 1


def _finding(text: Text, words: str, line: int, counterpart: Place, section: str) -> Finding:
    name = language_name(text.language)
    return RULE.finding(
        text,
        Bilingual(
            f"ยังไม่ได้แปลเป็น{name.th}: {excerpt(words)}",
            f"Not translated into {name.en}: {excerpt(words)}",
        ),
        Bilingual(
            f"แปลข้อความนี้เป็น{name.th} ชื่อเฉพาะและคำทับศัพท์ให้ใส่ไว้ในวงเล็บหลังคำแปล",
            f"Translate it into {name.en}; put names and loan words in brackets after their translation.",
        ),
        section=section,
        line=line,
        counterpart=counterpart,
        values=(excerpt(words)[1:-1],),
    )


RULE = Rule("untranslated", Severity.ERROR, check, __doc__ or "")
