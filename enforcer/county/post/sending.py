"""How letters go out: by SMTP, or as drafts for a mail program where no server is set."""

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Final

from enforcer.county.settings.mail import PASSWORD_VARIABLE, Mail
from enforcer.domain.sentence import Sentence
from enforcer.workbook.atomic import written_atomically

_SECONDS: Final = 30


class NotSent(Exception):  # noqa: N818 - what it says, to whoever tries again
    """A letter did not go out; `reason` says why. Another night tries again."""

    def __init__(self, reason: Sentence) -> None:
        self.reason = reason
        super().__init__(reason.render())


class Post:
    """An open connection to the mail server."""

    def __init__(self, server: smtplib.SMTP) -> None:
        self._server = server

    def send(self, message: EmailMessage) -> None:
        """Hands one letter to the server. Raises NotSent where it is refused, or the connection broke."""
        try:
            self._server.send_message(message)
        except (smtplib.SMTPException, OSError, UnicodeError) as error:
            with suppress(smtplib.SMTPException, OSError):
                self._server.rset()
            raise NotSent(_reason(error)) from error


@contextmanager
def post(mail: Mail) -> Iterator[Post]:
    """A connection as the settings ask for, the password from the environment. Raises NotSent where there is none."""
    try:
        server = _connected(mail)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise NotSent(_reason(error)) from error
    try:
        yield Post(server)
    finally:
        with suppress(smtplib.SMTPException, OSError):
            server.quit()


def draft(message: EmailMessage, file: Path) -> Path:
    """The letter as an .eml file that a mail program opens, ready to be sent. Raises EnforcerError."""
    message["X-Unsent"] = "1"
    with written_atomically(file) as temporary:
        temporary.write_bytes(message.as_bytes())
    return file


def _connected(mail: Mail) -> smtplib.SMTP:
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mail.server, mail.port, timeout=_SECONDS, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(mail.server, mail.port, timeout=_SECONDS)
    try:
        if mail.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if mail.user:
            server.login(mail.user, os.environ.get(PASSWORD_VARIABLE, ""))
    except BaseException:
        server.close()
        raise
    return server


def _reason(error: Exception) -> Sentence:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        values = {"variable": PASSWORD_VARIABLE}
        return Sentence("邮件服务器不接受用户名或密码；密码要放在环境变量{variable}里", values)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return Sentence("邮件服务器不接受收信地址，请核对单位名录里的邮箱")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Sentence("邮件服务器不支持enforcer.toml里写的加密方式或登录方式")
    return Sentence("邮件服务器没有收下（{reason}）", {"reason": str(error) or type(error).__name__})
