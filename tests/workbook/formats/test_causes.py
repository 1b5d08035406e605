"""The words for what could not be read: each cause is raised somewhere, and its sentences come out whole."""

import re
import string
from pathlib import Path

import pytest

import enforcer.workbook.causes as told
from enforcer.workbook.causes import CAUSES, COMPANIONS, NOTES, SKIPS, Unreadable

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(told.__file__).parent.rglob("*.py"))


def test_every_cause_that_is_raised_has_words_and_every_word_is_raised() -> None:
    raised = set(re.findall(r'Refusal\(\s*"(\w+)"', SOURCES))
    raised |= set(re.findall(r'Refusal\(\s*"(\w+)" if .*? else "(\w+)"', SOURCES).pop())
    mentioned = {cause for cause in CAUSES if re.search(rf'"{cause}"', SOURCES.replace(f'    "{cause}": Wording(', ""))}
    assert raised <= set(CAUSES)
    assert mentioned == set(CAUSES)


def test_every_note_and_skip_is_used() -> None:
    assert {key for key in NOTES if f'note("{key}"' in SOURCES} == set(NOTES)
    assert {key for key in SKIPS if f', "{key}")' in SOURCES or f'SKIPS["{key}"]' in SOURCES} == set(SKIPS)
    assert set(COMPANIONS) <= set(CAUSES)


@pytest.mark.parametrize("cause", sorted(CAUSES))
def test_sentences_are_whole_and_say_what_to_do(cause: str) -> None:
    wording = CAUSES[cause]
    fields = {name for part in wording for _, name, _, _ in string.Formatter().parse(part) if name}
    unreadable = Unreadable("表.xlsx", cause, dict.fromkeys(fields, "7"), "00", 1)
    reading = unreadable.reading
    assert reading.failure is not None
    assert (reading.file, reading.sha256, reading.failure.cause) == ("表.xlsx", "00", cause)
    for sentence in (reading.failure.message.render(), reading.failure.remedy.render()):
        assert sentence.endswith("。")
        assert "{" not in sentence


def test_an_encrypted_file_is_answered_as_the_office_would() -> None:
    assert "文件已加密，请取消密码后重新报送" in Unreadable("表.xls", "encrypted").remedy.render()


def test_every_template_is_offered_to_the_catalogue() -> None:
    offered = set(told.templates())
    assert {part for wording in CAUSES.values() for part in wording} <= offered
    assert set(NOTES.values()) | set(SKIPS.values()) | set(COMPANIONS.values()) <= offered
