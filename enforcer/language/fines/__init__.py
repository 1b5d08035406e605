"""Reads fines as Chinese law writes them."""

from enforcer.language.fines.reading import read_fines

__all__ = ["read_fines"]
