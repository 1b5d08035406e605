"""Units in titles, units in file names."""

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.domain.errors import EnforcerError
from enforcer.forms import load_form
from enforcer.workbook.naming import blank_name, clean_name, form_title, safe_name, title_names, unit_name


@pytest.mark.parametrize(
    ("county", "unit", "joined"),
    [
        ("桓台县", "县安监局", "桓台县安监局"),
        ("桓台县", "安监局", "桓台县安监局"),
        ("桓台县", "桓台县安监局", "桓台县安监局"),
        ("桓台县", "桓台县安全生产监督管理局", "桓台县安全生产监督管理局"),
        ("桓台县", "县城管执法局", "桓台县城管执法局"),
        ("桓台县", "唐山镇", "桓台县唐山镇"),
        ("桓台县", "唐山镇人民政府", "桓台县唐山镇人民政府"),
        ("桓台县", "城区街道办事处", "桓台县城区街道办事处"),
        ("桓台县", "县", "桓台县县"),
        ("桓台县", "桓台国税局", "桓台国税局"),
        ("桓台县", "淄博市公安局桓台分局", "淄博市公安局桓台分局"),
        ("桓台县", "淄博市桓台县烟草专卖局", "淄博市桓台县烟草专卖局"),
        ("桓台县", "淄博市国土资源局", "淄博市国土资源局"),
        ("桓台县", "山东省盐务局", "山东省盐务局"),
        ("桓台县", "市场监管局", "桓台县市场监管局"),
        ("桓台县", "城市管理局", "桓台县城市管理局"),
        ("桓台县", "农贸市场管理处", "桓台县农贸市场管理处"),
        ("滨海县", "滨海镇", "滨海县滨海镇"),
        ("滨海县", "滨海镇政府", "滨海县滨海镇政府"),
        ("张店区", "区卫生局", "张店区卫生局"),
        ("滕州市", "市安监局", "滕州市安监局"),
        ("滕州市", "市场监督管理局", "滕州市市场监督管理局"),
        ("滕州市", "市政管理局", "滕州市市政管理局"),
        ("", "县安监局", "县安监局"),
    ],
)
def test_nothing_is_said_twice_in_a_title(county, unit, joined):
    assert "".join(title_names(county, unit)) == joined


def test_the_title_is_the_notices_own():
    assert form_title(load_form(1), "桓台县", "县安监局", 2014) == "桓台县安监局2014年度行政执法检查计划"


def test_without_unit_and_year_the_title_keeps_its_gaps():
    assert form_title(load_form(1), "桓台县", None, None) == "桓台县ＸＸ局ＸＸ年度行政执法检查计划"


def test_braces_in_a_name_are_only_braces():
    assert form_title(load_form(1), "桓台县", "{year}局", 2014) == "桓台县{year}局2014年度行政执法检查计划"


def test_a_name_is_cleaned_of_what_nobody_sees():
    assert clean_name("  县\u200b安\x00监\t 局\ufeff\n") == "县安监 局"


@pytest.mark.parametrize("unit", ["", "   ", "\u3000", "\u200b\n"])
def test_an_empty_name_is_refused(unit):
    with pytest.raises(EnforcerError, match="空的"):
        unit_name(unit)


def test_a_name_that_is_no_name_is_refused():
    assert unit_name("局" * 60) == "局" * 60
    with pytest.raises(EnforcerError, match="61个字"):
        unit_name("局" * 61)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("县安监局", "县安监局"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "未命名"),
        (".", "未命名"),
        ("", "未命名"),
        ("a/b\\c:d*e?f", "a_b_c_d_e_f"),
        ("CON", "_CON"),
        ("con.xlsx", "_con.xlsx"),
        ("LPT1", "_LPT1"),
        ("COM¹", "_COM¹"),
        ("控制CON", "控制CON"),
        ("console", "console"),
        ("局. . .", "局"),
        ("=cmd|' /C calc'!A0", "cmd_' _C calc'!A0"),
        ("+1", "1"),
        ("@SUM(A1)", "SUM(A1)"),
        ("-rf", "rf"),
        ("~$锁", "$锁"),
        ("＝1", "1"),
        ("县　局", "县 局"),
    ],
)
def test_a_file_name_is_made_safe(text, safe):
    assert safe_name(text) == safe


@given(st.text(max_size=80))
def test_any_text_makes_one_safe_name(text):
    """The name is one part of a path on every system, reserved on none, and short enough."""
    name = safe_name(text)
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).drive
    assert not re.match(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name, re.IGNORECASE)
    assert not name.startswith(tuple(" .=+-@~"))
    assert not name.endswith((" ", "."))
    assert 0 < len(name.encode()) <= 151
    assert not re.search(r'[\x00-\x1f\x7f<>:"/\\|?*]', name)
    assert safe_name(name) == name


def test_a_blanks_file_name_tells_annex_unit_and_year():
    assert blank_name(load_form(1), "县安监局", 2014) == "附件1_县安监局_2014.xlsx"


@pytest.mark.parametrize(
    ("unit", "year", "name"),
    [(None, None, "附件3.xlsx"), (None, 2014, "附件3_2014.xlsx"), ("a/../b", None, "附件3_a_.._b.xlsx")],
)
def test_a_blanks_file_name_leaves_out_what_is_not_known(unit, year, name):
    assert blank_name(load_form(3), unit, year) == name
