"""An obligation may be named by key, by title, or by an unambiguous beginning of either."""

import pytest

from enforcer.county.duty_words import short_title
from enforcer.county.obligations import obligation_named, obligations_meant
from enforcer.domain.errors import EnforcerError
from enforcer.notices import load_notice

NOTICE = load_notice()


@pytest.mark.parametrize("key", NOTICE.obligations)
def test_key_and_title_name_it(key):
    obligation = NOTICE.obligations[key]
    assert obligation_named(NOTICE, key) is obligation
    assert obligation_named(NOTICE, obligation.title) is obligation
    assert obligation_named(NOTICE, f"《{obligation.title}》") is obligation


@pytest.mark.parametrize("key", NOTICE.obligations)
def test_the_short_name_that_our_own_tables_show_names_it(key):
    obligation = NOTICE.obligations[key]
    assert obligation_named(NOTICE, short_title(obligation)) is obligation


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("PLAN", "plan"),
        ("年度行政执法检查", "plan"),
        ("proc", "procedure"),
        ("案件办理", "procedure"),
        ("行政执法责任制", "responsibility"),
        ("附件3", "benchmark"),
        ("4", "officers"),
        ("案件定期", "case-reports"),
    ],
)
def test_a_beginning_that_fits_one_is_enough(text, key):
    assert obligation_named(NOTICE, text).key == key


def test_a_beginning_of_several_names_them():
    with pytest.raises(EnforcerError, match=r"可以指几个事项：.*responsibility（行政执法责任制）.*accountability"):
        obligation_named(NOTICE, "行政执法责任")


@pytest.mark.parametrize("text", ["", "  ", "nothing", "附件9", "制度", "《》"])
def test_what_names_none_lists_them_all(text):
    assert obligations_meant(NOTICE, text) == ()
    with pytest.raises(EnforcerError, match="summary（活动开展情况书面总结）"):
        obligation_named(NOTICE, text)
