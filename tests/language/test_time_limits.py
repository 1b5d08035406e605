import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.time_limits import TimeLimit, TimeUnit, read_time_limit, read_time_limits


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("7日内", TimeLimit(7, "day")),
        ("７ 日 以内", TimeLimit(7, "day")),
        ("3天", TimeLimit(3, "day")),
        ("十五日", TimeLimit(15, "day")),
        ("二十日之内", TimeLimit(20, "day")),
        ("10个自然日", TimeLimit(10, "day")),
        ("不超过60日", TimeLimit(60, "day")),
        ("七个工作日", TimeLimit(7, "working_day")),
        ("1个工作日内完成", TimeLimit(1, "working_day")),
        ("15日（工作日）", TimeLimit(15, "working_day")),
        ("工作日7日内", TimeLimit(7, "working_day")),
        ("5-7个工作日", TimeLimit(7, "working_day")),
        ("五日至七日内", TimeLimit(7, "day")),
        ("一个月", TimeLimit(1, "month")),
        ("三个月内", TimeLimit(3, "month")),
        ("半年", TimeLimit(6, "month")),
        ("两周内", TimeLimit(14, "day")),
        ("2年内", TimeLimit(2, "year")),
        ("2小时", TimeLimit(2, "hour")),
        ("半日", TimeLimit(12, "hour")),
        ("30分钟", TimeLimit(30, "minute")),
        ("当场", TimeLimit(0, "at_once")),
        ("即时办理", TimeLimit(0, "at_once")),
        ("次日", TimeLimit(1, "day")),
        ("提前7日", TimeLimit(7, "day", "before")),
        ("举行听证的七日前", TimeLimit(7, "day", "before")),
        ("公示不少于30日", TimeLimit(30, "day", "at_least")),
        ("延长至60日", TimeLimit(60, "day")),
        ("立案后30日内", TimeLimit(30, "day", event="立案后")),
        ("自收到决定书之日起15日内", TimeLimit(15, "day", event="收到决定书之日起")),
        ("作出决定后，应当在七日内", TimeLimit(7, "day")),
        ("不能当场送达的，7日内送达", TimeLimit(7, "day")),
        ("违法事实查清后\n5个工作日内", TimeLimit(5, "working_day", event="违法事实查清后")),
    ],
)
def test_a_cell_with_one_limit_is_read(text: str, limit: TimeLimit) -> None:
    assert read_time_limits(text) == (limit,)
    assert read_time_limit(text) == limit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "及时",
        "适时",
        "按规定时限",
        "6月15日前",
        "每月15日",
        "2014年6月30日",
        "2014年",
        "2014年度",
        "3月内",
        "一月内",
        "半个月",
        "第3日",
        "第五个工作日",
        "每3天一次",
        "逾期超过15日的",
        "不能当场送达的",
        "无法立即送达",
        "当场处罚程序",
        "3人",
        "7-5日",
        "百日攻坚",
        "无",
        "7日" * 3000,
    ],
)
def test_what_sets_no_sure_limit_gives_none(text: str) -> None:
    assert read_time_limits(text) == ()
    assert read_time_limit(text) is None


def test_several_limits_are_all_read_in_their_order() -> None:
    text = "自立案之日起60日内；经负责人批准可以延长30日；5个工作日内送达"
    assert read_time_limits(text) == (
        TimeLimit(60, "day", event="立案之日起"),
        TimeLimit(30, "day", extension=True),
        TimeLimit(5, "working_day"),
    )
    assert read_time_limit(text) is None


def test_one_limit_said_twice_is_one_limit() -> None:
    assert read_time_limit("7日内送达（七日）") == TimeLimit(7, "day")


@pytest.mark.parametrize(
    ("amount", "unit", "days"),
    [
        (0, "at_once", 0),
        (30, "minute", 1),
        (24, "hour", 1),
        (25, "hour", 2),
        (7, "day", 7),
        (5, "working_day", 5),
        (6, "working_day", 8),
        (7, "working_day", 9),
        (11, "working_day", 15),
        (1, "month", 28),
        (12, "month", 363),
        (1, "year", 365),
    ],
)
def test_a_limit_knows_the_fewest_days_it_can_span(amount: int, unit: TimeUnit, days: int) -> None:
    assert TimeLimit(amount, unit).least_days == days


@given(
    st.integers(1, 999), st.sampled_from([("日", "day"), ("天", "day"), ("个工作日", "working_day"), ("个月", "month")])
)
def test_every_amount_is_read_with_its_unit(amount: int, unit: tuple[str, TimeUnit]) -> None:
    word, name = unit
    assert read_time_limit(f"立案后{amount}{word}内") == TimeLimit(amount, name, event="立案后")


@given(st.text() | st.text(alphabet="0123456789一二三十个工作日天月年周半小时分钟内前后起当场即时次每第超过至-（）， "))
def test_nothing_raises_and_amounts_are_not_negative(text: str) -> None:
    for limit in read_time_limits(text):
        assert limit.amount >= 0
        assert limit.least_days >= 0
        assert limit.event is None or limit.event
