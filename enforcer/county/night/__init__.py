"""What a night needs besides the other rooms: its lock, the inbox as it was, the summary, the page, the log."""
