"""Translations by somebody who works in a sheet: what there is to translate goes out, what came back goes into the course's files."""
