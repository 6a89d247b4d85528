"""One file per rule; its docstring is its manual page: what, why, bad, good."""
