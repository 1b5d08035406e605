"""Reads Chinese legal writing: fines, numerals, dates and periods, citations, document numbers, names."""
