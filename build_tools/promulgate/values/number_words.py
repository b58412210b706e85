"""Numbers in words of languages other than Thai and English: `einundzwanzig Tage`, `trois mois`, `三十日`.

A value in words is never demanded of these languages, for no table of words is complete; where the words are known,
they are read, so that `two weeks` and `2 Wochen` and `zwei Wochen` are one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import product

from promulgate.values.east_asian_numbers import find_east_asian
from promulgate.values.english_numbers import WordNumber
from promulgate.values.large_number_words import MORE, in_one_word, joined
from promulgate.values.number_word_forms import HUNDREDS, IN_A_ROW, ONES, TENS, TWENTIES
from promulgate.values.number_word_runs import as_one
from promulgate.values.scan import base_language

_SAME_AS = {"no": "nb", "nn": "nb", "bs": "hr", "sr": "hr", "gl": "pt", "be": "ru"}
"""Languages near enough to another for the words they share."""
_UNITS_FIRST = {"de": "und", "nl": "en", "da": "og", "ar": " و"}
"""What stands between units and tens in languages that say the units first."""
_UNITS_LAST = {
    **dict.fromkeys(("it", "sv", "nb", "fi", "hu"), ""),
    **dict.fromkeys(("fr", "ca"), "-"),
    "es": " y ",
    "pt": " e ",
    "ro": " și ",
    "bg": " и ",
}
"""What stands between tens and units elsewhere, if not a space."""
_COUNTED = {
    "fr": {"neuf": r"\s(?:jours|mois|ans|années|semaines|heures|minutes)"},
    "it": {"sei": r"\s(?:giorni|mesi|anni|settimane|ore|minuti|copie|volte)"},
    "hu": {"hét": r"\s(?:nap|hét|hónap|hónapos|év|munkanap)"},
    "vi": {"năm": r"\s(?:trăm|nghìn|ngàn|mươi|triệu|tỷ|tỉ|người|ngày|tuần|tháng|năm|giờ|phút|phần|lần|bản)"},
}
"""Words that mean something else as well (new, you are, week, year), and what follows where they are numbers."""
_FRENCH_ABOUT = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}
"""About so many; a `quinzaine` is a fortnight too."""
_JOINED_TO_A_WORD = re.compile(r"[وف]?[بلك]?(?:ال|ل)?")
"""What Arabic writes together with the word that follows: and, by, for, the."""
_SHORTEST_HUNDRED = 5
_WORD = re.compile(r"[^\W\d_]+")


def find_elsewhere(text: str, language: str) -> Iterator[WordNumber]:
    """Every number in words of `language`; none where its number words are not known."""
    base = base_language(language)
    if base in ("ja", "zh", "ko"):
        yield from find_east_asian(text, base)
        return
    language = _SAME_AS.get(base, base)
    found = list(joined(_in_words(text, language), text.lower(), language))
    yield from (word for word in as_one(found, text, words_of(language)) if word.words)


def words_of(language: str) -> dict[str, int]:
    """Every word of `language` for a number, and the number; nothing for a language whose words are not known."""
    base = base_language(language)
    return {} if base in ("ja", "zh", "ko") else _known(_SAME_AS.get(base, base))[1]


def _in_words(text: str, language: str) -> Iterator[WordNumber]:
    pattern, numbers, beginnings = _known(language)
    position = 0
    for word in _WORD.finditer(text) if beginnings else ():
        if word.start() < position:
            continue
        start = word.start() + (_joined_before(word[0], beginnings) if language == "ar" else 0)
        if word[0].lower() not in beginnings and start == word.start():
            number = in_one_word(word[0].lower(), language, numbers) if len(word[0]) > _SHORTEST_HUNDRED else None
            if number is not None:
                position = word.end()
                yield WordNumber(word.start(), position, number, 1)
            continue
        match = pattern.match(text, start)
        if match:
            position = match.end()
            number = numbers[re.sub(r"\s+", " ", match[0].lower())]
            counts = match[0].lower() not in _in_a_row(language)
            words = 1 + len(re.findall(r"[\s-]", match[0]))
            yield WordNumber(match.start(), position, number, words if counts else 0)


def _joined_before(word: str, beginnings: frozenset[str]) -> int:
    """How many letters of a word stand before the number that is written together with them."""
    longest = _JOINED_TO_A_WORD.match(word)
    ends = range(1, longest.end() + 1) if longest else ()
    return 0 if word in beginnings else next((end for end in ends if word[end:] in beginnings), 0)


@functools.cache
def _known(language: str) -> tuple[re.Pattern[str], dict[str, int], frozenset[str]]:
    """A pattern of all number words of a language, the longest first, what each says, and how they begin."""
    numbers = {word.lower(): number for word, number in _words(language)}
    counted = _COUNTED.get(language, {})
    words = [
        re.escape(word).replace(r"\ ", r"\s+") + (rf"(?={counted[word]}|\s?\))" if word in counted else "")
        for word in sorted(numbers, key=len, reverse=True)
    ]
    beginnings = frozenset(found[0] for word in numbers if (found := _WORD.match(word)))
    return re.compile(rf"(?i)(?<!\w-)(?:{'|'.join(words)})(?![^\W_])"), numbers, beginnings


@functools.cache
def _in_a_row(language: str) -> frozenset[str]:
    """The ordinals that only make a number with the word after them: they are no number alone."""
    return frozenset(form for forms in _forms(IN_A_ROW, language) for form in forms)


def _words(language: str) -> Iterator[tuple[str, int]]:
    """Every word or group of words for a number up to a hundred, a hundred and a thousand."""
    for number, forms in enumerate(_forms(IN_A_ROW, language), 1):
        yield from ((form, number) for form in forms)
    ones, tens = _forms(ONES, language), _forms(TENS, language)
    for forms, number in zip(_forms(HUNDREDS, language), (100, 1000), strict=False):
        yield from ((form, number) for form in forms)
    for entry in MORE.get(language, "").split("|") if language in MORE else ():
        forms_of_one, _, value = entry.partition("=")
        yield from ((form, int(value)) for form in forms_of_one.split("/"))
    for number, forms in enumerate(ones, 1):
        yield from ((form, number) for form in forms)
    for place, forms in enumerate(tens, 2):
        for ten in forms:
            yield ten, place * 10
            for unit, word in ((unit, word) for unit, words in enumerate(ones[:9], 1) for word in words):
                yield from ((words, place * 10 + unit) for words in _joined(language, ten, word))
    if language == "fr":
        yield from _over_sixty(ones)
    for number, forms in enumerate(_forms(TWENTIES, language), 21):
        yield from ((form, number) for form in forms)


def _forms(table: dict[str, str], language: str) -> list[list[str]]:
    return [number.split("/") for number in table.get(language, "").split("|") if number]


def _joined(language: str, ten: str, unit: str) -> Iterator[str]:
    """Tens and units together: `einundzwanzig`, `trente-cinq`, `treinta y cinco`."""
    between = _UNITS_FIRST.get(language)
    if between is not None:
        yield f"{unit}{'ën' if language == 'nl' and unit.endswith('e') else between}{ten}"
        return
    yield f"{ten}{_UNITS_LAST.get(language, ' ')}{unit}"
    if language == "fr" and unit in ("un", "une"):
        yield f"{ten} et {unit}"
    if language == "it" and unit[0] in "uo":
        yield ten[:-1] + unit


def _over_sixty(ones: list[list[str]]) -> Iterator[tuple[str, int]]:
    """French goes on counting past ten: `soixante-douze`, `quatre-vingt-dix-sept`."""
    for start, number in product((("soixante-", 60), ("quatre-vingt-", 80)), range(1, 20)):
        yield start[0] + ones[number - 1][0], start[1] + number
    yield "soixante et onze", 71
    yield from _FRENCH_ABOUT.items()
