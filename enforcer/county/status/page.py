"""`enforcer status` as text: the table, the lists below it, and one line of figures."""

from collections import Counter
from collections.abc import Iterator

from enforcer.county.duty_words import STATES
from enforcer.county.status.lists import list_lines
from enforcer.county.status.overview import Overview
from enforcer.county.status.table import STYLES, table_lines
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.lines import Line, Span, line, span


def status_lines(overview: Overview, columns: int, translate: Translate) -> Iterator[Line]:
    """The page, its tables no wider than `columns` where one column of them can be."""
    settings = overview.settings
    values = {"county": settings.county, "year": overview.year, "day": overview.day, "notice": settings.notice.number}
    title = Sentence("{county}{year}年度应报事项一览（截至{day}，依据{notice}）", values)
    yield line(span(title.render(translate), "title"))
    yield line("")
    yield from table_lines(overview, columns, translate)
    yield from list_lines(overview, translate)
    yield line("")
    yield line(*_figures(overview, translate))
    if overview.head is not None:
        head = Sentence("台账校验值：{head}", {"head": overview.head})
        yield line(span(head.render(translate), "dim"))


def _figures(overview: Overview, translate: Translate) -> Iterator[str | Span]:
    """按期12、迟报1、…: how many duties stand how."""
    tally = Counter(duty.state for duty in overview.duties())
    total = Sentence("共{units}个单位、{duties}项：", {"units": len(overview.units), "duties": tally.total()})
    yield total.render(translate)
    shown = [state for state in STATES if tally[state]]
    for place, state in enumerate(shown):
        if place:
            yield translate("、")
        figure = Sentence("{state}{count}项", {"state": STATES[state], "count": tally[state]})
        yield span(figure.render(translate), STYLES[state])
