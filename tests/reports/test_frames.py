"""Analysts get the findings as a frame whose columns keep their types, empty or not."""

from enforcer import frame
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.reports.frames import COLUMNS
from enforcer.rules import find_rule


def test_a_row_a_finding_with_place_and_clause(reading, dossier):
    verdict = examine(dossier(reading(1, [{"basis": "x"}])), load_notice(), (find_rule("A101"),))
    table = frame(verdict)
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == 6
    assert set(table["code"]) == {"A101"}
    assert table["row"].tolist() == [5] * 6
    assert table.groupby("field").size().to_dict()["period"] == 1
    assert str(table["reference_day"].dtype) == "datetime64[ns]"


def test_an_empty_verdict_has_the_same_columns_and_types(reading, dossier):
    row = dict.fromkeys(("basis", "body", "inspectors", "period", "place", "matter", "target"), "x")
    empty = frame(examine(dossier(reading(1, [row])), load_notice(), (find_rule("A101"),)))
    assert len(empty) == 0
    assert str(empty["annex"].dtype) == "Int64"
