"""Where one word ends and the next begins, in Thai and in everything else.

Thai is written without spaces between words, so its runs are divided by a dictionary. What a lawyer reads as one thing
(a number, a date, a sum, an address, a telephone number, a reference to a clause) is one token, so that a comparison
never shows half of it changed.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS

_DIGIT = "[0-9๐-๙]"
_NUMBER = rf"{_DIGIT}+(?:[.,:]{_DIGIT}+)*"
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_LETTER = r"[^\W\d_\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
_MARK = "[\u0300-\u036f\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]"
_MONTHS = "|".join((*THAI_MONTHS, *ENGLISH_MONTHS, *(month[:3] for month in ENGLISH_MONTHS)))
_THAI_REFERENCE = "ข้อ|มาตรา|หมวด|ส่วนที่|วรรค|บทที่|ภาคผนวก"
_PATH = r"(?:[/?#][^\s<>\"“”‘’«»]{0,2000}(?<![.,;:!?)\]ฯ]))?"
_LATIN_REFERENCE = "(?i:sections?|articles?|clauses?|paragraphs?|chapters?|part|annex|appendix|schedule)"
_LETTERED = rf"\((?:[a-z]{{1,4}}|[ก-ฮ]|{_DIGIT}{{1,3}})\)"
_SPACE = r"[ \u00a0]"
_DAY = rf"{_DIGIT}{{1,2}}(?:st|nd|rd|th)?"
_YEAR = rf"(?:พ\.ศ\.|ค\.ศ\.)?{_SPACE}?{_DIGIT}{{4}}"
_CURRENCY = (
    "(?:(?:ล้าน|แสน|หมื่น|พัน)?บาท|เปอร์เซ็นต์|%|(?:million |billion )?(?:baht|THB|USD|EUR|percent|per cent)(?![A-Za-z]))"
)
# Repetitions are bounded: a hostile run of letters costs a constant per character.
_PATTERNS = (
    rf"https?://[A-Za-z0-9.\-:@\[\]]{{1,255}}(?<![.:\-]){_PATH}",
    r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}",
    rf"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9\-]{{0,62}}(?:\.[A-Za-z0-9\-]{{1,63}}){{0,8}}\.[a-z]{{2,24}}(?![A-Za-z0-9])"
    rf"{_PATH}",
    # References to clauses: ข้อ 4.2 (ก), มาตรา ๒๔, section 4.2(a)
    rf"(?:{_THAI_REFERENCE}|(?<![A-Za-z]){_LATIN_REFERENCE}){_SPACE}?{_NUMBER}(?:{_SPACE}?{_LETTERED}){{0,4}}",
    # Dates: 1 มกราคม พ.ศ. 2570, 1st January 2027, January 1, 2027, 2027-01-01, 1/1/2570
    rf"{_DAY}{_SPACE}?(?:{_MONTHS})\.?(?:,?{_SPACE}?{_YEAR})?(?!{_DIGIT})",
    rf"(?<![A-Za-z])(?:{'|'.join(ENGLISH_MONTHS)}){_SPACE}{_DAY}(?:,?{_SPACE}{_DIGIT}{{4}})?(?!{_DIGIT})",
    rf"{_DIGIT}{{1,4}}([-/]){_DIGIT}{{1,2}}\1{_DIGIT}{{1,4}}(?!{_DIGIT})",
    # Telephone numbers: +66 2 123 4567, (02) 123 4567, 02-123-4567
    rf"\+{_DIGIT}{{1,3}}(?:[ \-]?\(?{_DIGIT}{{1,4}}\)?){{2,6}}",
    rf"\(0{_DIGIT}{{1,3}}\)[ \-]?{_DIGIT}{{3,4}}[ \-]?{_DIGIT}{{3,4}}",
    rf"[0๐]{_DIGIT}{{1,2}}[ \-]{_DIGIT}{{3,4}}[ \-]{_DIGIT}{{3,4}}(?:[ \-]{_DIGIT}{{1,4}})?(?!{_DIGIT})",
    # Sums and shares: THB 1,250.50, ฿500, ร้อยละ 15, 1,500 บาท, 7.5%
    rf"(?:(?<![A-Za-z])(?:THB|USD|EUR|GBP|SGD)|[฿$€£]|ร้อยละ){_SPACE}?{_NUMBER}",
    rf"{_NUMBER}{_SPACE}?{_CURRENCY}",
    # The number of a clause with its letters: 4.2(a), 4(ก)
    rf"{_NUMBER}(?:{_LETTERED}){{1,4}}",
    _NUMBER,
    # A run of Thai ends before a reference or a share, which would otherwise be taken apart: ตาม|ข้อ 4.2
    rf"(?P<thai>(?:(?!(?:{_THAI_REFERENCE}|ร้อยละ){_SPACE}?{_DIGIT})[{_THAI}]|(?<=[{_THAI}])\.(?=[{_THAI}]))+"
    rf"(?:(?<=[{_THAI}])\.)?)",
    rf"{_LETTER}{_MARK}*(?:{_LETTER}{_MARK}*|['’\-](?={_LETTER}))*",
    r"\s+",
    rf".{_MARK}*",
)
_TOKEN = re.compile("|".join(_PATTERNS), re.DOTALL)
_THAI_JOINS_THE_LETTER_BEFORE = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
_LONGEST_RUN = 2000


def tokens(text: str) -> tuple[str, ...]:
    """The words, numbers, signs and spaces of `text` in order; joined they are `text` again, character by character."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        run = match["thai"]
        if run is None:
            found.append(match[0])
        else:
            found += _thai_words(run)
    if "".join(found) != text:
        raise AssertionError(f"the tokens do not join to the text they were cut from: {text[:80]!r}")
    return tuple(found)


@functools.lru_cache(maxsize=65536)
def _thai_words(run: str) -> tuple[str, ...]:
    """The words of an unbroken run of Thai. A letter is never parted from its vowel signs and tone marks."""
    words: list[str] = []
    for start in range(0, len(run), _LONGEST_RUN):
        for word in _segmenter()(run[start : start + _LONGEST_RUN]):
            if words and _THAI_JOINS_THE_LETTER_BEFORE.match(word):
                words[-1] += word
            else:
                words.append(word)
    return tuple(words)


@functools.cache
def _segmenter() -> Callable[[str], list[str]]:
    # Loading the dictionary takes half a second, which commands that compare nothing must not pay; and without this
    # setting the library makes a folder in the home directory.
    os.environ["PYTHAINLP_READ_ONLY"] = "1"
    from pythainlp.tokenize.newmm import segment

    return segment  # type: ignore[no-any-return, unused-ignore]
