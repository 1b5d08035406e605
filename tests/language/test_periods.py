from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.dates import Month
from enforcer.language.periods import Period, Stretch, read_period

YEAR = 2014
WHOLE = ("01-01", "12-31")
HAN = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
MONTHS = st.integers(1, 12)
YEARS = st.integers(1990, 2100)


def stretch(start: str, end: str) -> Stretch:
    """03-01 lies in the plan year, 2013-03-01 where it says."""
    days = (date.fromisoformat(text if len(text) > 5 else f"{YEAR}-{text}") for text in (start, end))
    return Stretch(*days)


def month(number: int, year: int = YEAR) -> Stretch:
    return Stretch(Month(year, number).first, Month(year, number).last)


def months(first: int, last: int, year: int = YEAR) -> Stretch:
    return Stretch(Month(year, first).first, Month(year, last).last)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("2014年3月至10月", [months(3, 10)]),
        ("3月—11月", [months(3, 11)]),
        ("3月－11月份", [months(3, 11)]),
        ("3 月 至 10 月", [months(3, 10)]),
        ("9-10月", [months(9, 10)]),
        ("９～１０月", [months(9, 10)]),
        ("九月至十月", [months(9, 10)]),
        ("1-12月", [months(1, 12)]),
        ("3月、6月、9月", [month(3), month(6), month(9)]),
        ("3、6、9、12月", [month(3), month(6), month(9), month(12)]),
        ("3月\n9月", [month(3), month(9)]),
        ("3月 9月", [month(3), month(9)]),
        ("3月和9月", [month(3), month(9)]),
        ("3-5月、9-11月", [months(3, 5), months(9, 11)]),
        ("2014年\n3月", [month(3)]),
        ("二○一四年三月至十月", [months(3, 10)]),
        ("第二季度", [months(4, 6)]),
        ("2季度", [months(4, 6)]),
        ("一、三季度", [months(1, 3), months(7, 9)]),
        ("第一、第三季度", [months(1, 3), months(7, 9)]),
        ("二季度至四季度", [months(4, 12)]),
        ("前三季度", [months(1, 9)]),
        ("上半年", [months(1, 6)]),
        ("2014年下半年", [months(7, 12)]),
        ("上、下半年", [stretch(*WHOLE)]),
        ("全年", [stretch(*WHOLE)]),
        ("2014年全年", [stretch(*WHOLE)]),
        ("贯穿全年", [stretch(*WHOLE)]),
        ("2014年度", [stretch(*WHOLE)]),
        ("2014", [stretch(*WHOLE)]),
        ("今年3月", [month(3)]),
        ("每年3月至5月", [months(3, 5)]),
        ("2014年4月1日至2014年6月30日", [stretch("04-01", "06-30")]),
        ("自2014-04-01至2014-06-30", [stretch("04-01", "06-30")]),
        ("自 2014年4月1日 起至 2014年6月30日 止", [stretch("04-01", "06-30")]),
        ("2014/4/1-2014/6/30", [stretch("04-01", "06-30")]),
        ("20140401-20140630", [stretch("04-01", "06-30")]),
        ("4.1-4.30", [stretch("04-01", "04-30")]),
        ("2014.4.1-30", [stretch("04-01", "04-30")]),
        ("2014年4.1-4.30", [stretch("04-01", "04-30")]),
        ("2014.3-2014.10", [months(3, 10)]),
        ("2014-03—2014-10", [months(3, 10)]),
        ("3月1日至15日", [stretch("03-01", "03-15")]),
        ("3月1-15日", [stretch("03-01", "03-15")]),
        ("3月1日、15日", [stretch("03-01", "03-01"), stretch("03-15", "03-15")]),
        ("3月10日", [stretch("03-10", "03-10")]),
        ("2014.3.15", [stretch("03-15", "03-15")]),
        ("2014-03-15 08:30:00", [stretch("03-15", "03-15")]),
        ("3月上旬", [stretch("03-01", "03-10")]),
        ("2月下旬", [stretch("02-21", "02-28")]),
        ("3月中旬至4月中旬", [stretch("03-11", "04-20")]),
        ("3月底", [month(3)]),
        ("6月至年底", [months(6, 12)]),
        ("3月1日至10月", [stretch("03-01", "10-31")]),
        ("3月至6月底前", [months(3, 6)]),
        ("检查时间：3月至5月", [months(3, 5)]),
        ("3月至5月集中开展专项检查", [months(3, 5)]),
        ("3月（具体时间另行通知）", [month(3)]),
        ("5月、6月各一次", [month(5), month(6)]),
        ("第一季度一次", [months(1, 3)]),
        ("第二季度（4-6月）", [months(4, 6)]),
        ("第二季度（5月）", [month(5)]),
        ("5月（第二季度）", [month(5)]),
    ],
)
def test_a_period_is_read(text: str, stretches: list[Stretch]) -> None:
    assert read_period(text, YEAR) == Period(tuple(stretches))


