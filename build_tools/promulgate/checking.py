"""Judges a tree: which versions must be judged, against what, by which settings. Pure: trees in, findings out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime

from promulgate import bounds
from promulgate.archive_reader import NO_POLICIES, Read, sealed_texts
from promulgate.errata import errata_path, errata_problems
from promulgate.errors import ConfigurationError, LimitError, SourceError, UsageError
from promulgate.glossary import Glossary, merged, read_glossary
from promulgate.layout import misplaced, unlisted
from promulgate.markdown import read_text
from promulgate.model import Finding, Place, Severity, Text
from promulgate.recording import measured_against, prepare_record, without_spoilt_folders
from promulgate.records import RECORD_FILE, RecordFolder, folder_of, is_fixed
from promulgate.rules.policy_registry import judge_policy, policy_rules
from promulgate.rules.policy_subject import PolicySubject
from promulgate.rules.registry import Guard, JudgeAll, judge_all, rules
from promulgate.rules.subject import Subject
from promulgate.settings import SETTINGS_FILE, Settings, read_settings
from promulgate.tree import GLOSSARY, Damage, Tree

LAYOUT = "layout"
"""The rule of files that stand where nothing reads them."""
UNLISTED = "record-unlisted"
"""The rule of files in a record's folder that the record does not name."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings on a tree, errors first, and how much was looked at."""

    findings: tuple[Finding, ...]
    policies: int = 0
    texts: int = 0
    sections: int = 0
    draft: bool = False
    """Whether the change is still being written: what it lacks is called unfinished, not wrong. It does not pass."""
    outside: bool = False
    """Whether the change comes from another repository, where nothing can be recorded for it."""
    unread: tuple[str, ...] = ()
    """Paths of the texts that can't be read; the rest of their policies is not judged before that is mended."""

    @property
    def passed(self) -> bool:
        """Whether nothing stands against the merge: warnings don't."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    def without(self, *rules: str) -> Judgement:
        """The judgement but for these rules."""
        return replace(self, findings=tuple(finding for finding in self.findings if finding.rule not in rules))


@dataclass(frozen=True, slots=True)
class _Measure:
    """What every policy is judged by."""

    settings: Settings
    glossary: Glossary
    now: datetime
    base_exists: bool
    guard: Guard
    read: Read
    judge_versions: JudgeAll


class _Trees:
    """The change and its base, each looked through once."""

    def __init__(self, head: Tree, base: Tree | None) -> None:
        self.head = head
        self.base = base
        self.sources = head.sources()
        self.records = head.records()
        self.base_folders = base.records()[0] if base is not None else {}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings on one policy, and how much was looked at."""

    findings: tuple[Finding, ...]
    texts: int
    sections: int
    unread: tuple[str, ...]


ForEach = Callable[[Callable[[str], Verdict], Sequence[str]], list[Verdict]]
"""The work for each policy, its results in the order of the policies."""


@dataclass(slots=True)
class _Case:
    """One policy on its way to judgement."""

    policy: str
    measure: _Measure
    files: tuple[str, ...] = ()
    working: dict[str, Text] = field(default_factory=dict)
    unreadable: list[Finding] = field(default_factory=list)
    base: tuple[RecordFolder, ...] = ()
    head: tuple[RecordFolder, ...] = ()
    damaged: tuple[Damage, ...] = ()
    subjects: list[Subject] = field(default_factory=list)
    expected: dict[str, RecordFolder] = field(default_factory=dict)


def effective_settings(head: Tree, base: Tree | None) -> Settings:
    """The settings a change is judged by: the base's, tightened by the change's own at once, relaxed only later.

    Raises ConfigurationError.
    """
    own = read_settings(head.files.get(SETTINGS_FILE))
    unknown = sorted(set(own.severities) - set(default_severities()))
    if unknown:
        raise ConfigurationError(f"{SETTINGS_FILE}: rules: there is no rule {unknown[0]!r}")
    source = base.files.get(SETTINGS_FILE) if base is not None else None
    if source is None:
        return own
    defaults = default_severities()
    try:
        before = read_settings(source)
    except ConfigurationError:  # what can't be used on the base may be mended; nothing is relaxed by it
        before = replace(own, severities={}, notice_days=Settings().notice_days)
    return replace(
        own,
        languages=(*own.languages, *(language for language in before.languages if language not in own.languages)),
        prevailing=before.prevailing,
        time_zone=before.time_zone,
        notice_days=max(before.notice_days, own.notice_days),
        severities={
            rule: severity
            for rule, default in defaults.items()
            if (severity := max(before.severities.get(rule, default), own.severities.get(rule, default))) != default
        },
    )


