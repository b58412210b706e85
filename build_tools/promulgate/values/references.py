"""References to statutes and clauses: `มาตรา 26 วรรคสอง`, `Section 26 paragraph two`, `ข้อ 3.2(ก)`, `Clause 3.2(a)`."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language

THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The consonants as legal drafting counts with them: without the two that are no longer written."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_THAI_WORD = (
    r"มาตรา|(?<![\u0e00-\u0e7f])ม\.(?=\s?\d)|อนุ(?:มาตรา|ข้อ(?:ที่)?)?(?=\s?[(\d])|ข้อ(?:กำหนด|ย่อย|บังคับ|สัญญา|ตกลง)?(?:\s?ข้อ)?(?:ที่)?"
    r"|หัวข้อ(?:ที่|ย่อย)?|หมวด(?:ที่)?|ส่วน(?:ที่|(?=\s[ก-ฮ](?:\s|$)))|(?:ภาค)?ผนวก(?:ที่|หมายเลข)?|ภาค(?:ที่)?|ลักษณะ(?:ที่)?|บทที่"
    r"|เอกสารแนบ(?:ท้าย)?(?:สัญญา)?(?:ที่|หมายเลข)?|(?:บัญชี)?แนบท้าย(?:ที่|หมายเลข)?|ตาราง(?:ที่)?|กฎข้อ(?:ที่)?"
    r"|(?<!ราย)รายการ(?:ที่)?|(?<!ล่วง)(?<!ก่อน)(?<!ข้าง)(?<!ด้าน)(?<!ย่อ)หน้า(?:ที่)?(?=\s?\d)|ย่อหน้า(?:ที่)?|บัญชี(?=\s?(?:[ก-ฮ]|\d{1,2})\s?(?:แนบ)?ท้าย)"
)
_ENGLISH_WORD = (
    r"(?i:\b(?:(?:sub-?)?(?:sections?|clauses?|paragraphs?|articles?|items?)|secs?\.|arts?\.|paras?\.?|cl\."
    r"|chapters?|parts?|titles?"
    r"|schedules?|annex(?:es)?|annexures?|appendix|appendices|exhibits?|attachments?|points?|rules?|regulations?"
    r"|tables?|pages?|principles?|recitals?|divisions?|books?"
    r"|(?:conditions?|provisions?|stipulations?|covenants?|by-?laws?)(?=\s\d)))|\bss?\.|§§?"
)
_UNIT = (
    r"(?:(?:วัน(?!ที่)|เดือน|ปี|ชั่วโมง|นาที|วินาที|สัปดาห์)(?!ละ)|บาท|ล้าน|%|เปอร์เซ็น|ราย(?!การ|งาน|ได้|ละเอียด|ชื่อ|จ่าย|รับ)|คน|ฉบับ|ครั้ง"
    r"|(?:calendar |business |working )?(?:days?|months?|years?|hours?|minutes?|seconds?|weeks?)\b"
    r"|(?:copies|persons?|people)\b"
    r"|(?i:baht|thb|usd|dollars?|percent|per cent|million)\b)"
)
_MARK = r"(?:\s?\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5}|[\u0e01-\u0e2e])\))"
_BIS = {
    **dict.fromkeys(("ทวิ", "bis"), "bis"),
    **dict.fromkeys(("ตรี", "ter"), "ter"),
    **dict.fromkeys(("จัตวา", "quater"), "quater"),
    **dict.fromkeys(("เบญจ", "quinque", "quinquies"), "quinque"),
    **dict.fromkeys(("ฉ", "sex", "sexies"), "sex"),
    **dict.fromkeys(("สัตต", "septem", "septies"), "septem"),
    **dict.fromkeys(("อัฏฐ", "octo", "octies"), "octo"),
    **dict.fromkeys(("นว", "novem", "novies"), "novem"),
    **dict.fromkeys(("ทศ", "decem", "decies"), "decem"),
    **dict.fromkeys(("เอกาทศ", "undecim", "undecies"), "undecim"),
    **dict.fromkeys(("ทวาทศ", "duodecim", "duodecies"), "duodecim"),
    **dict.fromkeys(("เตรส", "tredecim", "terdecies"), "tredecim"),
    **dict.fromkeys(("จตุทศ", "quattuordecim", "quaterdecies"), "quattuordecim"),
}
"""What numbers sections that were put in later: `มาตรา 3 เตรส` is `Section 3 ter decies`."""
_LATIN = "|".join(re.sub("(?<=ter)(?=dec)", r"\\s?", word) for word in sorted(_BIS, key=len, reverse=True))
_NUMBER = rf"(?>\d+(?:\.\d+)*(?:/\d+)?)(?!,\d{{3}})(?:\s?(?:{_LATIN})(?![\w\u0e00-\u0e7f]))?"
_LETTER = r"(?:[A-Z](?!\w|\.\w)|[\u0e01-\u0e2e](?![\u0e00-\u0e7f]|\.[^\s]))"
_ROMAN_NUMBER = r"(?=[IVXL]+\b)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b"
_ENGLISH_NUMBER = rf"(?i:(?:{english_numbers.NUMBER_WORD})(?:-(?:{english_numbers.NUMBER_WORD}))?\b)"
_WORDS = rf"(?:{thai_numbers.RUN}(?![\u0e00-\u0e7f])|{_ENGLISH_NUMBER})(?:\s?\(\d+\))?"

_ONE_MARK = re.compile(r"\([^)]+\)")
_HEAD = re.compile(
    rf"(?P<word>{_THAI_WORD}|{_ENGLISH_WORD})\s?(?:no\.\s?|หมายเลข\s?"
    rf"|เลขที่\s?)?(?:(?P<number>{_NUMBER})(?!\s?{_UNIT})|(?P<roman>{_ROMAN_NUMBER})|(?P<words>{_WORDS})"
    rf"|(?P<marks>{_MARK}(?={_MARK}|\W|$))|(?P<letter>{_LETTER}))(?P<suffix>{_MARK}*)"
)
_AT_START = re.compile(
    rf"(?P<word>ข้อ(?:ที่)?|หมวด(?:ที่)?|ส่วนที่|บทที่|Clause|Section|Article|Chapter|Part)\s?(?P<number>{_NUMBER})(?=\s?{_UNIT})"
)
"""`ข้อ 3 วันและเวลาทำงาน`: what begins a title or paragraph is its number, whatever word follows."""
_MORE = re.compile(
    rf"\s?(?:,\s?(?:and|or|และ|หรือ)?|and/or|and|or|&|to|through|-|–|—|และ/หรือ|และ|หรือ|ถึง|กับ|จนถึง"
    rf"|\s(?=\())\s?(?P<word>(?:{_THAI_WORD}|{_ENGLISH_WORD})\s?)?"
    rf"(?:(?P<number>{_NUMBER})(?!\s?{_UNIT}|[-–]\d)(?P<suffix>{_MARK}*)|(?P<roman>{_ROMAN_NUMBER})|(?P<marks>{_MARK}+))"
)
_ENGLISH_INVERTED = re.compile(
    rf"(?i)\b(?:sub-?sections?|paragraphs?|sub-?paragraphs?|items?|sub-?clauses?|clauses?|points?"
    rf"|limbs?)\s?(?P<marks>{_MARK}+)\s(?:of|in|under)\s(?:the\s)?(?P<rest>(?:section|article|clause"
    rf"|paragraph)s?\s\d[\d.]*)(?P<suffix>{_MARK}*)"
)
_THAI_INVERTED = re.compile(
    rf"(?:อนุมาตรา|ข้อย่อย|ข้อ)\s?(?P<marks>{_MARK}+)\s?(?:ของ|แห่ง)(?P<rest>(?:มาตรา|ข้อ)\s?\d[\d.]*)(?P<suffix>{_MARK}*)"
)
_PARAGRAPH = re.compile(
    rf"(?:วรรค|ย่อหน้า)(?:ที่)?\s?(?P<thai>แรก|ท้าย|สุดท้าย|{thai_numbers.RUN}|\d+)"
    rf"|(?i:\b(?P<ordinal>{english_numbers.ORDINAL_WORD}|last|final|\d+(?:st|nd|rd"
    rf"|th))\s(?:and\s(?P<ordinal2>{english_numbers.ORDINAL_WORD})\s)?(?:sub-?)?paragraphs?\b)"
    rf"|(?i:\bpara(?:graph|\.)\s(?P<cardinal>{english_numbers.NUMBER_WORD}|\d{{1,2}}(?![\d.]*\d))(?!\s?\())"
)
_LISTED_PARAGRAPHS = re.compile(
    rf"(?:วรรค|ย่อหน้า)(?:ที่)?\s?(?P<thai>{thai_numbers.RUN}(?:\s?(?:และ|หรือ|ถึง)\s?(?>{thai_numbers.RUN})"
    rf"(?!\s?(?:{_UNIT}|ใน)))+)"
    rf"|(?i:\b(?:sub-?)?paragraphs\s(?P<english>{_ENGLISH_NUMBER}"
    rf"(?:(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|through)\s){_ENGLISH_NUMBER})+))"
)
"""Several paragraphs in number words: วรรคหนึ่งและสอง, `paragraphs one and two`."""
_PROVISION_BEFORE = re.compile(
    r"(?i)(?:\b(?:section|article|clause|rule|regulation)s?\s[\d./]+(?:\s?\([^()]{1,5}\))*,?\s(?:the\s)?"
    r"|\b(?:under|(?:in|to|of|with|by)\sthe)\s(?:the\s)?)$"
)
_PROVISION_AFTER = re.compile(
    r"(?i)\s(?:of|in)\s(?:the\s|this\s|that\s)?(?:section|article|clause|rule|regulation)s?\b"
)
_ANNEX = re.compile(r"(?i)annex|append|schedule|exhibit|attach|table|(?:ภาค)?ผนวก|เอกสารแนบ|.*แนบท้าย|บัญชี|ตาราง")
_ENGLISH_PARAGRAPH = re.compile(r"(?i)para")
_THAI_CLAUSE = re.compile(r"ข้อ(?:ที่)?$")
_THAI_LAW_AFTER = re.compile(
    r"[\s\x01]{0,24}(?:แห่ง|ของ)\s?(?:กฎหมาย|พระราชบัญญัติ|พ\.ร\.[บกฎ]\.|ประมวล(?:กฎหมาย|รัษฎากร)|รัฐธรรมนูญ|พระราชกำหนด|พระราชกฤษฎีกา)"
)
_THAI_CODE_BEFORE = re.compile(r"(?:ประมวลกฎหมาย[\u0e01-\u0e4e]+|ประมวลรัษฎากร)\s?$")
_ENGLISH_LAW_AFTER = re.compile(
    r",?[\s\x01]{0,24},?\s?of\s(?:the|that)\s(?:[A-Z][\w’'-]*,?\s|(?:of|on|for|and|against|to|the)\s){0,12}"
    r"(?:Act|PDPA|Decree|Constitution|(?:Civil|Commercial|Criminal|Penal|Procedure|Revenue|Land) Code)\b"
)
"""What follows the number where an Act, a code or a decree is cited. These have sections (มาตรา); clauses (ข้อ) stand in
contracts, regulations and notifications."""
_ENUMERATOR = re.compile(
    r"(?:(?<=[\s:;,.)])|^)\((?P<mark>[A-Za-z]|[ivx]{2,5}|[\u0e01-\u0e2e])\)(?!\w)"
    r"|^(?P<start>[A-Za-z]|[ivx]{2,4}|[\u0e01-\u0e2e])[.)](?=\s\S)"
)


Part = int | str


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One cited place: the parts of its number, each with all it can mean (`(i)` is one, or the ninth letter)."""

    parts: tuple[tuple[Part, ...], ...]
    annex: bool = False
    of_law: bool = False
    """Whether it is called the clause of an Act or a code, which have sections."""
    paragraph: bool = False
    """Whether it may be the paragraph of a provision (วรรค)."""

    def readings(self) -> tuple[Meaning, ...]:
        """All it can mean; a number without parts may be no reference at all."""
        paths: list[Meaning] = [("reference", *path) for path in itertools.product(*self.parts)]
        if self.of_law:
            return tuple(("clause", *path[1:]) for path in paths)
        if len(self.parts) == 1:
            paths += [("number", Fraction(part)) for part in self.parts[0] if isinstance(part, int)]
        if self.paragraph:
            paths += [("paragraph", *path) for path in itertools.product(*self.parts)]
        if self.annex:
            paths += [("annex", *path) for path in itertools.product(*self.parts)]
        return tuple(paths)


