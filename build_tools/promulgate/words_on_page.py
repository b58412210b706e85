"""The words of pages and changelogs in each language: one file of strings per language in `strings/`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files

from promulgate import strict_yaml

FALLBACK = "en"


@functools.cache
def strings(language: str) -> Mapping[str, str]:
    """All strings of `language` by key; those it lacks, and those of a language without a file, in English."""
    english = _read(FALLBACK)
    own = _read(language)
    return english | own


def _read(language: str) -> dict[str, str]:
    file = files("promulgate") / "strings" / f"{language}.yml"
    if not file.is_file():
        return {}
    root = strict_yaml.load(file.read_text(encoding="utf-8"))
    return {} if root is None else dict(root.plain())
