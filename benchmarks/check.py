"""Time of the documents' health at several sizes, beside the time that reading the same documents takes.

    .venv/bin/python benchmarks/check.py [ROLES]

Prints processor seconds of one run. What counts is how they grow: four times the roles should take about four
times as long, and checking should cost no more than reading.
"""

import random
import sys
import time

from knowledge.documents.document import Document
from knowledge.documents.plain import read_plain
from knowledge.health.checkup import check_up
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles

_MATTERS = ["采购订单", "差旅报销", "设备维修", "客户投诉", "仓库盘点", "质量事故", "合同变更", "物流运输"]
_VERBS = ["审批", "审核", "编制", "组织", "跟踪", "协助", "统计", "检查", "更新", "汇总"]
_PLACES = "东南西北中"
_DEPARTMENT = 10  # roles


def organization(roles: int) -> list[Document]:
    """Departments of ten roles each, with reporting lines on three levels and duties drawn at random."""
    draw = random.Random(7)
    return [_department(number, draw) for number in range(roles // _DEPARTMENT)]


def _department(number: int, draw: random.Random) -> Document:
    home = f"{_PLACES[number % 5]}区{number}号事业部"
    heads = [f"{home}{matter[:2]}主管" for matter in _MATTERS[:3]]
    staff = [f"{home}{matter[2:]}专员" for matter in _MATTERS[:6]]
    above = {f"{home}经理": "总经理", **dict.fromkeys(heads, f"{number}号部经理")}
    above |= {name: heads[at % 3] for at, name in enumerate(staff)}
    lines: list[str] = []
    for at, (name, superior) in enumerate(above.items()):
        lines += [
            f"岗位名称：{name}",
            f"所在部门：{home}",
            f"直接上级：{superior}",
            f"岗位编号：{number}-{at}",
        ]
        lines += [
            f"职责概述：负责{draw.choice(_MATTERS)}和{draw.choice(_MATTERS)}，做到第{draw.random()}条。"
        ]
        lines += ["岗位职责："]
        for item in range(1, 9):
            done = [
                f"{draw.choice(_VERBS)}{draw.choice(_MATTERS)}{draw.randrange(99)}号方案" for _ in range(2)
            ]
            lines.append(f"{item}、{'，'.join(done)}。")
    return read_plain(f"{number}.txt", "\n".join(lines))


def main() -> None:
    """Measure and print."""
    most = int(sys.argv[1]) if sys.argv[1:] else 8_000
    print(f"{'roles':>8} {'read':>8} {'join':>8} {'check':>8} {'check/read':>11}   findings")
    for roles in (most // 16, most // 4, most):
        documents = organization(roles)
        began = time.process_time()
        readings = [read_roles(document) for document in documents]
        read = time.process_time()
        joined = Organization(readings)
        whole = time.process_time()
        found = check_up(joined, documents)
        done = time.process_time()
        times = [read - began, whole - read, done - whole]
        shown = " ".join(f"{seconds:8.2f}" for seconds in times)
        print(f"{roles:8} {shown} {times[2] / times[0]:11.2f}   {len(found)}")


if __name__ == "__main__":
    main()
