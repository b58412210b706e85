"""This project's own workflows: those a new repository gets, with the program installed from this very repository.

`make workflows` writes them; a test holds that they are the same.
"""

from __future__ import annotations

from pathlib import Path

from promulgate.starting import WORKFLOWS, workflow

FOLDER = Path(__file__).parent.parent / ".github" / "workflows"
INSTALL = (
    'python3 -m venv "$RUNNER_TEMP/promulgate"',
    '"$RUNNER_TEMP/promulgate/bin/pip" install --quiet --require-hashes --requirement requirements.txt',
    '"$RUNNER_TEMP/promulgate/bin/pip" install --quiet --no-index --no-deps --no-build-isolation .',
    'echo "$RUNNER_TEMP/promulgate/bin" >> "$GITHUB_PATH"',
)


def own_workflows() -> dict[str, str]:
    """The workflows by file name."""
    return {name: workflow(name, INSTALL) for name in WORKFLOWS}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, words in own_workflows().items():
        (FOLDER / name).write_text(words, encoding="utf-8")
