"""What can stand before or after a number and say what it counts: scales, currencies, per cent, units of time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

SCALE = (
    r"(?:ล้านล้าน|แสนล้าน|หมื่นล้าน|พันล้าน|ร้อยล้าน|ล้าน(?!นา|ช้าง)|แสน(?!สาหัส)|หมื่น|พัน(?!ธ|ตำรวจ)|ร้อย(?!ละ"
    r"|เอก|ตรี)"
    r"|(?i:(?:hundred\s)?(?:thousand|million|billion|trillion)|hundred|mln|mn|bn)\b)"
)
SCALED = re.compile(rf"(?:\s?-?\s?(?P<scale>{SCALE}))")
_SCALES = {
    "ร้อย": 100,
    "พัน": 1000,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
}
SHORT_SCALE = re.compile(r"\s?(bn|[kKmMB])\b")

_DOLLARS = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD")
CURRENCIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("บาทไทย", "บาท", "บ.", "thai baht", "baht", "baht.", "thb", "฿", "bt.", ".-"), ("THB",)),
    **dict.fromkeys(
        ("us dollars", "us dollar", "u.s. dollars", "u.s. dollar", "united states dollars", "usd", "us$", "u.s.$"),
        ("USD",),
    ),
    **dict.fromkeys(
        ("ดอลลาร์สหรัฐอเมริกา", "ดอลลาร์สหรัฐฯ", "ดอลลาร์สหรัฐ", "เหรียญสหรัฐฯ", "เหรียญสหรัฐ", "ดอลลาร์อเมริกัน"), ("USD",)
    ),
    **dict.fromkeys(("dollars", "dollar", "$", "ดอลลาร์", "ดอลล่าร์", "เหรียญ"), _DOLLARS),
    **dict.fromkeys(("singapore dollars", "singapore dollar", "sgd", "s$", "ดอลลาร์สิงคโปร์", "เหรียญสิงคโปร์"), ("SGD",)),
    **dict.fromkeys(("australian dollars", "australian dollar", "aud", "a$", "au$", "ดอลลาร์ออสเตรเลีย"), ("AUD",)),
    **dict.fromkeys(("hong kong dollars", "hkd", "hk$", "ดอลลาร์ฮ่องกง"), ("HKD",)),
    **dict.fromkeys(("canadian dollars", "cad", "c$", "ca$", "ดอลลาร์แคนาดา"), ("CAD",)),
    **dict.fromkeys(("euros", "euro", "eur", "€", "ยูโร"), ("EUR",)),
    **dict.fromkeys(
        ("pounds sterling", "pound sterling", "british pounds", "gbp", "£", "ปอนด์สเตอร์ลิง", "ปอนด์"), ("GBP",)
    ),
    **dict.fromkeys(("japanese yen", "yen", "jpy", "เยน"), ("JPY",)),
    **dict.fromkeys(("chinese yuan", "yuan", "renminbi", "cny", "rmb", "หยวน"), ("CNY",)),
    "¥": ("JPY", "CNY"),
    **dict.fromkeys(("indian rupees", "rupees", "rs.", "inr", "₹", "รูปี"), ("INR",)),
    **dict.fromkeys(("vietnamese dong", "dong", "ดองเวียดนาม", "ดอง"), ("VND",)),
    **dict.fromkeys(("malaysian ringgit", "ringgit", "ริงกิต"), ("MYR",)),
    **dict.fromkeys(("indonesian rupiah", "rupiah", "รูเปียห์", "รูเปีย"), ("IDR",)),
    **dict.fromkeys(("philippine pesos", "เปโซฟิลิปปินส์"), ("PHP",)),
    **dict.fromkeys(("kip", "กีบ"), ("LAK",)),
    **dict.fromkeys(("riels", "riel", "เรียลกัมพูชา"), ("KHR",)),
    **dict.fromkeys(("kyats", "kyat", "จ๊าต"), ("MMK",)),
    **dict.fromkeys(("new taiwan dollars", "nt$", "ดอลลาร์ไต้หวัน"), ("TWD",)),
    **dict.fromkeys(("new zealand dollars", "nz$", "ดอลลาร์นิวซีแลนด์"), ("NZD",)),
    **dict.fromkeys(("roubles", "rouble", "rubles", "ruble", "รูเบิล"), ("RUB",)),
    **dict.fromkeys(("korean won", "krw", "₩", "วอน"), ("KRW",)),
    "r$": ("BRL",),
    "nt$": ("TWD",),
    **dict.fromkeys(("swiss francs", "chf", "ฟรังก์สวิส"), ("CHF",)),
    **{
        code.lower(): (code,)
        for code in (
            "MYR",
            "IDR",
            "VND",
            "PHP",
            "LAK",
            "KHR",
            "MMK",
            "TWD",
            "NZD",
            "RUB",
            "SEK",
            "NOK",
            "DKK",
            "PLN",
            "BRL",
            "MXN",
            "ZAR",
            "AED",
            "TRY",
        )
    },
}


def choice(names: Iterable[str]) -> str:
    """An alternation of names, the longest first; Latin words end where the word ends."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(
        _literally(name) + (r"(?![A-Za-z])" if name[-1].isascii() and name[-1].isalpha() else "") for name in ordered
    )


