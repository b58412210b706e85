"""Hundreds and thousands in words, written apart or as one: `ciento veinte`, `zweihundertzehn`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from promulgate.values.english_numbers import WordNumber

MORE: dict[str, str] = {
    "es": "doscientos/doscientas=200|trescientos/trescientas=300|cuatrocientos/cuatrocientas=400"
    "|quinientos/quinientas=500|millón/millones=1000000"
    "|seiscientos/seiscientas=600|setecientos/setecientas=700|ochocientos/ochocientas=800"
    "|novecientos/novecientas=900",
    "pt": "cento=100|duzentos/duzentas=200|trezentos/trezentas=300|quatrocentos/quatrocentas=400"
    "|quinhentos/quinhentas=500|milhão/milhões=1000000"
    "|seiscentos/seiscentas=600|setecentos/setecentas=700|oitocentos/oitocentas=800|novecentos/novecentas=900",
    "fr": "cents=100|million/millions=1000000",
    "de": "million/millionen=1000000",
    "it": "milione/milioni=1000000",
    "nl": "miljoen=1000000",
    "pl": "dwieście/dwustu=200|trzysta/trzystu=300|czterysta/czterystu=400|pięćset/pięciuset=500"
    "|sześćset/sześciuset=600"
    "|siedemset/siedmiuset=700|osiemset/ośmiuset=800|dziewięćset/dziewięciuset=900|tysiące/tysięcy=1000|milion/miliony/milionów=1000000",
    "cs": "stě/set=100|tisíce=1000",
    "ru": "двести/двухсот=200|триста/трёхсот/трехсот=300|четыреста/четырёхсот=400"
    "|пятьсот/пятисот=500|шестьсот/шестисот=600"
    "|семьсот/семисот=700|восемьсот/восьмисот=800|девятьсот/девятисот=900|тысяч=1000|миллион/миллиона/миллионов=1000000",
    "uk": "двісті/двохсот=200|триста/трьохсот=300|чотириста=400|п'ятсот/п’ятсот=500|тисячі/тисяч=1000",
    "vi": "trăm=100|nghìn/ngàn=1000|triệu=1000000|tỷ/tỉ=1000000000",
    "id": "ratus=100|ribu=1000|juta=1000000",
    "ms": "ratus=100|ribu=1000|juta=1000000",
    "tr": "yüz=100|bin=1000|milyon=1000000|milyar=1000000000",
    "ar": "مائتان/مائتين/مئتان/مئتين/مائتا/مئتا=200|ثلاثمائة/ثلاثمئة=300|أربعمائة/أربعمئة=400"
    "|خمسمائة/خمسمئة=500|آلاف=1000|مليون=1000000",
}
"""Forms of hundreds and thousands that stand beside other numbers, or only after them."""
_JOINTS = {"es": (" ", " y "), "pt": (" ", " e "), "vi": (" ", " lẻ ", " linh "), "fr": (" ", "-"), "ar": (" و", " ")}
_GLUED = {
    "de": (r"(?:ein)?", "hundert", "tausend", "(?:und)?"),
    "nl": ("", "honderd", "duizend", "(?:en)?"),
    "it": ("", "cento", "mil(?:le|a)", ""),
    "sv": (r"(?:ett)?", "hundra", "tusen", "(?:och)?"),
    "da": (r"(?:et)?", "hundrede?", "tusind", "(?:og)?"),
    "nb": (r"(?:ett)?", "hundre", "tusen", "(?:og)?"),
    "hu": ("", "száz", "ezer", ""),
    "fi": ("", "sata(?:a)?", "tuhat(?:ta)?", ""),
}
"""Languages that write a number as one word: one before a hundred, the hundred, the thousand, what joins them."""


def in_one_word(word: str, language: str, numbers: Mapping[str, int]) -> int | None:
    """The number a single word says: `hundertzwanzig`; None if it says none. `numbers` are those up to 99."""
    parts = _GLUED.get(language)
    if parts is None:
        return None
    one, hundred, thousand, joint = parts
    for scale, factor in ((thousand, 1000), (hundred, 100)):
        match = re.fullmatch(rf"(?P<before>.*?)(?:{scale}){joint}(?P<after>.*)", word)
        if match:
            before = 1 if re.fullmatch(one, match["before"]) else _part(match["before"], language, numbers)
            after = 0 if not match["after"] else _part(match["after"], language, numbers)
            return before * factor + after if before and after is not None and after < factor else None
    return None


def _part(word: str, language: str, numbers: Mapping[str, int]) -> int | None:
    return numbers.get(word) or in_one_word(word, language, numbers)


def joined(found: Iterable[WordNumber], text: str, language: str) -> Iterator[WordNumber]:
    """The numbers, those that are said one after the other to make one number as one."""
    for factor in _FACTORS:
        found = list(_joined_by(factor, found, text, _JOINTS.get(language, (" ",))))
    yield from found


def _joined_by(factor: int, found: Iterable[WordNumber], text: str, joints: tuple[str, ...]) -> Iterator[WordNumber]:
    pending: WordNumber | None = None
    for word in found:
        sum_or_product = None
        if pending is not None and text[pending.end : word.start] in joints:
            sum_or_product = _together(pending.number, word.number, factor)
        if pending is not None and sum_or_product is not None:
            pending = replace(pending, end=word.end, number=sum_or_product, words=pending.words + word.words)
            continue
        if pending is not None:
            yield pending
        pending = word
    if pending is not None:
        yield pending


_FACTORS = (100, 1000, 10**6, 10**9)
_ABOVE = {100: 1000, 1000: 10**6, 10**6: 10**9, 10**9: 10**12}


def _together(one: int, other: int, factor: int) -> int | None:
    """What two numbers say one after the other: `deux cents`, `cent dix`."""
    if other == factor and 1 <= one < factor:
        return one * other
    if factor <= one < _ABOVE[factor] and one % factor == 0 and other < factor:
        return one + other
    return None
