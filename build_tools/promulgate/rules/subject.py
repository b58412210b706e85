"""What a rule looks at, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.settings import Settings


@dataclass(frozen=True, slots=True)
class Subject:
    """One version of one policy about to be judged, with all a rule may compare it to.

    A version is judged while it is not on the base: as the working text, or as a record a pull request brings.
    """

    policy: str
    texts: Mapping[str, Text]
    """The texts to judge, in the order of the site's languages; a language whose file is missing is not in it."""
    settings: Settings
    now: datetime
    missing: tuple[str, ...] = ()
    """Languages of the site this version has no file in."""
    before: Mapping[str, Text] = field(default_factory=dict)
    """What one-sided changes are measured against: the base's record of this version, else of the one before."""
    glossary: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """Each term's accepted forms per language."""

    @property
    def prevailing(self) -> Text:
        """The text that prevails; the first one there is when its file is missing."""
        return self.texts.get(self.settings.prevailing) or next(iter(self.texts.values()))

    def pairs(self) -> Iterator[tuple[Text, Text]]:
        """The prevailing text with each of the others: every pair whose agreement is to be shown."""
        first = self.prevailing
        for text in self.texts.values():
            if text is not first:
                yield first, text


Check = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, its default severity, whether settings may weaken it, and the function that yields findings."""

    id: str
    severity: Severity
    check: Check
    documentation: str
    guards_records: bool = False
    """Rules that guard records can't be switched off or weakened."""

    def finding(
        self,
        text: Text,
        message: Bilingual,
        hint: Bilingual,
        *,
        section: str = "",
        line: int = 1,
        column: int = 1,
        counterpart: Place | None = None,
        values: tuple[str, ...] = (),
    ) -> Finding:
        """A finding of this rule at a place of `text`."""
        place = Place(text.language, text.path, line, column)
        return Finding(self.id, self.severity, text.policy, section, place, message, hint, counterpart, values)
