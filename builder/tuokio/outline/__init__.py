"""What a course is made of and what it covers, as one page for its author and whoever pays for it: `tuokio check --report`."""

from tuokio.outline.survey import Survey, survey
from tuokio.outline.write import write_report

__all__ = ["Survey", "survey", "write_report"]