def _literally(name: str) -> str:
    """A pattern for a name in capitals or small letters; the lira's code in capitals only: “try three times”.

    `บ.` is short for baht where no name follows: before one it is a company.
    """
    if name == "try":
        return f"(?-i:{name.upper()})"
    return r"บ\.(?=[\s/)|]|$)" if name == "บ." else re.escape(name)


_BEFORE_NAMES = [name for name in CURRENCIES if name.isascii() or len(name) == 1]
_BEFORE_NAMES = [name for name in _BEFORE_NAMES if name not in (".-", "baht.")]
CURRENCY_BEFORE = re.compile(
    rf"(?i)(?<![A-Za-z])(?P<currency>{'|'.join(map(_literally, sorted(_BEFORE_NAMES, key=len, reverse=True)))})\s?$"
)
PERCENT_BEFORE = re.compile(r"ร้อยละ\s?(?:ของ\s?)?$")
_CURRENCY = re.compile(
    rf"(?i)[\s-]?(?:\((?P<inside>{choice(CURRENCIES)})\)|(?P<currency>{choice(CURRENCIES)})(?:(?<=\.-)\s?บาท)?(?:ถ้วน)?)"
)
_PERCENT = re.compile(
    r"(?i)\s?-?(?:%|(?:จุด\s?)?เปอร์เซ็?นต์|จุดร้อยละ|per\s?cent(?:um)?(?:age\spoints?)?\b|percentage\spoints?\b|pct\b)"
)
_A_PERCENT = re.compile(r"(?i)\s?(?:จุดร้อยละ|(?:จุด\s?)?เปอร์เซ็?นต์|(?:of\s)?an?\s(?:per\s?cent|percentage\spoint)\b)")
_PER_MILLE = re.compile(r"(?i)\s?(?:‰|(?:per|pro|por|pour)\s?mill?e?\b(?!\s?(?:[\d€$£]|euro))|промилле|퍼밀|パーミル)")
_BASIS_POINTS = re.compile(
    r"(?i)\s?(?:basis\spoints?\b|bps?\b(?!\.)|เบสิสพอยท?ต์|จุดพื้นฐาน|[个個]?基[点點]|ベーシス・?ポイント"
    r"|basispunkten?\b|points?\sde\sbase\b|puntos?\sb[áa]sicos?\b|punti\sbase\b|pontos?\s(?:de\s)?base\b)"
)
HUNDREDTH = re.compile(r"(?i)\s?(?:(?P<satang>สตางค์|สต\.|satangs?\b)|เซนต์|เซ็นต์|cents?\b|pence\b|เพนนี|เพนซ์)")
"""A hundredth of a baht, or of a dollar, a euro, a pound."""
HUNDREDTHS_OF = (*_DOLLARS, "EUR", "GBP")

