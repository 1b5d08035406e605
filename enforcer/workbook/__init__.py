"""The only room that knows spreadsheets: guard, open, recognise, read, blank."""
