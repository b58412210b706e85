"""The settings of a site: one place, `mkdocs.yml` under `plugins: - promulgate:`, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from promulgate import strict_yaml
from promulgate.dates import time_zone
from promulgate.errors import ConfigurationError
from promulgate.invisible import hidden_in
from promulgate.mkdocs_safety import unsafe_settings
from promulgate.model import Severity

SETTINGS_FILE = "mkdocs.yml"
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
RESERVED_POLICY_IDS = frozenset({"api", "assets", "compare", "feed", "history", "search", "verify"})
POLICY_ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEYS = ("languages", "prevailing", "time_zone", "notice_days", "site_name", "site_notice", "rules")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is: its languages in order, which prevails, its time zone, its notice, how much each rule weighs."""

    languages: tuple[str, ...] = ("th", "en")
    prevailing: str = "th"
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Bangkok"))
    notice_days: int = 30
    """Full days between the announcement of a material change and its effect."""
    site_name: Mapping[str, str] = field(default_factory=dict)
    """The name of the site per language."""
    site_notice: Mapping[str, str] = field(default_factory=dict)
    """A sentence per language that every page shows; empty for none."""
    site_url: str = ""
    """Absolute address of the site, with a slash at the end; empty when it is not known."""
    repo_url: str = ""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By rule id: severities other than the rule's own."""


def read_settings(source: bytes | None) -> Settings:
    """Read the settings from the bytes of `mkdocs.yml`. Raises ConfigurationError naming the line.

    The whole file is read strictly, so that whoever calls this before MkDocs loads the file keeps tags that run code
    (`!!python/object/apply`), hooks and unknown plugins from being loaded at all.
    """
    if source is None:
        raise ConfigurationError(f"there is no {SETTINGS_FILE}: run promulgate in the folder of a policy repository")
    try:
        root = strict_yaml.load(source.decode("utf-8"))
    except (strict_yaml.StrictYamlError, UnicodeDecodeError) as error:
        line = getattr(error, "line", 1)
        raise ConfigurationError(f"{SETTINGS_FILE}:{line}: {error}") from error
    document = root.plain() if root is not None else {}
    if root is None or not isinstance(root.value, dict) or not isinstance(document, dict):
        raise ConfigurationError(f"{SETTINGS_FILE}:1: not a mapping of settings")
    for line, problem in unsafe_settings(root.value):
        raise ConfigurationError(f"{SETTINGS_FILE}:{line}: {problem}")
    plugin, line = _plugin(root)
    unknown = set(plugin) - set(_KEYS)
    if unknown:
        raise ConfigurationError(
            f"{SETTINGS_FILE}:{line}: promulgate has no setting {min(unknown)!r}; it has: {', '.join(_KEYS)}"
        )
    return _Reader(plugin, line).settings(str(document.get("site_url") or ""), str(document.get("repo_url") or ""))


def settings_of(plugin: Mapping[str, object], site_url: str = "", repo_url: str = "") -> Settings:
    """Settings from values MkDocs has read already. Raises ConfigurationError."""
    return _Reader(plugin, 1).settings(site_url, repo_url)


def _plugin(root: strict_yaml.Node | None) -> tuple[dict[str, object], int]:
    entries = root.value if root is not None and isinstance(root.value, dict) else {}
    plugins = entries.get("plugins")
    for item in plugins.value if plugins is not None and isinstance(plugins.value, list) else []:
        if item.value == "promulgate":
            return {}, item.line
        if isinstance(item.value, dict) and "promulgate" in item.value:
            node = item.value["promulgate"]
            plain = node.plain()
            if plain in ("", None):
                return {}, node.line
            if isinstance(plain, dict):
                return plain, node.line
    raise ConfigurationError(f"{SETTINGS_FILE}: the plugin promulgate is not listed under plugins")


class _Reader:
    def __init__(self, plugin: Mapping[str, object], line: int) -> None:
        self.plugin = plugin
        self.line = line

    def fail(self, key: str, message: str) -> ConfigurationError:
        return ConfigurationError(f"{SETTINGS_FILE}:{self.line}: {key}: {message}")

    def settings(self, site_url: str, repo_url: str) -> Settings:
        default = Settings()
        languages = self.languages(default)
        prevailing = str(self.plugin.get("prevailing", languages[0]))
        if prevailing not in languages:
            raise self.fail("prevailing", f"{prevailing!r} is not one of the languages {', '.join(languages)}")
        days = str(self.plugin.get("notice_days", default.notice_days))
        if not re.fullmatch("[0-9]{1,3}", days):
            raise self.fail("notice_days", f"{days!r} is not a number of days")
        return replace(
            default,
            languages=languages,
            prevailing=prevailing,
            time_zone=time_zone(str(self.plugin.get("time_zone", default.time_zone.key))),
            notice_days=int(days),
            site_name=self.by_language("site_name", languages),
            site_notice=self.by_language("site_notice", languages),
            site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
            repo_url=repo_url.rstrip("/"),
            severities=self.severities(),
        )

    def languages(self, default: Settings) -> tuple[str, ...]:
        written = self.plugin.get("languages", list(default.languages))
        codes = tuple(str(code) for code in written) if isinstance(written, list | tuple) else ()
        if not codes or len(set(codes)) != len(codes) or not all(LANGUAGE_PATTERN.fullmatch(code) for code in codes):
            raise self.fail("languages", "list the language codes in order, each once, like [th, en]")
        return codes

    def by_language(self, key: str, languages: tuple[str, ...]) -> dict[str, str]:
        written = self.plugin.get(key) or {}
        if not isinstance(written, dict):
            raise self.fail(key, f"give one sentence per language, like {key}: {{{languages[0]}: …}}")
        for language in written:
            if language not in languages:
                raise self.fail(key, f"{language!r} is not one of the languages {', '.join(languages)}")
        missing = [language for language in languages if written and not str(written.get(language, "")).strip()]
        if missing:
            raise self.fail(key, f"the sentence in {missing[0]!r} is missing")
        hidden = hidden_in("".join(str(words) for words in written.values()))
        if hidden:
            raise self.fail(key, f"an invisible character stands here ({hidden})")
        return {str(language): " ".join(str(words).split()) for language, words in written.items()}

    def severities(self) -> dict[str, Severity]:
        written = self.plugin.get("rules") or {}
        if not isinstance(written, dict):
            raise self.fail("rules", "write rule: severity, one a line")
        words = {severity.word: severity for severity in Severity}
        result = {}
        for rule, word in written.items():
            if str(word) not in words:
                raise self.fail("rules", f"{rule}: {word!r} is not one of {', '.join(words)}")
            result[str(rule)] = words[str(word)]
        return result
