"""Rules on annex 3, the discretion benchmark: A3."""
