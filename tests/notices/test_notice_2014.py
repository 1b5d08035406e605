"""The notice as data says what the notice says."""

from datetime import date
from itertools import pairwise

import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.notices import load_notice

NOTICE = load_notice()


@pytest.mark.parametrize(
    ("key", "due"),
    [
        ("plan", date(2014, 6, 30)),
        ("procedure", date(2014, 7, 15)),
        ("responsibility", date(2014, 7, 15)),
        ("officers", date(2014, 7, 15)),
        ("benchmark", date(2014, 7, 30)),
        ("appraisal", date(2014, 10, 30)),
        ("accountability", date(2014, 10, 30)),
        ("summary", date(2014, 12, 1)),
        ("authority", None),
        ("log", None),
        ("case-reports", None),
        ("credentials", None),
        ("databases", None),
    ],
)
def test_each_of_the_thirteen_obligations_has_its_own_day(key, due):
    obligation = NOTICE.obligations[key]
    assert obligation.due_in(2014, NOTICE.year).on(2014) == due
    assert len(NOTICE.obligations) == 13


def test_later_years_keep_the_recurring_duties_and_mark_the_countys_own_day():
    plan = NOTICE.obligations["plan"].due_in(2015, NOTICE.year)
    assert (plan.on(2015), plan.own) == (date(2015, 1, 31), True)
    assert NOTICE.obligations["officers"].due_in(2015, NOTICE.year).on(2015) is None


def test_only_officers_and_databases_spare_the_police_and_the_tax_office():
    assert {key for key, one in NOTICE.obligations.items() if one.exempt} == {"officers", "databases"}


@pytest.mark.parametrize(
    ("day", "article", "days"),
    [(date(2014, 7, 1), "第四十二条", 3), (date(2021, 7, 14), "第四十二条", 3), (date(2021, 7, 15), "第六十四条", 5)],
)
def test_a_law_is_the_version_in_force_on_the_day(day, article, days):
    clause = NOTICE.clause("law:hearing-request", day)
    assert clause is not None
    assert article in clause.number
    assert clause.figure("days") == days


def test_no_limit_for_decisions_stood_in_law_before_2021():
    assert NOTICE.clause("law:decision-limit", date(2014, 7, 1)) is None
    assert NOTICE.clause("law:decision-limit", date(2021, 7, 15)) is not None


def test_versions_of_an_article_neither_overlap_nor_leave_a_day_out():
    for key, versions in NOTICE.articles.items():
        for older, newer in pairwise(versions):
            assert older.until is not None, key
            assert (newer.since - older.until).days == 1, key


def test_a_file_that_is_missing_or_broken_is_said_in_a_sentence(tmp_path):
    with pytest.raises(EnforcerError, match="找不到通知文件"):
        load_notice(tmp_path / "none.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text('key = "x"\nyear = ', encoding="utf-8")
    with pytest.raises(EnforcerError, match="写法有误"):
        load_notice(broken)
