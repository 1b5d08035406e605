"""enforcer.toml: what it may say, and that whatever else it says is refused in a sentence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enforcer.county.settings.mail import Mail
from enforcer.county.settings.reading import Settings, read_settings
from enforcer.domain.errors import EnforcerError
from enforcer.notices import load_notice

WHOLE = """
county = "高青县"
office = "县司法局"
contact = "张三 0533-0000000"
year = 2016
notice = "2014"
calendar = "next-workday"
soon_days = 3
return_days = 15
[dues]
databases = "9月30日"
"案件定期汇总和案件分析报告" = "12-10"
plan = "02-15"
appraisal = "11-30"
[rules]
select = ["a", "F0"]
ignore = "W010"
credential_pattern = "[0-9]{8}"
[rules.severities]
a407 = "warning"
[rules.trials]
A316 = 2014-12-31
A102 = "2015-06-30"
[mail]
server = "smtp.example.org"
security = "tls"
user = "fzb"
sender = "fzb@example.org"
office = ["fzb@example.org", "a@example.org；b@example.org"]
[points]
full = 50
late = 0.50
overdue = 5
error = 1.0
[points.most]
error = 10
"""


@pytest.fixture
def read(tmp_path):
    """read(text): the settings of a file with that text."""

    def of(text: str | bytes) -> Settings:
        path = tmp_path / "enforcer.toml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_settings(path)

    return of


@pytest.fixture
def refused(read):
    """refused(text): the sentence with which a file is refused."""

    def said(text: str | bytes) -> str:
        with pytest.raises(EnforcerError) as caught:
            read(text)
        return caught.value.sentence.render()

    return said


def test_an_empty_file_is_the_shipped_notice_and_every_default(read):
    found, notice = read(""), load_notice()
    assert (found.county, found.office, found.year) == (notice.county, notice.office, notice.year)
    assert found.notice == notice
    assert (found.calendar, found.soon_days, found.return_days, found.points) == ("none", 7, 10, None)
    assert found.mail == Mail()
    assert found.policy.selects("A101")
    assert not found.dues


def test_everything_that_can_be_set_is(read):
    found = read(WHOLE)
    assert (found.county, found.office, found.contact) == ("高青县", "县司法局", "张三 0533-0000000")
    assert (found.year, found.calendar, found.soon_days, found.return_days) == (2016, "next-workday", 3, 15)
    assert found.dues == {"databases": (9, 30), "case-reports": (12, 10), "plan": (2, 15), "appraisal": (11, 30)}
    assert (found.policy.select, found.policy.ignore) == (("A", "F0"), ("W010",))
    assert found.policy.severities == {"A407": "warning"}
    assert found.policy.trials == {"A316": date(2014, 12, 31), "A102": date(2015, 6, 30)}
    assert found.rules == {"credential_pattern": "[0-9]{8}"}
    office = ("fzb@example.org", "a@example.org", "b@example.org")
    assert found.mail == Mail("smtp.example.org", 465, "tls", "fzb", "fzb@example.org", office)
    assert found.points is not None
    assert (found.points.full, found.points.most) == (50, {"error": 10})
    assert found.points.deductions == {"late": Decimal("0.5"), "overdue": 5, "error": 1}


def test_the_notice_is_the_countys_own_but_its_days_stay(read):
    notice = read(WHOLE).notice
    assert (notice.county, notice.office) == ("高青县", "县司法局")
    databases, plan, appraisal = (notice.obligations[key] for key in ("databases", "plan", "appraisal"))
    assert databases.due.on(2014) == date(2014, 9, 30)
    assert databases.due.own
    assert plan.due == load_notice().obligations["plan"].due  # named by the notice: no county moves it
    assert plan.later.on(2015) == date(2015, 2, 15)
    assert appraisal.due.on(2014) == date(2014, 10, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("conty = 'x'", ("conty不是已知的设置", "是不是county")),
        ("zzzzz = 1", ("zzzzz不是已知的设置", "可以写：", "return_days")),
        ("county = 3", ("county应是", "“3”")),
        ("county = ''", ("county应是", "“”")),
        (f"county = '{'县' * 41}'", ("county应是",)),
        ("year = 1999", ("year应是2011到2100之间的整数", "“1999”")),
        ("year = '2014'", ("year应是", "“2014”")),
        ("year = true", ("year应是", "“true”")),
        ("year = 1e400", ("year应是",)),
        ("calendar = 'lunar'", ("calendar应是", '"none"、"next-workday"', "“lunar”")),
        ("soon_days = -1", ("soon_days应是0到366之间的整数", "“-1”")),
        ("return_days = 0", ("return_days应是1到366",)),
        ("notice = 'missing.toml'", ("notice应是", "2014", "“missing.toml”")),
        ("notice = 5", ("notice应是", "“5”")),
        ("notice = ''", ("notice应是",)),
        ("dues = 3", ("dues应是以[dues]开头的一组设置", "“3”")),
        ("[dues]\nresponsibilty = '9-30'", ("是不是dues.responsibility",)),
        ("[dues]\ndatabases = '2-29'", ("dues.databases应是月和日", "“2-29”")),
        ("[dues]\ndatabases = 2014-09-30", ("dues.databases应是月和日", "“2014-09-30”")),
        ("[dues]\nlog = '9-30'", ("dues.log", "随时报送")),
        ("[rules]\nselect = ['B1']", ("rules.select应是", "“B1”")),
        ("[rules]\nselect = [1]", ("rules.select应是",)),
        ("[rules]\nignored = 'A1'", ("rules.ignored", "是不是rules.ignore")),
        ("[rules]\ncredential_pattern = '('", ("rules.credential_pattern应是", "“(”")),
        ("[rules.severities]\nA999 = 'error'", ("rules.severities.A999应是", "A302")),
        ("[rules.severities]\nA407 = 'fatal'", ("error、warning、info", "“fatal”")),
        ("[rules.trials]\nA407 = 'soon'", ("rules.trials.A407应是", "“soon”")),
        ("[rules.trials]\nA407 = 2014-12-31T00:00:00", ("rules.trials.A407应是",)),
        ("[mail]\npassword = 'geheim'", ("mail.password", "ENFORCER_SMTP_PASSWORD")),
        ("[mail]\nserver = 'smtp.example.org'", ("mail.sender",)),
        ("[mail]\nserver = 'a b'\nsender = 'a@example.org'", ("mail.server应是", "“a b”")),
        ("[mail]\nsender = 'fzb'", ("mail.sender应是一个邮箱地址", "“fzb”")),
        ("[mail]\nsender = 'a@example.org\\nBcc: x@example.org'", ("mail.sender应是",)),
        ("[mail]\noffice = 'fzb'", ("mail.office应是", "“fzb”")),
        ("[mail]\nport = 0", ("mail.port应是1到65535",)),
        ("[mail]\nsecurity = 'ssl'", ("mail.security应是", "“ssl”")),
        ("[points]\nfull = 100", ("[points]", "late")),
        ("[points]\nlat = 1", ("points.lat", "是不是points.late")),
        ("[points]\nlate = -1", ("points.late应是", "“-1”")),
        ("[points]\nlate = 0.123", ("points.late应是", "“0.123”")),
        ("[points]\nlate = nan", ("points.late应是",)),
        ("[points]\nlate = 1\nfull = 0", ("points.full应是",)),
        ("[points]\nlate = 1\n[points.most]\nlate = 'x'", ("points.most.late应是", "“x”")),
    ],
)
def test_a_wrong_setting_is_named_quoted_and_told_what_is_expected(refused, text, said):
    sentence = refused(text)
    assert "enforcer.toml" in sentence or "通知文件" in sentence
    for part in said:
        assert part in sentence


def test_a_file_that_is_no_notice_is_said(refused, tmp_path):
    (tmp_path / "passwd").write_text("root:x:0:0", encoding="utf-8")
    assert "写法有误" in refused("notice = 'passwd'")


def test_a_password_is_never_repeated(refused):
    assert "geheim" not in refused("[mail]\npassword = 'geheim'")


def test_what_is_no_toml_names_the_line(refused):
    assert "第2行" in refused("year = 2014\ncounty = “桓台县”\n")


def test_notepads_encodings(read, refused):
    assert read("\ufeffcounty = '高青县'\r\nyear = 2015\r\n").county == "高青县"
    assert "UTF-8" in refused("county = '桓台县'".encode("gbk"))


def test_a_missing_file_is_said_in_a_sentence(tmp_path):
    with pytest.raises(EnforcerError, match="打不开设置文件"):
        read_settings(tmp_path / "enforcer.toml")


def test_a_notice_file_of_the_workspace_is_read(read, tmp_path, shipped_text):
    (tmp_path / "新通知.toml").write_text(
        shipped_text.replace("year = 2014", "year = 2016", 1).replace('county = "桓台县"', 'county = "高青县"'),
        encoding="utf-8",
    )
    found = read('notice = "新通知.toml"')
    assert (found.county, found.year, found.notice.year) == ("高青县", 2016, 2016)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("year = 2014", 'year = "2014"', "year应是四位年份"),
        ("issued = 2014-06-13", 'issued = "2014-06-13"', "issued应是日期"),
        ('office = "县法制办"', "", "缺少office"),
        ("annex = 2", "annex = 1", "附件1归了两个事项"),
        ("annex = 2", "annex = [2]", "annex应是1至4"),
        ('exempt = ["公安", "税务"]', 'exempt = ["军队"]', "exempt应是公安、税务当中的一个"),
        ('kind = "running"', 'kind = "sometimes"', "kind应是"),
        ('forms = ["paper", "electronic"]', 'forms = ["fax"]', "forms应是"),
    ],
)
def test_a_notice_file_that_is_not_well_made_is_refused(  # noqa: PLR0917 - fixtures and a case
    refused, tmp_path, shipped_text, old, new, said
):
    assert old in shipped_text
    (tmp_path / "n.toml").write_text(shipped_text.replace(old, new, 1), encoding="utf-8")
    assert said in refused('notice = "n.toml"')


@pytest.fixture
def shipped_text():
    from importlib.resources import files  # noqa: PLC0415 - the file itself, as a maintainer would copy it

    return (files("enforcer.notices") / "2014.toml").read_text(encoding="utf-8")


KEYS = st.sampled_from(
    [
        *("county", "office", "contact", "year", "notice", "calendar", "soon_days", "return_days", "dues", "rules"),
        *("mail", "points", "severities", "trials", "select", "full", "late", "most", "A407", "server", "plan", "x"),
    ]
)
SCALARS = st.one_of(
    st.integers(-3, 3000).map(str),
    st.sampled_from(["true", "1.5", "nan", "-inf", "1e999", "2014-12-31", "00:00:00", "[]", "[[]]", "{}", "''"]),
    st.sampled_from(["'2014'", "'none'", "'error'", "'9-30'", "'桓台县'", "['A1']", "'a@example.org'", "'\\u0000'"]),
)
LINES = st.one_of(
    st.tuples(KEYS, SCALARS).map(" = ".join),
    st.lists(KEYS, min_size=1, max_size=2).map(lambda keys: f"[{'.'.join(keys)}]"),
    st.text(max_size=12),
)


@given(st.one_of(st.binary(max_size=60), st.lists(LINES, max_size=8).map(lambda lines: "\n".join(lines).encode())))
@example(b"x = " + b"[" * 3000)
@example(b"year = " + b"9" * 5000)
@example(b"[dues]\nplan = '\xff'")
@settings(deadline=None, max_examples=200)
def test_whatever_the_file_holds_it_is_settings_or_an_error_in_a_sentence(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any-enforcer.toml"
    path.write_bytes(content)
    try:
        found = read_settings(path)
    except EnforcerError as error:
        sentence = error.sentence.render()
        assert sentence
        assert "\n" not in sentence
    else:
        assert found.county
        assert 2011 <= found.year <= 2100
