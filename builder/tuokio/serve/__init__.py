"""A course on screen while it is being written: the only room that opens livereload, tornado, watchfiles and segno."""

from tuokio.serve.places import EDITORS
from tuokio.serve.preview import Outcome, Preview
from tuokio.serve.server import Place, serve

__all__ = ["EDITORS", "Outcome", "Place", "Preview", "serve"]
