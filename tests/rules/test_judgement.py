"""Severities, exceptions, order and sharing of work: what happens to findings after the rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from promulgate.errors import ConfigurationError, LimitError
from promulgate.glossary import read_glossary
from promulgate.model import Place, Severity
from promulgate.rules.registry import judge, judge_all
from tests.subjects import HEADER_LINES, found, judged, subject

SCOPE = {"th": "## ก {#a}\n\nข้อความ", "en": "## A {#a}\n\nText.\n\n## B {#b}\n\nText."}


def exception(rule: str, section: str, *values: str) -> dict[str, str]:
    listed = "".join(f'\n      - "{value}"' for value in values)
    front = f"exceptions:\n  - rule: {rule}\n    section: {section}\n    reason: agreed\n"
    return {"th": front + (f"    values:{listed}\n" if values else "")}


def test_an_exception_excuses_exactly_its_finding() -> None:
    assert judged(SCOPE, extra=exception("section-missing", "b")) == []


@pytest.mark.parametrize(
    "other", [("section-missing", "c"), ("section-order", "b"), ("no-such-rule", "b"), ("section-missing", "b", "30")]
)
def test_an_exception_for_anything_else_is_unused(other: tuple[str, ...]) -> None:
    rules = {rule for rule, *_ in judged(SCOPE, extra=exception(*other))}
    assert rules == {"section-missing", "exception-unused"}


def test_an_exception_binds_the_values_found() -> None:
    bodies = {"th": "## ก {#a}\n\nภายใน 30 วัน", "en": "## A {#a}\n\nWithin 60 days."}
    assert judged(bodies, extra=exception("duration-value", "a", "30 วัน", "60 days")) == []
    changed = {**bodies, "en": bodies["en"].replace("60", "90")}
    rules = {rule for rule, *_ in judged(changed, extra=exception("duration-value", "a", "30 วัน", "60 days"))}
    assert rules == {"duration-value", "exception-unused"}


def test_records_can_not_be_excused() -> None:
    rules = {rule for rule, *_ in judged({"th": "ก", "en": "A"}, extra=exception("acknowledgement-refused", "a"))}
    assert rules == {"exception-unused"}


def test_settings_weigh_findings() -> None:
    assert [weight for _, weight, *_ in judged(SCOPE)] == ["error"]
    assert [weight for _, weight, *_ in judged(SCOPE, severities={"section-missing": Severity.WARNING})] == ["warning"]
    assert judged(SCOPE, severities={"section-missing": Severity.OFF}) == []


@pytest.mark.parametrize("weight", [Severity.OFF, Severity.WARNING])
def test_settings_do_not_weaken_what_guards_records(weight: Severity) -> None:
    other = {"en": "material: true\n"}
    found = [("metadata-agreement", "error", "en", 5 - HEADER_LINES)]
    assert judged({"th": "ก", "en": "A"}, extra=other) == found
    assert judged({"th": "ก", "en": "A"}, extra=other, severities={"metadata-agreement": weight}) == found


def test_a_version_that_takes_too_long_is_named_by_its_longest_text() -> None:
    @contextmanager
    def no_time() -> Iterator[None]:
        if SCOPE:
            raise LimitError
        yield

    [(finding,)] = judge_all([subject({**SCOPE, "th": SCOPE["th"] * 9})], no_time)
    assert (finding.rule, finding.severity, finding.policy, finding.section) == ("size", Severity.ERROR, "privacy", "")
    assert finding.place == Place("th", "policies/th/privacy.md", 1)
    assert finding.message.en.endswith("it was not checked")


def test_what_a_weaker_finding_explains_is_not_hidden() -> None:
    bodies = {"th": "ก\n\n30 วัน", "en": "A\n\nB\n\n60 days"}
    assert "duration-value" not in {rule for rule, *_ in judged(bodies)}
    weak = {"paragraph-count": Severity.WARNING}
    assert "duration-value" in {rule for rule, *_ in judged(bodies, severities=weak)}


def test_errors_come_first_then_places() -> None:
    bodies = {"th": "ข้อความ\u00a0หนึ่ง\n\n<!-- x -->\n\nเเก้", "en": "Text one.\n\nx\n\nMend."}
    findings = judge(subject(bodies))
    assert [finding.severity for finding in findings] == sorted((f.severity for f in findings), reverse=True)
    errors = [finding.place.line for finding in findings if finding.severity is Severity.ERROR]
    assert errors == sorted(errors)


def test_the_same_defect_is_found_again_after_the_first_was_mended() -> None:
    both = {"th": "- ชื่อ\n- อายุ 20 ปี", "en": "- name\n- address\n- age of 25 years"}
    assert found(judge(subject(both)))[0][0] == "list-items"
    mended = {**both, "th": "- ชื่อ\n- ที่อยู่\n- อายุ 20 ปี"}
    assert found(judge(subject(mended)))[0][0] == "duration-value"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("th: x", 1),
        ("- th: คุกกี้", 1),
        ("- th: คุกกี้\n  EN: cookie", 2),
        ("- th: คุกกี้\n  en: [cookie, cookie]", 2),
        ("- th: ก\n  en: cookie\n- th: ข\n  en: Cookie", 4),
        ("- th: ก\n  en: [[cookie]]", 2),
        ("- th: &x ก\n  en: *x", 1),
    ],
)
def test_a_glossary_that_is_not_plain_is_refused_at_its_line(source: str, line: int) -> None:
    with pytest.raises(ConfigurationError, match=f"glossary.yml:{line}: "):
        read_glossary(source.encode())


def test_a_glossary() -> None:
    terms = read_glossary("- th: คุกกี้\n  en: [cookie, browser cookie]\n".encode())
    assert terms == ({"th": ("คุกกี้",), "en": ("cookie", "browser cookie")},)
    assert read_glossary(None) == read_glossary(b"") == ()
