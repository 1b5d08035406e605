"""Makes the shipped templates: `python -m enforcer.reports.docx.template` writes report.docx and report.en.docx.

They are made from layout.toml and body.py alone, so that the same source gives the same template.
"""

import sys
from importlib.resources import files
from pathlib import Path
from typing import Final

from enforcer.domain.sentence import Translate
from enforcer.locale import LANGUAGES, translator
from enforcer.reports.docx.body import document
from enforcer.reports.docx.ooxml import DECLARATION, field, paragraph, part, run, w
from enforcer.reports.docx.styles import fonts, numbering, styles
from enforcer.reports.zips import packed

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKED: Final = "application/vnd.openxmlformats-package"
_KINDS: Final = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/fontTable.xml": "fontTable",
    "word/settings.xml": "settings",
    "word/footer1.xml": "footer",
    "word/footer2.xml": "footer",
}
_RELATIONS: Final = (
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdNumbering", "numbering", "numbering.xml"),
    ("rIdFonts", "fontTable", "fontTable.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdOdd", "footer", "footer1.xml"),
    ("rIdEven", "footer", "footer2.xml"),
)


def name_of(language: str) -> str:
    """The template's file name in that language."""
    return "report.docx" if language == "zh" else f"report.{language}.docx"


def shipped(language: str) -> bytes:
    """The template that comes with the program."""
    return files(__package__).joinpath(name_of(language)).read_bytes()


def template(language: str) -> bytes:
    """The template as layout.toml and body.py have it now."""
    translate = translator(language)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(translate),
        "word/_rels/document.xml.rels": _relationships(
            *((key, f"{_OFFICE}/{kind}", target) for key, kind, target in _RELATIONS)
        ),
        "word/document.xml": document(translate),
        "word/styles.xml": styles(language),
        "word/numbering.xml": numbering(language),
        "word/fontTable.xml": fonts(),
        "word/settings.xml": _settings(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _content_types() -> str:
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _KINDS.items())
    core = f'<Override PartName="/docProps/core.xml" ContentType="{_PACKED}.core-properties+xml"/>'
    defaults = (
        f'<Default Extension="rels" ContentType="{_PACKED}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{kinds}{core}</Types>'


def _relationships(*relations: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _properties(translate: Translate) -> str:
    """Title and author are filled in by each report; the days too, which are its as-of day."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ title }}</dc:title><dc:creator>{{ issuer }}</dc:creator>"
        f"<dc:description>{translate('草稿，由法制机构审定')}</dc:description></cp:coreProperties>"
    )


def _settings() -> str:
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return part(
        "settings",
        w("evenAndOddHeaders"),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", w("useFELayout"), compatible),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _footer(side: str) -> str:
    """The page number between two dashes (7.5): outside, which is right on odd pages and left on even ones."""
    return part("ftr", paragraph("Footer", run("— "), field("PAGE", "1"), run(" —"), properties=w("jc", val=side)))


def main() -> int:
    """Writes the templates where the package keeps them."""
    folder = Path(__file__).parent
    for language in LANGUAGES:
        (folder / name_of(language)).write_bytes(template(language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
