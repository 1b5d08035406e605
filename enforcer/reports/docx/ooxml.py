"""WordprocessingML as text: elements of the w: namespace, and the small pieces that every paragraph is made of."""

from html import escape
from typing import Final

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TWIPS_AN_INCH: Final = 1440
_MM_AN_INCH: Final = 25.4


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, the unit of lengths in a .docx."""
    return round(millimetres * _TWIPS_AN_INCH / _MM_AN_INCH)


def w(name: str, /, *inside: str, **attributes: object) -> str:
    """`<w:name w:attribute="…">inside</w:name>`; attributes that are None are left out."""
    said = "".join(
        f' w:{key.rstrip("_")}="{escape(str(value))}"' for key, value in attributes.items() if value is not None
    )
    content = "".join(inside)
    return f"<w:{name}{said}>{content}</w:{name}>" if content else f"<w:{name}{said}/>"


def part(name: str, /, *inside: str) -> str:
    """A whole part of the package with `name` as its root element."""
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{''.join(inside)}</w:{name}>"


def run(text: str, style: str | None = None) -> str:
    """A run of text; a character style where one is named."""
    properties = w("rPr", w("rStyle", val=style)) if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """A paragraph in that style; a run that is not yet XML is taken for its text."""
    content = (one if one.startswith("<w:") else run(one) for one in runs)
    return w("p", w("pPr", w("pStyle", val=style), properties), *content)


def field(instruction: str, shown: str) -> str:
    """A field such as PAGE, which the office program keeps right; `shown` stands there until it does."""
    kinds = (("begin", ""), ("", w("instrText", instruction)), ("separate", ""), ("", run(shown)), ("end", ""))
    return "".join(
        w("r", w("fldChar", fldCharType=kind)) if kind else (text if text.startswith("<w:r>") else w("r", text))
        for kind, text in kinds
    )
