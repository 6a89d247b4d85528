"""Tuokio turns a folder of Markdown into a course that runs offline and remembers its learner."""

__version__ = "0.1.0"
