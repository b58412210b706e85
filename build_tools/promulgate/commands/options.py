"""Options and steps several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import click

from promulgate.dates import LocalTime, parse_instant, parse_local_time
from promulgate.errors import Bilingual, UsageError
from promulgate.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def as_of_option() -> Decorator:
    """`--as-of INSTANT`."""
    return click.option(
        "--as-of",
        metavar="INSTANT",
        help="Judge or show the state at this instant: 2022-06-01, 2022-06-01T15:00 or with an offset. Default: now.",
    )


def base_option() -> Decorator:
    """`--base REF`."""
    return click.option(
        "--base",
        metavar="REF",
        help="What to compare with. Default: the pull request's target, else origin's main branch, else main.",
    )


def lang_option() -> Decorator:
    """`--lang th|en`."""
    return click.option(
        "--lang",
        type=click.Choice(("th", "en")),
        envvar="PROMULGATE_LANG",
        help="Say it in this language only, on a terminal. Default: in both.",
    )


def said(words: Bilingual, lang: str | None) -> str:
    """A sentence in the language asked for; in both, Thai first, when none was."""
    return str(words) if lang is None else words.in_language(lang)


def instant(as_of: str | None, settings: Settings) -> datetime:
    """The instant asked for, or now. Raises UsageError."""
    return datetime.now(UTC) if as_of is None else parse_instant(as_of, settings.time_zone)


def local_time(effective: str) -> LocalTime:
    """The day or time `--effective` names. Raises UsageError."""
    try:
        return parse_local_time(effective)
    except ValueError as error:
        raise UsageError(f"--effective: {error}") from error


def today(now: datetime, settings: Settings) -> LocalTime:
    """The day `now` falls on in the site's time zone."""
    return LocalTime(now.astimezone(settings.time_zone).date())


def tomorrow(now: datetime, settings: Settings) -> LocalTime:
    """The day after."""
    return LocalTime(today(now, settings).day + timedelta(days=1))
