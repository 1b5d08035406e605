"""The report as Markdown, for a wiki or a mail: a file for a few sections each."""
