"""The ledger (台账): one append-only table of entries, hashed in a chain, in SQLite."""
