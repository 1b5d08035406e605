"""The front door: one file a command; parse, call, print, exit."""

from enforcer.cli.door import main

__all__ = ["main"]