def scan_references(scan: Scan) -> None:
    """Find references, each cited place as a value of its own, and lettered enumerators in the text."""
    for inverted in (_ENGLISH_INVERTED, _THAI_INVERTED):
        _scan_inverted(scan, inverted)
    for match in list(_LISTED_PARAGRAPHS.finditer(scan.rest)):
        _listed_paragraphs(scan, match)
    for match in list(_PARAGRAPH.finditer(scan.rest)):
        _paragraph(scan, match)
    start = _AT_START.match(scan.rest)
    if start:
        scan.take(Kind.REFERENCE, CitedPlace(number_parts(start["number"])).readings(), *start.span())
    position = 0
    elsewhere = base_language(scan.language) not in ("th", "en")
    while head := _HEAD.search(scan.rest, position):
        # In Romance languages “para 8” means “for 8”.
        preposition = elsewhere and head["word"].lower() in ("para", "paras")
        position = head.end("word") if preposition else _cited(scan, head)
    for match in list(_ENUMERATOR.finditer(scan.rest)):
        scan.take(Kind.REFERENCE, CitedPlace((letters(match["mark"] or match["start"]),)).readings(), *match.span())


def _scan_inverted(scan: Scan, pattern: re.Pattern[str]) -> None:
    """Find what names the smaller part first: `paragraph (a) of section 5`."""
    for match in list(pattern.finditer(scan.rest)):
        number = re.search(r"\d[\d.]*\d|\d", match["rest"])
        if number:
            path = CitedPlace(
                number_parts(number[0]) + tuple(mark_parts(match["suffix"])) + tuple(mark_parts(match["marks"]))
            )
            scan.take(Kind.REFERENCE, path.readings(), *match.span())


