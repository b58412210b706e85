"""Web addresses, e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from promulgate.values.model import Kind, Meaning
from promulgate.values.scan import Scan, base_language

_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_ADDRESS_CHARACTERS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_TOP_LEVEL = "com|org|net|info|biz|io|dev|app|gov|edu|int|eu|uk|de|fr|jp|sg|us|au|nz|ca|ch|th|asia|cloud|online|shop"
_ADDRESS = re.compile(
    rf"(?i)(?:\b(?:https?|ftp)://|(?<![\w@.])www\.){_ADDRESS_CHARACTERS}+"
    rf"|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:{_TOP_LEVEL})(?![A-Za-z0-9-]|\.[A-Za-z])(?:/{_ADDRESS_CHARACTERS}*)?"
)
_TRAILING = ".,;:!?'\"*"
_OPENED_BY = {")": "(", "]": "["}

_TRUNK_ZERO = re.compile(r"(?<=\d)[\s.-]*\(0\)|(?<=\+66)[\s.-]+0(?=[\s\d-])")
"""The 0 that is dialled inside a country only: `+66 (0) 2`."""
_PHONE = re.compile(
    r"(?:\b(?:extension|ext\.)\s(?P<extension_first>\d{1,5})\s(?:of|at|on)\s)?(?<![A-Za-z0-9_+/.-])(?:"
    r"(?P<international>\+\s?\d{1,3}[\s.-]?(?:\(0?\d{1,4}\)[\s.-]?)?\d{1,5}(?:[\s.-]?\d{2,5}){1,5})"
    r"|(?P<thailand>\(\+?66\)[\s.-]?\d{1,4}(?:[\s.-]?\d{3,4}){1,3})"
    r"|(?P<local>\(?0\d{1,2}\)?(?:[\s-]?\d{3,4}){2})(?![-\s]?\d{3})"
    r"|(?P<thai>0[ -](?:\d[ -])?\d{3,4}[ -]\d{4})"
    r"|(?P<american>(?:1-)?\(?\d{3}\)?[\s-]\d{3}-\d{4}|1-?[89]00[-\s]\d{3}[-\s]\d{3,4})"
    r"|(?<=เบอร์ )(?P<number>\d[\d-]{2,})"
    r")(?:\s?(?:-|–|to|ถึง)\s?(?P<last>\d{1,2})(?![\d-]))?"
    r"(?:,?\s?(?:ต่อ|ext\.?|extensions?|#)\s?(?P<extension>\d{1,5}))?(?![\w-]?\d)",
    re.IGNORECASE,
)


_GROUPED = re.compile(
    r"(?<![A-Za-z0-9_+/.,-])(?:\(\d{1,5}\)|\d{2,5})(?:\s?[\s/-]\s?\d{2,5}){1,4}\s?[\s/-]\s?\d{1,5}(?![A-Za-z_/-]?\d)"
    r"|(?<![\d.,])\d\d(?:\.\d\d){3,4}(?![.,]?\d)"
)
"""Digits in groups, as telephone numbers are written where nothing is known of a country's: `956 55 12 80`."""
_RUSSIAN_TRUNK = re.compile(r"(?<![\w+.,/(-])8[\s-]?(?:\(\d{3,5}\)|\d{3})(?:[\s-]?\d{2,3}){2,3}(?![\d-])")
"""The 8 that is dialled inside Russia and Kazakhstan only, where others dial +7."""
_TRUNK_EIGHT = ("ru", "kk")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_LENGTH_WITH_TRUNK = 11
_LENGTHS_ABROAD = range(7, 16)
"""Of how many digits a telephone number is made anywhere (E.164 allows 15)."""


def scan_emails(scan: Scan) -> None:
    """Find e-mail addresses."""
    for match in list(_EMAIL.finditer(scan.rest)) if "@" in scan.rest else ():
        scan.take(Kind.EMAIL, (email_meaning(match[0]),), *match.span())


def scan_addresses(scan: Scan) -> None:
    """Find web addresses, with and without `https://`."""
    for match in list(_ADDRESS.finditer(scan.rest)):
        address = match[0]
        while address and (address[-1] in _TRAILING or _closes_what_is_outside(address)):
            address = address[:-1]
        if address:
            scan.take(Kind.ADDRESS, (address_meaning(address, ()),), match.start(), match.start() + len(address))


