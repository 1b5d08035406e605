from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enforcer.language.dates import FIRST_YEAR, LAST_YEAR, Month, day_of, find_date, read_date, read_month

DAY = date(2014, 6, 30)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
HAN = "〇一二三四五六七八九"


def spell(number: int) -> str:
    """A number below 100 as it stands in a Chinese date."""
    tens, ones = divmod(number, 10)
    if not tens:
        return HAN[ones]
    return ("" if tens == 1 else HAN[tens]) + "十" + (HAN[ones] if ones else "")


def spellings(day: date) -> list[str]:
    year, month, number = day.year, day.month, day.day
    han_year = "".join(HAN[int(digit)] for digit in str(year))
    return [
        f"{year}.{month}.{number}",
        f"{year}-{month:02}-{number:02}",
        f"{year}/{month}/{number}/",
        f"{year}{month:02}{number:02}",
        f"{year}年{month}月{number}日",
        f" {year} 年 {month} 月 {number} 日 ",
        f"{year}年{month:02}月{number:02}号",
        f"{year}年{month}月{number}",
        f"{year}．{month}．{number}",
        f"{year}—{month}—{number}",
        f"{year}-{month:02}-{number:02} 08:30:00",
        f"{year}-{month:02}-{number:02}T23:59:59",
        f"{year}年{month}月{number}日上午9时30分",
        f"{year}年{month}月{number}日（星期一）",
        f"{han_year}年{spell(month)}月{spell(number)}日",
        *(f"{han_year.replace('〇', zero)}年{spell(month)}月{spell(number)}日" for zero in "○零0OО"),
    ]


@given(DAYS)
@example(date(2014, 10, 10))
@example(date(2020, 2, 29))
def test_each_usual_spelling_of_a_day_gives_the_day_back(day: date) -> None:
    for text in spellings(day):
        assert read_date(text) == day, text
        full_width = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
        assert read_date(full_width) == day, full_width


@given(DAYS)
def test_each_usual_spelling_is_found_in_a_header_line(day: date) -> None:
    for text in spellings(day):
        assert find_date(f"填报单位（盖章）：县农业局 填报日期：{text} 填报人：张三 联系电话：0533-8180000") == day, (
            text
        )


@given(DAYS)
def test_a_day_is_also_its_month(day: date) -> None:
    for text in spellings(day):
        assert read_month(text) == Month(day.year, day.month)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)))
def test_date_cells_and_serials_give_their_day(moment: datetime) -> None:
    day = moment.date()
    serial = (day - date(1899, 12, 30)).days
    assert read_date(moment) == read_date(day) == read_date(serial) == read_date(serial + 0.75) == day


def test_a_day_written_as_a_number_is_read() -> None:
    assert read_date(20140630) == read_date(20140630.0) == DAY
    assert read_month(201406) == read_month(20140630) == Month(2014, 6)


@pytest.mark.parametrize(
    "value", [2014, 201406, 20140631, 2014.6, 6.3, 0, -41820, 9999, 99999, True, float("nan"), float("inf"), 10**400]
)
def test_numbers_that_are_no_serial_are_no_day(value: float) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize("value", [None, b"2014-06-30", time(8, 30), Decimal(41820), [], timedelta(days=41820)])
def test_other_cells_are_no_day(value: object) -> None:
    assert read_date(value) is None
    assert read_month(value) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14/6/2",
        "14.6.30",
        "3/4/2014",
        "2014年2月30日",
        "2014-02-29",
        "2014.13.1",
        "2014",
        "2014年",
        "2014年6月",
        "201406",
        "2014630",
        "41820",
        "1014年6月1日",
        "3014年6月1日",
        "2014年6月30日前",
        "2014年6月30日起",
        "2014年6月上旬",
        "2014.6.30-2014.7.30",
        "2014年6月3日至5日",
        "2014年6月3-5日",
        "2014.6.3.1",
        "2014.6-10",
        "2014年6-10",
        "6月30日",
        "6.30",
        "长期",
        "2014年度6月计划",
        "120140630",
        "2014-06-30" + " " * 100,
    ],
)
def test_what_is_not_one_sure_day_stays_unread(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["6/30/2014", "30/6/2014", "30-6-2014", "30.06.2014", "6/30/2014 9:00"])
def test_a_day_before_its_year_is_read_where_only_one_reading_exists(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["6月30日", "6.30", "6/30", "6-30", "14年6月30日", "六月三十日", "０６月３０号", "6 月 30 日"]
)
def test_a_given_year_completes_a_day(text: str) -> None:
    assert read_date(text, year=2014) == DAY


