"""From a Course to HTML: Jinja's room."""

from tuokio.page.render import Page, Pages, RenderedEdition, RenderedStep, render

__all__ = ["Page", "Pages", "RenderedEdition", "RenderedStep", "render"]
