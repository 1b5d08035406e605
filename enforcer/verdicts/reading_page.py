"""How a workbook was read, for the question "why does it say that?"."""

from collections.abc import Iterator

from enforcer.domain.masking import mask, masked
from enforcer.domain.reading import Reading
from enforcer.domain.row import column_letters
from enforcer.domain.sentence import Translate, words
from enforcer.verdicts.as_text import RECOGNISED, shortened
from enforcer.verdicts.columns import padded
from enforcer.verdicts.lines import Line, line, span

SHOWN_ROWS = 5
BY = {"mark": "标记", "header": "表头", "synonym": "近义表头", "neighbours": "看相邻栏"}
SOURCES = {
    "given": "命令行",
    "mark": "表内标记",
    "header": "表头行",
    "title": "标题",
    "folder": "文件夹",
    "row": "数据行",
}


def lines_of(reading: Reading, translate: Translate, most: int = SHOWN_ROWS) -> Iterator[Line]:
    """File, annex, header rows, columns, header lines, witnesses, what was filled and skipped, and the first rows."""
    yield line(span(words(reading.file), "title"))
    if reading.skip is not None:
        yield line(translate("未读："), reading.skip.render(translate), indent=2)
        return
    if reading.failure is not None:
        yield line(span(reading.failure.message.render(translate), "error"), indent=2)
        yield line(reading.failure.remedy.render(translate), indent=2)
        return
    yield line(
        translate("格式：{container}　SHA-256：{sha256}").format(container=reading.container, sha256=reading.sha256),
        indent=2,
    )
    for remark in reading.remarks:
        yield line(translate("说明："), remark.render(translate), indent=2)
    if reading.form is not None and reading.table is not None and reading.recognised_by is not None:
        yield from _table(reading, translate)
        yield from _header(reading, translate)
        yield from _taken(reading, translate)
        yield from _rows(reading, translate, most)
    for skipped in reading.skipped_sheets:
        reason = skipped.reason.render(translate)
        yield line(
            translate("未读工作表“{sheet}”：{reason}").format(sheet=words(skipped.place.sheet), reason=reason), indent=2
        )


def _table(reading: Reading, translate: Translate) -> Iterator[Line]:
    form, table = reading.form, reading.table
    if form is None or table is None or reading.recognised_by is None:
        return
    how = translate(RECOGNISED[reading.recognised_by])
    text = translate("工作表“{sheet}”：附件{annex}《{name}》，{how}").format(
        sheet=words(table.sheet), annex=form.annex, name=translate(form.name), how=how
    )
    yield line(span(text, "title"), indent=2)
    rows = translate("、").join(str(row) for row in reading.header_rows)
    yield line(translate("表头在第{rows}行").format(rows=rows), indent=4)
    for match in reading.columns:
        yield line(
            span(padded(column_letters(match.column), 4), "cell"),
            padded(shortened(words(match.header), 24), 26),
            "→ ",
            padded(translate(form.column(match.key).header), 20),
            span(translate(BY[match.by]), "dim"),
            indent=4,
        )
    for column in form.columns:
        if column.key not in table.columns:
            yield line(
                span(translate("缺少栏目：{header}").format(header=translate(column.header)), "warning"), indent=4
            )


def _header(reading: Reading, translate: Translate) -> Iterator[Line]:
    form = reading.form
    if form is None:
        return
    labels = {entry.key: entry.label for entry in form.header}
    for key, found in reading.header.items():
        label = translate(labels.get(key, key))
        yield line(padded(found.place.cell or "", 6), f"{label} = {shortened(words(found.text))}", indent=4)
    for witness in (*reading.unit_witnesses, *reading.year_witnesses):
        source = translate(SOURCES[witness.source])
        yield line(
            translate("单位或年度的来源：{source} {text}").format(source=source, text=words(witness.text)), indent=4
        )


def _taken(reading: Reading, translate: Translate) -> Iterator[Line]:
    for assumption in reading.assumptions:
        place = padded(words(assumption.place.cell or ""), 6)
        yield line(place, translate("推定："), assumption.sentence.render(translate), indent=4)
    for skipped in reading.skipped_rows:
        place = padded(words(skipped.place.cell or ""), 6)
        yield line(place, translate("跳过："), skipped.reason.render(translate), indent=4)


def _rows(reading: Reading, translate: Translate, most: int) -> Iterator[Line]:
    form = reading.form
    if form is None:
        return
    yield line(
        translate("读入{count}行，前{most}行：").format(count=len(reading.rows), most=min(most, len(reading.rows))),
        indent=2,
    )
    for row in reading.rows[:most]:
        yield line(translate("第{row}行").format(row=row.number), indent=4)
        for column in form.columns:
            text = row[column.key]
            if text:
                shown = mask(text) if column.kind == "id" else shortened(masked(text), 80)
                yield line(padded(translate(column.header), 18), shown, indent=6)