_WEEKDAY = "จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์"
_ADJECTIVE = (
    r"(?:full|clear|whole|complete|consecutive|successive|continuous|calendar|additional|further|more|natural"
    r"|running|school|academic|fiscal|financial|accounting|contract|tax|paid|unpaid|extra|separate|rolling|sick)"
)
_DURATION = re.compile(
    r"\s?(?:"
    r"(?P<second>วินาที)|(?P<minute>นาที)|(?P<hour>(?:ชั่วโมง|ชม\.)(?P<business3>\s?(?:ทำการ|ทำงาน))?)"
    rf"|(?P<day>วัน(?!ที่\s?[\d\x01]|{_WEEKDAY}|หยุด|เกิด)(?P<business>\s?(?:ทำการ|ทำงาน))?(?:ปฏิทิน|ตามปฏิทิน)?)"
    r"|(?P<week>สัปดาห์|อาทิตย์)|(?P<quarter>ไตรมาส)|(?P<month>เดือน)|(?P<decade2>ทศวรรษ)|(?P<century2>ศตวรรษ)|(?P<year>ปี(?!\s?พ\.?ศ|\s?ค\.?ศ|(?:การศึกษา|งบประมาณ|ภาษี|บัญชี)\s?(?:พ\.?ศ\.?\s?)?\d{4}))"
    r")(?P<half>\s?ครึ่ง)?"
    rf"|(?i:[\s-]*(?:{_ADJECTIVE}[\s-]+){{0,2}}(?P<business2>(?:business|working|banking|trading"
    rf"|work)[\s-]+)?(?:{_ADJECTIVE}[\s-]+)?"
    r"(?:(?P<second2>seconds?|secs?)|(?P<minute2>minutes?|mins?)|(?P<hour2>(?:(?:man|person|staff)[\s-])?(?:hours?|hrs?))|(?P<day2>days?)"
    r"|(?P<week2>weeks?)"
    r"|(?P<fortnight>fortnights?)|(?P<month2>months?)|(?P<year2>years?|yrs?)"
    r"|(?:(?<=ve\s)|(?<=ar\s)|(?<=al\s))(?P<quarter2>quarters?)|(?P<decade>decades?)|(?P<century>centuries))(?:['’]s?)?(?![A-Za-z]))"
)
_THAI = "วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี"
_ENGLISH = "second|minute|hour|day|week|month|year"
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
AGE = re.compile(
    r"(?i)\s?(?:\b(?:aged?|ages)\s(?:of\s|from\s|between\s)?$|\b(?:under|over|above|below|minimum age of|at least"
    r"|older than|younger than|turn|turns|turning|turned|reach|reaches|reaching|reached)\s$"
    r"|(?:or|and)\s(?:older|younger|over|above|under|below)\b|อายุ\s?$)"
)
YEARS_BY_NAME = re.compile(r"(?i)\s(?:birthday|anniversary)\b")
"""What an ordinal before it counts in years: `the 20th birthday`."""
DAYS_BY_NAME = re.compile(r"(?i)\s(?:[a-z-]+\s){0,2}(?:holidays|vacation)\b")
"""What counts days without saying so: `thirteen public holidays`."""
UNIT_APART = re.compile(
    rf"(?i:(?:\s(?!(?:{_ENGLISH})s?\b|(?:and|or(?!\smore\b)|but|to|in|on|at|of|for|by|per|from|within|after|before)\b)"
    rf"[a-z-]+){{1,4}}\s(?P<english>{_ENGLISH})s\b)|\s?วันที่"
)
"""What a number before it may count: a unit of time after other words, `five unused days`, `30 or more minutes`, or one
that may be part of a longer word, `15 วันที่เว็บไซต์`."""
CONNECTOR = re.compile(
    r"(?i)\s?(?:-|–|—|~|/(?=\d\d)|to|or|and|and/or|up to|ถึง|จนถึง|หรือ|และ|และ/หรือ|กับ|แต่ไม่เกิน|but not more than"
    r"|but not exceeding)\s?"
)


def scale(written: str) -> int:
    """The factor a scale multiplies by: `พันล้าน` is a thousand million."""
    factor, left = 1, written.lower()
    for word in re.findall("ร้อย|พัน|หมื่น|แสน|ล้าน|[a-z]+", left):
        factor *= _SCALES[word]
    return factor


def currencies(written: str) -> tuple[str, ...]:
    """The currencies a sign or word can mean; `$` is the dollar of several countries."""
    return CURRENCIES[written.lower()]


