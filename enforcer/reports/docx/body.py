"""The template's text: what the office sees when it opens it in Word, with the places that a report fills in.

`{{ … }}` is filled in, `{%p … %}` repeats or leaves out whole paragraphs, `{%tr … %}` rows and `{%tc … %}` cells.
"""

from collections.abc import Sequence
from typing import Final

from enforcer.domain.sentence import Translate
from enforcer.reports.docx.layout import page
from enforcer.reports.docx.ooxml import paragraph, part, run, w
from enforcer.reports.docx.repeating import each, only_if
from enforcer.reports.docx.tables import (
    discretion_table,
    duties_table,
    facts_pages,
    faults_table,
    matrix_pages,
    next_table,
    overlaps_pages,
    people_table,
)

_BLANK: Final = "\u3000"


def document(translate: Translate) -> str:
    """document.xml of the template, its fixed words in the language of `translate`."""
    return part("document", w("body", *_head(translate), *_sections(translate), *_end(translate), _section()))


def _head(translate: Translate) -> list[str]:
    """版头, 标题, 主送机关, and what leads in."""
    signatory = run(translate("签发人：")), run("{{ signatory }}", "Signatory")
    return [
        _issuer(),
        paragraph("DocumentNumber", run("{{ number }}"), w("r", w("tab")), *signatory),
        paragraph("Title", "{{ title }}"),
        paragraph("Addressee", "{{ addressee }}"),
        *each("line", "opening", paragraph("BodyText", "{{ line }}")),
    ]


def _sections(translate: Translate) -> list[str]:
    """The sections in their order, each with its table where it has one."""
    return [
        *_section_of("overall", translate("总体情况")),
        *_section_of("filing", translate("报送情况")),
        *only_if("filing.rows", *duties_table(translate)),
        *_parts("filing"),
        *_section_of("quality", translate("材料质量")),
        *only_if("quality.rows", *faults_table(translate)),
        *_parts("quality"),
        *_section_of("discretion", translate("裁量基准")),
        *only_if("discretion.rows", *discretion_table(translate)),
        *_parts("discretion"),
        *_section_of("people", translate("执法人员")),
        *only_if("people.rows", *people_table(translate)),
        *_parts("people"),
        *_section_of("overlaps", translate("疑似多头执法")),
        *_section_of("facts", translate("可供认定的事实清单")),
        *_parts("facts"),
        *_section_of("next", translate("下一步到期事项")),
        *only_if("next.rows", *next_table(translate)),
        *_parts("next"),
        *only_if("points", *_section_of("points", translate("年度考核计分")), *_parts("points")),
        *_section_of("making", translate("说明")),
        *_parts("making"),
        # A signature never stands on a page without text.
        paragraph("BodyText", "{{ closing }}", properties=w("keepNext")),
    ]


def _end(translate: Translate) -> list[str]:
    """附件说明, 署名 and 成文日期, the attachments, 版记."""
    listed = each(
        "one",
        "attachments",
        "{%p if loop.first %}",
        paragraph("AttachmentNote", translate("附件：") + "{{ one.number }}. {{ one.title }}"),
        "{%p else %}",
        paragraph("AttachmentNoteMore", "{{ one.number }}. {{ one.title }}"),
        "{%p endif %}",
    )
    signed = [paragraph("Signature", properties=_space_before(2)), paragraph("Signature", "{{ issuer }}")]
    return [
        *listed,
        *signed,
        paragraph("Signature", "{{ date }}"),
        *_attachment("matrix", translate, matrix_pages(translate)),
        *_attachment("facts_list", translate, facts_pages(translate)),
        *_imprint(translate),
        *only_if("overlap_list", *overlaps_pages(translate)),
    ]


def _issuer() -> str:
    """The name of the issuing office in red, 35 mm below the head of the core."""
    spacing = w("spacing", before=page().issuer, line=240, lineRule="auto")
    return paragraph("Issuer", "{{ issuer_mark }}", properties=spacing)


def _space_before(lines: int) -> str:
    return w("spacing", beforeLines=lines * 100, before=0, line=1, lineRule="exact")


def _section_of(name: str, heading: str) -> list[str]:
    return [
        paragraph("Heading1", heading),
        *each("line", f"{name}.paragraphs", paragraph("BodyText", "{{ line }}")),
    ]


def _parts(name: str) -> list[str]:
    """（一） headings with their paragraphs, 1. items and （1） details."""
    details = each("detail", "item.details", paragraph("Heading4", "{{ detail }}"))
    items = each("item", "part.items", paragraph("Heading3", "{{ item.text }}"), *details)
    lines = each("line", "part.paragraphs", paragraph("BodyText", "{{ line }}"))
    return each("part", f"{name}.parts", paragraph("Heading2", "{{ part.heading }}"), *lines, *items)


def _attachment(name: str, translate: Translate, inside: Sequence[str]) -> list[str]:
    return only_if(
        name,
        paragraph("AttachmentMark", translate("附件{number}").replace("{number}", f"{{{{ {name}.number }}}}")),
        paragraph("AttachmentTitle", f"{{{{ {name}.title }}}}"),
        *inside,
    )


def _imprint(translate: Translate) -> list[str]:
    """版记 at the foot of the page: who else gets it, who printed it and when, for the office to fill in."""
    frame = w(
        "framePr", w=page().core, wrap="around", vAnchor="margin", hAnchor="margin", xAlign="center", yAlign="bottom"
    )
    printed = run(_BLANK + "{{ issuer }}"), w("r", w("tab")), run("{{ printed }}")
    return [
        paragraph("Imprint", _BLANK + translate("抄送：") + "{{ copies }}", properties=frame),
        paragraph("Imprint", *printed, properties=frame),
        paragraph("TableText"),
    ]


def _section() -> str:
    """The page: A4, the core of 156 by 225 mm, 22 lines of 28 characters, the number outside on each side."""
    said = page()
    return w(
        "sectPr",
        '<w:footerReference w:type="default" r:id="rIdOdd"/>',
        '<w:footerReference w:type="even" r:id="rIdEven"/>',
        w("pgSz", w=said.width, h=said.height),
        w(
            "pgMar",
            top=said.top,
            right=said.right,
            bottom=said.bottom,
            left=said.left,
            header=851,
            footer=said.footer,
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("docGrid", type="lines", linePitch=said.pitch),
    )
