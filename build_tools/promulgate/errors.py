"""All errors a user of promulgate can cause, in one place. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A sentence in Thai and in English: what every message to a lawyer consists of."""

    th: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in `language`; English for a language that has no messages of its own."""
        return self.th if language == "th" else self.en

    def __str__(self) -> str:
        return f"{self.th}\n{self.en}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A defect that keeps a source from being read: at a 1-based line and column of the file, with the way to mend it.

    `rule` names the rule under which `check` reports it.
    """

    rule: str
    line: int
    column: int
    message: Bilingual
    hint: Bilingual


class PromulgateError(Exception):
    """Base of all errors of ours. Its text is one clear sentence; `exit_status` is what the command ends with."""

    exit_status = 2


class UsageError(PromulgateError):
    """The command line asks for something that does not exist or does not go together."""


class ConfigurationError(PromulgateError):
    """The settings in mkdocs.yml, the glossary or the layout of the repository can't be used."""


class RepositoryError(PromulgateError):
    """Git can't give what is needed: no repository, a shallow clone, an unknown ref."""


class RecordError(PromulgateError):
    """A record in `changelog/` is damaged: unreadable, or its texts do not hash to what it says."""

    exit_status = 1


class SourceError(PromulgateError):
    """A policy source can't be read; `problems` says where and how to mend it."""

    exit_status = 1

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        first = problems[0]
        super().__init__(f"{path}:{first.line}:{first.column}: {first.message.th} / {first.message.en}")


class LimitError(PromulgateError):
    """Reading or comparing took more time or memory than any policy needs."""


class PublicationError(PromulgateError):
    """The site could not be built or put in its place; the old site is untouched."""
