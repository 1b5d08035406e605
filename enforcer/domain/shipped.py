"""Tables that come with the program (forms, notice, laws), read once and kept as Python keeps its compiled modules."""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any


class _Loader(SourceFileLoader):
    """Takes a TOML file for a module of one name: Python keeps it compiled in __pycache__ until the file changes."""

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> Any:
        """The module that such a file amounts to. Raises tomllib.TOMLDecodeError."""
        import tomllib  # noqa: PLC0415 - needed once, not at every start

        tables = tomllib.loads(bytes(data).decode("utf-8"))
        return compile(f"import datetime\ntables = {tables!r}\n", path, "exec", optimize=_optimize)


def shipped_tables(path: Path) -> dict[str, Any]:
    """What a TOML file of the program holds: six of them, parsed at every start, would take a tenth of it.

    For the program's own files only: nothing is to be written beside anybody else's. Raises OSError,
    tomllib.TOMLDecodeError.
    """
    module: dict[str, Any] = {}
    exec(_Loader(path.stem, str(path)).get_code(path.stem), module)  # noqa: S102 - a literal, written by the loader
    tables: dict[str, Any] = module["tables"]
    return tables
