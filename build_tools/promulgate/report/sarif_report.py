"""Findings as SARIF 2.1.0 (OASIS standard), for code-scanning views."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from promulgate import __version__
from promulgate.checking import Judgement
from promulgate.model import Finding, Place
from promulgate.rules.policy_registry import policy_rules
from promulgate.rules.registry import rules as text_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(judgement: Judgement) -> str:
    """One run with one result per finding; the other language's place is a related location."""
    rules = sorted({finding.rule for finding in judgement.findings})
    driver = {"name": "promulgate", "version": __version__, "rules": [_descriptor(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule)) for finding in judgement.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _descriptor(rule: str) -> dict[str, Any]:
    """A rule with the first sentence of its documentation; a few ids, like front-matter, are no rule of a registry."""
    described = {known.id: known.documentation for known in text_rules()}
    described |= {known.id: known.documentation for known in policy_rules()}
    sentence = described.get(rule, "").strip().partition("\n\n")[0]
    return {"id": rule, "shortDescription": {"text": " ".join(sentence.split())}} if sentence else {"id": rule}


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
            "artifactLocation": {"uri": quote(place.path)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }
