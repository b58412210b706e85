"""Findings as JSON, in the form the design fixes; the schema is `schemas/findings.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from promulgate.checking import Judgement
from promulgate.model import Finding, Place


def render(judgement: Judgement) -> str:
    """One JSON document. `message` and `hint` hold both languages, Thai on the first line."""
    document = {
        "findings": [_finding(finding) for finding in judgement.findings],
        "checked": {
            "policies": judgement.policies,
            "texts": judgement.texts,
            "sections": judgement.sections,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "policy": finding.policy,
        "section": finding.section,
        **_place(finding.place),
        "message": str(finding.message),
        "hint": str(finding.hint),
        "counterpart": _place(finding.counterpart) if finding.counterpart else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"language": place.language, "path": place.path, "line": place.line, "column": place.column}