def _closes_what_is_outside(address: str) -> bool:
    opening = _OPENED_BY.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def scan_phones(scan: Scan) -> None:
    """Find telephone numbers; `+66 2 123 4567` is `02-123-4567`."""
    for match in list(_PHONE.finditer(scan.rest)):
        begin = match.end("extension_first") + 1 if match["extension_first"] else match.start()
        ends = [match.start(name) - begin for name in ("last", "extension") if match[name]]
        written = scan.rest[begin : match.end()][: min(ends, default=None)]
        digits = re.sub(r"\D", "", _TRUNK_ZERO.sub("", written))
        if len(digits) < 8 and not match["international"]:
            continue
        if match["international"] or match["thailand"]:
            digits = "0" + digits[2:] if digits.startswith("66") else f"+{digits}"
        extension = match["extension"] or match["extension_first"] or ""
        more = f"-{match['last']}" * bool(match["last"]) + f"x{extension}" * bool(extension)
        readings: tuple[Meaning, ...] = (("phone", digits + more),)
        if not digits.startswith("+"):
            readings += (("digits", digits + more),)
        scan.take(Kind.PHONE, readings, *match.span())


def scan_phones_elsewhere(scan: Scan) -> None:
    """Find digits in groups that are no thousands."""
    for match in list(_RUSSIAN_TRUNK.finditer(scan.rest)) if base_language(scan.language) in _TRUNK_EIGHT else ():
        digits = re.sub(r"\D", "", match[0])
        if len(digits) == _LENGTH_WITH_TRUNK:
            scan.take(Kind.PHONE, (("phone", f"+7{digits[1:]}"), ("phone", digits), ("digits", digits)), *match.span())
    for match in list(_GROUPED.finditer(scan.rest)):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) in _LENGTHS_ABROAD and not _THOUSANDS.fullmatch(match[0]):
            scan.take(Kind.PHONE, (("phone", digits), ("digits", digits)), *match.span())


def email_meaning(address: str) -> Meaning:
    """An e-mail address, without regard to case."""
    return ("e-mail", address.removeprefix("mailto:").split("?")[0].lower())


def address_meaning(address: str, languages: tuple[str, ...]) -> Meaning:
    """Where an address leads, without what may differ between translations.

    That is: the scheme http or https, a slash at the end, and a part that names one of `languages` (`/th/`, `en.`,
    `?lang=en`, `-th.pdf`).
    """
    if not re.match(r"(?i)[a-z][a-z0-9+.-]*:|[/#?.]", address) and re.match(
        r"(?i)www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|$)", address
    ):
        address = f"https://{address}"
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    path, query, fragment = (unquote(part) for part in (parts.path, parts.query, parts.fragment))
    if languages:
        named = "|".join(f"{re.escape(code)}(?:[-_](?:[a-z]{{2}}|[0-9]{{3}}))?" for code in _codes(languages))
        label = re.match(rf"(?:{named})\.", host)
        if label:
            host = host[label.end() :]
            path = "" if host.endswith(("wikipedia.org", "wiktionary.org")) else path
        path = re.sub(rf"(?i)/(?:{named})(?=/|$)", "", path)
        path = re.sub(rf"(?i)^(?:{named})/", "", path)
        path = re.sub(rf"(?i)[-_.](?:{named})(?=\.[a-z0-9]+$|/|$)", "", path)
        query = re.sub(rf"(?i)(?<==)(?:{named})(?=&|$)", "", query)
    scheme = "" if parts.scheme in ("http", "https", "") else parts.scheme
    return ("address", scheme, host, path.rstrip("/"), query, fragment)


def _codes(languages: tuple[str, ...]) -> set[str]:
    """How addresses name languages: codes of two and three letters, and English names of the two we know best."""
    more = {"th": ("tha", "thai"), "en": ("eng", "english")}
    bases = {language.split("-")[0].lower() for language in languages}
    return bases | {name for base in bases for name in more.get(base, ())}
