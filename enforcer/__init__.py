"""Compliance toolkit for a county's administrative-enforcement paperwork."""

__version__ = "0.1.0"
