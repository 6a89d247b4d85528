"""From a Course to HTML: Jinja's room."""

from tuokio.page.pages import News, Page, Pages, RenderedBank, RenderedEdition, RenderedStep, Reopened
from tuokio.page.render import render

__all__ = ["News", "Page", "Pages", "RenderedBank", "RenderedEdition", "RenderedStep", "Reopened", "render"]
