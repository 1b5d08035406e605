"""Section 8: a page a unit that can be cut off and sent: all that concerns it, nothing of any other unit."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.reports.contents import contents

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def across():
    """The report of a county whose units claim much alike."""
    settings = without_workspace()
    return contents(standing_of_folder(SAMPLES / "across", 2014, date(2014, 9, 1), settings.notice, settings))


def texts(page) -> Iterator[str]:
    """Everything on the page that people read."""
    for line in page.lines:
        yield line.title.render()
        yield line.cell.words.render()
        yield from (sign.render() for sign in line.cell.signs)
        if line.exempt is not None:
            yield line.exempt.render()
        else:
            yield from (remark.render() for remark in line.remarks)
    for owed in page.owed:
        yield from (word.render() for word in owed.what)
    for fault in page.faults:
        yield from (found.finding.message.render() for found in fault.findings)
    yield from (item.name for item in page.discretion.items)
    yield from (fault.finding.message.render() for item in page.discretion.faulty for fault in item.faults)
    if page.clock.clock.exempt is None:
        yield page.clock.words.render()


def test_a_page_names_no_other_unit(report):
    names = {one.unit.name for one in report.pages}
    for page in report.pages:
        said = "\n".join(texts(page))
        assert said
        assert not [name for name in names - {page.unit.name} if name in said], page.unit.name


def test_overlaps_with_others_are_on_no_page(across):
    assert across.overlaps.found
    names = {one.unit.name for one in across.pages}
    for page in across.pages:
        assert not {fault.code for fault in page.faults} & {"X003", "X004", "X005", "X006"}
        said = "\n".join(texts(page))
        assert not [name for name in names - {page.unit.name} if name in said], page.unit.name


def test_a_unit_for_which_another_files_is_not_told_which(report):
    page = next(one for one in report.pages if one.unit.key == "005")
    assert {line.exempt.render() for line in page.lines} == {"由名录登记的报送单位统一报送"}


def test_a_page_has_every_duty_of_the_matrix_and_its_own_figures(report):
    for page, row in zip(report.pages, report.matrix.rows, strict=True):
        assert page.unit == row.unit
        assert [line.cell for line in page.lines] == list(row.cells)
        assert page.totals == row.totals
        assert {group.unit.key for group in page.faults} <= {page.unit.key}
        assert page.quality.unit == page.discretion.unit == page.people.unit == page.clock.unit == page.unit


def test_pages_stand_in_the_rosters_order_with_an_anchor_each(report):
    assert [one.unit.key for one in report.pages] == ["001", "002", "003", "004", "005"]
    assert len({one.anchor for one in report.pages}) == len(report.pages)


def test_what_is_owed_is_on_the_page(report):
    page = report.pages[0]
    assert {one.duty.obligation.key for one in page.owed} == {"procedure", "responsibility", "officers"}
