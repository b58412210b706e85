"""Verdicts that were reached once and are not reached again: the findings on a version, by all they depend on.

What `check` keeps lies inside git's own folder: no commit can bring a file there, so that nobody can bring a verdict
with the texts it is about. What took too long is not kept: another day it may not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from promulgate import bounds
from promulgate.cache import Cache
from promulgate.kept_texts import KeptTexts, restored, written
from promulgate.model import Finding, Text
from promulgate.program import program_hash
from promulgate.records import sha256
from promulgate.rules.registry import Guard, judge_all
from promulgate.rules.subject import Subject

FOLDER = "promulgate"
_MOST = 20_000


class Kept:
    """What earlier checks read and found, and what this one does. `folder` is git's own; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._cache = Cache(folder / FOLDER if folder is not None else None)
        self._texts = KeptTexts(self._cache, _keep_all)
        program_hash()  # once, before this process is copied

    def tidy(self) -> None:
        """Remove what was not kept lately, once there is very much."""
        self._cache.keep_newest(_MOST)

    def read(self, policy: str, language: str, path: str, source: bytes) -> Text:
        """As `read_text`. Raises SourceError."""
        return self._texts.text((policy, language, path, source))

    def judge_all(self, subjects: Sequence[Subject], guard: Guard) -> list[tuple[Finding, ...]]:
        """As `judge_all` of the rules; only versions nobody judged before are judged."""
        keys = [_key(subject) for subject in subjects]
        found = {
            key: restored(tuple[Finding, ...], kept) for key in keys if (kept := self._cache.read(key)) is not None
        }
        fresh = {key: subject for key, subject in zip(keys, subjects, strict=True) if key not in found}
        judged = judge_all(list(fresh.values()), guard)
        for key, findings in zip(fresh, judged, strict=True):
            found[key] = findings
            if all(finding.rule != bounds.RULE for finding in findings):
                self._cache.write(key, written(findings))
        return [found[key] for key in keys]


def _keep_all(text: Text) -> None:
    """Every text may be kept: that it was read says nothing of whether it passes."""


def _key(subject: Subject) -> str:
    """All a verdict depends on. The rules on texts know no clock."""
    texts = [(kind, text.language, text.path, sha256(text.source)) for kind, text in _texts(subject)]
    rest = (subject.policy, subject.missing, subject.settings, subject.glossary)
    return "\0".join(("findings", program_hash(), sha256(repr((texts, rest)).encode())))


def _texts(subject: Subject) -> list[tuple[str, Text]]:
    return [
        *(("text", text) for text in subject.texts.values()),
        *(("before", text) for text in subject.before.values()),
    ]
