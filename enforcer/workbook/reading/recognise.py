"""Which annex a sheet holds: what it was told, the mark of our blanks, else the headers. Counted, never scored.

A table is an annex when its header names more than half of the annex's elements (a third, where a title above it names
the annex too) and a word stands there that no ordinary list has. The annex with the most elements named wins; between
equals the title decides, else nobody.
"""

from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.reading import Mark, Match
from enforcer.domain.sentence import Sentence
from enforcer.forms import ANNEXES
from enforcer.language.blanks import bare
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.columns import Columns
from enforcer.workbook.reading.headers import SEARCHED_COLUMNS, SEARCHED_ROWS, Header, find_headers, spans_of
from enforcer.workbook.reading.spans import Spans

Forms = Callable[[int], Form]
By = Literal["mark", "headers", "given"]

_THIRD: Final = 3
_LONGEST_TITLE: Final = 120
_NOTHING: Final = Sentence("没有找到附件1至附件4的表头")


class Recognised(NamedTuple):
    """A table found on a sheet, how its annex was told, and the sheet's merges by place."""

    header: Header
    by: By
    spans: Spans


def recognise(sheet: Sheet, forms: Forms, mark: Mark | None = None, annex: int | None = None) -> Recognised | Sentence:
    """The table on this sheet, or the reason why the sheet is no annex.

    `annex` is what the user said and is not argued with: the sheet holds it or holds nothing.
    """
    spans = spans_of(sheet)
    if annex is not None:
        header = _of_form(sheet, spans, forms(annex))
        return Recognised(header, "given", spans) if header else Sentence("没有找到附件{annex}的表头", {"annex": annex})
    if mark is not None and mark.annex in ANNEXES and (header := _of_form(sheet, spans, forms(mark.annex))):
        return Recognised(header._replace(columns=restored(sheet, header)), "mark", spans)
    found = _by_headers(sheet, spans, [forms(number) for number in ANNEXES])
    return found if isinstance(found, Sentence) else Recognised(found, "headers", spans)


def titled(sheet: Sheet, forms: Iterable[Form]) -> Header | None:
    """A header without rows of the one form that a title near the top names, for a return that has no table at all."""
    above = _text_above(sheet, sheet.first_row + SEARCHED_ROWS, with_name=False)
    named = [form for form in forms if _names(form, above)]
    return Header(named[0], (), Columns((), {}, {})) if len(named) == 1 else None


def restored(sheet: Sheet, header: Header) -> Columns:
    """The columns of a marked blank: its own headers count as known by the mark.

    A header that was emptied is known by its place, where a neighbour still stands in its own.
    """
    columns, row = header.columns, header.rows[-1]
    own = {column.key: place for place, column in enumerate(header.form.columns, 1)}
    matches = [match._replace(by="mark") if match.by == "header" else match for match in columns.matches]
    sources = dict(columns.sources)
    taken = {column for places in sources.values() for column in places}
    standing = {own[match.key] for match in matches if match.column == own[match.key]}
    for key, place in own.items():
        inside = 0 <= place - sheet.first_column < len(sheet.rows[0])
        if key in sources or place in taken or not inside or sheet.at(row, place) is not None:
            continue
        if {place - 1, place + 1} & standing:
            sources[key] = (place,)
            matches.append(Match(place, key, "", "mark"))
    matches.sort(key=lambda match: match.column)
    return columns._replace(matches=tuple(matches), sources=sources)


def _of_form(sheet: Sheet, spans: Spans, form: Form) -> Header | None:
    """The table of a form that is known beforehand: a third of its elements is enough."""
    header = next(iter(find_headers(sheet, spans, (form,))), None)
    return header if header and header.elements * _THIRD >= len(form.elements) else None


def _by_headers(sheet: Sheet, spans: Spans, forms: list[Form]) -> Header | Sentence:
    candidates = find_headers(sheet, spans, forms)
    looks = [(header, _look(sheet, header)) for header in candidates]
    accepted = [(header, look.titled) for header, look in looks if look.refusal is None]
    if not accepted:
        refusals = [(header.elements, look.refusal) for header, look in looks if look.refusal is not None]
        return max(refusals, key=lambda one: one[0], default=(0, _NOTHING))[1]
    most = max(header.elements for header, _ in accepted)
    first = [(header, named) for header, named in accepted if header.elements == most]
    if len(first) > 1:
        first = [one for one in first if one[1]] or first
    if len(first) > 1:
        annexes = tuple(Sentence("附件{annex}", {"annex": header.form.annex}) for header, _ in first)
        return Sentence("表头与{annexes}同样相符，分不清是哪一个", {"annexes": annexes})
    return first[0][0]


class _Look(NamedTuple):
    """Whether a title names the annex, and what speaks against the table being it."""

    titled: bool
    refusal: Sentence | None


def _look(sheet: Sheet, header: Header) -> _Look:
    form = header.form
    above = _text_above(sheet, header.rows[0])
    named = _names(form, above)
    words = above + bare("".join(match.header for match in header.columns.matches))
    rest = words + bare("".join(label.text for label, _ in header.columns.unread))
    found = [form.column(key).header for key in form.elements if key in header.columns.sources]
    enough = header.elements * _THIRD >= len(form.elements) if named else header.names_most
    if not enough:
        if not found:
            return _Look(named, _NOTHING)
        values = {"fields": tuple(Sentence(one) for one in found), "annex": form.annex}
        return _Look(named, Sentence("表头只有“{fields}”与附件{annex}相符，不足以认定", values))
    if not any(word in words for word in form.words):
        return _Look(named, Sentence("表头像附件{annex}，但标题和表头都看不出是该附件", {"annex": form.annex}))
    if not named and (odd := next((word for word in form.foreign if word in rest), None)):
        values = {"annex": form.annex, "word": odd}
        return _Look(named, Sentence("表头像附件{annex}，但写有“{word}”，是另一种表格", values))
    return _Look(named, None)


def _names(form: Form, above: str) -> bool:
    return any(bare(title) in above for title in form.titles)


def _text_above(sheet: Sheet, row: int, *, with_name: bool = True) -> str:
    """What stands above a row, and the sheet's name: where titles are. Cells of running text are no titles."""
    texts = [sheet.name] if with_name else []
    for line in sheet.rows[: max(0, row - sheet.first_row)]:
        texts.extend(value for value in line[:SEARCHED_COLUMNS] if type(value) is str and len(value) <= _LONGEST_TITLE)
    return "\n".join(bare(text) for text in texts)
