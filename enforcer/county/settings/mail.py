"""[mail]: how letters go out. The password is never in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from enforcer.county.settings.toml_table import Table
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence
from enforcer.language.mails import is_mail, mails_in

PASSWORD_VARIABLE: Final = "ENFORCER_SMTP_PASSWORD"  # noqa: S105 - the name of it

Security = Literal["none", "starttls", "tls"]
SECURITIES: Final[tuple[Security, ...]] = ("none", "starttls", "tls")
_USUAL_PORTS: Final[Mapping[Security, int]] = {"none": 25, "starttls": 587, "tls": 465}
_PASSWORDS: Final = ("password", "passwd", "pass", "pwd", "secret", "密码", "口令", "授权码")
_LAST_PORT: Final = 65_535
_LONGEST: Final = 200
_SERVER: Final = Sentence("邮件服务器的名称，如smtp.example.org")
_ADDRESS: Final = Sentence("一个邮箱地址，如fzb@example.org")
_ADDRESSES: Final = Sentence('邮箱地址，如["fzb@example.org"]')


@dataclass(frozen=True, slots=True)
class Mail:
    """How letters go out: an SMTP server, or drafts in outbox/ where `server` is empty. The password is never here."""

    server: str = ""
    port: int = 25
    security: Security = "none"
    user: str = ""
    sender: str = ""
    office: tuple[str, ...] = ()


DRAFTS_ONLY: Final = Mail()


def mail_settings(table: Table | None) -> Mail:
    """The table [mail], nothing but drafts where there is none.

    Raises EnforcerError for wrong values, for a password, and for a server without a sender.
    """
    if table is None:
        return DRAFTS_ONLY
    for key in _PASSWORDS:
        if key in table:
            raise EnforcerError(
                "enforcer.toml里不能写邮箱密码（mail.{key}）：文件会被复制、备份。请删去这一行，"
                "把密码放进环境变量{variable}。",
                key=key,
                variable=PASSWORD_VARIABLE,
            )
    security = table.choice("security", "none", SECURITIES)
    server = table.text("server", "", _SERVER, _LONGEST, empty=True)
    if any(one.isspace() for one in server) or "@" in server or "/" in server:
        raise table.refusal("server", server, _SERVER)
    sender = table.text("sender", "", _ADDRESS, _LONGEST, empty=True)
    if sender and not is_mail(sender):
        raise table.refusal("sender", sender, _ADDRESS)
    mail = Mail(
        server=server,
        port=table.integer("port", _USUAL_PORTS[security], 1, _LAST_PORT),
        security=security,
        user=table.text("user", "", Sentence("登录邮件服务器的用户名"), _LONGEST, empty=True),
        sender=sender,
        office=_office(table),
    )
    table.finish()
    if server and not sender:
        raise EnforcerError("enforcer.toml里写了mail.server，还要写mail.sender：用哪个邮箱地址发信。")
    return mail


def _office(table: Table) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in table.texts("office", _ADDRESSES):
        if not text.strip():
            continue
        addresses = mails_in(text)
        if addresses is None:
            raise table.refusal("office", text, _ADDRESSES)
        found |= dict.fromkeys(addresses)
    return tuple(found)
