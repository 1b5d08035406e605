"""make demo: the main job on the samples, each step as one would type it."""

import io
import os
import shutil
import sys
from contextlib import redirect_stdout
from pathlib import Path

from county_year import play

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


def shown(title: str, arguments: tuple[str, ...], expected: int = 0, first_lines: int = 0) -> bool:
    """Prints the command and what it says, or the first lines of that; whether it ended as it should."""
    print(f"\n━━ {title}\n$ enforcer {' '.join(arguments)}\n", flush=True)
    if first_lines:
        with redirect_stdout(io.StringIO()) as said:
            code = run(*arguments)
        lines = said.getvalue().splitlines()
        print("\n".join(lines[:first_lines]))
        if lines[first_lines:]:
            print(f"（下略，共{len(lines)}行）")
    else:
        code = run(*arguments)
    if code != expected:
        print(f"退出码应是{expected}，实际是{code}")
    return code == expected


def forms() -> bool:
    """Blanks, the passing county, three failing workbooks, one explanation."""
    failing = [
        str(folder.relative_to(ROOT)) for code in SHOWN for folder in sorted((ROOT / "samples/fail").glob(f"{code}-*"))
    ]
    ladders = tuple(f"{folder}/annex3.xlsx" for folder in failing if "A302" in folder)
    blanks = ("generate", "--unit", "县安监局", "--year", "2014", "-o", "build/demo/blanks")
    return (
        shown("一、生成县安监局2014年度的四张空白表", blanks)
        and shown("二、核对一个县的合格材料", ("validate", "samples/pass"))
        and shown("三、核对有问题的表格，看它怎样说", ("validate", *failing), expected=1)
        and shown("四、把裁量阶次画在一把尺上", ("ladder", *ladders))
        and shown("五、问一条规则为什么这样说", ("explain", "A302"))
    )


def county() -> bool:
    """A county's year: what came in, who owes what, what units claim alike, the record, the report."""
    print("\n━━ 六、一个县的2014年：每天夜里接收inbox里的材料，白天收纸质件、作决定\n", flush=True)
    play(BUILD / "county", tell=lambda day: print(day, end=" ", flush=True))
    print()
    day, here = ("--as-of", "2014-12-31"), ("--workspace", "build/demo/county")
    report = ("report", "--year", "2014")
    return (
        shown("七、年底谁报了、谁没报", ("status", *day, *here), first_lines=60)
        and shown("八、哪些执法事项几个单位都在管", ("overlaps", *day, *here), first_lines=24)
        and shown("九、台账有没有被改动过", ("ledger", "verify", *here))
        and shown(
            "十、9月底的报告，只留数据，供年底对照", (*report, "--as-of", "2014-09-30", "--format", "json", *here)
        )
        and shown("十一、年底的全县报告", (*report, *day, *here))
    )


def demo() -> int:
    """The forms, then a county's year. 0 when each step ended as it should."""
    os.chdir(ROOT)
    shutil.rmtree(BUILD, ignore_errors=True)
    if not (forms() and county()):
        return 1
    report = BUILD / "county" / "reports" / "2014" / "latest.html"
    print("\n空白表在 build/demo/blanks，可用 WPS 或 Excel 打开。")
    print(f"全县报告用浏览器打开：{report.as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(demo())
