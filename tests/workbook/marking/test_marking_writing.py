"""Where marked copies go, and what those get whose own file cannot be marked."""

import zipfile

import openpyxl
import pytest

import enforcer
from enforcer.cli.door import main
from enforcer.domain.errors import EnforcerError
from enforcer.notices import load_notice
from enforcer.workbook.marking.copies import marked_copy
from enforcer.workbook.marking.writing import copy_name, write_marked_copies

PLAN = (
    "桓台县安监局2014年度行政执法检查计划\n"
    "序号,检查类型,检查依据,检查机构,检查人员,检查时间,检查地点（范围）,检查内容,检查对象,备注\n"
    "1,年度,=1+1,大队,张某、李某,适时,,全县,企业,\n"
)


def write(paths, folder, **known):
    return list(write_marked_copies(enforcer.validate(*paths), load_notice(), folder, **known))


@pytest.fixture
def csv(tmp_path):
    path = tmp_path / "计划.csv"
    path.write_text(PLAN, encoding="utf-8-sig")
    return path


def test_a_file_of_another_format_comes_back_as_a_new_workbook_with_its_values_and_says_so(csv, tmp_path, load):
    ((name, target),) = write([csv], tmp_path / "out")
    assert (name, target.name) == (str(csv), "计划_退改.xlsx")
    book = load(target)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert all(cell.data_type != "f" for cell in cells)
    front = "".join(str(cell.value) for row in book["审核意见"].iter_rows() for cell in row)
    assert "原文件是csv格式" in front


def test_a_refused_file_comes_back_as_one_page_with_the_reason(tmp_path, load):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook at all")
    ((_, target),) = write([path], tmp_path / "out")
    book = load(target)
    assert book.sheetnames[0] == "审核意见"
    front = "".join(str(cell.value) for row in book["审核意见"].iter_rows() for cell in row)
    assert "文件不完整" in front


def test_a_copy_is_never_written_over_an_original_or_another_copy(tmp_path, csv):
    twin = tmp_path / "sub" / "计划.csv"
    twin.parent.mkdir()
    twin.write_text(PLAN, encoding="utf-8-sig")
    ((_, first),) = write([csv], tmp_path)
    before = first.read_bytes()
    targets = [target for _, target in write([csv, first, twin], tmp_path, overwrite=True)]
    assert [one.name for one in targets] == ["计划_退改(2).xlsx", "计划_退改(3).xlsx", "计划_退改(4).xlsx"]
    assert first.read_bytes() == before


def test_a_copy_that_is_there_is_not_overwritten_unasked(tmp_path, csv):
    write([csv], tmp_path / "out")
    with pytest.raises(EnforcerError, match="--force"):
        write([csv], tmp_path / "out")


def test_a_workbook_in_an_archive_is_marked_itself(tmp_path, csv, load):
    book = openpyxl.Workbook()
    for line in PLAN.splitlines():
        book.active.append(line.replace("=1+1", "依据").split(","))
    book.save(tmp_path / "内.xlsx")
    archive = tmp_path / "材料.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(tmp_path / "内.xlsx", "局/内.xlsx")
    ((_, target),) = write([archive], tmp_path / "out")
    assert target.name == "内_退改.xlsx"
    assert load(target).worksheets[0]["A3"].value == "1"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("附件1.xls", "附件1_退改.xlsx"),
        ("a/附件1_退改.xlsx", "附件1_退改.xlsx"),
        ("附件1_退改(2).xlsx", "附件1_退改.xlsx"),
        ("包.zip/../../etc/CON.xlsx", "_CON_退改.xlsx"),
        ("=cmd.xlsx", "cmd_退改.xlsx"),
    ],
)
def test_a_copy_is_named_after_its_original_and_safely(name, expected):
    assert copy_name(name, ".xlsx") == expected


def test_macros_stay_and_the_name_says_so(tmp_path, mark, parts):
    source = tmp_path / "plain.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.save(source)
    macro = tmp_path / "macro.xlsm"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(macro, "w") as new:
        for one in old.infolist():
            content = old.read(one)
            if one.filename == "[Content_Types].xml":
                content = content.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main").replace(
                    b"openxmlformats-officedocument.ms-excel", b"ms-excel"
                )
            new.writestr(one.filename, content)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    copy, _ = mark(macro, ("error", 1, 1, "x"))
    assert (copy.extension, copy.is_patched) == (".xlsm", True)
    assert parts(copy.content)["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 macros"


def test_nothing_examined_is_a_mistake_of_the_caller(tmp_path):
    with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
        marked_copy(tmp_path / "x.xlsx", [], load_notice())


def test_the_command_prints_where_the_copies_are(csv, tmp_path, capsys):
    with pytest.raises(SystemExit) as left:
        main(["mark", str(csv), "-o", str(tmp_path / "out"), "--due", "2014-07-25", "--contact", "李某"])
    assert left.value.code == 0
    assert "计划_退改.xlsx" in capsys.readouterr().out


def test_validate_writes_marked_copies_beside_its_verdict(csv, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["validate", str(csv), "--mark", str(tmp_path / "out")])
    assert "共1个文件" in capsys.readouterr().out
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["计划_退改.xlsx"]


def test_a_file_that_was_changed_since_it_was_examined_is_not_marked_at_the_wrong_cells(csv, parts):
    verdict = enforcer.validate(csv)
    csv.write_text("别的内容,\n", encoding="utf-8-sig")
    copy = marked_copy(csv, verdict.files, load_notice())
    assert not copy.is_patched
    assert len([name for name in parts(copy.content) if name.startswith("xl/worksheets/")]) == 2
