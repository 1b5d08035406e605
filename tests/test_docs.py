"""The pages say what the program does: generated ones are current, named commands and make targets exist."""

import re
from pathlib import Path

import pytest

from enforcer.rules import FOLDERS, load_rules
from enforcer.verdicts.rule_pages import as_markdown

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = sorted(path.stem for path in (ROOT / "enforcer/cli/command").glob("[a-z]*.py"))
RULES = [rule for folder in FOLDERS for rule in load_rules(folder)]


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_reference_page_is_what_the_rules_say_now():
    assert page("docs/rules.md") == as_markdown(RULES, str), "enforcer rules --format md > docs/rules.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name):
    assert f"`enforcer {name}" in page("README.md")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md", "CONTRIBUTING.md", "docs/running.md"])
def test_a_page_names_no_command_or_target_that_does_not_exist(readme):
    text = page(readme)
    named = set(re.findall(r"`enforcer ([a-z]+)", text)) | set(re.findall(r"^enforcer ([a-z]+)", text, re.MULTILINE))
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z-]+):", page("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z][a-z-]+)", text)) <= targets


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_named_like_its_file_and_explained_under_the_fixed_headings(rule):
    assert rule.examine.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    for heading in ("要求：", "依据：", "错误示例：", "正确示例："):
        assert heading in rule.explanation


def test_no_code_is_used_twice_and_every_silencer_exists():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert {code for rule in RULES for code in rule.silenced_by} <= set(codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_test_of_its_own(rule):
    folder = rule.examine.__module__.split(".")[2]
    stem = rule.name.replace("-", "_")
    assert list((ROOT / "tests" / "rules" / folder).glob(f"test_*{stem}.py")), f"tests/rules/{folder}/test_{stem}.py"
