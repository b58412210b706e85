"""Numbers in words of Chinese, Japanese and Korean: `三十日`, `第五条`, `二〇二七年`, `두 달`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.values.english_numbers import WordNumber

_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
CHARACTERS = "".join((*_DIGITS, *_PLACES, *_GROUPS))
"""Every character a number is written with."""
COUNTED = (
    r"(?:丁目|日|天|[かカヶケヵ箇個个]月|月|年|时|小时|小時|時間|分(?=[間钟鐘以])|秒|週|周|営業日|工作日|[个個]工作日|条|條|項|项|款|号|號|章|節|节|編|编"
    r"|円|元|圆|圓|日元|欧元|歐元|美元|港元|港币|韩元|英镑|泰铢|越南盾|盾|ドル|米ドル|ユーロ|バーツ|名|人|份|次|回|倍|部を|通|つ|割|パーセント|歳|岁|歲|周岁|級|级|台|件|平方米|平方公里|平方メートル|立方米|公里|公尺|公斤|千克|毫米|厘米|吨|个|個|種|种|者)"
)
"""What follows a number that counts something; elsewhere these characters are parts of words."""
_HAN = re.compile(
    rf"(?<![{CHARACTERS}])[{CHARACTERS}]+(?=\s?{COUNTED}|[）)])|(?<=第)(?!三(?:者|方|国|國))[{CHARACTERS}]+|(?<=分之)[{CHARACTERS}]+|(?<=附件|附录|附錄|附表|別紙|別表)[{CHARACTERS}]+"
)

_NATIVE_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE_TENS = {
    "열": 10,
    "스무": 20,
    "스물": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_NATIVE = {
    **_NATIVE_ONES,
    **_NATIVE_TENS,
    **{ten + one: tens + ones for ten, tens in _NATIVE_TENS.items() for one, ones in _NATIVE_ONES.items()},
}
_NATIVE_WORDS = "|".join(sorted(_NATIVE, key=len, reverse=True))
_KOREAN = re.compile(
    rf"(?<![가-힣])(?P<native>{_NATIVE_WORDS})"
    r"(?=(?:\s?(?:달|날|살|시간|번|명|가지|개|차례|사람|주일)|\s(?:부|배|주|해))"
    r"(?:[^가-힣]|$|[간을를이가은는의에만도로마]))"
    r"|(?<![가-힣])(?P<sino>[일이삼사오육칠팔구십백천]{2,})(?=\s?(?:일|개월|년|주|시간|분|퍼센트|만))"
)
_SINO = {character: number for number, character in enumerate("영일이삼사오육칠팔구")}
_SINO_PLACES = {"십": 10, "백": 100, "천": 1000}
THIRD_PARTY = re.compile(r"第\s?[3三]\s?(?:者|方|国|國)|제\s?3\s?(?:자|국)")
"""A third party or country is nothing that is counted."""


def find_east_asian(text: str, language: str) -> Iterator[WordNumber]:
    """Every number in words that counts something, numbers an article, or stands in brackets."""
    if language == "ko":
        for match in _KOREAN.finditer(text):
            number = _NATIVE[match["native"]] if match["native"] else _value(match["sino"], _SINO, _SINO_PLACES, {})
            if number is not None:
                yield WordNumber(match.start(), match.end(), number, 1)
    for match in _HAN.finditer(text):
        number = parse(match[0])
        if number is not None:
            yield WordNumber(match.start(), match.end(), number, len(match[0]))


def parse(words: str) -> int | None:
    """The number these characters say: `三十五`, `二〇二七`, `五百万`; None when they say none."""
    return _value(words, _DIGITS, _PLACES, _GROUPS)


def _value(words: str, digits: dict[str, int], places: dict[str, int], groups: dict[str, int]) -> int | None:
    if len(words) > 1 and all(character in digits for character in words):
        return int("".join(str(digits[character]) for character in words)) if len(words) == 4 else None
    total = group = digit = 0
    last = 10**9
    for character in words:
        if character in digits:
            if digit:
                return None
            digit = digits[character]
        elif character in places:
            if places[character] >= last:
                return None
            last = places[character]
            group, digit = group + (digit or 1) * last, 0
        else:
            if not group + digit:
                return None
            total, group, digit, last = total + (group + digit) * groups[character], 0, 0, 10**9
    return total + group + digit
