"""The front door: Chinese first, one sentence for each mistake, the exit codes as designed."""

import subprocess
import sys

import pytest

from enforcer.cli.wording import choose
from enforcer.domain.errors import EnforcerError
from enforcer.rules import FOLDERS, load_rules


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["valdate"], "没有“valdate”这个命令，是不是“validate”"),
        (["validate"], "缺少参数"),
        (["validate", "no-such.xlsx"], "找不到“no-such.xlsx”"),
        (["validate", ".", "--annex", "5"], "附件只有1至4，没有附件“5”"),
        (["validate", ".", "--year", "99"], "年度应是2011至2100"),
        (["validate", ".", "--as-of", "2014-02-30"], "日期应写成2014-07-16这样，不能是“2014-02-30”"),
        (["validate", ".", "--format", "yaml"], "没有“yaml”这种输出格式"),
        (["validate", ".", "--select", "A3,Z9"], "“Z9”不是规则代码"),
        (["validate", ".", "--max-per-rule", "0"], "--max-per-rule应是1以上的整数"),
        (["validate", ".", "--bogus"], "没有“--bogus”这个选项"),
        (["explain", "A999"], "没有“A999”这条规则"),
        (["--lang", "fr"], "--lang只能是zh（中文）或en（英文）"),
    ],
)
def test_an_operators_mistake_is_one_sentence_and_exit_code_2(enforcer, arguments, said):
    code, out, err = enforcer(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_without_arguments_it_explains_itself(enforcer):
    code, out, err = enforcer()
    assert (code, err) == (0, "")
    assert "用法：enforcer" in out
    assert "validate" in out


@pytest.mark.parametrize("command", ["validate", "generate", "show", "explain", "rules", "fines", "ladder"])
def test_every_command_has_help_in_both_languages(enforcer, command):
    code, chinese, _ = enforcer(command, "--help")
    assert code == 0
    assert "用法" in chinese
    # Help texts are made in the language in which the program starts.
    done = subprocess.run(
        [sys.executable, "-m", "enforcer", "--lang", "en", command, "--help"], capture_output=True, check=True
    )
    english = done.stdout.decode("utf-8")
    assert "Usage" in english
    assert not any("\u4e00" <= one <= "\u9fff" for one in english), english


def test_the_language_may_stand_anywhere_but_not_after_two_dashes():
    assert choose(["validate", "--lang", "en", "x"], {}) == ["validate", "x"]
    assert choose(["validate", "--lang=zh", "x"], {"ENFORCER_LANG": "en"}) == ["validate", "x"]
    assert choose(["validate", "--", "--lang", "en"], {}) == ["validate", "--", "--lang", "en"]
    with pytest.raises(EnforcerError):
        choose(["--lang"], {})


def test_every_rule_can_be_explained_under_the_fixed_headings(enforcer):
    codes = [rule.code for folder in FOLDERS for rule in load_rules(folder)]
    code, out, _ = enforcer("explain", *codes)
    assert code == 0
    for heading in ("要求：", "依据：", "错误示例：", "正确示例："):
        assert out.count(heading) == len(codes), heading


def test_an_unexpected_error_is_a_sentence_without_traceback(enforcer, monkeypatch):
    monkeypatch.setattr("enforcer.cli.commands.application", lambda: 1 / 0)
    monkeypatch.delenv("ENFORCER_DEBUG", raising=False)
    code, _, err = enforcer("rules")
    assert code == 2
    assert "ZeroDivisionError" in err
    assert "Traceback" not in err


def test_a_console_without_chinese_prints_question_marks_and_does_not_raise():
    done = subprocess.run(
        [sys.executable, "-m", "enforcer", "rules"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": ""},
    )
    assert done.returncode == 0
    assert b"?" in done.stdout
    assert b"A101" in done.stdout


def test_a_reader_that_leaves_early_is_no_error_to_shout_about():
    command = f'"{sys.executable}" -m enforcer rules --format md | "{sys.executable}" -c "pass"'
    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 - the pipe is the point
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
