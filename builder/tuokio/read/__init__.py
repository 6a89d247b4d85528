"""From files to a Course: the only room that opens PyYAML and markdown-it-py."""

from tuokio.read.folder import read
from tuokio.read.typesetter import Typesetter

__all__ = ["Typesetter", "read"]
