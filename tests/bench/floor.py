"""The floor that builds are measured by: read the module files, render their Markdown, write nothing.

    python tests/bench/floor.py FOLDER
"""

import sys
from pathlib import Path

from markdown_it import MarkdownIt

markdown = MarkdownIt("commonmark").enable("table")
print(sum(len(markdown.render(path.read_text("utf-8"))) for path in sorted(Path(sys.argv[1]).glob("*.md"))))
