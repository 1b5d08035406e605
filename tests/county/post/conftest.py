"""A mail server on the loopback, a roster with addresses, and duties that have come due."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from enforcer.county.night.outcome import Outcome
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.nightly import Asked, nightly
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("县安监局", "001", nature="行政机关", mail="aj@example.org；aj2@example.org"),
    Unit("县农业局", "002", nature="行政机关", mail="ny@example.org"),
    Unit("县公安局", "003", nature="行政机关", exemption="公安", own_credentials=True, mail="ga@example.org"),
    Unit("青禾镇", "005", nature="派出机关", penalty_power=False),
    Unit("县农业执法大队", "008", nature="受托组织", reporter="县农业局", mail="dd@example.org"),
)


class Handed(NamedTuple):
    """One letter as the server took it: to whom, its bytes, whether the line was encrypted, whether by login."""

    to: list[str]
    content: bytes
    encrypted: bool
    by_login: bool


class Desk:
    """What the server was handed; it refuses every address that begins with one of `refused`."""

    def __init__(self) -> None:
        self.handed: list[Handed] = []
        self.refused: tuple[str, ...] = ()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.refused and address.startswith(self.refused):
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        encrypted = session.ssl is not None or server.transport.get_extra_info("sslcontext") is not None
        self.handed.append(Handed(envelope.rcpt_tos, envelope.content, encrypted, bool(session.authenticated)))
        return "250 OK"

    @property
    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(one.content, policy=policy.default) for one in self.handed]


class Server(NamedTuple):
    """A running server."""

    port: int
    desk: Desk
    stop: Callable[[], None]


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """serve(password="x", starttls=context): a server on the loopback that stops when the test ends."""
    running: list[Controller] = []

    def start(
        password: str | None = None, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
    ) -> Server:
        def judged(server, session, envelope, mechanism, login):
            return AuthResult(success=(login.login, login.password) == (b"fzb", password.encode()), handled=False)

        more = {"auth_require_tls": False, "authenticator": judged} if password else {}
        if starttls is not None:
            more |= {"tls_context": starttls, "require_starttls": True}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        desk = Desk()
        controller = Controller(desk, hostname="127.0.0.1", port=port, ready_timeout=30, ssl_context=tls, **more)
        controller.start()
        running.append(controller)

        def stop() -> None:
            running.remove(controller)
            controller.stop()

        return Server(port, desk, stop)

    yield start
    for controller in running:
        controller.stop()


@pytest.fixture
def certificate(tmp_path, monkeypatch) -> ssl.SSLContext:
    """A certificate of the loopback's own, which this process trusts."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate with")
    key, made = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", made),
        ],
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context


@pytest.fixture
def county(tmp_path) -> Callable[..., Workspace]:
    """county(port, security="none", user="fzb"): the workspace, its mail set so; without a port drafts are written."""

    def made(port: int | None = None, **mail: str) -> Workspace:
        root = tmp_path / "工作"
        root.mkdir(exist_ok=True)
        text = 'county = "桓台县"\nyear = 2014\ncontact = "王五 0533-8210000"\n'
        if port is not None:
            lines = {"server": "127.0.0.1", "security": "none", "sender": "fzb@example.org", **mail}
            text += f"[mail]\nport = {port}\n" + "".join(f'{key} = "{value}"\n' for key, value in lines.items())
            text += 'office = ["fzb@example.org"]\n'
        (root / "enforcer.toml").write_text(text, encoding="utf-8")
        (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), UNITS))
        (root / "inbox").mkdir(exist_ok=True)
        return Workspace(root)

    return made


@pytest.fixture
def night() -> Callable[..., Outcome]:
    """night(workspace, "2014-07-01"): one night there."""

    def run(workspace: Workspace, day: str = "2014-07-01") -> Outcome:
        when = date.fromisoformat(day)
        moment = datetime.combine(when, time(2, 30), ZoneInfo("Asia/Shanghai"))
        return nightly(Workspace(workspace.root), Asked(when, moment))

    return run