def _cited(scan: Scan, match: re.Match[str]) -> int:
    """Record what `match` cites and what is listed after it: `มาตรา 24(1) (2) หรือ (3)`. Returns where it ends."""
    base = _base(match)
    if base is None:
        return match.end("word")
    spans = _spans(_with_marks(base, match["suffix"]), match.start(), match.span("suffix"), scan.rest)
    words = [match["word"]] * len(spans)
    marks_only = match["marks"] is not None
    marks = match["suffix"]
    end = match.end()
    while more := _MORE.match(scan.rest, end):
        if more["roman"] and not (match["roman"] and (more["word"] or match["word"].lower().endswith("s"))):
            break  # “Chapter IV and I agree”
        if more["number"]:
            base, marks = number_parts(more["number"]), more["suffix"]
        elif more["roman"]:
            base, marks = ((roman(more["roman"]),),), None
        kept = _kept_marks(marks, more["marks"])
        paths = _with_marks((() if marks_only and more["marks"] else base) + kept, more["suffix"] or more["marks"])
        begin = more.start(next(name for name in ("word", "number", "roman", "marks") if more[name]))
        begin += scan.rest[begin] == " "
        named = next(name for name in ("marks", "roman", "suffix") if more[name] is not None)
        spans += _spans(paths, begin, more.span(named), scan.rest)
        words += [more["word"] or words[-1]] * (len(spans) - len(words))
        end = more.end()
    told = ""
    for word, (path, start, finish) in zip(words, spans, strict=True):
        # One wrong word is one defect, however many numbers follow it.
        of_law = word != told and _is_clause_of_law(scan.rest, word, match.start(), end)
        told = word
        cited = replace(
            path,
            annex=_ANNEX.match(word) is not None,
            of_law=of_law,
            paragraph=len(path.parts) == 1 and _ENGLISH_PARAGRAPH.match(word) is not None,
        )
        scan.take(Kind.REFERENCE, cited.readings(), start, finish)
    return end