def default_severities() -> dict[str, Severity]:
    """The severity every rule has when the settings don't say otherwise."""
    return {rule.id: rule.severity for rule in rules()} | {rule.id: rule.severity for rule in policy_rules()}


def judge_tree(
    head: Tree,
    base: Tree | None,
    now: datetime,
    policies: Sequence[str] = (),
    *,
    guard: Guard = nullcontext,
    read: Read = read_text,
    judge_versions: JudgeAll = judge_all,
    for_each: ForEach | None = None,
) -> Judgement:
    """Judge every policy of `head` (or only those named) against `base` at the instant `now`.

    A version whose texts are the very bytes of its record on the base was judged when it was recorded, and is not
    judged again; everything that guards records always is. Each text is read, and each version judged, under `guard`:
    one that takes too much is a finding, and the others are judged all the same. `read` and `judge_versions` may know
    results already, they give no others; `for_each` does the work for each policy, in any order. Raises
    ConfigurationError when there is no policy, UsageError for a policy that does not exist.
    """
    settings = effective_settings(head, base)
    head = without_spoilt_folders(head, base, settings, now)
    known = tuple(dict.fromkeys((*head.policies(), *(base.policies() if base is not None else ()))))
    if not known:
        raise ConfigurationError(NO_POLICIES)
    unknown = [policy for policy in policies if policy not in known]
    if unknown:
        raise UsageError(f"there is no policy {unknown[0]!r}; there are: {', '.join(known)}")
    measure = _Measure(settings, _glossary(head, base), now, base is not None, guard, read, judge_versions)
    wanted = tuple(policies or known)
    work = functools.partial(_verdict, _Trees(head, base), measure)
    verdicts = for_each(work, wanted) if for_each is not None else [work(policy) for policy in wanted]
    findings = [*_misplaced(head, settings), *(finding for verdict in verdicts for finding in verdict.findings)]
    return Judgement(
        tuple(sorted(dict.fromkeys(findings), key=_importance)),
        policies=len(verdicts),
        texts=sum(verdict.texts for verdict in verdicts),
        sections=sum(verdict.sections for verdict in verdicts),
        unread=tuple(dict.fromkeys(path for verdict in verdicts for path in verdict.unread)),
    )


def _verdict(trees: _Trees, measure: _Measure, policy: str) -> Verdict:
    """Read and judge one policy."""
    case = _case(policy, trees, measure)
    found = [finding for found in measure.judge_versions(case.subjects, measure.guard) for finding in found]
    found += [*_errata(case, trees.head, trees.base), *judge_policy(_policy_subject(case))]
    return Verdict(
        (*case.unreadable, *found),
        texts=len(case.working),
        sections=sum(len(text.sections) for text in case.working.values()),
        unread=tuple(finding.place.path for finding in case.unreadable),
    )


def _glossary(head: Tree, base: Tree | None) -> Glossary:
    own = read_glossary(head.files.get(GLOSSARY))
    return own if base is None else merged(read_glossary(base.files.get(GLOSSARY)), own)


def _case(policy: str, trees: _Trees, measure: _Measure) -> _Case:
    sources, (folders, damaged) = trees.sources, trees.records
    case = _Case(
        policy,
        measure,
        head=folders.get(policy, ()),
        base=trees.base_folders.get(policy, ()),
        damaged=tuple(damage for damage in damaged if damage.policy == policy),
        files=tuple(sources.get(policy, {})),
    )
    _judge_working(case, sources.get(policy, {}))
    for folder in case.head:
        if _is_new(folder, case.base) and folder.record.version not in case.expected:
            _judge_record(case, folder)
    return case


def _judge_working(case: _Case, sources: Mapping[str, tuple[str, bytes]]) -> None:
    languages = case.measure.settings.languages
    missing = tuple(language for language in languages if sources and language not in sources)
    texts = dict(_read(case, sources))
    if case.unreadable or not texts:
        return
    case.working = texts
    if not _judged_already(texts, case.base) and not _is_fixed(texts, case.base, case.measure.now):
        case.subjects.append(_subject(case, texts, missing))
    if not missing and len({text.metadata.version for text in texts.values()}) == 1:
        _expect(case, texts)


def _read(case: _Case, sources: Mapping[str, tuple[str, bytes]]) -> Iterator[tuple[str, Text]]:
    for language in case.measure.settings.languages:
        if language in sources:
            try:
                with case.measure.guard():
                    text = case.measure.read(case.policy, language, *sources[language])
            except SourceError as error:
                case.unreadable += _problems(case.policy, language, error)
            except LimitError:
                case.unreadable.append(_takes_too_long(case.policy, language, sources[language][0]))
            else:
                yield language, text


