"""References to statutes and clauses in other languages: `Art. 6 Abs. 1 lit. b`, `第5条第2項`, `Pasal 6 ayat (1)`."""

from __future__ import annotations

import re

from promulgate.values.east_asian_numbers import CHARACTERS, parse
from promulgate.values.model import Kind, Weight
from promulgate.values.references import CitedPlace, letters, mark_parts, number_parts, roman
from promulgate.values.scan import Scan

_WORD = (
    r"art(?:ikel\w*|icles?|[íi]culos?|icol[oi]|igos?|\.)|čl(?:án\w+|\.)|стат(?:ья|ьи|ье|ью|ей|тя|ті)|ст\.|pasal|điều|madde|المادة"
    r"|(?:ab|unter)schnitt\w*|ziff(?:er\w*|\.)|nummer|sections?|secci[óo]n|se(?:ção|cção)|sezione|sectie|sekcj\w+|раздел\w*"
    r"|розділ\w*|bagian|القسم"
    r"|clauses?|cláusulas?|clausol[ae]|clausules?|klausel\w*|klauzul\w*|klausul|punkt\w*|pkt|пункт\w*|п\.|bod|البند"
    r"|kapitel\w*|chapitre|capítulo|capitolo|capitolul|hoofdstuk|rozdzia\w+|глав[аеыу]|bab|chương|الفصل"
    r"|anhang\w*|anlage|annexe?|anexo?|allegato|bijlage|załącznik\w*|příloh\w+|приложени\w+|додат\w+|lampiran|phụ\slục|الملحق"
)
_WITH_ROMAN = (
    r"anhang\w*|anlage|annexe|anexo|allegato|bijlage|załącznik\w*|kapitel|chapitre|capítulo|capitolo|hoofdstuk"
    r"|rozdzia\w+|глав[аеы]|bab|chương"
)
_MARK = r"(?:\s?\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\))"
_ONE = re.compile(
    rf"(?i)(?:\b(?:{_WORD})|§)\s?(?:(?P<number>\d+(?:\.\d+)*)(?!\.?\d|,\d)|\((?P<bracketed>\d+)\))(?:\.º)?(?P<suffix>{_MARK}*)"
    r"(?:,?\s(?:abs(?:\.|atz)|paragra(?:phe|fo)|par\.|apartado|párrafo|comma|lid|ust\.|odst\.|stk\.|n\.º|часть|ч\.|ayat|khoản)"
    r"\s?\(?(?P<paragraph>\d+)\)?)?"
    r"(?:,?\s(?:S\.|Satz|phrase|frase)\s?\d+)?"
    r"(?:,?\s(?:lit\.|litera|buchst\.|buchstaben?|points?|lettre|letras?|lett\.|lettera|alínea|onder|písm\.|huruf|điểm)"
    r"\s?\(?(?P<letter>[a-z])\b\)?(?P<letters>(?:(?:,|\s(?:und|et|e|y|en|i|a))\s\(?[a-z]\b\)?(?![\w.'’]))*))?"
)
_FURTHER_LETTER = re.compile(r"\b[a-z]\b(?=\)?(?:,|\s|$))(?!\s\(?[a-z]\b)")
_ROMAN = re.compile(rf"\b(?i:{_WITH_ROMAN})\s(?P<roman>(?=[IVXL])(?:XL|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))\b")
_LETTER = re.compile(r"(?<![\w.'’&-])[A-Z](?![\w'’&$-]|\.\w|\.\s?\d)")
"""A capital letter alone may name an annex: `付録 E`, `Апендикс E`."""
_NUMERAL = rf"[（(]?\s?(?:[{CHARACTERS}]{{1,12}}|\d+(?:\.\d+)*)\s?[）)]?"
_EAST_ASIAN = re.compile(
    rf"(?:第\s?(?P<chinese>{_NUMERAL})\s?(?:条|條|款|項|项|号|號|章|節|节|編|编)|제\s?(?P<korean>{_NUMERAL})\s?(?:조|항|호|장|절))"
    rf"(?P<more>(?:\s?(?:第|제)\s?{_NUMERAL}\s?[条條款項项号號目조항호목])*)"
)
_LATER = re.compile(rf"[第제]\s?(?P<number>{_NUMERAL})")


def scan_references_elsewhere(scan: Scan) -> None:
    """Find references with their parts, each cited place as one value."""
    for match in list(_ONE.finditer(scan.rest)):
        parts = [*number_parts(match["number"] or match["bracketed"]), *mark_parts(match["suffix"])]
        parts += [(int(match["paragraph"]),)] if match["paragraph"] else []
        further = list(_FURTHER_LETTER.finditer(match["letters"] or ""))
        end = match.start("letters") if further else match.end()
        place = (*parts, letters(match["letter"])) if match["letter"] else tuple(parts)
        scan.take(Kind.REFERENCE, CitedPlace(place).readings(), match.start(), end)
        for letter in further:
            start = match.start("letters") + letter.start()
            scan.take(Kind.REFERENCE, CitedPlace((*parts, letters(letter[0]))).readings(), start, start + 1)
    for match in list(_ROMAN.finditer(scan.rest)):
        if match["roman"]:
            scan.take(Kind.REFERENCE, CitedPlace(((roman(match["roman"]),),)).readings(), *match.span())
    for match in list(_LETTER.finditer(scan.rest)):
        readings = tuple(("reference", number) for number in letters(match[0]))
        scan.take(Kind.REFERENCE, readings, *match.span(), Weight.SILENT)
    for match in list(_EAST_ASIAN.finditer(scan.rest)):
        numerals = [match["chinese"] or match["korean"], *(later["number"] for later in _LATER.finditer(match["more"]))]
        numbers = [_number(numeral) for numeral in numerals]
        if all(numbers):
            parts = [(number,) for found in numbers for number in found]
            scan.take(Kind.REFERENCE, CitedPlace(tuple(parts)).readings(), *match.span())


def _number(numeral: str) -> tuple[int, ...]:
    plain = numeral.strip("（()） ")
    if plain[0].isascii():
        return tuple(int(part) for part in plain.split("."))
    number = parse(plain)
    return () if number is None else (number,)
