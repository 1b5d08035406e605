"""From a workbook as opened to readings: one for each sheet that is an annex, with all that was seen on the way."""

from collections.abc import Sequence

from enforcer.domain.reading import Mark, Reading, SkippedSheet
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.forms import ANNEXES, load_form
from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.mark import MARK_SHEET, OWN_SHEETS, read_mark
from enforcer.workbook.marking.memory import explanations, memory_of, unmarked
from enforcer.workbook.reading.facts import has_content, hidden_sheets
from enforcer.workbook.reading.recognise import Forms, recognise
from enforcer.workbook.reading.sheet_reading import nil_alone, read_sheet
from enforcer.workbook.reading.witnesses import Context


def read_book(
    book: Book,
    forms: Forms = load_form,
    *,
    annex: int | None = None,
    unit: str | None = None,
    year: int | None = None,
    county: str = "",
    folder: str | None = None,
) -> tuple[Reading, ...]:
    """One reading for each sheet that is an annex, in the workbook's order; where none is, one that says why.

    `forms` gives the form of an annex number and is asked only for what is needed. `annex`, `unit` and `year` are what
    the user said, and decide. `folder` is the folder that the file lies in, taken from the book's name where None.
    Hidden sheets are read only where no other sheet is an annex. Sheets that were left out, and hidden ones, stand in
    the first reading. Raises EnforcerError where a form cannot be loaded, nothing for anything in the book.
    """
    memory = memory_of(book)
    answered = explanations(book, memory) if memory else ()
    book = unmarked(book, memory) if memory else book
    context = Context(book, read_mark(book), forms, annex=annex, unit=unit, year=year, county=county, folder=folder)
    filled = [sheet for sheet in book.sheets if sheet.name != MARK_SHEET and has_content(sheet)]
    ours = [sheet for sheet in filled if sheet.name in OWN_SHEETS]
    skipped = [_skipped(book, sheet, Sentence("本软件自带的工作表，不是附件"), own=True) for sheet in ours]
    visible = [sheet for sheet in filled if sheet.name not in OWN_SHEETS and sheet.visibility == "visible"]
    hidden = [sheet for sheet in filled if sheet.name not in OWN_SHEETS and sheet.visibility != "visible"]
    readings = _read(context, visible, skipped)
    if readings:
        skipped.extend(_skipped(book, sheet, Sentence("隐藏的工作表，没有读")) for sheet in hidden)
    else:
        readings = _read(context, hidden, skipped)
    if not readings:
        readings = [Reading(book.name, form=forms(annex) if annex else None, mark=context.mark)]
    completed = _completed(context, readings, skipped)
    if memory is None:
        return completed
    said = Sentence("文件是退改后重新报送的，其中的审核意见和批注不读；读到单位说明{count}处", {"count": len(answered)})
    first = completed[0]._replace(explanations=answered, remarks=(said, *completed[0].remarks))
    return (first, *completed[1:])


def _read(context: Context, sheets: Sequence[Sheet], skipped: list[SkippedSheet]) -> list[Reading]:
    """The readings of these sheets; a sheet that is no annex goes to `skipped`, with the reason."""
    readings = []
    for sheet in sheets:
        found = recognise(sheet, context.forms, context.mark, context.annex)
        reading = nil_alone(context, sheet) if isinstance(found, Sentence) else read_sheet(context, sheet, found)
        if reading is not None:
            readings.append(reading)
        elif isinstance(found, Sentence):
            skipped.append(_skipped(context.book, sheet, found))
    return readings


def _completed(context: Context, readings: list[Reading], skipped: list[SkippedSheet]) -> tuple[Reading, ...]:
    """The readings with what is true of the whole file."""
    book = context.book
    order = {sheet.name: place for place, sheet in enumerate(book.sheets)}
    skipped.sort(key=lambda one: order[one.place.sheet or ""])
    first = readings[0]
    readings[0] = first._replace(skipped_sheets=tuple(skipped), hidden=(*hidden_sheets(book), *first.hidden))
    return tuple(
        reading._replace(
            sha256=book.sha256,
            container=book.kind,
            remarks=(*book.notes, *_at_odds(context.mark, reading), *reading.remarks),
        )
        for reading in readings
    )


def _at_odds(mark: Mark | None, reading: Reading) -> tuple[Sentence, ...]:
    """What the mark says of the annex, where the table says otherwise."""
    if mark is None or reading.annex in (None, mark.annex):
        return ()
    known = mark.annex if mark.annex in ANNEXES else "？"
    values = {"marked": known, "annex": reading.annex}
    return (Sentence("文件标记为附件{marked}的空白表，这张表按附件{annex}读", values),)


def _skipped(book: Book, sheet: Sheet, reason: Sentence, *, own: bool = False) -> SkippedSheet:
    return SkippedSheet(Place(book.name, sheet.name), reason, own)
