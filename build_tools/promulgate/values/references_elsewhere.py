"""References to statutes and clauses in other languages: `Art. 6 Abs. 1 lit. b`, `第5条第2項`, `Pasal 6 ayat (1)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from promulgate.values.east_asian_numbers import CHARACTERS, parse
from promulgate.values.model import Kind, Weight
from promulgate.values.references import CitedPlace, letters, mark_parts, number_parts, roman
from promulgate.values.scan import Scan, base_language

_WORD = (
    r"art(?:ikel\w*|icles?|[íi]culos?|icol[oi]|igos?|\.)|čl(?:án\w+|\.)|стат(?:ья|ьи|ье|ью|ей|тя|ті)|ст\.|pasal|điều|madde|المادة"
    r"|(?:ab|unter)schnitt\w*|ziff(?:er\w*|\.)|nummer|sections?|secci[óo]n|se(?:ção|cção)|sezione|sectie|sekcj\w+|раздел\w*"
    r"|розділ\w*|bagian|القسم"
    r"|clauses?|cláusulas?|clausol[ae]|clausules?|klausel\w*|klauzul\w*|klausul|punkt\w*|pkt|пункт\w*|п\.|bod|البند"
    r"|kapitel\w*|chapitre|capítulo|capitolo|capitolul|hoofdstuk|rozdzia\w+|глав[аеыу]|bab|chương|الفصل"
    r"|anhang\w*|anlage|annexe?|anexo?|allegato|bijlage|załącznik\w*|příloh\w+|приложени\w+|додат\w+|lampiran|phụ\slục|الملحق"
)
_WITH_ROMAN = (
    r"lampiran|phụ\slục|anhang\w*|anlage|annexe|anexo|allegato|bijlage|załącznik\w*|kapitel|chapitre|capítulo|capitolo|hoofdstuk"
    r"|rozdzia\w+|глав[аеы]|bab|chương"
)
_INSIDE = r"(?:,?\s(?:de[slr]?|du|d[ao]s?|della?|dell['’]|der|von|van|het|la|l['’]|el|of|pada|dari|dalam|của)|\s)"
_MARK = r"(?:\s?\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\))"
_PART_WORD = (
    r"abs(?:\.|ätz\w*|atz\w*)|unterabs(?:\.|atz\w*)|satz|s\.|nr\.|nummer|n[.º°]*[º°]|n\.|no\.|núms?\.|número|numero|numéro|num\."
    r"|§§?|paragra(?:phes?|f[oiy]?|fen)|par\.|al(?:\.|inéas?|íneas?|inea)|apartados?|apdos?\.|párrafos?|incisos?|comm[ai]|co\."
    r"|leden|lid|ust(?:\.|ęp\w*)|odst(?:\.|avec|avce)|pkt\.?|punkt\w*|stycket|st\.|stk\.|mom\.|част[ьи]|ч\.|пункт\w*|п\.|абзац\w*"
    r"|ayat|khoản|الفقرة|البند|phrases?|frase|période"
    r"|lit(?:\.|era|ra)|buchst(?:\.|aben?)|points?|ponto|punt[oi]|lettres?|letras?|lett(?:\.|er[ae])|onder|sub|písm(?:\.|en\w*)|bokstav"
    r"|подпункт\w*|подп\.|пп\.|huruf|angka|điểm"
)
_LETTER_OF_PART = r"(?:[a-z]|[а-и](?![а-яё]))"
_LINK = r"(?:,?\s(?:(?:de\s|d['’])?(?:l['’]|la\s|el\s|du\s)?)?)"
_CITED = rf"(?:{_PART_WORD})\s?[(«\"„“]?(?:\d{{1,3}}(?![\d.]*\d)|{_LETTER_OF_PART}\b)"
_PART = rf"{_LINK}{_CITED}"
_PART_NUMBER = re.compile(
    rf"(?i)(?P<word>{_PART_WORD})\s?[(«\"„“]?(?:(?P<number>\d{{1,3}})|(?P<letter>{_LETTER_OF_PART})\b)"
)
_UNCOUNTED = re.compile(r"(?i)satz|s\.|phrase|frase|période")
"""A sentence of a paragraph, which other languages count in words."""
_ONE = re.compile(
    rf"(?i)(?:\b(?:{_WORD})|§§?)\s?(?:(?P<number>\d+(?:[.-]\d+)*)(?!\.?\d|,\d)|\((?P<bracketed>\d+)\))(?:\.[º°ª])?"
    rf"(?P<suffix>{_MARK}*(?:[.\s]?(?P<point>[a-z])\b\)|(?<=\.\d)\.(?P<dotted>[a-z])(?![\w.'’])|(?<=\.\d)\s(?P<bare>[a-z])(?![\w.'’]))?)(?P<parts>(?:{_PART}[)»\"”“]?)*)"
    rf"(?P<letters>(?:(?:,|\s(?:und|et|e|y|en|i|a|и))\s\(?[a-z]\b\)?(?![\w.'’]))*)"
)
_INVERTED = re.compile(
    rf"(?i)(?<![^\W_])(?P<parts>{_CITED}[)»\"”“]?)"
    rf"(?={_INSIDE}{{0,2}}(?:\x01|{_PART_WORD}|{_WORD}))"
)
"""The smaller part first: `điểm b khoản 1 Điều 6`, `letra b) del apartado 1 del artículo 6`."""
_FURTHER_LETTER = re.compile(r"\b[a-z]\b(?=\)?(?:,|\s|$))(?!(?<=\s[aeioy])\s\(?[a-z]\b)")
_POINTED = re.compile(r"(?<![\w.,])(?P<number>\d+(?:\.\d+)+)[.\s]?(?P<letter>[a-z])\)")
"""`9.2.a)`"""
_WORDS_OF_ONE_LETTER = {"de": "", "nl": "u", "sv": "i", "da": "i", "nb": "i"}
"""Letters that are words, so that they number no paragraph without a mark; in languages not named, any of several."""
_CYRILLIC = "абвгдежзи"
_ROMAN = re.compile(rf"\b(?i:{_WITH_ROMAN})\s(?P<roman>(?=[IVXL])(?:XL|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))\b")
_LETTER = re.compile(r"(?<![\w.'’&-])[A-Z](?![\w'’&$-]|\.\w|\.\s?\d)")
"""A capital letter alone may name an annex: `付録 E`, `Апендикс E`."""
_NUMERAL = rf"[（(]?\s?(?:[{CHARACTERS}]{{1,12}}|\d+(?:\.\d+)*)\s?[）)]?"
_EAST_ASIAN = re.compile(
    rf"(?:第\s?(?P<chinese>{_NUMERAL})\s?(?:条|條|款|項|项|号|號|章|節|节|編|编)|제\s?(?P<korean>{_NUMERAL})\s?(?:조|항|호|장|절))"
    rf"(?P<more>(?:\s?(?:第|제)\s?{_NUMERAL}\s?[条條款項项号號目조항호목]|\s?の(?:[{CHARACTERS}]{{1,3}}|\d{{1,2}})(?![部般人者つ年月日分割])|\s?(?P<letter>[가나다라마바사아자차카타파하])목|의\s?\d{{1,2}}|(?<=号)(?P<iroha>[イロハニホヘト]))*)"
)
_ENUMERATOR = re.compile(rf"\s*(?:(?P<roman>[IVX]{{1,5}})(?=[.):]\s)|(?P<han>[{CHARACTERS}]{{1,3}})(?=[、.．]))")
"""What numbers a title: `一、`, `II.`"""
_HANGUL, _IROHA = "가나다라마바사아자차카타파하", "イロハニホヘト"
_LATER = re.compile(rf"[第제の의]\s?(?P<number>{_NUMERAL})")


def scan_references_elsewhere(scan: Scan) -> None:
    """Find references with their parts, each cited place as one value."""
    _scan_places(scan)
    for match in list(_ROMAN.finditer(scan.rest)):
        if match["roman"]:
            scan.take(Kind.REFERENCE, CitedPlace(((roman(match["roman"]),),)).readings(), *match.span())
    if start := _ENUMERATOR.match(scan.rest):
        number = roman(start["roman"]) if start["roman"] else parse(start["han"])
        if number:
            scan.take(
                Kind.REFERENCE, CitedPlace(((number,),)).readings(), *start.span(start.lastgroup or 0), Weight.SOFT
            )
    for match in list(_LETTER.finditer(scan.rest)):
        readings = tuple(("reference", number) for number in letters(match[0]))
        scan.take(Kind.REFERENCE, readings, *match.span(), Weight.SILENT)
    for match in list(_EAST_ASIAN.finditer(scan.rest)):
        numerals = [match["chinese"] or match["korean"], *(later["number"] for later in _LATER.finditer(match["more"]))]
        numbers = [_number(numeral) for numeral in numerals]
        if all(numbers):
            parts = [(number,) for found in numbers for number in found]
            parts += [
                (order.index(letter) + 1,)
                for order, letter in ((_HANGUL, match["letter"]), (_IROHA, match["iroha"]))
                if letter
            ]
            scan.take(Kind.REFERENCE, CitedPlace(tuple(parts)).readings(), *match.span())


def _scan_places(scan: Scan) -> None:
    """Find provisions with their parts, whichever is named first."""
    for match in list(_ONE.finditer(scan.rest)):
        _take_place(scan, match)
    for match in list(_POINTED.finditer(scan.rest)):
        place = (*number_parts(match["number"]), letters(match["letter"]))
        scan.take(Kind.REFERENCE, CitedPlace(place).readings(), *match.span())
    while inverted := _INVERTED.search(scan.rest):
        parts = tuple(_parts(inverted["parts"]))
        if parts:
            scan.take(Kind.REFERENCE, CitedPlace(parts).readings(), *inverted.span())
        else:
            _take_sentence(scan, inverted)


def _take_sentence(scan: Scan, match: re.Match[str]) -> None:
    """Record a sentence of a paragraph, which other languages count in words: `Satz 1`, the first sentence."""
    number = re.search(r"\d+", match["parts"])
    if number is None:
        scan.cover(*match.span())
        return
    place = Fraction(number[0])
    scan.take(Kind.NUMBER, (("ordinal", place), ("number", place)), *match.span(), Weight.SOFT, from_words=True)


def _take_place(scan: Scan, match: re.Match[str]) -> None:
    """Record a cited place, and what is listed after its last letter: `Art. 6 Abs. 1 lit. b, c und f`."""
    written = (match["number"] or match["bracketed"]).replace("-", ".")
    parts = [*number_parts(written), *mark_parts(match["suffix"]), *_parts(match["parts"])]
    word = _WORDS_OF_ONE_LETTER.get(base_language(scan.language), "aehikosuvwyz")
    letter = (
        match["point"] or match["dotted"] or (match["bare"] if match["bare"] and match["bare"] not in word else None)
    )
    if letter:
        parts.append(letters(letter))
    further = list(_FURTHER_LETTER.finditer(match["letters"])) if match["parts"] else []
    end = match.start("letters") + further[0].start() if further else match.end("parts")
    scan.take(Kind.REFERENCE, CitedPlace(tuple(parts)).readings(), match.start(), end)
    for letter in further:
        start = match.start("letters") + letter.start()
        scan.take(Kind.REFERENCE, CitedPlace((*parts[:-1], letters(letter[0]))).readings(), start, start + 1)


def _parts(words: str) -> Iterator[tuple[int | str, ...]]:
    """What the words after a provision's number cite inside it: `Abs. 1 lit. b`, `§ 1, point b)`."""
    for part in _PART_NUMBER.finditer(words):
        if not _UNCOUNTED.fullmatch(part["word"]):
            yield (int(part["number"]),) if part["number"] else _letters(part["letter"])


def _letters(letter: str) -> tuple[int | str, ...]:
    """What a letter counts; Cyrillic ones count by their own alphabet."""
    place = _CYRILLIC.find(letter.lower())
    return (place + 1,) if place >= 0 else letters(letter)


def _number(numeral: str) -> tuple[int, ...]:
    plain = numeral.strip("（()） ")
    if plain[0].isascii():
        return tuple(int(part) for part in plain.split("."))
    number = parse(plain)
    return () if number is None else (number,)
