"""Intake: what units send in is recognised, judged, kept, put on record and receipted."""
