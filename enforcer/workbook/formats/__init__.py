"""What the containers hold: one reader for each format, each behind the same guard."""
