"""The report as plain values, which JSON is written from: a file for a few sections each."""
