"""Elements of a picture: whatever is text is escaped and masked, wherever it stands."""

from types import SimpleNamespace

from lxml import etree

from enforcer.reports.pictures.calendar import calendar_picture
from enforcer.reports.pictures.svg import box, picture, tag, text
from enforcer.reports.sections.overlapping import Visited

HOSTILE = '</title></svg><script>alert("甲")</script>'


def parsed(svg):
    return etree.fromstring(svg, etree.XMLParser(resolve_entities=False))


def test_text_inside_an_element_is_escaped_and_an_element_is_not():
    made = parsed(tag("g", HOSTILE, tag("rect", class_=HOSTILE)))
    assert made.text == HOSTILE
    assert [one.get("class") for one in made] == [HOSTILE]


def test_whatever_is_said_in_a_picture_is_text():
    inside = [text(HOSTILE, 1, 2), box(0, 0, 5, 5, "m-1", tag("title", HOSTILE))]
    made = parsed(picture("p", HOSTILE, HOSTILE, (10, 10), inside))
    assert [one.tag for one in made.iter()] == ["svg", "title", "desc", "text", "rect", "title"]
    assert [one.text for one in made.iter() if one.text] == [HOSTILE] * 4


def test_a_units_name_in_the_calendar_is_text():
    overlap = SimpleNamespace(subject=HOSTILE, units=(HOSTILE, "县农业局"))
    made = parsed(calendar_picture([Visited(overlap, {3: (HOSTILE, "县农业局")})], str))
    assert not list(made.iter("script"))
    assert f"{HOSTILE}、县农业局" in [one.text for one in made.iter("title")]


def test_no_id_number_is_in_a_picture():
    drawn = picture("p", "37990019011201513X", "379900190112015137", (10, 10), [text("379900190112015137", 0, 0)])
    assert "3799001901120151" not in drawn
