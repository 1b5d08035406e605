import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.units import Title, find_title, looks_like_unit, normal_unit, same_unit

COUNTY = "桓台县"
STEMS = st.sampled_from(
    ["农业", "安监", "环保", "食品药品监督管理", "综合行政执法", "水务", "交通运输", "住房和城乡建设"]
)


@given(STEMS)
def test_one_unit_has_one_normal_name_in_its_county(stem: str) -> None:
    name = stem + "局"
    spellings = [
        name,
        f"县{name}",
        f"桓台{name}",
        f"桓台县{name}",
        f"淄博市桓台县{name}",
        f"山东省淄博市桓台县{name}",
        f" 桓台县 {name} ",
        f"桓台县{name}（盖章）",
    ]
    assert {normal_unit(spelling, COUNTY) for spelling in spellings} == {name}
    assert all(same_unit(name, spelling, COUNTY) for spelling in spellings)


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("桓台县索镇人民政府", "索镇"),
        ("索镇政府", "索镇"),
        ("城区街道办事处", "城区街道"),
        ("城区街道办", "城区街道"),
        ("县城管局", "城管局"),
        ("高青县农业局", "高青县农业局"),
        ("淄博市农业局", "淄博市农业局"),
        ("桓台县人民政府", "桓台县人民政府"),
    ],
)
def test_towns_and_other_regions_have_their_own_form(name: str, normal: str) -> None:
    assert normal_unit(name, COUNTY) == normal


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "____",
        "ＸＸ局",
        "XX局",
        "××局",
        "**局",
        "某局",
        "某某局",
        "○○局",
        "X局",
        "单位名称",
        "填报单位",
        "农业局" * 50,
    ],
)
def test_placeholders_are_no_names(text: str) -> None:
    assert normal_unit(text, COUNTY) is None
    assert same_unit(text, "农业局", COUNTY) is None
    assert not looks_like_unit(text)


@pytest.mark.parametrize(
    ("one", "other", "alone", "in_county"),
    [
        ("桓台县农业局", "县农业局", True, True),
        ("桓台县农业局", "农业局", True, True),
        ("县农业局", "农业局", True, True),
        ("山东省淄博市桓台县农业局", "县农业局", True, True),
        ("城区街道办事处", "城区街道办", True, True),
        ("桓台县农业局", "县安监局", False, False),
        ("桓台县农业局", "高青县农业局", False, False),
        ("淄博市农业局", "县农业局", False, False),
        ("淄博市农业局", "农业局", None, False),
        ("安监局", "桓台县安全生产监督管理局", None, None),
        ("县教育局", "县教育体育局", None, None),
        ("农业局", "ＸＸ局", None, None),
    ],
)
def test_two_names_are_the_same_different_or_not_to_be_told(
    one: str, other: str, alone: bool | None, in_county: bool | None
) -> None:
    assert same_unit(one, other) is same_unit(other, one) is alone
    assert same_unit(one, other, COUNTY) is same_unit(other, one, COUNTY) is in_county


@pytest.mark.parametrize(
    "text",
    [
        *(
            "农业局",
            "县农业局",
            "索镇",
            "马桥镇",
            "城区街道",
            "城区街道办事处",
            "县法制办",
            "综合行政执法大队",
            "马踏湖风景区",
        ),
        *(
            "县残疾人联合会",
            "县卫生和计划生育局",
            "公安局桓台分局",
            "政务服务中心",
            "索镇人民政府",
            "县发展和改革委员会",
            "县 农 业 局",
        ),
    ],
)
def test_folder_names_of_units_are_known(text: str) -> None:
    assert looks_like_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2014年",
        "2014-06-30",
        "附件1",
        "inbox",
        "收件箱",
        "回收站",
        "待办",
        "报送材料",
        "各镇",
        "场所",
        "乡镇",
        "办公室",
        "住建局2014",
        "新建文件夹",
    ],
)
def test_other_folder_names_are_no_units(text: str) -> None:
    assert not looks_like_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        "桓台县农业局2014年度行政执法检查计划",
        "桓台县农业局２０１４年度行政执法检查计划",
        "桓台县农业局二〇一四年度行政执法检查计划",
        "桓台县农业局二○一四年度行政执法检查计划",
        "2014年度桓台县农业局行政执法检查计划",
        "桓台县农业局（2014年）行政执法检查计划",
        "桓台县 农业局\n2014年度行政执法检查计划",
        "关于印发《桓台县农业局2014年度行政执法检查计划》的通知",
        "桓台县农业局关于印发2014年度行政执法检查计划的通知",
        "附件1：桓台县农业局2014年度行政执法检查计划",
        "桓农发〔2013〕12号 桓台县农业局2014年度行政执法检查计划",
    ],
)
def test_a_title_names_unit_and_year(text: str) -> None:
    assert find_title(text) == Title("桓台县农业局", 2014)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("桓台县ＸＸ局ＸＸ年度行政执法检查计划", Title(None, None)),
        ("附件：1．桓台县ＸＸ局ＸＸ年度行政执法检查计划", Title(None, None)),
        ("行政处罚事项裁量基准细化量化一览表（样本）", Title(None, None)),
        ("2014年度行政执法检查计划", Title(None, 2014)),
        ("桓台县农业局行政处罚案件办理程序及人员信息表", Title("桓台县农业局", None)),
        ("桓台县综合行政执法局行政执法人员信息登记表", Title("桓台县综合行政执法局", None)),
        ("桓台县农业局2014-2015年度行政执法检查计划", Title("桓台县农业局", None)),
        ("索镇人民政府2014年度行政执法检查计划", Title("索镇人民政府", 2014)),
        ("", Title(None, None)),
        ("桓台县农业局2014年度" * 100, Title(None, None)),
    ],
)
def test_a_title_without_unit_or_year_says_so(text: str, title: Title) -> None:
    assert find_title(text) == title


@given(STEMS, st.integers(2000, 2099))
def test_title_and_blank_agree(stem: str, year: int) -> None:
    assert find_title(f"桓台县{stem}局{year}年度行政执法检查计划") == Title(f"桓台县{stem}局", year)


@given(
    st.text() | st.text(alphabet="桓台县市省农业局镇街道办事处委X×某（）盖章2014年度二〇一四行政执法检查计划《》"),
    st.sampled_from([None, COUNTY, "县", ""]),
)
def test_nothing_raises_and_normal_names_are_stable(text: str, county: str | None) -> None:
    looks_like_unit(text)
    find_title(text)
    normal = normal_unit(text, county)
    assert same_unit(text, text, county) is (None if normal is None else True)
    if normal is not None:
        assert not set(" \n\t　") & set(normal)
