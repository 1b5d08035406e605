"""make samples: writes samples/pass, fail, near, across and county anew, the same at every run."""

import shutil
import sys
from pathlib import Path

from making.across import small_counties
from making.acts import played
from making.cases import failing, near
from making.content import CONTENT
from making.county import passing
from making.workspace import workspace

SAMPLES = Path(__file__).resolve().parent


def make(target: Path) -> int:
    """Writes the trees into `target`; the number of files."""
    sound = dict(passing())
    files: dict[str, bytes] = {f"pass/{path}": content for path, content in sound.items()}
    files["pass/expect.toml"] = Path(CONTENT, "pass.toml").read_bytes()
    for tree, cases in (("fail", failing()), ("near", near())):
        for case in cases:
            files[f"{tree}/{case.folder}/expect.toml"] = case.expect.encode()
            files |= {f"{tree}/{case.folder}/{name}": content for name, content in case.files.items()}
    for county in small_counties():
        files[f"{county.folder}/expect.toml"] = county.expect.encode()
        files |= {f"{county.folder}/{name}": content for name, content in county.files.items()}
    for one in played():
        files[f"{one.folder}/acts.toml"] = one.acts.encode()
        files[f"{one.folder}/expect.toml"] = one.expect.encode()
    files |= {f"county/{path}": content for path, content in workspace(sound)}
    for tree in ("pass", "fail", "near", "across", "county"):
        shutil.rmtree(target / tree, ignore_errors=True)
    for path, content in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return len(files)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    print(f"{target}：写出{make(target)}个文件")
