"""Findings as SARIF 2.1.0 (OASIS standard), for code-scanning views."""

from __future__ import annotations

import json
from typing import Any

from promulgate import __version__
from promulgate.checking import Judgement
from promulgate.model import Finding, Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(judgement: Judgement) -> str:
    """One run with one result per finding; the other language's place is a related location."""
    rules = sorted({finding.rule for finding in judgement.findings})
    run = {
        "tool": {"driver": {"name": "promulgate", "version": __version__, "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule)) for finding in judgement.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.word,
        "message": {"text": f"{finding.message}\n{finding.hint}"},
        "locations": [_location(finding.place)],
    }
    if finding.counterpart is not None:
        result["relatedLocations"] = [_location(finding.counterpart)]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": place.path},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }
