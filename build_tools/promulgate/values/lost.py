"""Units whose number is gone: `within days of the request`, `ไม่เกิน วันนับแต่`.

Where a sentence says a number twice, the one that is left would answer for the one that was deleted.
"""

from __future__ import annotations

import re

from promulgate.values.model import Kind
from promulgate.values.scan import Scan

_THAI = re.compile(
    r"(?:ไม่(?:เกิน(?:กว่า)?|น้อยกว่า|ต่ำกว่า)|อย่างน้อย|อย่างมาก|ภายใน|เป็นเวลา)\s+"
    r"(?P<unit>(?:วัน(?:ทำการ|ทำงาน)?|เดือน|ปี|สัปดาห์|ชั่วโมง|นาที|บาท)(?=นับ|ก่อน|หลัง|โดย|ต่อ|หรือ|และ|หาก|[\s,.;)]|$))"
)
_ENGLISH = re.compile(
    r"(?i)\b(?:within|up to|at least|at most|(?:more|less|fewer) than|not exceeding|a (?:maximum|minimum) of)\s+"
    r"(?P<unit>(?:business |working |calendar )?(?:days|months|years|weeks|hours|minutes|baht))\b"
)


def scan_lost(scan: Scan) -> None:
    """Find units right after the words of a limit, where a number ought to stand. Thai and English only."""
    for pattern in (_THAI, _ENGLISH):
        for match in list(pattern.finditer(scan.rest)):
            scan.take(Kind.NUMBER, (("lost",),), match.start(), match.end())
