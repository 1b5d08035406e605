"""`enforcer status`: who owes what on a day, as a page, lists, JSON and CSV; whom to ring."""