def _is_clause_of_law(text: str, word: str, start: int, end: int) -> bool:
    """Whether what stands between `start` and `end` is called a clause by `word`, although it is that of a law."""
    if _THAI_CLAUSE.match(word.strip()):
        after, before = _THAI_LAW_AFTER.match(text, end), _THAI_CODE_BEFORE.search(text, max(0, start - 48), start)
        return after is not None or before is not None
    return word.lower().startswith("clause") and _ENGLISH_LAW_AFTER.match(text, end) is not None


def _kept_marks(marks: str | None, following: str | None) -> tuple[tuple[Part, ...], ...]:
    """The marks that go on to hold: after `6(1)(a)`, `(b)` is 6(1)(b), and `(2)` is 6(2)."""
    if not following:
        return ()
    sort = _sort(re.findall(r"\(([^)]+)\)", following)[0])
    kept = itertools.takewhile(lambda mark: _sort(mark) != sort, re.findall(r"\(([^)]+)\)", marks or ""))
    found = "".join(f"({mark})" for mark in kept)
    return tuple(mark_parts(found)) if found != re.sub(r"\s", "", marks or "") else ()


def _spans(paths: list[CitedPlace], start: int, marks: tuple[int, int], text: str) -> list[tuple[CitedPlace, int, int]]:
    """Where each of several paths stands: the first from `start`, the others at their own marks."""
    if len(paths) == 1:
        return [(paths[0], start, marks[1])]
    places = [match.span() for match in _ONE_MARK.finditer(text, *marks)]
    return [
        (path, start if index == 0 else first, last)
        for index, (path, (first, last)) in enumerate(zip(paths, places, strict=True))
    ]


