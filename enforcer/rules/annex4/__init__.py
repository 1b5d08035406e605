"""Rules on annex 4, the officers: A4."""
