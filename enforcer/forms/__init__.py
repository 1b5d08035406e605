"""The forms as data: what the blank shows and what the reader expects, one source."""

from enforcer.forms.loading import ANNEXES, load_form, load_forms

__all__ = ["ANNEXES", "load_form", "load_forms"]
