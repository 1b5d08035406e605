"""The front door: one file a command; parse, call, print, exit."""
