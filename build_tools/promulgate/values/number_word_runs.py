"""Number words side by side that no table joins: they say one number, though it may not be known which.

`ثماني عشرة` is eight and ten, so eighteen, or eighty; `on beşi` begins with ten and goes on with five. What follows is
read as all of these, so that a number we read in part contradicts none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from promulgate.values.english_numbers import WordNumber

_BETWEEN = re.compile(r"[\u064b-\u0652]*[\s-](?:[وف]?(?:[بلك]?ال|[بلك])?)")
"""A space or hyphen, and what Arabic writes together with the word after it."""
_NEXT_WORD = re.compile(r"[\s-](?P<word>[^\W\d_]+)")
_SHORTEST = 3
_MOST_WORDS = 6


def as_one(found: Iterable[WordNumber], text: str, begins: Mapping[str, int]) -> Iterator[WordNumber]:
    """The numbers, those that stand side by side as one that may mean several.

    `begins` gives the words for numbers, one of which a word after them may begin with: `on beşi`.
    """
    run: list[WordNumber] = []
    for word in found:
        goes_on = run and (run[-1].number > 1 or not run[-1].words)
        if run and not (goes_on and _BETWEEN.fullmatch(text, run[-1].end, word.start)):
            yield _whole(run, text, begins)
            run = []
        run.append(word)
    if run:
        yield _whole(run, text, begins)


def _whole(run: list[WordNumber], text: str, begins: Mapping[str, int]) -> WordNumber:
    numbers = [word.number for word in run]
    meant = together(numbers) if len(run) > 1 else [run[0].number]
    following = _NEXT_WORD.match(text, run[-1].end)
    more = _begun(following["word"].lower(), begins) if following else 0
    if 0 < more < numbers[-1]:
        meant += [number for number in together([*numbers, more]) if number not in meant]
    end, words = run[-1].end, sum(word.words for word in run)
    return replace(run[0], end=end, number=meant[0], words=words, others=tuple(meant[1:]))


def _begun(word: str, begins: Mapping[str, int]) -> int:
    """The number a longer word begins with; 0 if with none."""
    return next((begins[word[:end]] for end in range(len(word) - 1, _SHORTEST - 1, -1) if word[:end] in begins), 0)


def together(numbers: list[int]) -> list[int]:
    """All that numbers said one after the other can make together, the likeliest first, and each of them alone."""
    made = numbers[:1]
    for number in numbers[1:_MOST_WORDS]:
        added = [one + number for one in made]
        multiplied = [one * number for one in made if number in (10, 100, 1000, 10**6)]
        made = [*multiplied, *added] if number >= 100 else [*added, *multiplied]
    return list(dict.fromkeys([*made, *numbers]))
