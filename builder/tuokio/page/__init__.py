"""From a Course to HTML: Jinja's room."""

from tuokio.page.environment import speak
from tuokio.page.pages import Page, Pages, RenderedBank, RenderedEdition, RenderedStep
from tuokio.page.render import render

__all__ = ["Page", "Pages", "RenderedBank", "RenderedEdition", "RenderedStep", "render", "speak"]
