"""What the platform a check runs on says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from promulgate.report.links import NO_LINKS, Links


def links(environment: Mapping[str, str]) -> Links:
    """Where the files that are checked can be read and edited in the browser; none outside of CI."""
    server, repository = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    commit = environment.get("GITHUB_SHA", "")
    if not (server and repository and commit):
        return NO_LINKS
    head = _event(environment).get("pull_request", {}).get("head", {})
    branch = head.get("ref") or (
        environment.get("GITHUB_REF_NAME", "") if environment.get("GITHUB_REF_TYPE") == "branch" else ""
    )
    owner = (head.get("repo") or {}).get("full_name", repository)
    editable = branch and environment.get("GITHUB_EVENT_NAME") in ("pull_request", "workflow_dispatch")
    return Links(
        view=f"{server}/{repository}/blob/{commit}",
        edit=f"{server}/{owner}/edit/{quote(branch)}" if editable else "",
        create=f"{server}/{owner}/new/{quote(branch)}" if editable else "",
    )


def outside(environment: Mapping[str, str]) -> int:
    """The number of the pull request if it comes from another repository, which nothing can be written to; else 0."""
    event = _event(environment)
    head = event.get("pull_request", {}).get("head", {})
    owner = (head.get("repo") or {}).get("full_name", "")  # a repository that is gone has no name
    own = environment.get("GITHUB_REPOSITORY", "")
    return int(event.get("number", 0)) if head and owner != own else 0


def editor(environment: Mapping[str, str], branch: str) -> Links:
    """Where files of `branch` can be edited in the browser; none outside of CI or without a branch."""
    server, repository = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    if not (server and repository and branch):
        return NO_LINKS
    return Links(edit=f"{server}/{repository}/edit/{quote(branch)}")


def _event(environment: Mapping[str, str]) -> dict[str, Any]:
    path = environment.get("GITHUB_EVENT_PATH", "")
    if not path or not Path(path).is_file():
        return {}
    payload = json.loads(Path(path).read_text(encoding="utf-8"))
    return payload if isinstance(payload, dict) else {}
