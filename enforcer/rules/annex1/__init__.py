"""Rules on annex 1, the inspection plan: A1."""
