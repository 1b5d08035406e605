"""W001: a file that cannot be opened says why in its own words."""

from enforcer.domain.reading import Failure, Reading
from enforcer.domain.sentence import Sentence

LOCKED = Failure("encrypted", Sentence("文件已加密"), Sentence("请取消密码后重新报送"))


def test_the_reading_s_own_cause_and_remedy_are_spoken(dossier, judge):
    (finding,) = judge("W001", dossier(Reading("计划.xlsx", failure=LOCKED))).all_findings()
    assert finding.message.render() == "文件已加密"
    assert finding.remedy.render() == "请取消密码后重新报送"
    assert (finding.place.file, finding.place.sheet) == ("计划.xlsx", None)
    assert finding.severity == "error"
    assert finding.clause.number == "二（八）"


def test_values_in_the_cause_are_filled_in(dossier, sentences):
    large = Failure("too_large", Sentence("文件有{size}MB", {"size": 300}), Sentence("请分成几个文件"))
    assert sentences("W001", dossier(Reading("a.xlsx", failure=large))) == ["文件有300MB"]


def test_a_lock_file_that_was_skipped_is_no_fault(dossier, cells):
    assert cells("W001", dossier(Reading("~$计划.xlsx", skip=Sentence("这是临时文件")))) == []


def test_a_file_that_was_read_is_not_accused(reading, dossier, cells):
    assert cells("W001", dossier(reading(1))) == []
