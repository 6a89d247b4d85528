"""What the tests beside the code and the journeys share: one option."""

import os
import shutil
import tempfile

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what tests expect, code frames and screen-reader trees, to be read before committing")


def pytest_configure() -> None:
    os.environ["TUOKIO_CACHE"] = os.path.join(tempfile.gettempdir(), f"tuokio-tests-{os.getpid()}")  # never the user's own


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["TUOKIO_CACHE"], ignore_errors=True)
