"""Rules on filing: F."""
