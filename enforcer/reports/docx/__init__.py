"""The formal report as an official document: its template by GB/T 9704-2012, and what is filled into it."""
