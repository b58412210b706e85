"""What a host of static sites makes of `_headers`: the rules in order, a star for any letters, `!` takes one away."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of the addresses that match `pattern`; one without a value is taken away."""

    pattern: str
    headers: tuple[tuple[str, str | None], ...]


def rules_of(text: str) -> tuple[Rule, ...]:
    """The rules of a `_headers` file: a line with an address, then its headers, indented."""
    found: list[tuple[str, list[tuple[str, str | None]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line[0].isspace():
            found.append((line.strip(), []))
        elif line.strip().startswith("!"):
            found[-1][1].append((line.strip().removeprefix("!").strip(), None))
        else:
            name, _, value = line.strip().partition(":")
            found[-1][1].append((name, value.strip()))
    return tuple(Rule(pattern, tuple(headers)) for pattern, headers in found)


def headers_for(rules: Sequence[Rule], path: str) -> dict[str, str]:
    """The headers of the answer to `path`; what several rules say of one header is joined by a comma."""
    headers: dict[str, str] = {}
    for rule in rules:
        if fnmatch.fnmatchcase(path, rule.pattern):
            for name, value in rule.headers:
                if value is None:
                    headers.pop(name, None)
                else:
                    headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
