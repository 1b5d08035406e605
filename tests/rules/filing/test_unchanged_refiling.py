"""F008: the same bytes filed again for the same duty; what was recorded by mistake does not count."""

from datetime import date

import pytest

FIRST, AGAIN = date(2014, 6, 20), date(2014, 6, 25)


@pytest.fixture
def twice(duty, receipt):
    """A filing, and the same file again."""

    def made(first="filed", again="filed", same_as="2014-00001"):
        one = receipt(FIRST, fate=first)
        other = receipt(AGAIN, number="2014-00002", fate=again, same_as=same_as)
        return duty(date(2014, 6, 30), one, other)

    return made


def test_the_same_file_again_is_pointed_out_with_both_receipts(said, twice):
    (finding,) = said("F008", twice())
    assert finding.severity == "info"
    assert finding.message.render() == (
        "“年度行政执法检查计划”2014-06-25报送的文件（回执2014-00002）与回执2014-00001的文件完全相同"
    )


def test_after_a_return_it_says_that_nothing_was_mended(said, twice):
    (finding,) = said("F008", twice("returned"))
    assert "与已退回的文件（回执2014-00001）完全相同，没有改动" in finding.message.render()


@pytest.mark.parametrize(("first", "again"), [("void", "filed"), ("filed", "void")])
def test_a_voided_receipt_is_no_filing(said, twice, first, again):
    assert said("F008", twice(first, again)) == []


@pytest.mark.parametrize("same_as", [None, "2014-00009"])
def test_other_files_and_files_of_other_duties_are_no_refiling(said, twice, same_as):
    assert said("F008", twice(same_as=same_as)) == []


def test_filings_without_a_number_are_not_taken_for_each_other(said, duty, receipt):
    assert said("F008", duty(date(2014, 6, 30), receipt(FIRST, number=""), receipt(AGAIN, number=""))) == []
