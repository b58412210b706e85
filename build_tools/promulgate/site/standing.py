"""How a version stands, in words: now, and at each later instant that is known already.

A page carries the sentence of every phase still to come, hidden, with the instants it holds from and until: a page that
was not rebuilt in time is put right by the reader's own clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from promulgate.archive import Policy, Status, Version
from promulgate.dates import days_until, format_instant
from promulgate.site import addresses
from promulgate.site.site import Site

STATUS_KEYS = {
    Status.IN_FORCE: "status_in_force",
    Status.UPCOMING: "status_upcoming",
    Status.SUPERSEDED: "status_superseded",
    Status.WITHDRAWN: "status_withdrawn",
    Status.ENDED: "status_ended",
}


@dataclass(frozen=True, slots=True)
class Phase:
    """What a version is from one instant until another, and what its page says of it then."""

    status: Status
    word: Markup
    sentence: Markup
    target: str
    """Address of what to read instead or next; empty if this is what to read."""
    invitation: Markup
    """The words of the link to `target`."""
    attributes: Markup
    """`data-from`, `data-until`, and `hidden` when the phase is not the present one."""

    @property
    def warns(self) -> bool:
        """Whether the reader must be told before reading on: this text does not bind."""
        return self.status is not Status.IN_FORCE


def phases(site: Site, policy: Policy, version: Version, language: str) -> tuple[Phase, ...]:
    """The present phase of a version and the later ones known already; the present one only if the site is not live."""
    if version.record.withdrawn:
        return (_phase(site, policy, version, language, status=Status.WITHDRAWN, begins=None, ends=None),)
    bound = Status.ENDED if version.record.ends else Status.IN_FORCE
    spans: list[tuple[Status, datetime | None, datetime | None]] = [
        (Status.UPCOMING, None, version.effective),
        (bound, version.effective, version.ends),
    ]
    if version.ends is not None:
        spans.append((Status.SUPERSEDED, version.ends, None))
    return tuple(
        _phase(site, policy, version, language, status=status, begins=begins, ends=ends)
        for status, begins, ends in spans
        if (ends is None or site.now < ends) and (site.live or begins is None or begins <= site.now)
    )


def during(site: Site, begins: datetime | None, ends: datetime | None) -> Markup:
    """The attributes of an element that is shown from `begins` until `ends` only."""
    present = (begins is None or begins <= site.now) and (ends is None or site.now < ends)
    attributes = Markup("") if present else Markup(" hidden")
    if site.live:
        for name, instant in (("data-from", begins), ("data-until", ends)):
            if instant is not None:
                attributes += Markup(' {}="{}"').format(name, format_instant(instant, site.settings.time_zone))
    return attributes


def days_left(site: Site, instant: datetime, language: str) -> Markup:
    """`in 40 days`, kept true by the reader's clock; empty when that is no longer a whole day away."""
    words = site.words(language)
    days = days_until(site.now, instant, site.settings.time_zone)
    if days < 1:
        return Markup("")
    sentence = words("days_left_one") if days == 1 else words("days_left", days=days)
    if not site.live:
        return Markup("<span>{}</span>").format(sentence)
    return Markup('<span data-days-until="{}" data-one="{}" data-many="{}">{}</span>').format(
        format_instant(instant, site.settings.time_zone),
        words.plain("days_left_one"),
        words.plain("days_left"),
        sentence,
    )


def _phase(
    site: Site,
    policy: Policy,
    version: Version,
    language: str,
    *,
    status: Status,
    begins: datetime | None,
    ends: datetime | None,
) -> Phase:
    words = site.words(language)
    target, invitation = "", Markup("")
    in_force = addresses.policy(language, policy.id)
    if status is Status.UPCOMING:
        sentence = Markup("{} {}").format(
            words("takes_effect", version=version.name, date=words.time(version.effective)),
            days_left(site, version.effective, language),
        )
        if site.binds(policy):
            target, invitation = in_force, words("go_to_in_force")
    elif status is Status.SUPERSEDED and version.ends is not None:
        sentence = words("superseded_by", version=version.superseded_by, date=words.time(version.ends))
        target, invitation = in_force, words("go_to_in_force")
        successor = policy.version(version.superseded_by)
        if begins is not None and begins > site.now and successor is not None and language in successor.texts:
            target = addresses.version(language, policy.id, successor.name)
    elif status is Status.WITHDRAWN:
        sentence = words("withdrawn_never_binds", date=words.time(version.effective))
        target, invitation = in_force, words("go_to_in_force")
    elif status is Status.ENDED:
        sentence = words("policy_ended", date=words.time(version.effective))
    elif version.ends is not None:
        sentence = words(
            "binds_until",
            until=words.time_until(version.ends),
            start=words.time(version.ends),
            version=version.superseded_by,
        )
    else:
        sentence = Markup("")
    return Phase(status, words(STATUS_KEYS[status]), sentence, target, invitation, during(site, begins, ends))