def currency(text: str, position: int) -> tuple[tuple[str, ...], int] | None:
    """The currencies that follow a number, and where they end."""
    match = _CURRENCY.match(text, position)
    return (currencies(match["inside"] or match["currency"]), match.end()) if match else None


def percent(text: str, position: int) -> int:
    """Where the per cent that follows a number ends; 0 if none does."""
    match = _PERCENT.match(text, position)
    return match.end() if match else 0


def of_percent(text: str, position: int) -> int:
    """Where `a per cent` ends that follows a share, `half a percentage point`, `ครึ่งจุดร้อยละ`; 0 if none does."""
    match = _A_PERCENT.match(text, position)
    return match.end() if match else 0


def part_of_percent(text: str, position: int) -> tuple[int, int] | None:
    """Where the per mille or basis points that follow a number end, and how many of them are one per cent."""
    for pattern, in_one in ((_PER_MILLE, 10), (_BASIS_POINTS, 100)):
        match = pattern.match(text, position)
        if match:
            return match.end(), in_one
    return None


def duration(text: str, position: int) -> tuple[str, int, Fraction, int] | None:
    """The unit of time that follows a number, its factor, what is added to the number (`ปีครึ่ง`), and where it ends."""
    match = _DURATION.match(text, position)
    if match is None:
        return None
    extra = Fraction(1, 2) if match["half"] else Fraction(0)
    if match["fortnight"]:
        return "week", 2, extra, match.end()
    if match["quarter"] or match["quarter2"]:
        return "month", 3, extra, match.end()
    if match["decade"] or match["decade2"]:
        return "year", 10, extra, match.end()
    if match["century"] or match["century2"]:
        return "year", 100, extra, match.end()
    unit = next(unit for unit in _UNITS if match[unit] or match[f"{unit}2"])
    if any(match[name] for name in ("business", "business2", "business3")):
        unit = f"business-{unit}"
    return unit, 1, extra, match.end()


def unit_of(word: str) -> str:
    """The unit of time a single word names, `year` for `ปี` and `annual`."""
    return _WORDS[word.lower()]


_WORDS = {
    **dict.fromkeys(("วินาที", "second"), "second"),
    **dict.fromkeys(("นาที", "minute"), "minute"),
    **dict.fromkeys(("ชั่วโมง", "hour", "hourly"), "hour"),
    **dict.fromkeys(("วัน", "day", "daily"), "day"),
    **dict.fromkeys(("สัปดาห์", "อาทิตย์", "week", "weekly"), "week"),
    **dict.fromkeys(("เดือน", "month", "monthly"), "month"),
    **dict.fromkeys(("ปี", "year", "annual", "annually", "annum", "yearly", "per annum"), "year"),
}
ONE_UNIT = re.compile(
    rf"(?:ต่อ|ทุก|ราย|ประจำ|แต่ละ)\s?(?P<thai>{_THAI})(?!ที่|(?:ทำการ)?(?:สิ้น|สุดท้าย|แรก))|(?P<thai2>{_THAI})(?:ละ|หนึ่ง|เดียว)"
    r"|(?i:(?<!fraction of )(?<!part of )\b(?P<how>an?|per|each|every)\s(?P<other>\w+\s)?"
    rf"(?P<english>{_ENGLISH})\b(?!-)|\b(?P<english2>annual(?:ly)?|annum|yearly|monthly|weekly|daily|hourly)\b)"
)
"""A unit of time without a number, which another language may give the number one: `ต่อปี`, `per year`, `a month`."""
_RATE = re.compile(
    rf"ต่อ|ทุก|ราย|แต่ละ|ประจำ|(?:{_THAI})ละ|(?i:(?:per|every|each)\b(?!\sother)|annual|annum|yearly|monthly|weekly|daily"
    r"|hourly)"
)
"""The beginning of those that say how often: `per year` where the other language says `ต่อเดือน` is a difference."""
_COUNTED = re.compile(
    r"(?i)\x01\s(?:(?!(?:of|for|in|after|before|within|until|to|at|by|from|with|on|and|or|but|than|the|that|this|is|are"
    r"|was|were|has|have|had|as|if|not|about|under|over|be|gives?|takes?|lasts?)\b)[a-z-]+\s){0,3}$"
)
"""Before `a year`, what is counted: `5% a year`, `two examinations a day`, not `30 days of a year`."""
_FAR = 60


