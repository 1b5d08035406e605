"""Letters go out by a real server, or stay behind as drafts; what did not go out is tried again, and stops nothing."""

import socket
from email import message_from_bytes, policy

import pytest

from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.night.page import page_lines
from enforcer.county.settings.mail import PASSWORD_VARIABLE
from enforcer.county.workspace import Workspace
from enforcer.verdicts.lines import plain


def ways(outcome):
    return {one.letter.unit.code: one.way for one in outcome.delivered}


def reasons(outcome):
    return {one.why.render() for one in outcome.delivered if one.why is not None}


def reminders(workspace, day="9999-12-31"):
    from datetime import date  # noqa: PLC0415

    ledger = Ledger.open(workspace.ledger_file)
    try:
        return {one.unit for one in journal(ledger, date.fromisoformat(day)).reminders}
    finally:
        ledger.close()


def test_letters_go_to_the_roster_s_addresses_and_the_page_to_the_office(county, serve, night):
    server = serve()
    workspace = county(server.port)
    outcome = night(workspace)
    assert ways(outcome) == {"001": "sent", "002": "sent", "003": "sent", "005": "no-address"}
    assert [one.to for one in server.desk.handed] == [
        ["aj@example.org", "aj2@example.org"], ["ny@example.org"], ["ga@example.org"], ["fzb@example.org"]
    ]  # fmt: skip
    letter, *_, page = server.desk.letters
    assert letter["Subject"] == "桓台县2014年度行政执法材料报送提醒"
    assert letter["From"] == "县法制办 <fzb@example.org>"
    words = letter.get_content().replace("\r\n", "\n")
    assert words.startswith("致县安监局：\n")
    assert "1. “检查计划”2014-06-30已经到期，过了1天，还没有收到" in words
    assert "有疑问请向县法制办询问：王五 0533-8210000" in words
    assert "县农业局" not in words, "nothing of another unit"
    assert page["Subject"] == "桓台县行政执法材料夜间核对（2014-07-01）"
    assert page.get_content().splitlines() == plain(page_lines(outcome, str)).splitlines()
    assert "名录里没有邮箱，请打电话" in page.get_content()
    assert reminders(workspace) == {"001", "002", "003"}
    assert night(workspace).is_news is False
    assert len(server.desk.handed) == 4, "once"


def test_an_address_that_is_refused_costs_that_letter_alone(county, serve, night):
    server = serve()
    server.desk.refused = ("ny",)
    workspace = county(server.port)
    outcome = night(workspace)
    assert ways(outcome) == {"001": "sent", "002": "failed", "003": "sent", "005": "no-address"}
    assert reasons(outcome) == {"邮件服务器不接受收信地址，请核对单位名录里的邮箱"}
    assert outcome.exit_code() == 2
    assert reminders(workspace) == {"001", "003"}
    server.desk.refused = ()
    assert ways(night(workspace, "2014-07-02")) == {"002": "sent", "005": "no-address"}


def test_a_server_that_is_not_there_stops_nothing_and_is_tried_again(county, serve, night):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    workspace = county(port)
    outcome = night(workspace)
    assert set(ways(outcome).values()) == {"failed", "no-address"}
    assert outcome.unsent is not None
    assert (workspace.nights / "2014-07-01.json").is_file()
    told = plain(page_lines(outcome, str))
    assert "没有发出，下一次再试；原因：邮件服务器没有收下（" in told
    assert "这一页没有发到法制办的邮箱" in told
    server = serve()
    workspace = county(server.port)
    assert ways(night(workspace, "2014-07-02"))["001"] == "sent"