@pytest.mark.parametrize(
    "text",
    [
        "每季度一次",
        "每月至少一次",
        "每季度不少于2次",
        "1次/年/单位",
        "2次／季度",
        "每学期不少于1次",
        "每半年一次",
        "半年一次",
        "每年一次",
        "一年两次",
        "每周一次",
        "每月15日前",
        "每季度末月",
        "按季度",
        "全年不定期",
        "全年随机抽查",
        "全年12次",
        "2014年每月一次",
        "全年，每季度不少于一次",
    ],
)
def test_a_frequency_lies_in_the_plan_year_and_recurs(text: str) -> None:
    assert read_period(text, YEAR) == Period((stretch(*WHOLE),), recurring=True)


def test_a_frequency_keeps_to_the_months_named_with_it() -> None:
    assert read_period("3月-10月，每月一次", YEAR) == Period((months(3, 10),), recurring=True)
    named = (month(3), month(6), month(9), month(12))
    assert read_period("每季度一次（3、6、9、12月）", YEAR) == Period(named, recurring=True)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("6月底前", "06-30"),
        ("6月30日前", "06-30"),
        ("10月前", "09-30"),
        ("年底前完成", "12-31"),
        ("2014.6.30以前", "06-30"),
    ],
)
def test_a_deadline_names_the_end_only(text: str, end: str) -> None:
    assert read_period(text, YEAR) == Period((stretch("01-01", end),), open_start=True)


@pytest.mark.parametrize(("text", "start"), [("3月起", "03-01"), ("自3月15日起", "03-15"), ("第二季度开始", "04-01")])
def test_a_beginning_names_the_start_only(text: str, start: str) -> None:
    assert read_period(text, YEAR) == Period((stretch(start, "12-31"),), open_end=True)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("2013年3月至5月", [months(3, 5, 2013)]),
        ("2013年", [stretch("2013-01-01", "2013-12-31")]),
        ("2014-2015年", [stretch("2014-01-01", "2015-12-31")]),
        ("2014年11月至2015年2月", [stretch("2014-11-01", "2015-02-28")]),
        ("11月至次年2月", [stretch("2014-11-01", "2015-02-28")]),
        ("2014年10月、2015年3月、4月", [month(10), month(3, 2015), month(4, 2015)]),
        ("明年3月", [month(3, 2015)]),
    ],
)
def test_another_year_comes_through(text: str, stretches: list[Stretch]) -> None:
    period = read_period(text, YEAR)
    assert period == Period(tuple(stretches))
    assert period is not None
    assert not period.within(YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "适时",
        "不定期",
        "随机",
        "根据需要",
        "日常检查",
        "清明前夕",
        "春节前后",
        "国庆节前",
        "元旦、春节期间",
        "长期",
        "年底",
        "11月-2月",
        "10月至3月",
        "2014年6月30日至2014年6月1日",
        "一季度一次",
        "1月一次",
        "每两年一次",
        "4.1",
        "3-4",
        "5",
        "2014.3-10",
        "3月左右",
        "3月前后",
        "3月第一周",
        "除7、8月外每月一次",
        "3月（7月除外）",
        "第二季度（7-9月）",
        "第五季度",
        "13月",
        "2月30日",
        "1月前",
        "3月至",
        "3月、",
        "、3月",
        "三四月",
        "3月6月",
        "3、4月上旬",
        "6月底前、9月底前",
        "1014年3月",
        "3月" * 100,
    ],
)
def test_what_names_no_sure_time_stays_unread(text: str) -> None:
    assert read_period(text, YEAR) is None


