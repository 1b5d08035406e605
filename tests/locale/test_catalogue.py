"""Every message has its English, with the same named fields, compiled where the program finds it."""

import gettext
import string

import pytest

from enforcer.locale import catalogue, translator
from enforcer.messages import CATALOGUE, messages

ENGLISH = translator("en")
MESSAGES = sorted(messages())


def fields(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_no_message_lacks_its_english():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    missing = object()
    left = [text for text in MESSAGES if compiled._catalog.get(text, missing) is missing]
    assert left == [], f"{len(left)} messages lack their English: make messages lists them"


@pytest.mark.parametrize("text", [text for text in MESSAGES if "{" in text])
def test_a_translation_names_no_field_that_the_message_lacks(text):
    assert fields(ENGLISH(text)) <= fields(text)


def test_chinese_is_the_source_and_needs_no_catalogue():
    assert translator("zh")("未核") == "未核"
    assert catalogue.LANGUAGES == ("zh", "en")
