"""One module a command: HELP, and run with its options."""