def test_a_server_that_breaks_off_between_two_letters_keeps_what_it_has(county, serve, night, monkeypatch):
    server = serve()
    workspace = county(server.port)
    take = server.desk.handle_DATA

    async def break_off(smtp, session, envelope):
        if server.desk.handed:
            smtp.transport.abort()
            return "421 gone"
        return await take(smtp, session, envelope)

    monkeypatch.setattr(server.desk, "handle_DATA", break_off)
    assert ways(night(workspace)) == {"001": "sent", "002": "failed", "003": "failed", "005": "no-address"}
    assert reminders(workspace) == {"001"}


def test_the_password_comes_from_the_environment(county, serve, night, monkeypatch):
    server = serve("a right one")
    workspace = county(server.port, user="fzb")
    monkeypatch.setenv(PASSWORD_VARIABLE, "wrong")
    outcome = night(workspace)
    assert ways(outcome)["001"] == "failed"
    assert reasons(outcome) == {f"邮件服务器不接受用户名或密码；密码要放在环境变量{PASSWORD_VARIABLE}里"}
    assert server.desk.handed == []
    for name, content in ((one.name, one.read_bytes()) for one in workspace.root.rglob("*") if one.is_file()):
        assert b"wrong" not in content, name
    other = serve("right")
    workspace = county(other.port, user="fzb")
    monkeypatch.setenv(PASSWORD_VARIABLE, "right")
    assert ways(night(workspace, "2014-07-02"))["001"] == "sent"
    assert all(one.by_login for one in other.desk.handed)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_line_is_encrypted_where_the_settings_say_so(county, serve, night, certificate, security):
    server = serve(**{security: certificate})
    outcome = night(county(server.port, security=security))
    assert ways(outcome)["001"] == "sent"
    assert all(one.encrypted for one in server.desk.handed)


def test_a_server_that_cannot_encrypt_is_handed_nothing(county, serve, night):
    server = serve()
    outcome = night(county(server.port, security="starttls"))
    assert ways(outcome)["001"] == "failed"
    assert reasons(outcome) == {"邮件服务器不支持enforcer.toml里写的加密方式或登录方式"}
    assert server.desk.handed == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(county, serve, night, certificate, monkeypatch):
    server = serve(starttls=certificate)
    monkeypatch.delenv("SSL_CERT_FILE")
    outcome = night(county(server.port, security="starttls"))
    assert ways(outcome)["001"] == "failed"
    assert server.desk.handed == []


def test_without_a_server_each_unit_s_draft_lies_in_its_outbox(county, night):
    workspace = county()
    outcome = night(workspace)
    assert set(ways(outcome).values()) == {"draft"}
    units = {one.letter.unit.name: one.file for one in outcome.delivered}
    assert set(units) == {"县安监局", "县农业局", "县公安局", "青禾镇"}
    for unit, file in units.items():
        assert file.parent == Workspace(workspace.root).outbox / unit
        letter = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert letter["X-Unsent"] == "1"
        assert unit in letter.get_content()
    assert message_from_bytes(units["县安监局"].read_bytes(), policy=policy.default)["To"] == (
        "aj@example.org, aj2@example.org"
    )
    assert night(workspace).delivered == ()


def test_a_second_draft_of_the_day_does_not_take_the_place_of_the_first(county, night):
    workspace = county()
    night(workspace)
    text = workspace.settings_file.read_text(encoding="utf-8")
    workspace.settings_file.write_text(text.replace("year = 2014", "year = 2014\nsoon_days = 20"), encoding="utf-8")
    night(workspace)
    assert len(list((workspace.outbox / "县安监局").glob("提醒_2014-07-01_*.eml"))) == 2


def test_a_draft_that_cannot_be_written_is_tried_again(county, night):
    workspace = county()
    workspace.outbox.mkdir()
    (workspace.outbox / "县安监局").write_bytes(b"in the way")
    outcome = night(workspace)
    assert ways(outcome)["001"] == "failed"
    assert outcome.exit_code() == 2
    assert reminders(workspace) == {"002", "003", "005"}
    (workspace.outbox / "县安监局").unlink()
    assert ways(night(workspace)) == {"001": "draft"}
