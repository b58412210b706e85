"""Whole numbers in Thai and English words, as people write them out beside digits."""

from __future__ import annotations

_THAI = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_PLACES = ((100_000, "แสน"), (10_000, "หมื่น"), (1000, "พัน"), (100, "ร้อย"), (10, "สิบ"))
_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_thai(number: int) -> str:
    """A whole number in Thai words."""
    if number >= 10**6:
        millions, rest = divmod(number, 10**6)
        return in_thai(millions) + "ล้าน" + ("หนึ่ง" if rest == 1 else in_thai(rest) if rest else "")
    if number < 10:
        return _THAI[number]
    words = ""
    for worth, place in _THAI_PLACES:
        digit, number = divmod(number, worth)
        if digit:
            words += {("สิบ", 1): "", ("สิบ", 2): "ยี่"}.get((place, digit), _THAI[digit]) + place
    return words + ("เอ็ด" if number == 1 else _THAI[number] if number else "")


def in_english(number: int) -> str:
    """A whole number below a thousand trillions in English words."""
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ENGLISH[hundreds]} hundred" + (f" and {in_english(rest)}" if rest else "")
    worth, scale = next(each for each in _ENGLISH_SCALES if number >= each[0])
    scaled, rest = divmod(number, worth)
    joint = " and " if rest < 100 else " "
    return f"{in_english(scaled)} {scale}" + (joint + in_english(rest) if rest else "")
