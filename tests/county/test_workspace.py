"""The workspace is found as git finds its own."""

import pytest

from enforcer.county.workspace import Workspace, find_workspace, workspace_above
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "县 工作"
    (root / "inbox" / "甲局" / "2014-06-20").mkdir(parents=True)
    (root / "enforcer.toml").write_text('county = "桓台县"\n', encoding="utf-8")
    return root


def test_it_is_found_from_any_folder_below(root):
    for folder in (root, root / "inbox", root / "inbox" / "甲局" / "2014-06-20"):
        assert find_workspace(None, folder) == Workspace(root)


def test_the_nearest_one_counts(root):
    (root / "inbox" / "enforcer.toml").touch()
    assert find_workspace(None, root / "inbox" / "甲局").root == root / "inbox"


def test_a_named_one_comes_before_where_one_stands(root, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "enforcer.toml").touch()
    assert find_workspace(other, root).root == other
    assert find_workspace(other / "enforcer.toml", root).root == other


def test_without_one_the_sentence_says_how_to_make_one(tmp_path):
    assert workspace_above(tmp_path) is None
    with pytest.raises(EnforcerError, match="enforcer init"):
        find_workspace(None, tmp_path)


def test_a_folder_that_is_none_is_no_workspace_even_inside_one(root):
    with pytest.raises(EnforcerError, match=r"不是工作文件夹.*enforcer init"):
        find_workspace(root / "inbox", root)
    with pytest.raises(EnforcerError, match="找不到工作文件夹"):
        find_workspace(root / "nowhere", root)


def test_a_folder_named_like_the_settings_is_none(tmp_path):
    (tmp_path / "enforcer.toml").mkdir()
    assert workspace_above(tmp_path) is None


def test_a_units_folder_never_leads_out(root):
    workspace = Workspace(root)
    unit = Unit("../../etc/甲局")
    for folder in (workspace.outbox_of(unit), workspace.filings_of(unit, 2014)):
        assert folder.resolve().is_relative_to(root.resolve())
    assert workspace.outbox_of(Unit("桓台县农业局")) == root / "outbox" / "桓台县农业局"
    assert workspace.filings_of(Unit("桓台县农业局"), 2014) == root / "filings" / "2014" / "桓台县农业局"


def test_settings_and_roster_are_those_of_its_files(root):
    workspace = Workspace(root)
    assert workspace.settings.county == "桓台县"
    with pytest.raises(EnforcerError, match="找不到单位名录"):
        assert workspace.roster
