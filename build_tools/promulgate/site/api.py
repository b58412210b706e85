"""The site for programs: every version with its interval, its SHA-256 and its addresses, as JSON with a schema."""

from __future__ import annotations

import json
from datetime import datetime
from importlib.resources import files

from promulgate.archive import Policy, Version
from promulgate.dates import format_instant
from promulgate.site import addresses
from promulgate.site.model import File
from promulgate.site.site import Site

FORMAT = 1
_SCHEMAS = ("policies.schema.json", "policy.schema.json")


def api_files(site: Site) -> list[File]:
    """`api/policies.json`, one file per policy, their schemas, and every record."""
    found = [File(f"api/{name}", (files("promulgate") / "site" / "schemas" / name).read_bytes()) for name in _SCHEMAS]
    found.append(_file("api/policies.json", _overview(site)))
    found += [
        _file(f"api/{policy.id}.json", _policy(site, policy)) for policy in site.archive.policies if policy.versions
    ]
    found += [
        File(addresses.record(policy.id, version.name), version.folder.source)
        for policy in site.archive.policies
        for version in policy.versions
    ]
    return found


def _file(address: str, data: dict[str, object]) -> File:
    return File(address, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


def _overview(site: Site) -> dict[str, object]:
    return {
        "$schema": "policies.schema.json",
        "format": FORMAT,
        "as_of": _moment(site, site.now),
        "archive": site.archive.hash,
        "commit": site.archive.commit,
        "languages": list(site.languages),
        "prevailing": site.settings.prevailing,
        "time_zone": site.settings.time_zone.key,
        "policies": [
            {
                "id": policy.id,
                "titles": {language: site.title(policy, language) for language in site.languages},
                "in_force": _name(site.binding(policy)),
                "upcoming": [version.name for version in policy.upcoming(site.now)],
                "address": f"api/{policy.id}.json",
                "versions": [
                    {
                        "version": version.name,
                        "status": str(site.status(version)),
                        "effective": _moment(site, version.effective),
                        "record_sha256": version.folder.sha256,
                        "record": addresses.record(policy.id, version.name),
                        "texts": {
                            language: {"sha256": text.sha256, "visible_sha256": text.visible_sha256}
                            for language, text in version.record.languages.items()
                        },
                    }
                    for version in policy.versions
                ],
                "errata": [erratum.published() for erratum in policy.errata],
            }
            for policy in site.archive.policies
            if policy.versions
        ],
    }


def _policy(site: Site, policy: Policy) -> dict[str, object]:
    return {
        "$schema": "policy.schema.json",
        "format": FORMAT,
        "as_of": _moment(site, site.now),
        "id": policy.id,
        "titles": {language: site.title(policy, language) for language in site.languages},
        "in_force": _name(site.binding(policy)),
        "versions": [_version(site, policy, version) for version in policy.versions],
        "errata": [erratum.published() for erratum in policy.errata],
    }


def _version(site: Site, policy: Policy, version: Version) -> dict[str, object]:
    record = version.record
    return {
        "version": version.name,
        "status": str(site.status(version)),
        "effective": _moment(site, version.effective),
        "ends": _moment(site, version.ends) if version.ends else None,
        "announced": _moment(site, version.announced) if version.announced else None,
        "previous": version.previous or None,
        "superseded_by": version.superseded_by or None,
        "material": record.material,
        "imported": record.imported,
        "urgent": record.urgent,
        "ends_policy": record.ends,
        "prevailing": record.prevailing,
        "record_sha256": version.folder.sha256,
        "record": addresses.record(policy.id, version.name),
        "texts": {
            language: {
                "title": text.title,
                "summary": text.summary,
                "sha256": record.languages[language].sha256,
                "address": addresses.version(language, policy.id, version.name),
                "source": addresses.source(language, policy.id, version.name),
                "changes": addresses.changes(language, policy.id, version.name)
                if site.previous(policy, version, language)
                else None,
                "sections": list(text.sections),
            }
            for language in version.texts
            for text in [version.outline(language)]
        },
    }


def _moment(site: Site, instant: datetime) -> str:
    return format_instant(instant, site.settings.time_zone)


def _name(version: Version | None) -> str | None:
    return version.name if version else None
