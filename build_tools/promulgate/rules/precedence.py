"""One defect, one finding: what follows from a finding is not reported beside it.

A list item that is missing changes the length of nothing, two rows in each other's place have no wrong numbers.
Once the first finding is mended, whatever is still wrong is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from promulgate.model import Finding

_MISREAD = (
    "list-glued",
    "list-indent",
    "list-by-accident",
    "table-cells",
    "table-unread",
    "heading-nested",
    "section-empty",
)
_SOURCE = (*_MISREAD, "footnotes", "link-undefined", "comment-hidden", "fence-unclosed")
_COUNTS = ("paragraph-count", "list-items", "table-shape", "definition-lists", "quotes", "code-blocks", "footnotes")
_HEADINGS = ("section-missing", "section-renamed", "section-level", "section-exchanged", "section-order")
_ORDER = ("block-order",)
_VALUES = (
    *("number-value", "date-value", "duration-value", "percentage-value", "money-value", "phone-value", "email-value"),
    *("link-target", "reference-value", "identifier-value", "code-value", "unit-differs"),
    *("value-order", "bound-reversed"),
)
_IMPRESSIONS = ("length-ratio", "obligation", "bound-differs", "glossary-term")
_OF_THE_TEXT = (
    (
        ("section-missing", "section-renamed", "section-id-duplicate", "section-id-missing"),
        ("clause-missing", "clause-moved", "link-anchor", "term-defined-twice", "footnotes"),
    ),
)
"""Rules whose finding explains those of other rules in the same file."""
_OF_THE_SECTION = (
    (_SOURCE, ("words-lost",)),
    (_MISREAD, (*_COUNTS, "list-numbering", "images", *_ORDER, *_VALUES, *_IMPRESSIONS, "untranslated")),
    (_COUNTS, ("length-ratio", "obligation", "bound-differs", *_ORDER)),
    (("paragraph-count", "list-items"), ("footnotes",)),
    (("table-shape",), (*_VALUES, "footnotes")),
    (_ORDER, (*_VALUES, *_IMPRESSIONS, "untranslated", "images", "footnotes")),
    (("acknowledgement-refused", "summary-missing"), _VALUES),
    (("table-unread",), ("table-shape", "paragraph-count")),
    (_HEADINGS, ("one-sided-change",)),
)
"""Rules whose finding explains those of other rules in the same section."""
_OF_NEIGHBOURS = (
    (_COUNTS, (*_VALUES, *_IMPRESSIONS)),
    ((*_MISREAD, *_COUNTS, *_HEADINGS, "list-numbering", "images", *_ORDER), ("one-sided-change",)),
)
"""Rules whose finding explains those of other rules a few lines away: in the blocks beside one that is missing."""
_OF_THE_BLOCK = (
    (("untranslated",), (*_IMPRESSIONS, *_VALUES)),
    (("link-anchor", "link-undefined"), ("link-target",)),
    (("clause-missing", "clause-moved"), ("reference-value",)),
    ((*_VALUES, "length-ratio"), ("obligation", "bound-differs")),
    (("obligation",), ("bound-differs",)),
    ((*_VALUES, "self-contradiction", "untranslated", "clause-missing", "clause-moved"), ("one-sided-change",)),
    (("one-sided-change",), _IMPRESSIONS),
    ((*_MISREAD, "link-undefined", "table-unread", "footnotes", "list-number-shown"), ("words-lost",)),
    (("words-lost",), _VALUES),
)
"""Rules whose finding explains those of other rules on the same line. What an edit in one language made different is
told by what differs there; where nothing on its line shows it, it is told as an edit in one language."""

_NEAR = 3


def one_for_each_defect(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another one, no less severe, explains, and without repetitions."""
    kept = list(
        {(finding.rule, finding.section, finding.place, finding.values): finding for finding in findings[::-1]}.values()
    )[::-1]
    scopes = (
        (_OF_THE_TEXT, _file, _file),
        (_OF_THE_SECTION, _section, _section),
        (_OF_NEIGHBOURS, _around, _lines),
        (_OF_THE_BLOCK, _lines, _lines),
    )
    for explanations, reach, places in scopes:
        for strong, weak in explanations:
            explained = {
                (place, severity)
                for finding in kept
                if finding.rule in strong
                for place in reach(finding)
                for severity in range(finding.severity + 1)
            }
            kept = [
                finding
                for finding in kept
                if finding.rule not in weak
                or not any((place, finding.severity) in explained for place in places(finding))
            ]
    return kept


def _file(finding: Finding) -> Iterable[object]:
    return (finding.place.path,)


def _section(finding: Finding) -> Iterable[object]:
    return ((finding.policy, finding.section),)


def _lines(finding: Finding) -> Iterable[object]:
    places = (finding.place,) if finding.counterpart is None else (finding.place, finding.counterpart)
    return ((place.path, place.line) for place in places)


def _around(finding: Finding) -> Iterable[object]:
    places = (finding.place,) if finding.counterpart is None else (finding.place, finding.counterpart)
    return ((place.path, place.line + distance) for place in places for distance in range(-_NEAR, _NEAR + 1))