@pytest.mark.parametrize("text", ["6-10", "13年6月30日", "2月29日", "6.31", "30/6", "6月", "6", ""])
def test_a_given_year_does_not_make_a_guess_sure(text: str) -> None:
    assert read_date(text, year=2014) is None


def test_a_written_year_outranks_the_given_one() -> None:
    assert read_date("2013年6月30日", year=2014) == date(2013, 6, 30)


@pytest.mark.parametrize(
    "text", ["2014年6月", "2014.6", "2014-06", "2014/6", "201406", "二○一四年六月", "2014年6月份", "2014 年 6 月"]
)
def test_a_month_is_read(text: str) -> None:
    assert read_month(text) == Month(2014, 6)
    assert read_date(text) is None


def test_a_month_typed_as_a_decimal_number_is_read_unless_a_zero_may_be_lost() -> None:
    assert read_month(2014.6) == Month(2014, 6)
    assert read_month(2014.12) == Month(2014, 12)
    assert read_month(2014.1) is None
    assert read_month(2014.13) is None


@pytest.mark.parametrize(
    "value", ["", "6月", "2014", "2014年13月", "2014年0月", "2014-06-31", "2014年6月至8月", 2014, 6, True, 201413]
)
def test_what_is_no_month_stays_unread(value: object) -> None:
    assert read_month(value) is None


@given(st.builds(Month, st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12)))
def test_a_month_runs_from_its_first_day_to_its_last(month: Month) -> None:
    assert month.first.day == 1
    following = month.last + timedelta(days=1)
    assert following.day == 1
    assert following.month == month.month % 12 + 1
    assert 28 <= (following - month.first).days <= 31


@pytest.mark.parametrize(
    "text",
    [
        "填报日期：2014年6月20日 公布日期：2014年6月25日",
        "2014年6月31日",
        "2014年6月20日、2014年6月31日",
        "请于2014年6月30日前报县法制办",
        "2014年6月30日以前",
        "2014年6月20日至30日",
        "2014.6.20-6.30",
        "填报日期：6月20日",
        "填报日期： 年 月 日",
        "联系电话：20141230",
        "2014年度行政执法检查计划",
        "桓政办发〔2014〕36号",
        "",
    ],
)
def test_no_day_is_found_where_none_or_several_stand(text: str) -> None:
    assert find_date(text) is None


def test_the_same_day_said_twice_is_one_day() -> None:
    assert find_date("二〇一四年六月三十日（2014.6.30）") == DAY


def test_eight_digits_are_a_day_after_a_label() -> None:
    assert find_date("填报日期：20140630 联系电话：20151231") == DAY


def test_a_limit_beside_a_day_does_not_compete() -> None:
    assert find_date("填报日期：2014年6月20日（请于2014年6月30日前报送）") == date(2014, 6, 20)


@given(st.integers(), st.integers(), st.integers())
@example(2014, 2, 30)
@example(2014, 10**30, 1)
def test_a_day_exists_or_is_none(year: int, month: int, day: int) -> None:
    found = day_of(year, month, day)
    assert found is None or (found.year, found.month, found.day) == (year, month, day)


@given(st.text() | st.text(alphabet="2014年6月日.-/ ○一二十至前:T") | st.floats() | st.integers())
def test_nothing_raises_and_a_day_lies_in_plausible_years(value: object) -> None:
    day = read_date(value)
    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR
    read_month(value)
    if isinstance(value, str):
        found = find_date(value)
        assert found is None or FIRST_YEAR <= found.year <= LAST_YEAR
