"""The JSON Schemas of everything the program prints as JSON."""
