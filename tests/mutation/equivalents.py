"""Edits that change nothing a reader gets: the gate must stay silent."""

from __future__ import annotations

import re
from collections.abc import Callable

Equivalent = Callable[[bytes, str], bytes]


def _split(source: bytes) -> tuple[str, list[str]]:
    header, body = source.decode().split("\n---\n", 1)
    return header + "\n---\n", body.split("\n")


def crlf(source: bytes, language: str) -> bytes:
    return source.replace(b"\n", b"\r\n")


def starred_bullets(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    return (header + "\n".join(re.sub(r"^(\s*)- ", r"\1* ", line) for line in lines)).encode()


def all_ones(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    return (header + "\n".join(re.sub(r"^(\s*)\d+\. ", r"\g<1>1. ", line) for line in lines)).encode()


def loose_lists(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    spread: list[str] = []
    for index, line in enumerate(lines):
        spread.append(line)
        item = r"\s*(?:-|\d+\.) "
        if re.match(item, line) and index + 1 < len(lines) and re.match(item, lines[index + 1]):
            spread.append("")
    return (header + "\n".join(spread)).encode()


def straight_quotes(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    return (header + "\n".join(lines).translate(str.maketrans("“”‘’", "\"\"''"))).encode()


def trailing_space(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    return (header + "\n".join(line + " " if line and not line.startswith("|") else line for line in lines)).encode()


def wrapped(source: bytes, language: str) -> bytes:
    """Long paragraphs broken at a space where no line starts like a list or a heading; a defined term is one line."""
    header, lines = _split(source)
    result: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if len(line) > 60 and not re.match(r"[\s|#>*\-\[]|\d+\.|:", line) and not following.startswith(":"):
            for match in re.finditer(" ", line):
                rest = line[match.end() :]
                if match.start() > 30 and not re.match(r"[-+*#>|:=]|\d|\[", rest):
                    result += [line[: match.start()], rest]
                    break
            else:
                result.append(line)
        else:
            result.append(line)
    return (header + "\n".join(result)).encode()


def aligned_columns(source: bytes, language: str) -> bytes:
    header, lines = _split(source)
    return (header + "\n".join(re.sub(r"(?<=\|)-{3}(?=\|)", ":---", line) for line in lines)).encode()


def thai_digits(source: bytes, language: str) -> bytes:
    """Digits of the Thai prose in Thai script; not in links, code, ids, addresses and list numbers."""
    if language != "th":
        return source
    header, lines = _split(source)
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    kept = re.compile(r"^\s*\d+\.\s|\]\([^)]*\)|`[^`]*`|\{#[^}]*\}|\S*[A-Za-z@:/]\S*|\[\^[^\]]*\]:?|(?:[A-Za-z]+ )\d+")
    result = []
    for line in lines:
        pieces, end = [], 0
        for match in kept.finditer(line):
            pieces += [line[end : match.start()].translate(digits), match[0]]
            end = match.end()
        result.append("".join(pieces) + line[end:].translate(digits))
    return (header + "\n".join(result)).encode()


EQUIVALENTS: dict[str, Equivalent] = {
    function.__name__.replace("_", "-"): function
    for function in (
        crlf,
        starred_bullets,
        all_ones,
        loose_lists,
        straight_quotes,
        trailing_space,
        wrapped,
        aligned_columns,
        thai_digits,
    )
}
