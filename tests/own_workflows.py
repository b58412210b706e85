"""This project's own `.github`: what a new repository gets, with the program installed from this very repository.

`make workflows` writes it; a test holds that it is the same.
"""

from __future__ import annotations

from pathlib import Path

from promulgate.starting import WORKFLOWS, platform_files, workflow

PROJECT = Path(__file__).parent.parent
INSTALL = (
    'python3 -m venv "$RUNNER_TEMP/promulgate"',
    '"$RUNNER_TEMP/promulgate/bin/pip" install --quiet --require-hashes --requirement requirements.txt',
    '"$RUNNER_TEMP/promulgate/bin/pip" install --quiet --no-index --no-deps --no-build-isolation .',
    'echo "$RUNNER_TEMP/promulgate/bin" >> "$GITHUB_PATH"',
)


def own_files() -> dict[str, bytes]:
    """The files by path."""
    workflows = {f".github/workflows/{name}": workflow(name, INSTALL).encode() for name in WORKFLOWS}
    return workflows | platform_files()


if __name__ == "__main__":
    for path, words in own_files().items():
        file = PROJECT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(words)
