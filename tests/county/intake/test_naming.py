"""What a file's name tells: which obligation, never by a guess; and that no name leads out of its folder."""

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.county.intake.naming import obligations_named, own_name
from enforcer.county.intake.storing import kept
from enforcer.notices import load_notice

NOTICE = load_notice()


def keys(name):
    return [one.key for one in obligations_named(name, NOTICE)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("附件1.docx", ["plan"]),
        ("附件四（张店路）.pdf", ["officers"]),
        ("附件12.pdf", []),
        ("附件10.pdf", []),
        ("桓台县农业局2014年度行政执法检查计划.pdf", ["plan"]),
        ("summary-2014.pdf", ["summary"]),
        ("benchmarks.pdf", []),
        ("行政处罚裁量基准数据库.xls", ["benchmark", "databases"]),
        ("C:\\材料\\责 任 追 究.doc", ["accountability"]),
        ("扫描0001.jpg", []),
    ],
)
def test_a_name_speaks_of_obligations(name, found):
    assert keys(name) == found


def test_every_obligation_is_found_by_its_own_title_and_key():
    for one in NOTICE.obligations.values():
        assert one in obligations_named(f"{one.title}.pdf", NOTICE)
        assert keys(f"{one.key}.pdf") == [one.key]


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("2014-00001_附件1_退改.xlsx", "附件1_退改.xlsx"),
        ("2014-00009_2014-00001_附件1.xlsx", "附件1.xlsx"),
        ("2014-06-30_附件1.xlsx", "2014-06-30_附件1.xlsx"),
        ("2014-00001_", "2014-00001_"),
    ],
)
def test_receipt_numbers_of_earlier_filings_are_no_part_of_a_name(name, own):
    assert own_name(name) == own


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(name):
    with tempfile.TemporaryDirectory() as place:
        source, folder = Path(place, "source"), Path(place, "filings", "县局")
        source.write_bytes(b"original")
        path, is_new = kept(source, folder, "2014-00001", name, hashlib.sha256(b"original").hexdigest())
        assert is_new
        assert path.parent == folder
        assert path.name.startswith("2014-00001_")
        assert [one.name for one in folder.iterdir()] == [path.name]


@given(st.text(max_size=100))
def test_no_name_is_too_odd_to_be_asked(name):
    assert isinstance(obligations_named(name, NOTICE), tuple)
    assert own_name(name) or not name
