"""Whether a published site shows what git says binds now. Pure: the site's JSON, the archive and an instant go in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from promulgate.archive import Archive
from promulgate.dates import format_date
from promulgate.errors import Bilingual, UsageError

LONGEST = timedelta(hours=26)
"""A site is built every day; two hours are granted for a slow start."""


def stale(published: Mapping[str, Any], archive: Archive, now: datetime) -> Iterator[Bilingual]:
    """A sentence for every way in which `published`, the site's `api/policies.json`, is behind.

    Raises UsageError if it is no such document.
    """
    try:
        built = datetime.fromisoformat(published["as_of"])
        shown = {policy["id"]: policy["in_force"] for policy in published["policies"]}
        late = now - built > LONGEST
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError("the published file is not the api/policies.json of a site") from error
    zone = archive.settings.time_zone
    if late:
        yield Bilingual(
            f"เว็บไซต์สร้างครั้งล่าสุดเมื่อวันที่ {format_date(built, 'th', zone)}",
            f"the site was last built on {format_date(built, 'en', zone)}",
        )
    for policy in archive.policies:
        binding = policy.binding(now)
        name = binding.name if binding is not None else None
        if shown.get(policy.id) != name:
            yield Bilingual(
                f"{policy.id}: เว็บไซต์แสดงฉบับ {shown.get(policy.id) or '–'} แต่ฉบับที่ใช้บังคับคือ {name or '–'}",
                f"{policy.id}: the site shows version {shown.get(policy.id) or '–'}, but {name or '–'} is in force",
            )
