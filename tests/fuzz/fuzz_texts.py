"""Coverage-guided fuzzing of a whole check (`make fuzz`): only our own errors, never a traceback, no time bomb.

`python -m tests.fuzz.fuzz_texts CORPUS -max_total_time=600 -rss_limit_mb=1024`.

An input is cut at U+001E into the English text, the Thai one, more lines at their top, the settings, the glossary, the
corrections, and a record of an earlier version. What is missing is ordinary.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["promulgate", "markdown"]):
    from promulgate.checking import judge_tree
    from promulgate.errata import read_errata
    from promulgate.errors import PromulgateError
    from promulgate.fixing import fix_source
    from promulgate.glossary import read_glossary
    from promulgate.limits import limited
    from promulgate.markdown import read_text
    from promulgate.records import read_record
    from promulgate.settings import read_settings
    from promulgate.tree import Tree
    from promulgate.visibility import lost_words
    from tests.subjects import NOW, source
    from tests.support import SETTINGS

CUT = b"\x1e"
SECONDS = 60.0
"""Of processor time for an input, which is read six times, with each step counted: 10 s a text elsewhere."""
EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)


def one(data: bytes) -> None:
    """Check, read and mend everything an input holds. Raises LimitError, which is a finding of the fuzzer's."""
    with limited(SECONDS):
        _everything(data)


def _everything(data: bytes) -> None:
    parts = [part for part, _ in zip_longest(data.split(CUT)[:7], range(7), fillvalue=b"")]
    english, thai, lines, settings, glossary, errata, record = parts
    files = {
        "mkdocs.yml": settings or SETTINGS.encode(),
        "policies/en/privacy.md": _whole("en", english, lines),
        "policies/th/privacy.md": _whole("th", thai or english, lines),
    }
    more = {
        "policies/glossary.yml": glossary,
        "changelog/privacy/errata.yml": errata,
        "changelog/privacy/0.9/record.yml": record,
    }
    files |= {path: words for path, words in more.items() if words}
    with suppress(PromulgateError):
        judge_tree(Tree(files), Tree({**files, "policies/en/privacy.md": source("en", "Before.")}), NOW)
    for read, words in ((read_settings, settings), (read_glossary, glossary)):
        with suppress(PromulgateError):
            read(words)
    with suppress(PromulgateError):
        read_errata("changelog/privacy/errata.yml", errata)
    with suppress(PromulgateError):
        read_record("changelog/privacy/0.9/record.yml", record)
    for language in ("en", "th"):
        _read_and_mend(language, files[f"policies/{language}/privacy.md"])


def _read_and_mend(language: str, contents: bytes) -> None:
    path = f"policies/{language}/privacy.md"
    with suppress(PromulgateError):
        lost_words(read_text("privacy", language, path, contents))
    fixed, _ = fix_source("privacy", language, path, contents)
    if fix_source("privacy", language, path, fixed)[0] != fixed:
        raise AssertionError("fixing twice is not fixing once")


def _whole(language: str, body: bytes, lines: bytes) -> bytes:
    """A whole file if it starts like one, else a body under ordinary lines."""
    if body.startswith(b"---"):
        return body
    return source(language, body.decode("utf-8", "replace"), lines.decode("utf-8", "replace"))


def seeds(folder: Path, specification: Path | None) -> None:
    """The losses, hostile documents and pathological inputs of the other tests, and CommonMark's own examples."""
    from tests.test_bounds import HOSTILE
    from tests.test_losses import LOST
    from tests.test_strict_yaml import HOSTILE as HOSTILE_YAML

    folder.mkdir(parents=True, exist_ok=True)
    bodies = [case[1] for case in (*LOST, *HOSTILE)]
    yaml = [case[1] for case in HOSTILE_YAML]
    cut = CUT.decode()
    inputs = [*bodies, *(f"a{cut}a{cut}{lines}" for lines in yaml), *(f"a{cut * 3}{lines}" for lines in yaml)]
    inputs += (f"a{cut * 4}{lines}{cut}{lines}{cut}{lines}" for lines in yaml)
    if specification is not None:
        inputs += examples(specification)
    for number, words in enumerate(inputs):
        (folder / f"seed-{number}").write_bytes(words.encode("utf-8", "replace")[:4096])


def examples(archive: Path) -> Iterator[str]:
    """The sources of the examples in the CommonMark specification, from the sdist of the package `commonmark`."""
    with tarfile.open(archive) as packed:
        [member] = [one for one in packed.getmembers() if one.name.endswith("/spec.txt")]
        opened = packed.extractfile(member)
        assert opened is not None
        for found in EXAMPLE.finditer(opened.read().decode("utf-8")):
            yield found[1].replace("→", "\t")


if __name__ == "__main__":
    corpus = Path(sys.argv[1])
    seeds(corpus, next((corpus.parent / "fuzz-packages").glob("commonmark-*.tar.gz"), None))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
