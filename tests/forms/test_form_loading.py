"""The form files: found, read, or refused with a sentence."""

import re
from pathlib import Path

import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.forms import ANNEXES, load_form, load_forms, loading
from enforcer.notices import load_notice


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """templates(text) puts that text where annex 1's form is looked for."""

    def put(text: str) -> None:
        monkeypatch.setattr(loading, "templates_folder", lambda: tmp_path)
        (tmp_path / "annex1").mkdir()
        (tmp_path / "annex1" / "form.toml").write_text(text, encoding="utf-8")

    return put


def test_all_four_forms_load_in_order():
    assert [form.annex for form in load_forms()] == list(ANNEXES) == [1, 2, 3, 4]


def test_a_form_is_read_once():
    assert load_form(1) is load_form(1)


def test_a_missing_form_is_said_plainly():
    with pytest.raises(EnforcerError, match="找不到附件9的表样文件"):
        load_form(9)


@pytest.mark.parametrize("text", ["annex = ", "annex = 1", "annex = 1\nheader = 3", ""])
def test_a_badly_made_form_is_said_plainly(templates, text):
    templates(text)
    with pytest.raises(EnforcerError, match="附件1的表样文件"):
        load_form.__wrapped__(1)


def test_forms_of_an_installed_package_are_found_inside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "_PACKAGE", tmp_path / "enforcer")
    assert loading.templates_folder() == tmp_path / "templates"
    (tmp_path / "enforcer" / "templates").mkdir(parents=True)
    assert loading.templates_folder() == tmp_path / "enforcer" / "templates"


@pytest.mark.parametrize("annex", ANNEXES)
def test_keys_are_said_once_and_patterns_are_sound(annex):
    form = load_form(annex)
    for fields in (form.header, form.columns):
        keys = [field.key for field in fields]
        assert len(set(keys)) == len(keys)
        for field in fields:
            assert field.patterns
            for pattern in field.patterns:
                re.compile(pattern)


@pytest.mark.parametrize("annex", ANNEXES)
def test_every_form_belongs_to_an_obligation_and_rests_on_clauses_of_the_notice(annex):
    form, notice = load_form(annex), load_notice()
    assert notice.obligation_of(annex).key == form.obligation
    assert form.clause in notice.clauses
    assert {column.clause for column in form.columns} <= set(notice.clauses)
    assert {field.clause for field in form.header} - {""} <= set(notice.clauses)


@pytest.mark.parametrize("annex", ANNEXES)
def test_the_folder_holds_data_only(annex):
    folder = Path(loading.templates_folder()) / f"annex{annex}"
    assert not list(folder.rglob("*.py"))


def test_the_notices_elements_are_required():
    elements = {form.annex: [form.column(key).header for key in form.elements] for form in load_forms()}
    assert elements == {
        1: ["检查依据", "检查机构", "检查人员", "检查时间", "检查地点（范围）", "检查内容", "检查对象"],
        2: ["步骤", "方式（内容）", "时限", "承办机构", "承办人员"],
        3: ["违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"],
        4: ["姓名", "性别", "身份证号", "执法机构", "职务", "执法类别", "执法证号", "有效期至"],
    }
    assert all(form.column(key).required for form in load_forms() for key in form.elements)


def test_only_benchmarks_have_tiers():
    assert [form.tiers for form in load_forms()] == [(), (), ("从轻", "较轻", "一般", "较重", "严重"), ()]
