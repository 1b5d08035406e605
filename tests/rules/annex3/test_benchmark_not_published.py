"""A318: the benchmark is published; from December on its lack asks for an explanation."""

from dataclasses import replace
from datetime import date

import pytest

from enforcer.annexes.benchmark import violations
from enforcer.domain.reading import Assumption
from enforcer.domain.sentence import Sentence

STANDARDS = ["处一万元罚款", "处二万元罚款"]
STATUTE = "处一万元以上五万元以下罚款"
UNSAID = {"published_number": "", "published": "　"}


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2014, 7, 30), "info"),
        (date(2014, 11, 30), "info"),
        (date(2014, 12, 1), "warning"),
        (date(2014, 12, 31), "warning"),
        (date(2015, 3, 1), "warning"),
    ],
)
def test_it_is_an_information_until_november_and_a_warning_from_december(one, findings, day, severity):
    (finding,) = findings("A318", one(STANDARDS, STATUTE, header=UNSAID, day=day))
    assert (finding.severity, finding.message.render()) == (severity, "没有写明裁量基准的公布文号和公布日期")


@pytest.mark.parametrize(
    "header",
    [
        {"published_number": "桓安监发〔2014〕15号", "published": ""},
        {"published_number": "无", "published": "2014-08-10"},
    ],
)
def test_a_number_or_a_day_passes(one, outcome, header):
    assert outcome("A318", one(STANDARDS, STATUTE, header=header)) == []


def test_who_only_applies_higher_standards_publishes_none(one, outcome):
    made = one(STANDARDS, STATUTE, header={**UNSAID, "applied_standard": "省"})
    assert outcome("A318", made) == ["? 执行省市标准，仅核对引用"]


def test_a_reading_that_says_which_references_were_followed_is_still_the_units_own(one, findings):
    made = one(STANDARDS, STATUTE, header=UNSAID)
    violations(made)
    noted = tuple(
        each._replace(assumptions=(Assumption(each.place, Sentence("按所写的序号")),)) for each in made.readings
    )
    assert [each.place.cell for each in findings("A318", replace(made, readings=noted))] == ["B2"]


def test_a_nil_return_publishes_nothing(reading, dossier, outcome):
    assert outcome("A318", dossier(reading(3, []))) == []
