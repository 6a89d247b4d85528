"""A target of Tuokio."""
