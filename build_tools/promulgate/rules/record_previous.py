"""An announced version that a new one came before must be looked at again.

ไทย: ฉบับที่ประกาศไว้แล้วต้องทบทวนใหม่ เมื่อมีฉบับใหม่มาก่อน

Version 2.1 was prepared from 2.0. When 2.0.1 comes between, 2.1 lacks what 2.0.1 mended and would silently undo it on
its day. So 2.1 is amended, or confirmed as it is, and its changes are told against 2.0.1.

PASS: 2.1 recorded again after 2.0.1.
FAIL: 2.0.1 recorded, the record of 2.1 still tells its changes against 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every upcoming record whose version before is not the one it was made against."""
    for version in subject.versions():
        name, record = version.name, version.record
        if subject.is_fixed(name) or record.withdrawn or record.previous == version.previous:
            continue
        if name in subject.expected:
            continue  # it is about to be recorded again, and record-missing says so if it is not
        announced = (
            Bilingual(f"โดยเทียบกับฉบับ {record.previous}", f"from version {record.previous}")
            if record.previous
            else Bilingual("เป็นฉบับแรก", "as the first one")
        )
        yield RULE.at_record(
            subject,
            name,
            Bilingual(
                f"ฉบับ {name} ประกาศไว้{announced.th} แต่ก่อนถึงวันนั้นจะมีฉบับ {version.previous} "
                f"สิ่งที่ฉบับ {version.previous} แก้ไว้จะหายไป",
                f"Version {name} was prepared {announced.en}, but version {version.previous} now comes before it: "
                f"what {version.previous} mends would be undone",
            ),
            Bilingual(
                f"ไปที่ Actions → revise → Run workflow เลือก Branch เป็นสาขาของคำขอนี้ และใส่ {name} "
                f"ในช่อง “เริ่มจากข้อความของฉบับใด” ข้อความของฉบับ {name} จะกลับมาในสาขานี้ "
                f"แก้ให้มีสิ่งที่ฉบับ {version.previous} แก้ หรือคงไว้ตามเดิมเพื่อยืนยัน "
                f"(บนเครื่องของท่าน: promulgate revise {subject.policy} --from {name} แล้ว promulgate record)",
                f"Open Actions → revise → Run workflow, choose the branch of this pull request, and write {name} into "
                f"“Start from the words of this version”. The words of {name} come back on this branch: put the "
                f"correction of {version.previous} in there too, or leave them, to confirm {name} as it is. (On your "
                f"machine: promulgate revise {subject.policy} --from {name}, then promulgate record.)",
            ),
        )


RULE = PolicyRule("record-previous", Severity.ERROR, check, __doc__, guards_records=True)
