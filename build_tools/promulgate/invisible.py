"""Characters nobody sees, and those that change the order in which others are read.

Unicode's default ignorable characters, and those that are drawn as nothing or as a blank although they are letters,
marks or symbols: fillers, the braille blank, musical and shorthand controls, the object replacement character.
"""

from __future__ import annotations

import re
import unicodedata

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffc\U00013430-\U0001345f\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""Inside the brackets of a pattern."""
_HIDDEN = re.compile(f"[{DIRECTION}{INVISIBLE}]")


def is_hidden(character: str) -> bool:
    """Whether nobody would see the character as it is: controls, format characters, private use, what is not assigned.

    Blanks other than a space count: nobody tells them from one. Line ends and tabs are seen.
    """
    if character in " \t\n":
        return False
    return unicodedata.category(character)[0] in "CZ" or _HIDDEN.match(character) is not None


def hidden_in(words: str) -> str:
    """The first hidden character of `words` as people name it (`U+200B`); empty without one. Blanks may stand there."""
    return next((f"U+{ord(one):04X}" for one in words if not one.isspace() and is_hidden(one)), "")
