"""What an editor is told, so that it completes, explains and underlines while an author types."""

from tuokio.editor.catalogue import write_schemas
from tuokio.editor.vscode import BEGUN, ENDED, find_left, write_vscode

__all__ = ["BEGUN", "ENDED", "find_left", "write_schemas", "write_vscode"]
