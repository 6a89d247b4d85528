"""From a Course to HTML: Jinja's room."""

from tuokio.page.render import Page, Pages, RenderedStep, render

__all__ = ["Page", "Pages", "RenderedStep", "render"]
