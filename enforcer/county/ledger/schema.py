"""The ledger's tables, triggers and views, and the migrations, which add and never rewrite."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from enforcer.domain.errors import EnforcerError

APPLICATION: Final = 0x656E6672
"""What tells SQLite files of this kind from all others: "enfr"."""

_FIRST: Final = """
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    entered TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX receipt_numbers ON entries (about) WHERE kind = 'received';
CREATE INDEX examinations ON entries (about, day) WHERE kind = 'examined';

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entries_stand_one_after_the_other BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM entries)
BEGIN SELECT RAISE(FAIL, 'the ledger is append-only'); END;

CREATE VIEW filings AS
SELECT seq, day, entered, about AS receipt,
       json_extract(body, '$.unit') AS unit, json_extract(body, '$.obligation') AS obligation,
       json_extract(body, '$.year') AS year, json_extract(body, '$.forms') AS forms,
       json_extract(body, '$.nil') AS nil, json_extract(body, '$.name') AS name,
       json_extract(body, '$.sha256') AS sha256, json_extract(body, '$.stored') AS stored,
       json_extract(body, '$.stated') AS stated, json_extract(body, '$.by') AS by_whom,
       json_extract(body, '$.note') AS note, substr(entered, 1, 10) > day AS belated
FROM entries WHERE kind = 'received';

CREATE VIEW log_registrations AS SELECT * FROM filings WHERE obligation = 'log';

CREATE VIEW findings AS
SELECT entries.seq, entries.day, json_extract(entries.body, '$.receipt') AS receipt,
       json_extract(entries.body, '$.unit') AS unit, json_extract(entries.body, '$.year') AS year,
       json_extract(file.value, '$.file') AS file,
       json_extract(finding.value, '$.code') AS code, json_extract(finding.value, '$.severity') AS severity,
       json_extract(finding.value, '$.state') AS state, json_extract(finding.value, '$.count') AS count,
       json_extract(finding.value, '$.place[1]') AS sheet, json_extract(finding.value, '$.place[2]') AS row,
       json_extract(finding.value, '$.place[3]') AS column_number, json_extract(finding.value, '$.value') AS typed
FROM entries, json_each(entries.body, '$.verdict.files') AS file, json_each(file.value, '$.findings') AS finding
WHERE entries.kind = 'examined'
UNION ALL
SELECT entries.seq, entries.day, json_extract(entries.body, '$.receipt'), json_extract(entries.body, '$.unit'),
       json_extract(entries.body, '$.year'),
       json_extract(finding.value, '$.place[0]'),
       json_extract(finding.value, '$.code'), json_extract(finding.value, '$.severity'),
       json_extract(finding.value, '$.state'), json_extract(finding.value, '$.count'),
       json_extract(finding.value, '$.place[1]'), json_extract(finding.value, '$.place[2]'),
       json_extract(finding.value, '$.place[3]'), json_extract(finding.value, '$.value')
FROM entries, json_each(entries.body, '$.verdict.findings') AS finding
WHERE entries.kind = 'examined';

CREATE VIEW decisions AS
SELECT seq, day, entered, json_extract(body, '$.action') AS action,
       json_extract(body, '$.receipt') AS receipt,
       json_extract(body, '$.unit') AS unit, json_extract(body, '$.obligation') AS obligation,
       json_extract(body, '$.year') AS year, json_extract(body, '$.rule') AS rule,
       json_extract(body, '$.until') AS until, json_extract(body, '$.overlap') AS overlap,
       json_extract(body, '$.by') AS by_whom, json_extract(body, '$.why') AS why
FROM entries WHERE kind = 'decided';

CREATE VIEW reminders AS
SELECT seq, day, entered, json_extract(body, '$.unit') AS unit, json_extract(body, '$.obligation') AS obligation,
       json_extract(body, '$.year') AS year, json_extract(body, '$.stage') AS stage
FROM entries WHERE kind = 'reminded';
"""

MIGRATIONS: Final[tuple[str, ...]] = (_FIRST,)
"""What each version adds to the one before it. A published one is never edited: a new one is added behind it."""


def statements(script: str) -> list[str]:
    """The statements of a script one by one: `executescript` would end the transaction that they belong into."""
    found, begun = [], ""
    for line in script.splitlines():
        begun += line + "\n"
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


def check_identity(connection: sqlite3.Connection, path: Path, *, may_be_new: bool = False) -> int:
    """The version of the ledger's schema; 0 for an empty file, where that may be.

    Raises EnforcerError for a file that is no ledger, and for one of a newer program, which may count more facts in.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    is_new = not (application or version or tables)
    if application != APPLICATION and not (is_new and may_be_new):
        raise EnforcerError("“{path}”不是本程序的台账。请检查工作文件夹，或从备份中恢复。", path=path)
    if version > len(MIGRATIONS):
        raise EnforcerError(
            "台账“{path}”是用更新的版本建立的（第{version}版，本程序认识第{known}版）。请升级程序。",
            path=path,
            version=version,
            known=len(MIGRATIONS),
        )
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Adds what is missing, all of it or nothing. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have been quicker.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for script in MIGRATIONS[version:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
