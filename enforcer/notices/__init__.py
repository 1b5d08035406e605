"""The notice and the laws in force, as data."""

from enforcer.notices.loading import SHIPPED, load_notice

__all__ = ["SHIPPED", "load_notice"]
