"""The stairs from a workbook to readings: recognise the annex, read its rows, say what was assumed."""

from enforcer.workbook.reading.books import read_book

__all__ = ["read_book"]
