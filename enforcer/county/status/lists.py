"""The lists below the table of `status`: late, overdue, sent back, missing, due soon, and why some is not owed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from enforcer.county.duties.clocks import LOG
from enforcer.county.duty_words import COPIES, OWN_DAY_BESIDE, clock_words, short_title
from enforcer.county.status.overview import Overview
from enforcer.domain.duty import Duty
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.lines import Line, Style, line, span

_NAMED: Final = 6


def list_lines(overview: Overview, translate: Translate) -> Iterator[Line]:
    """Each list under its heading; what there is nothing to say of is left out."""
    duties = list(overview.duties())
    lists: tuple[tuple[Sentence, Style, Iterator[Sentence]], ...] = (
        (Sentence("逾期未报"), "error", _overdue(duties)),
        (Sentence("退回待重报"), "error", _returned(duties)),
        (Sentence("缺纸质件或电子版"), "error", _incomplete(duties)),
        (Sentence("迟报"), "warning", _late(duties)),
        (Sentence("临期"), "warning", _due_soon(duties)),
        (Sentence("执法检查登记（证件）"), "warning", _clocks(overview)),
        (Sentence("经同意延期"), "plain", _extended(duties)),
        (Sentence("表内日期与收到日期不同（以收到的日期为准）"), "plain", _two_days(duties)),
        (Sentence("补录（登记晚于收到）"), "plain", _belated(duties)),
        (Sentence("免报"), "dim", _exempt(duties)),
        (Sentence("说明"), "dim", _remarks(duties)),
    )
    for heading, style, items in lists:
        yield from _listed(heading, style, list(items), translate)


def _listed(heading: Sentence, style: Style, items: Sequence[Sentence], translate: Translate) -> Iterator[Line]:
    if items:
        yield line("")
        head = Sentence("{heading}，{count}项", {"heading": heading, "count": len(items)})
        yield line(span(head.render(translate), style))
        yield from (line(one.render(translate), indent=2) for one in items)


def _values(duty: Duty, **more: object) -> dict[str, object]:
    own = OWN_DAY_BESIDE if duty.is_own_day and not duty.extended else ""
    return {
        "unit": duty.unit.name,
        "title": _title(duty),
        "due": duty.due_day,
        "own": own,
        "days": duty.days_late,
        **more,
    }


def _overdue(duties: Sequence[Duty]) -> Iterator[Sentence]:
    late = [one for one in duties if one.state == "overdue"]
    for one in sorted(late, key=lambda duty: -duty.days_late):
        yield Sentence("{unit}　{title}　期限{due}{own}，已逾期{days}天", _values(one))


def _returned(duties: Sequence[Duty]) -> Iterator[Sentence]:
    for one in duties:
        sent = one.pending_return
        if sent is None:
            continue
        values = _values(one, received=sent.day, number=sent.number, until=sent.until)
        if sent.until is None:
            yield Sentence("{unit}　{title}　{received}收到的（回执{number}）已退回，没有定重报期限", values)
        elif one.is_refiling_overdue:
            values["days"] = (one.day - sent.until).days
            yield Sentence(
                "{unit}　{title}　{received}收到的（回执{number}）已退回，{until}前重报，已超过{days}天", values
            )
        else:
            yield Sentence("{unit}　{title}　{received}收到的（回执{number}）已退回，{until}前重报", values)


def _incomplete(duties: Sequence[Duty]) -> Iterator[Sentence]:
    for one in duties:
        for form in one.missing_forms:
            values = _values(one, copy=COPIES[form], received=one.first_day)
            if one.due_day is None:
                yield Sentence("{unit}　{title}　{received}已收到，缺{copy}", values)
            elif form in one.lacking_forms:
                yield Sentence("{unit}　{title}　{received}已收到，缺{copy}；期限{due}{own}已过", values)
            else:
                yield Sentence("{unit}　{title}　{received}已收到，还缺{copy}；期限{due}{own}", values)


def _late(duties: Sequence[Duty]) -> Iterator[Sentence]:
    late = [one for one in duties if one.state in {"late", "returned"} and one.days_late]
    for one in sorted(late, key=lambda duty: -duty.days_late):
        values = _values(one, received=one.first_day)
        yield Sentence("{unit}　{title}　期限{due}{own}，{received}收到，迟{days}天", values)


def _due_soon(duties: Sequence[Duty]) -> Iterator[Sentence]:
    for one in duties:
        if one.state == "due-soon" and one.due_day is not None:
            values = _values(one, days=(one.due_day - one.day).days)
            yield Sentence("{unit}　{title}　期限{due}{own}，还有{days}天", values)


def _clocks(overview: Overview) -> Iterator[Sentence]:
    """The day on which each unit crosses one and two years, the longest silent first; then those nobody knows of."""
    if all(one.key != LOG for one in overview.obligations):
        return
    known = [one for one in overview.units if one.clock.since is not None]
    for one in sorted(known, key=lambda unit: str(unit.clock.since)):
        yield Sentence("{unit}　{words}", {"unit": one.unit.name, "words": clock_words(one.clock, overview.day)})
    unknown = [one.unit.name for one in overview.units if one.clock.since is None and one.clock.exempt is None]
    if unknown:
        yield Sentence("未核（没有收到过登记表，名录也没有期初数）：{units}", {"units": _some(unknown)})


def _extended(duties: Sequence[Duty]) -> Iterator[Sentence]:
    for one in duties:
        if one.extended and one.exempt is None:
            yield Sentence("{unit}　{title}　延期到{due}（原定{named}）", _values(one, named=one.named_day))


def _two_days(duties: Sequence[Duty]) -> Iterator[Sentence]:
    for one in duties:
        counting = one.counting
        if counting is not None and one.stated_day is not None:
            values = _values(one, received=counting.day, stated=one.stated_day)
            yield Sentence("{unit}　{title}　{received}收到，表内填写{stated}", values)


def _belated(duties: Sequence[Duty]) -> Iterator[Sentence]:
    """Unit by unit: when each was entered stands in the ledger."""
    groups: dict[str, list[Duty]] = defaultdict(list)
    for one in duties:
        if one.is_belated:
            groups[one.unit.name].append(one)
    for unit, same in groups.items():
        yield Sentence("{unit}　{titles}", {"unit": unit, "titles": [_title(one) for one in same]})


def _exempt(duties: Sequence[Duty]) -> Iterator[Sentence]:
    return _by_reason((one, one.exempt) for one in duties if one.exempt is not None)


def _remarks(duties: Sequence[Duty]) -> Iterator[Sentence]:
    return _by_reason((one, remark) for one in duties if one.exempt is None for remark in one.remarks)


def _by_reason(said: Iterable[tuple[Duty, Sentence]]) -> Iterator[Sentence]:
    """What holds for many duties, said once for the units and obligations that it holds for."""
    reasons: dict[str, Sentence] = {}
    titles: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for duty, sentence in said:
        text = reasons.setdefault(sentence.render(), sentence).render()
        titles[text, duty.unit.name].append(_title(duty))
    groups: dict[tuple[str, tuple[str, ...]], list[tuple[str, list[Sentence]]]] = defaultdict(list)
    for (text, unit), named in titles.items():
        groups[text, tuple(one.template for one in named)].append((unit, named))
    for (text, _), same in groups.items():
        values = {"said": reasons[text], "units": _some([unit for unit, _ in same]), "titles": same[0][1]}
        yield Sentence("{units}　{titles}　{said}", values)


def _title(duty: Duty) -> Sentence:
    return Sentence(short_title(duty.obligation))


def _some(names: Sequence[str]) -> Sentence:
    """The names; of many the first ones and how many there are."""
    if len(names) <= _NAMED:
        return Sentence("{names}", {"names": names})
    return Sentence("{names}等{count}个单位", {"names": names[: _NAMED - 1], "count": len(names)})
