"""How fast fines are read: clauses a second on one core, and how the time grows with hostile text.

    python benchmarks/fines.py [CLAUSES.jsonl]

Without a file of clauses (objects with a "text") it reads statute-like clauses made by rule. Hostile text is doubled
from 4 KB to 512 KB; the ratio of each time to the one before says whether reading is linear (2.0) or worse. It prints
figures and never fails: a goal is a goal on a quiet machine.
"""

import itertools
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from enforcer.language.fines import read_fines

GOAL_CLAUSES = 10_000
GOAL_RATIO = 2.3
SMALLEST, LARGEST = 4 * 1024, 512 * 1024
BYTES_PER_CHARACTER = 3
ROUNDS = 5
TURN = 0.02

OFFENCES = (
    "{who}违反本条例第{article}条第二款规定，未按照规定设置安全警示标志的，由市场监督管理部门责令限期改正，",
    "{who}未在规定期限内报送有关资料或者报送虚假资料的，由县级以上人民政府有关主管部门责令改正，给予警告，",
    "（{article}）违反第{article}条规定，擅自占用城市道路的，",
    "有第{article}项规定行为之一的，责令改正，没收违法所得，",
    "逾期不改正的，",
    "情节严重的，责令停产停业，",
)
OFFENDERS = ("建设单位", "生产经营单位", "网络食品交易第三方平台提供者", "养犬人", "排污单位", "机动车维修经营者")
FINES = (
    "处一万元以上十万元以下的罚款；",
    "处五千元以上二万元以下罚款；",
    "并处违法所得一倍以上五倍以下的罚款；",
    "处5000元以上2万元以下罚款，对直接负责的主管人员处1000元以上5000元以下罚款。",
    "按照所占面积处每平方米五十元以上二百元以下罚款，但罚款总额最高不超过三万元。",
    "处货值金额百分之五十以上三倍以下罚款，货值金额不足一万元的，按一万元计算；",
    "可以并处二百元以下罚款。",
    "对单位处二万元以上五万元以下罚款，对个人处五百元以下罚款。",
)

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "处" + "9" * size + "元罚款",
    "groups of digits": lambda size: "处1" + ",000" * (size // 4) + "元罚款",
    "一一一一": lambda size: "处" + "一" * size + "元罚款",
    "万万万": lambda size: "处" + "万" * size + "元罚款",
    "以上以上": lambda size: "处五元" + "以上" * (size // 2) + "罚款",
    "一元以上一元以上": lambda size: "处" + "一元以上" * (size // 4) + "罚款",
    "open brackets": lambda size: "处" + "（" * size + "五元罚款",
    "nested brackets": lambda size: "处" + "（" * (size // 2) + "五元" + "）" * (size // 2) + "罚款",
    "commas": lambda size: "处罚款" + "，" * size + "五元",
    "pauses": lambda size: "处五元" + "、六元" * (size // 3) + "罚款",
    "spaces": lambda size: "处五元" + " " * size + "以下罚款",
    "no punctuation": lambda size: "违反规定擅自处置" * (size // 8) + "处五元罚款",
    "verbs": lambda size: "处" * size + "五元罚款",
    "对对对": lambda size: "对" * size + "处五元罚款",
    "对给予给予": lambda size: "对" + "给予" * (size // 2) + "处五元罚款",
    "每每每": lambda size: "每" * size + "处五元罚款",
    "每株每株": lambda size: "每株" * (size // 2) + "五元罚款",
    "或者或者": lambda size: "处" + "或者" * (size // 2) + "五倍罚款",
    "并并并": lambda size: "对单位" + "并" * size + "处五元罚款",
    "的的的": lambda size: "处违法所得" + "的" * size + "五倍罚款",
    "或者…的，": lambda size: "逾期不改正的，" + "或者情节严重的，" * (size // 8) + "处五元罚款",
    "逾期，逾期，": lambda size: "逾期不改正，" * (size // 6) + "情节严重的，处五元罚款",
    "罚款罚款": lambda size: "罚款" * (size // 2),
    "罚款元罚款元": lambda size: "罚款元" * (size // 3),
    "fines": lambda size: "处五元罚款，" * (size // 6),
    "fines of ratios": lambda size: "处五倍罚款，" * (size // 6),
    "fines in one breath": lambda size: "处每株五元罚款" * (size // 7),
    "caps": lambda size: "处每株五元罚款" * (size // 14) + "最高不超过九元，" * (size // 14),
    "可以作出": lambda size: "可以作出" * (size // 4) + "五元罚款",
    "设定": lambda size: "设定" * (size // 2) + "五元罚款",
    "thresholds": lambda size: "违法所得五元以上的，" * (size // 10) + "处五元罚款",
    "notes": lambda size: "处五元以下" + "（不含本数）" * (size // 6) + "罚款",
    "per day": lambda size: "处五元" + "/日" * (size // 2) + "罚款",
    "empty lines": lambda size: "处五元罚款" + "\n" * size,
    "lines": lambda size: "处五元罚款\n" * (size // 6),
}


def made_clauses() -> list[str]:
    """Statute-like clauses made by rule; their mean length is that of real ones."""
    parts = itertools.product(range(1, 60), OFFENDERS, OFFENCES, FINES)
    return [offence.format(who=who, article=article) + fine for article, who, offence, fine in parts]


def stored_clauses(path: Path) -> list[str]:
    """The texts of a file with one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def seconds(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """The shortest processor time of each work over some rounds, taken in turns so that all meet the same machine.

    A short work is repeated within its turn, as a single run of it says more about the machine than about the work.
    """
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            begun = start = time.process_time()
            while start - begun < TURN:
                work()
                end = time.process_time()
                best[at] = min(best[at], end - start)
                start = end
    return best


def report_speed(clauses: list[str]) -> None:
    """Print how many clauses are read in a second."""
    characters = sum(map(len, clauses)) / len(clauses)
    (spent,) = seconds([lambda: [read_fines(clause) for clause in clauses]], ROUNDS)
    print(f"{len(clauses)} clauses of {characters:.0f} characters: {len(clauses) / spent:.0f} a second", end="")
    print(f" (goal {GOAL_CLAUSES})")


def report_growth() -> None:
    """Print the time for the longest hostile text of each kind and the ratio of each doubling on the way there."""
    print(f"hostile text, {SMALLEST // 1024} KB doubled to {LARGEST // 1024} KB (goal: each doubling <= {GOAL_RATIO})")
    sizes = [SMALLEST * 2**step for step in range((LARGEST // SMALLEST).bit_length())]
    for name, made in HOSTILE.items():
        texts = [made(size // BYTES_PER_CHARACTER) for size in sizes]
        times = seconds([partial(read_fines, text) for text in texts], ROUNDS)
        ratios = [later / max(earlier, 1e-6) for earlier, later in itertools.pairwise(times)]
        mark = "" if max(ratios) <= GOAL_RATIO else "  <- over the goal"
        shown = " ".join(f"{ratio:.1f}" for ratio in ratios)
        print(f"  {times[-1] * 1000:8.1f} ms   {shown}   {name}{mark}")


def main(arguments: list[str]) -> None:
    """Report speed and growth."""
    report_speed(stored_clauses(Path(arguments[0])) if arguments else made_clauses())
    report_growth()


if __name__ == "__main__":
    main(sys.argv[1:])
