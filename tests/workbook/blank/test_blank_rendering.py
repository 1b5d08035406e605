"""The blanks on paper, as LibreOffice prints them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from enforcer.forms import load_form, load_forms
from enforcer.notices import load_notice
from enforcer.workbook.blank import write_blank

pytestmark = [
    pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler here"),
]


OTHERS = ("》填表说明", "是否必填", "查什么")


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[int, list[str]]:
    """Annex -> the text of each printed page, without white space."""
    folder = tmp_path_factory.mktemp("blanks")
    paths = [
        write_blank(form, load_notice(), folder / f"{form.annex}.xlsx", unit="县安监局", year=2014)
        for form in load_forms()
    ]
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)
    return {int(path.stem): _pages(path.with_suffix(".pdf")) for path in paths}


def _pages(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=60).stdout
    return ["".join(page.split()) for page in text.decode("utf-8").removesuffix("\f").split("\f")]


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_no_page_is_empty_and_each_is_numbered(pages, annex):
    count = len(pages[annex])
    for number, page in enumerate(pages[annex], 1):
        assert page.endswith(f"第{number}页共{count}页")
        assert len(page) > 60


@pytest.mark.parametrize(("annex", "most"), [(1, 4), (2, 4), (3, 5), (4, 4)])
def test_a_blank_is_a_few_pages(pages, annex, most):
    assert len(pages[annex]) <= most


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_headers_stand_whole_on_every_page_of_the_form(pages, annex):
    form = load_form(annex)
    printed = [page for page in pages[annex] if not any(word in page for word in OTHERS)]
    assert printed
    for page in printed:
        for column in form.columns:
            # A header that wraps comes out in pieces, on lines of their own.
            assert set(column.header) <= set(page)
        assert form.columns[1].header in page


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_the_instructions_are_printed_whole(pages, annex):
    form = load_form(annex)
    printed = "".join(re.sub(r"第\d页共\d页$", "", page) for page in pages[annex])
    assert f"《{form.name}》填表说明" in printed
    for note in form.notes:
        assert "".join(note.split())[:30] in printed
