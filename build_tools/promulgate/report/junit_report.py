"""Findings as JUnit XML, which most CI systems show: one failed test case per error. Warnings are left out."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from promulgate.checking import Judgement
from promulgate.model import Finding, Severity

_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What the standard does not allow in a document: https://www.w3.org/TR/xml/#charsets."""


def render(judgement: Judgement) -> str:
    """One test case per finding that is an error, and one that passes when there is none."""
    errors = [finding for finding in judgement.findings if finding.severity is Severity.ERROR]
    cases = [_case(finding) for finding in errors] or ['    <testcase classname="promulgate" name="check" time="0"/>']
    counts = f'tests="{len(cases)}" failures="{len(errors)}" errors="0" skipped="0" time="0"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="promulgate" {counts[: counts.index(" skipped")]} time="0">',
            f'  <testsuite name="promulgate check" {counts}>',
            *cases,
            "  </testsuite>",
            "</testsuites>",
            "",
        ]
    )


def _case(finding: Finding) -> str:
    name = f"{finding.rule} {finding.place.path}:{finding.place.line}:{finding.place.column}"
    words = f"{finding.message}\n{finding.hint}"
    return (
        f"    <testcase classname={quoteattr(finding.policy or 'promulgate')} name={quoteattr(name)}"
        f' time="0">\n'
        f"      <failure type={quoteattr(finding.rule)} message={quoteattr(_plain(finding.message.en))}>"
        f"{escape(_plain(words))}</failure>\n"
        f"    </testcase>"
    )


def _plain(words: str) -> str:
    return _NOT_IN_XML.sub("", words)
