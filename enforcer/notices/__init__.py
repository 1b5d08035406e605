"""The notice and the laws in force, as data."""

from enforcer.notices.loading import load_notice

__all__ = ["load_notice"]
