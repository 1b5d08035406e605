"""The report's sections as records: sentences, numbers, days and places, in no language; a file a section."""
