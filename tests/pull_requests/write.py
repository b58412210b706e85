"""Writes tests/golden/pull_requests: `python -m tests.pull_requests.write [PLAY]…`. Read the difference afterwards."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.pull_requests.page import written
from tests.pull_requests.plays import PLAYS, perform

FOLDER = Path(__file__).parent.parent / "golden" / "pull_requests"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or PLAYS:
        with tempfile.TemporaryDirectory() as folder:
            stage, view = perform(name, Path(folder))
            assert stage.pull is not None
            words = written(PLAYS[name][0], stage.pull.done, view)
        (FOLDER / f"{name}.md").write_text(words, encoding="utf-8")
