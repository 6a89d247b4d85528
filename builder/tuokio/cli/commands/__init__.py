"""One file per command, or per commands that belong together; they are found, not listed."""
