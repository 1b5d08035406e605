"""Text as every format can carry it: nothing that breaks XML, nothing that reads as what it is not."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from enforcer.reports.legible import legible


@given(st.text())
def test_any_text_stands_in_xml_after_it(text):
    element = etree.Element("t")
    element.text = legible(text)
    assert etree.fromstring(etree.tostring(element, encoding="unicode")).text in (legible(text), legible(text) or None)


@given(st.text())
def test_what_is_legible_stays_as_it_is(text):
    assert legible(legible(text)) == legible(text)


def test_what_turns_the_direction_of_writing_is_taken_out():
    assert legible("县\u202e局业农\u202c局") == "县局业农局"
    assert legible("县\u2066安监\u2069局\u200b") == "县安监局"


def test_chinese_text_line_breaks_and_full_width_spaces_stay():
    assert legible("一、县安监局　“十二五”\n2014") == "一、县安监局　“十二五”\n2014"


def test_a_carriage_return_is_a_line_break_and_a_bell_a_blank():
    assert legible("甲\r\n乙\r丙\x07丁") == "甲\n乙\n丙 丁"