def _judge_record(case: _Case, folder: RecordFolder) -> None:
    """Judge a record that a change brings beside the working text: its texts, and whether they give this record."""
    try:
        with case.measure.guard():
            texts = sealed_texts(folder, case.measure.settings, case.measure.read)
    except SourceError as error:
        case.unreadable += _sealed_problems(case, error)
        return
    except LimitError:
        path = f"{folder_of(case.policy, folder.record.version)}/{RECORD_FILE}"
        case.unreadable.append(_takes_too_long(case.policy, case.measure.settings.prevailing, path))
        return
    case.subjects.append(_subject(case, texts, ()))
    _expect(case, texts)


def _subject(case: _Case, texts: Mapping[str, Text], missing: tuple[str, ...]) -> Subject:
    return Subject(
        policy=case.policy,
        texts=texts,
        settings=case.measure.settings,
        now=case.measure.now,
        missing=missing,
        before=measured_against(texts, case.base, case.measure.settings, case.measure.read),
        glossary=case.measure.glossary,
    )


def _expect(case: _Case, texts: Mapping[str, Text]) -> None:
    try:
        with case.measure.guard():
            folder = prepare_record(texts, case.head, case.base, case.measure.settings, read=case.measure.read)
    except SourceError as error:  # of the version before, which the change brings too
        case.unreadable += _sealed_problems(case, error)
        return
    except LimitError:
        longest = max(texts.values(), key=lambda text: len(text.source))
        case.unreadable.append(_takes_too_long(case.policy, longest.language, longest.path))
        return
    case.expected[folder.record.version] = folder


def _judged_already(texts: Mapping[str, Text], base: tuple[RecordFolder, ...]) -> bool:
    sources = {language: text.source for language, text in texts.items()}
    version = next(iter(texts.values())).metadata.version
    return any(folder.record.version == version and dict(folder.texts) == sources for folder in base)


def _is_fixed(texts: Mapping[str, Text], base: tuple[RecordFolder, ...], now: datetime) -> bool:
    """Whether all texts name one version that may not change at all: record-fixed says so, and the rest is moot.

    Texts that name different versions are judged: one file of a new version may be saved before the other.
    """
    versions = {text.metadata.version for text in texts.values()}
    return any({folder.record.version} == versions and is_fixed(folder.record, now) for folder in base)


def _is_new(folder: RecordFolder, base: tuple[RecordFolder, ...]) -> bool:
    return not any(other.record.version == folder.record.version and other.proof == folder.proof for other in base)


def _policy_subject(case: _Case) -> PolicySubject:
    return PolicySubject(
        policy=case.policy,
        settings=case.measure.settings,
        now=case.measure.now,
        working=case.working,
        base=case.base,
        head=case.head,
        damaged=case.damaged,
        files=case.files,
        expected=case.expected,
        base_exists=case.measure.base_exists,
    )


def _misplaced(head: Tree, settings: Settings) -> list[Finding]:
    """Files that stand where nothing would read or publish them, whatever policy was asked for."""
    return [
        Finding(
            *(rule, Severity.ERROR, "", ""),
            Place(settings.prevailing, problem.path, 1),
            problem.message,
            problem.hint,
        )
        for rule, problems in ((LAYOUT, misplaced(head, settings.languages)), (UNLISTED, unlisted(head)))
        for problem in problems
    ]


def _errata(case: _Case, head: Tree, base: Tree | None) -> list[Finding]:
    path, settings = errata_path(case.policy), case.measure.settings
    before = base.files.get(path) if base is not None else None
    versions = [folder.record.version for folder in case.head]
    problems = errata_problems(path, head.files.get(path), before, versions, settings.languages)
    return _problems(case.policy, settings.prevailing, SourceError(path, problems)) if problems else []


def _takes_too_long(policy: str, language: str, path: str) -> Finding:
    return Finding(bounds.RULE, Severity.ERROR, policy, "", Place(language, path, 1), *bounds.TAKES_TOO_LONG)


def _sealed_problems(case: _Case, error: SourceError) -> list[Finding]:
    return _problems(case.policy, error.path.rpartition("/")[2].removesuffix(".md"), error)


def _problems(policy: str, language: str, error: SourceError) -> list[Finding]:
    return [
        Finding(
            *(problem.rule, Severity.ERROR, policy, ""),
            Place(language, error.path, problem.line, problem.column),
            problem.message,
            problem.hint,
        )
        for problem in error.problems
    ]


def _importance(finding: Finding) -> tuple[int, str, int, int, str]:
    return (-finding.severity, finding.place.path, finding.place.line, finding.place.column, finding.rule)
