"""make demo: the main job on the samples, each step as one would type it."""

import os
import shutil
import sys
from pathlib import Path

from enforcer.cli import main

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "demo"
SHOWN = ("A101", "A302", "A402")


def run(*arguments: str) -> int:
    """One command in this process; its exit code."""
    try:
        main(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def demo() -> int:
    """Blanks, the passing county, three failing workbooks, one explanation. 0 when each ended as it should."""
    os.chdir(ROOT)
    shutil.rmtree(BUILD, ignore_errors=True)
    failing = [
        str(folder.relative_to(ROOT)) for code in SHOWN for folder in sorted((ROOT / "samples/fail").glob(f"{code}-*"))
    ]
    steps = [
        (
            "一、生成县安监局2014年度的四张空白表",
            0,
            ("generate", "--unit", "县安监局", "--year", "2014", "-o", "build/demo/blanks"),
        ),
        ("二、核对一个县的合格材料", 0, ("validate", "samples/pass")),
        ("三、核对有问题的表格，看它怎样说", 1, ("validate", *failing)),
        (
            "四、把裁量阶次画在一把尺上",
            0,
            ("ladder", *(f"{folder}/annex3.xlsx" for folder in failing if "A302" in folder)),
        ),
        ("五、问一条规则为什么这样说", 0, ("explain", "A302")),
    ]
    for title, expected, arguments in steps:
        print(f"\n━━ {title}\n$ enforcer {' '.join(arguments)}\n", flush=True)
        code = run(*arguments)
        if code != expected:
            print(f"退出码应是{expected}，实际是{code}")
            return 1
    print("\n空白表在 build/demo/blanks，可用 WPS 或 Excel 打开。")
    return 0


if __name__ == "__main__":
    sys.exit(demo())