def test_without_a_plan_year_only_written_years_count() -> None:
    assert read_period("3月至5月", None) is None
    assert read_period("每季度一次", None) is None
    assert read_period("2014年3月至5月", None) == Period((months(3, 5),))


@pytest.mark.parametrize("value", [date(2014, 6, 30), datetime(2014, 6, 30, 8, 30), 41820, 41820.5, 20140630])
def test_date_cells_are_one_day(value: object) -> None:
    assert read_period(value, YEAR) == Period((stretch("06-30", "06-30"),))


def test_numbers_are_years_months_or_nothing() -> None:
    assert read_period(2013, YEAR) == Period((stretch("2013-01-01", "2013-12-31"),))
    assert read_period(2014.6, YEAR) == Period((month(6),))
    for value in (2014.1, 3, 4.1, True, None, float("nan"), b"x"):
        assert read_period(value, YEAR) is None


@given(YEARS, MONTHS, MONTHS)
def test_a_range_of_months_is_read_in_every_spelling(year: int, first: int, last: int) -> None:
    expected = Period((months(first, last, year),)) if first <= last else None
    for text in (
        f"{first}月至{last}月",
        f"{first}月-{last}月",
        f"{first}月——{last}月份",
        f"{HAN[first]}月到{HAN[last]}月",
        f"{year}年{first}月至{last}月",
        f"{year}.{first}-{year}.{last}",
        f"{year}-{first:02}至{year}-{last:02}",
        f"{first}～{last}月",
    ):
        assert read_period(text, year) == expected, text


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_a_range_of_days_is_read_in_every_spelling(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    for text in (
        f"{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日",
        f"{start:%Y.%m.%d}-{end:%Y.%m.%d}",
        f"自{start}至{end}",
        f"{start:%Y%m%d}—{end:%Y%m%d}",
    ):
        assert read_period(text, YEAR) == Period((Stretch(start, end),)), text


@given(st.sets(MONTHS, min_size=1))
def test_a_list_of_months_gives_those_months(named: set[int]) -> None:
    for text in ("、".join(map(str, sorted(named))) + "月", "、".join(f"{number}月" for number in sorted(named))):
        period = read_period(text, YEAR)
        assert period is not None
        assert [found.month for found in period.months] == sorted(named)
        assert period.within(YEAR)


def test_two_periods_overlap_where_they_share_a_day() -> None:
    spring, june, autumn = (read_period(text, YEAR) for text in ("3-5月", "5月31日至6月30日", "9月、11月"))
    assert spring
    assert june
    assert autumn
    assert spring.overlaps(june)
    assert june.overlaps(spring)
    assert not spring.overlaps(autumn)
    assert (autumn.start, autumn.end) == (date(2014, 9, 1), date(2014, 11, 30))
    assert autumn.months == (Month(2014, 9), Month(2014, 11))


@given(
    st.text()
    | st.text(alphabet="0123456789一二三十年月日季度半上下旬初中底末前起至到-—、，.每次全不定期适时各（）/ \n"),
    YEARS,
)
def test_nothing_raises_and_each_stretch_runs_forward(text: str, year: int) -> None:
    period = read_period(text, year)
    if period is not None:
        assert period.stretches
        assert all(start <= end for start, end in period.stretches)
        assert period.months