def _base(match: re.Match[str]) -> tuple[tuple[Part, ...], ...] | None:
    word = match["word"].lower()
    if match["number"]:
        return number_parts(match["number"])
    if match["roman"]:
        return ((roman(match["roman"]),),)
    if match["words"]:
        number = _in_words(match["words"])
        return (
            None
            if number is None or word.endswith("s") or word in ("ข้อ", "หน้า", "ลักษณะ", "point", "item", "page", "part")
            else ((number,),)
        )
    if match["letter"]:
        annexed = re.match(
            r"(?i)annex|append|schedule|exhibit|attach|part|(?:ภาค)?ผนวก|เอกสารแนบ|.*แนบท้าย|บัญชี|ตาราง|table|ส่วน|ภาค",
            word,
        )
        return (letters(match["letter"]),) if annexed else None
    return tuple(mark_parts(match["marks"]))


def number_parts(written: str) -> tuple[tuple[Part, ...], ...]:
    """The parts of a clause's number, each with all it can mean: `3.2`, `26/1`, `5 bis`."""
    parts: list[tuple[Part, ...]] = []
    compact = re.sub(r"\s", "", written)
    latin = re.sub(r"^[\d./]+", "", compact)
    digits, _, rest = compact.removesuffix(latin).partition("/")
    parts += ((int(part),) for part in digits.split("."))
    if rest:
        parts.append((f"/{rest}",))
    if latin:
        parts.append((_BIS[latin],))
    return tuple(parts)


