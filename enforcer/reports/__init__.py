"""Verdicts and the ledger as what an office hands up; pandas and jinja2 live here."""
