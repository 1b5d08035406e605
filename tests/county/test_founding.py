"""A workspace is founded whole or not at all, and nothing that was there is changed."""

import re
from contextlib import suppress
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.county import founding
from enforcer.county.founding import README_FILE, found
from enforcer.county.ledger.store import Ledger
from enforcer.county.roster.units import check_roster
from enforcer.county.settings.reading import read_settings
from enforcer.domain.errors import EnforcerError
from enforcer.workbook.naming import clean_name

NOW = datetime(2014, 6, 16, 9, 30)
SHIPPED = (files("enforcer.notices") / "2014.toml").read_text(encoding="utf-8")


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_everything_a_county_needs_is_there(tmp_path):
    made = found(tmp_path / "县 法制办", NOW, county="桓台县", year=2014)
    assert made.root == tmp_path / "县 法制办"
    folders = ["filings", "inbox", "outbox", "reports"]
    assert below(made.root) == sorted(["enforcer.toml", "ledger.db", "roster.xlsx", README_FILE, *folders])
    assert (made.settings.county, made.settings.year, made.settings.notice.key) == ("桓台县", 2014, "2014")
    assert [fault.name for fault in check_roster(made.roster_file, "桓台县").faults] == ["roster-empty"]
    assert below(tmp_path)[0] == "县 法制办"  # nothing lies beside it


def test_the_ledger_begins_with_its_founding(tmp_path):
    made = found(tmp_path / "w", NOW, county="桓台县", year=2014)
    ledger = Ledger.open(made.ledger_file, now=NOW)
    (entry,) = ledger.entries()
    assert (entry.kind, entry.day) == ("founded", NOW.date())
    assert entry.body == {"county": "桓台县", "notice": made.settings.notice.number, "year": 2014}
    ledger.close()


def test_the_readme_says_what_to_do_and_how_to_back_up(tmp_path):
    made = found(tmp_path / "w", NOW, county="桓台县", year=2014)
    content = (made.root / README_FILE).read_bytes()
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "@" not in text
    for part in (
        "桓台县",
        "inbox",
        "enforcer nightly",
        "enforcer status",
        "enforcer decide",
        "enforcer report",
        "备份",
    ):
        assert part in text


def test_every_setting_that_is_commented_out_may_be_put_in_force(tmp_path):
    made = found(tmp_path / "w", NOW, county="桓台县", year=2014)
    text = made.settings_file.read_text(encoding="utf-8")
    in_force = re.sub(r"^# (\[?[a-zA-Z0-9.-]+(?: = .*|\])$)", r"\1", text, flags=re.MULTILINE)
    assert in_force.count("\n#") < text.count("\n#") - 15
    made.settings_file.write_text(in_force, encoding="utf-8")
    changed = read_settings(made.settings_file)
    assert changed.mail.server
    assert changed.points is not None
    assert changed.points.most == {"error": 10}
    assert set(changed.dues) == {"case-reports", "databases", "credentials"}
    assert changed.policy.severities == {"A407": "warning"}


def test_a_notice_is_checked_and_copied(tmp_path):
    notice = tmp_path / "高青 通知.toml"
    notice.write_text(
        SHIPPED.replace('county = "桓台县"', 'county = "高青县"').replace("year = 2014", "year = 2016", 1)
    )
    made = found(tmp_path / "w", NOW, notice=notice)
    assert (made.settings.county, made.settings.year) == ("高青县", 2016)
    assert (made.root / notice.name).read_bytes() == notice.read_bytes()


def test_a_notice_that_is_not_well_made_founds_nothing(tmp_path):
    notice = tmp_path / "n.toml"
    notice.write_text("year = 2014", encoding="utf-8")
    with pytest.raises(EnforcerError, match="写法有误"):
        found(tmp_path / "w", NOW, county="桓台县", notice=notice)
    assert below(tmp_path) == ["n.toml"]


def test_a_folder_with_other_files_keeps_them(tmp_path):
    (tmp_path / "通知扫描件.pdf").write_bytes(b"x")
    made = found(tmp_path, NOW, county="桓台县")
    assert (tmp_path / "通知扫描件.pdf").read_bytes() == b"x"
    assert made.settings.year == 2014


def test_a_workspace_is_not_founded_twice(tmp_path):
    found(tmp_path, NOW, county="桓台县")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(EnforcerError, match="已经是工作文件夹"):
        found(tmp_path, NOW, county="高青县")
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("name", ["inbox", "roster.xlsx", "ledger.db", README_FILE])
def test_files_of_those_names_are_never_replaced(tmp_path, name):
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(EnforcerError, match=re.escape(name)):
        found(tmp_path, NOW, county="桓台县")
    assert below(tmp_path) == [name]
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_file_in_the_folders_place_is_said(tmp_path):
    (tmp_path / "w").touch()
    with pytest.raises(EnforcerError, match="是文件"):
        found(tmp_path / "w", NOW, county="桓台县")


@pytest.mark.parametrize("known", [{}, {"county": "\x00 "}, {"county": "县" * 41}, {"county": "桓台县", "year": 1900}])
def test_what_cannot_be_founds_nothing(tmp_path, known):
    with pytest.raises(EnforcerError):
        found(tmp_path / "w", NOW, **known)
    assert below(tmp_path) == []


@pytest.mark.parametrize("moves", range(8))
def test_nothing_half_made_is_left_behind_wherever_moving_fails(tmp_path, monkeypatch, moves):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    replace, done = Path.replace, []

    def failing(self, target):
        done.append(self)
        if len(done) > moves:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(founding.Path, "replace", failing)
    with pytest.raises(EnforcerError, match="无法在"):
        found(tmp_path / "new", NOW, county="桓台县")
    done.clear()
    with pytest.raises(EnforcerError, match="无法在"):
        found(tmp_path, NOW, county="桓台县")
    assert below(tmp_path) == ["mine.txt"]


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
@settings(max_examples=15, deadline=None)
def test_whatever_the_county_is_called_the_settings_say_just_that(tmp_path_factory, county, office):
    folder = tmp_path_factory.mktemp("any") / "w"
    with suppress(EnforcerError):
        found(folder, NOW, county=county, office=office)
    if clean_name(county) and (not office or clean_name(office)):
        assert read_settings(folder / "enforcer.toml").county == clean_name(county)
    else:
        assert not list(folder.parent.iterdir())
