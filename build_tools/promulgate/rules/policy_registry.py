"""The rules about a policy as a whole, in a fixed order, and the judgement by all of them."""

from __future__ import annotations

import functools
import importlib
from dataclasses import replace

from promulgate.model import Finding, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject

MODULES = (
    "record_damaged",
    "record_fixed",
    "record_removed",
    "text_removed",
    "record_previous",
    "version_order",
    "backdating",
    "notice",
    "imported",
    "withdrawn",
    "record_missing",
)
"""The files of the rules in the order of the documentation; each holds one rule, called RULE."""


@functools.cache
def policy_rules() -> tuple[PolicyRule, ...]:
    """Every rule about records and time, in the order of the documentation."""
    modules = (importlib.import_module(f"promulgate.rules.{name}") for name in MODULES)
    return tuple(module.RULE for module in modules)


def judge_policy(subject: PolicySubject) -> tuple[Finding, ...]:
    """All findings on a policy as a whole. Rules that guard records can be made stricter by settings, never weaker."""
    found: list[Finding] = []
    for rule in policy_rules():
        wanted = subject.settings.severities.get(rule.id, rule.severity)
        severity = max(wanted, rule.severity) if rule.guards_records else wanted
        if severity is not Severity.OFF:
            found += (replace(finding, severity=severity) for finding in rule.check(subject))
    return tuple(found)
