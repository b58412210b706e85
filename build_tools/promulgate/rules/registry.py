"""All rules in a fixed order, and the judgement of a version by all of them."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from promulgate import bounds
from promulgate.errors import LimitError
from promulgate.model import Finding, Place, Severity
from promulgate.rules import exception_unused
from promulgate.rules.precedence import one_for_each_defect
from promulgate.rules.subject import Rule, Subject

STRUCTURE = (
    "language_missing",
    "section_missing",
    "section_order",
    "section_level",
    "section_id_missing",
    "section_id_duplicate",
    "section_renamed",
    "section_exchanged",
    "section_empty",
    "paragraph_count",
    "list_items",
    "list_numbering",
    "table_shape",
    "definition_lists",
    "quotes",
    "code_blocks",
    "images",
    "footnotes",
    "block_order",
)
VALUES = (
    "number_value",
    "date_value",
    "duration_value",
    "percentage_value",
    "money_value",
    "phone_value",
    "email_value",
    "link_target",
    "reference_value",
    "identifier_value",
    "code_value",
    "unit_differs",
    "value_order",
    "bound_reversed",
    "self_contradiction",
    "ambiguous_date",
    "effective_in_body",
)
WORDS = (
    "untranslated",
    "length_ratio",
    "glossary_term",
    "glossary_spelling",
    "obligation",
    "bound_differs",
    "check_back_phrase",
)
REFERENCES = (
    "link_address",
    "link_anchor",
    "clause_missing",
    "clause_moved",
    "term_defined_twice",
)
SOURCE = (
    "fence_unclosed",
    "comment_hidden",
    "heading_nested",
    "list_glued",
    "list_indent",
    "list_by_accident",
    "list_number_shown",
    "table_cells",
    "table_unread",
    "link_undefined",
    "words_lost",
    "text_hygiene",
    "thai_marks",
    "sara_am",
    "space_hidden",
)
TIME = (
    "metadata_agreement",
    "summary_missing",
    "one_sided_change",
    "acknowledgement_refused",
    "acknowledgement_unused",
    "material_doubtful",
)
MODULES = (*STRUCTURE, *VALUES, *WORDS, *REFERENCES, *SOURCE, *TIME, "exception_unused")
"""The files of the rules in the order of the documentation; each holds one rule, called RULE."""

Guard = Callable[[], AbstractContextManager[None]]
"""Gives the context in which the work on one text is done; it raises LimitError when the work takes too much."""
JudgeAll = Callable[[Sequence[Subject], Guard], list[tuple[Finding, ...]]]
"""As `judge_all` does."""


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the documentation."""
    modules = (importlib.import_module(f"promulgate.rules.{name}") for name in MODULES)
    return tuple(module.RULE for module in modules)


def judge(subject: Subject) -> tuple[Finding, ...]:
    """All findings of all rules on a version: errors first, then by file and line.

    Severities are those of the settings; the exceptions of the texts are applied, and one nothing needed is a finding.
    """
    found: list[Finding] = []
    for rule in rules():
        severity = subject.settings.severities.get(rule.id)
        if severity is Severity.OFF and not rule.guards_records:
            continue
        found += (replace(finding, severity=_weight(rule, finding, severity)) for finding in rule.check(subject))
    guarding = {rule.id for rule in rules() if rule.guards_records}
    kept, used = exception_unused.apply(subject, found, guarding)
    kept = one_for_each_defect(kept)
    unused_weight = subject.settings.severities.get(exception_unused.RULE.id, exception_unused.RULE.severity)
    if unused_weight is not Severity.OFF:
        kept += (replace(finding, severity=unused_weight) for finding in exception_unused.unused(subject, used))
    return tuple(sorted(dict.fromkeys(kept), key=_order))


def judge_all(subjects: Sequence[Subject], guard: Guard = nullcontext) -> list[tuple[Finding, ...]]:
    """`judge` for many subjects, in their order.

    `guard` is what each of them runs under: it raises LimitError for one that takes more than any policy needs.
    """
    return [_judge_within(guard, subject) for subject in subjects]


def _judge_within(guard: Guard, subject: Subject) -> tuple[Finding, ...]:
    try:
        with guard():
            return judge(subject)
    except LimitError:
        longest = max(subject.texts.values(), key=lambda text: len(text.source))
        place = Place(longest.language, longest.path, 1)
        return (Finding(bounds.RULE, Severity.ERROR, subject.policy, "", place, *bounds.TAKES_TOO_LONG),)


def _weight(rule: Rule, finding: Finding, wanted: Severity | None) -> Severity:
    """The severity of a finding; settings may raise one that guards records, never lower it."""
    if wanted is None:
        return finding.severity
    return max(finding.severity, wanted) if rule.guards_records else wanted


def _order(finding: Finding) -> tuple[int, str, int, int, str]:
    return (-finding.severity, finding.place.path, finding.place.line, finding.place.column, finding.rule)