def _with_marks(base: tuple[tuple[Part, ...], ...], marks: str | None) -> list[CitedPlace]:
    """The paths of a number and the marks after it; marks of one sort in a row are alternatives: `24(1)(2)`."""
    parts = mark_parts(marks)
    if not parts:
        return [CitedPlace(base)]
    if len(parts) > 1 and len({_sort(mark) for mark in re.findall(r"\(([^)]+)\)", marks or "")}) == 1:
        return [CitedPlace((*base, part)) for part in parts]
    return [CitedPlace((*base, *parts))]


def _sort(mark: str) -> str:
    return "digit" if mark.isdigit() else "roman" if len(mark) > 1 else "thai" if mark in THAI_LETTERS else "letter"


def mark_parts(marks: str | None) -> list[tuple[Part, ...]]:
    """What the marks in brackets after a number mean: `(1)(a)`."""
    found = re.findall(r"\(([^)]+)\)", marks or "")
    return [(int(mark),) if mark.isdigit() else letters(mark) for mark in found]


def letters(mark: str) -> tuple[Part, ...]:
    """All a letter can count: `ก` and `a` are 1, `i` is 1 or 9."""
    if mark in THAI_LETTERS:
        return (THAI_LETTERS.index(mark) + 1,)
    numbers: list[Part] = []
    if len(mark) == 1 and mark.isascii():
        numbers.append(ord(mark.lower()) - ord("a") + 1)
    if set(mark.lower()) <= set(_ROMAN) and (len(mark) > 1 or mark.lower() in "ivx"):
        numbers.append(roman(mark))
    return tuple(numbers) or (mark,)


def roman(numeral: str) -> int:
    """The number of a Roman numeral."""
    worths = [_ROMAN[letter] for letter in numeral.lower()]
    return sum(-one if one < following else one for one, following in itertools.pairwise([*worths, 0]))


def _in_words(words: str) -> int | None:
    found = next(itertools.chain(thai_numbers.find(words), english_numbers.find(words)), None)
    return found.number if found else None


def _listed_paragraphs(scan: Scan, match: re.Match[str]) -> None:
    """Record each paragraph of a list in number words as one that is said alone (`paragraph one`)."""
    offset = match.start("thai" if match["thai"] else "english")
    numbers = thai_numbers if match["thai"] else english_numbers
    for index, found in enumerate(list(numbers.find(scan.rest[offset : match.end()]))):
        readings: tuple[Meaning, ...] = (("paragraph", found.number),)
        if match["english"]:
            readings += (("reference", found.number),)
        scan.take(Kind.REFERENCE, readings, offset + found.start if index else match.start(), offset + found.end)


def _paragraph(scan: Scan, match: re.Match[str]) -> None:
    """Record a paragraph of a provision; the last one is "last"."""
    for name in ("thai", "ordinal", "cardinal", "ordinal2"):
        word = match[name]
        if not word:
            continue
        number = _paragraph_number(word)
        readings: tuple[Meaning, ...] = (("paragraph", number),)
        if name == "cardinal" and isinstance(number, int):
            readings += (("reference", number),)
            readings += (("number", Fraction(number)),) if word.isdigit() else ()
        start, end = match.span()
        if name == "ordinal2":
            start = match.start(name)
        elif name == "ordinal" and match["ordinal2"]:
            end = match.end(name)
        sure = not name.startswith("ordinal") or (number != "last" and _is_of_provision(scan.rest, *match.span()))
        weight = Weight.FIRM if sure else Weight.SOFT
        scan.take(Kind.REFERENCE, readings, start, end, weight)


def _is_of_provision(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is that of a provision: `section 29, first paragraph`, `under the first paragraph`."""
    before = _PROVISION_BEFORE.search(text, max(0, start - 40), start)
    return before is not None or _PROVISION_AFTER.match(text, end) is not None


def _paragraph_number(word: str) -> Part:
    plain = re.sub(r"[-\s]+", "-", word.lower())
    if plain == "แรก":
        return 1
    if plain in ("ท้าย", "สุดท้าย", "last", "final"):
        return "last"
    if digits := re.match(r"\d+", plain):
        return int(digits[0])
    return english_numbers.ORDINALS.get(plain) or _in_words(word) or word
