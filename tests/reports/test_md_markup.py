"""Text from cells stays text in Markdown."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from enforcer.domain.masking import masked
from enforcer.reports.legible import legible
from enforcer.reports.wiki.markdown import escaped, table

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(list("|\\`*_[]()<>&#!~:@.-+=")))) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "[x](http://a)",
        "a|b",
        "# 标题",
        "1. 项",
        "- 项",
        "&lt;",
        "```",
        "![x](y)",
        "www.a.b",
    ]
)


def cells_of(markdown: str) -> list[str]:
    tokens = PARSER.parse(markdown)
    inline = [one for one in tokens if one.type == "inline"]
    assert {child.type for one in inline for child in one.children or ()} <= {"text", "text_special"}
    return ["".join(child.content for child in one.children or ()) for one in inline]


@given(TEXTS, TEXTS)
def test_a_cell_reads_as_it_was_typed_and_makes_no_markup(left: str, right: str) -> None:
    cells = cells_of("\n".join(table(("甲", "乙"), [(left, right)], ("left", "right"))))
    assert cells[:2] == ["甲", "乙"]
    assert [" ".join(one.split()) for one in cells[2:]] == [plain(left), plain(right)]


@given(TEXTS)
def test_a_line_of_text_is_a_paragraph_whatever_it_begins_with(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    assert {one.type for one in PARSER.parse(line)} <= {"paragraph_open", "inline", "paragraph_close"}
    assert cells_of(line) == ([plain(text)] if plain(text) else [])


def test_id_numbers_are_masked() -> None:
    assert "370321199001011234" not in escaped("证件号370321199001011234")


def plain(text: str) -> str:
    """What is left of it on one line: unseen characters are blanks, id numbers masked."""
    return " ".join(legible(masked(text)).split())
