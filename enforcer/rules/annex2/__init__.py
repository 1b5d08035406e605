"""Rules on annex 2, the case procedure: A2."""
