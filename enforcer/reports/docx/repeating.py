"""Paragraphs that a template repeats or leaves out."""

from collections.abc import Sequence

from enforcer.reports.docx.ooxml import paragraph


def each(name: str, many: str, *inside: str) -> list[str]:
    """`inside` once for each of `many`."""
    return _between(f"{{%p for {name} in {many} %}}", inside, "{%p endfor %}")


def only_if(condition: str, *inside: str) -> list[str]:
    """`inside` where the condition holds."""
    return _between(f"{{%p if {condition} %}}", inside, "{%p endif %}")


def _between(opening: str, inside: Sequence[str], closing: str) -> list[str]:
    whole = (opening, *inside, closing)
    return [paragraph("BodyText", one) if one.startswith("{%p") else one for one in whole]
