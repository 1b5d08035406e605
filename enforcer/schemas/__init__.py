"""The JSON Schemas of everything the program prints as JSON: one file a schema, `<command>-<version>.json`."""

import json
from pathlib import Path
from typing import Any


def load_schema(name: str) -> dict[str, Any]:
    """The schema that a document names: "enforcer/validate/1". Raises FileNotFoundError for one that is not shipped."""
    command, version = name.removeprefix("enforcer/").split("/")
    path = Path(__file__).parent / f"{command}-{version}.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema
