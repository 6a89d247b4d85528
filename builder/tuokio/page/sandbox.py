"""Jinja for a theme's own templates. A theme may come from a stranger: they see what is said on a page, and do nothing.

Jinja's sandbox guards against what Python calls private. What a template is handed has public methods too: a `Path` reads
and writes any file. So here it may only call what is named: macros, the methods of plain values, those that kinds of
blocks offer, and functions marked `@offered`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import Any, TypeVar

from jinja2 import BaseLoader, Environment, FileSystemLoader, TemplateNotFound
from jinja2.environment import TemplateModule
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from tuokio.disk import leads_out

Function = TypeVar("Function", bound=Callable[..., Any])
PLAIN = (str, int, float, list, tuple, dict, set, frozenset, date, type({}.items()), type({}.keys()), type({}.values()))
OFFERED = "is_offered_to_themes"
JINJA = (Macro, BlockReference, LoopContext, TemplateReference, TemplateModule, Context, Cycler, Joiner, Namespace, Undefined)


def offered(function: Function) -> Function:
    """Mark a function or method that a theme's templates may call: it only says something."""
    setattr(function, OFFERED, True)
    return function


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates can read values and call what is harmless."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may have an attribute: no place on the disk, no part of our works, no method but those offered."""
        if not super().is_safe_attribute(obj, attr, value) or isinstance(value, PurePath | Environment | BaseLoader):
            return False
        return not callable(value) or isinstance(obj, (*PLAIN, *JINJA)) or _is_offered(value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Say whether a template may call something, wherever it found it."""
        if isinstance(obj, Undefined):  # it says itself, when called, why it is none
            return True
        if not super().is_safe_callable(obj):
            return False
        # Jinja hands out `format` wrapped.
        return isinstance(obj, JINJA) or isinstance(getattr(inspect.unwrap(obj), "__self__", None), (*PLAIN, *JINJA)) or _is_offered(obj) or any(obj is one for one in self.globals.values())


class Overrides(FileSystemLoader):
    """A theme's templates, and nothing that a link leads to elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(folder)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text."""
        if leads_out(self.folder.joinpath(*split_template_path(template)), self.folder):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def _is_offered(value: Any) -> bool:
    function = value.func if isinstance(value, partial) else getattr(value, "__func__", value)
    if isinstance(function, type):
        return False
    return hasattr(function, OFFERED) or str(getattr(function, "__module__", "")).startswith("tuokio.blocks.")