def is_rate(match: re.Match[str], text: str) -> bool:
    """Whether a unit of time without a number says how often, or of what time a number is: `THB 500 a day`."""
    if (match["how"] or "").lower() in ("a", "an"):
        alone = not match["other"] and not text.startswith(("'", "’"), match.end())
        return alone and _COUNTED.search(text, max(0, match.start() - _FAR), match.start()) is not None
    return _RATE.match(match[0]) is not None


QUARTER = re.compile(
    r"(?:ทุก|ราย|แต่ละ)ไตรมาส|ไตรมาสละ|(?i:\b(?:quarterly|(?:every|each|per|a) quarter)\b(?!\sof))"
    r"|(?P<half>(?i:\b(?:semi-?annual(?:ly)?|half-yearly)\b))"
)
"""Every three months, or every six."""
FIXED_PERIOD = re.compile(
    r"(?i:\b(?:biennial(?:ly)?|triennial(?:ly)?|quinquennial(?:ly)?|decennial(?:ly)?|centenary|a decade"
    r"|bi-?monthly|a century|half a century|half-century)\b)|(?:ราย|ทุก)ปักษ์"
)
"""Periods that one word names: `biennially`, `รายปักษ์`."""
NAMED_PERIOD = re.compile(
    rf"(?P<thai>{_THAI})ครึ่ง(?!\s?{_THAI})|(?P<every_other>(?i:\bevery\s(?:other|second)\s)(?P<english2>{_ENGLISH})\b"
    rf"|(?:ปีเว้น(?=ปี)|เดือนเว้น(?=เดือน)|สัปดาห์เว้น(?=สัปดาห์)|วันเว้น(?=วัน(?!หยุด|นักขัต|เสาร์|อาทิตย์)))(?P<thai2>ปี|เดือน|สัปดาห์|วัน))|(?i:\b(?P<fortnight>fortnight(?:ly)?)\b"
    rf"|\b(?:an?|one)\s(?P<english>{_ENGLISH})\sand\s(?:a|one)[\s-]half\b)"
)
"""A period without a number: `ปีครึ่ง`, `a year and a half`, `a fortnight`."""
_FIXED: dict[str, tuple[tuple[str, Fraction], ...]] = {
    "bienn": (("year", Fraction(2)),),
    "trien": (("year", Fraction(3)),),
    "quinq": (("year", Fraction(5)),),
    "decen": (("year", Fraction(10)),),
    "a dec": (("year", Fraction(10)),),
    "half-": (("year", Fraction(50)),),
    "half ": (("year", Fraction(50)),),
    **dict.fromkeys(("cente", "a cen"), (("year", Fraction(100)),)),
    **dict.fromkeys(("bimon", "bi-mo"), (("month", Fraction(2)), ("month", Fraction(1, 2)))),
    **dict.fromkeys(("รายปั", "ทุกปั"), (("week", Fraction(2)), ("month", Fraction(1, 2)), ("day", Fraction(15)))),
}


def fixed_period(written: str) -> tuple[tuple[str, Fraction], ...]:
    """The units and numbers that a period named by one word can mean."""
    return _FIXED[written[:5].lower()]


HALF_UNIT = re.compile(
    rf"(?P<thai_part>ครึ่ง|หนึ่งในสี่ของ|สามในสี่ของ)\s?(?P<thai>{_THAI})"
    rf"|(?i:(?<!and a )(?<!and-a-)\b(?P<part>half|(?:one[\s-])?quarter|three[\s-]quarters)"
    rf"[\s-](?:of\s)?(?:an?\s)?(?P<english>{_ENGLISH})(?:(?<=hour)ly)?\b)"
)
"""Half, a quarter or three quarters of a unit of time."""
PARTS = {
    **dict.fromkeys(("half", "ครึ่ง"), Fraction(1, 2)),
    **dict.fromkeys(("three", "สามใน"), Fraction(3, 4)),
    **dict.fromkeys(("quarter", "หนึ่งใน"), Fraction(1, 4)),
}
