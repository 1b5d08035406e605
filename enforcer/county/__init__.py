"""The county office's own room: workspace, roster, ledger, intake, duties and days."""
