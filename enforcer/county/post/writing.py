"""How letters are worded: the reminder to a unit, and the night's page to the office."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import Final

from enforcer.county.letters import day_words
from enforcer.county.post.reminders import Letter
from enforcer.county.settings.reading import Settings
from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.lines import harmless

_DOMAIN: Final = "enforcer.invalid"


def reminder(letter: Letter, settings: Settings, now: datetime, translate: Translate) -> EmailMessage:
    """The letter to a unit: what it owes, by when, and whom to ask. Nothing of any other unit is in it."""
    lines = [Sentence("致{unit}：", {"unit": letter.unit.name}).render(translate)]
    opening = Sentence("截至{day}，你单位的下列材料请尽快报送：", {"day": day_words(letter.points[0].duty.day)})
    lines += [opening.render(translate), ""]
    for number, point in enumerate(letter.points, 1):
        values = {"number": number, "words": point.words, "clause": Sentence(point.duty.clause.number)}
        lines.append(Sentence("{number}. {words}（依据通知{clause}）。", values).render(translate))
    lines.append("")
    lines.append(Sentence("已经送出的，请忽略这封信。").render(translate))
    asked = {"office": settings.office, "contact": settings.contact}
    if settings.contact:
        contact = Sentence("有疑问请向{office}询问：{contact}", asked)
    else:
        contact = Sentence("有疑问请向{office}询问。", asked)
    lines += [contact.render(translate), "", settings.office]
    subject = Sentence("{county}{year}年度行政执法材料报送提醒", {"county": settings.county, "year": settings.year})
    return _message(letter.addresses, subject.render(translate), lines, settings, now)


def page(text: str, subject: str, settings: Settings, now: datetime) -> EmailMessage:
    """The night's page, as a letter to the office's own addresses."""
    return _message(settings.mail.office, subject, text.splitlines(), settings, now)


def _message(
    addresses: tuple[str, ...], subject: str, lines: list[str], settings: Settings, now: datetime
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = harmless(masked(subject))
    message["From"] = Address(harmless(settings.office), addr_spec=settings.mail.sender or f"office@{_DOMAIN}")
    message["To"] = ", ".join(addresses)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=_DOMAIN)
    message.set_content("\n".join(masked(one) for one in lines) + "\n", charset="utf-8", cte="base64")
    return message
