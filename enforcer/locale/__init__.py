"""The English text of every message; the Chinese template is its own key (gettext)."""

from enforcer.locale.catalogue import LANGUAGES, translator

__all__ = ["LANGUAGES", "translator"]
