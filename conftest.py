"""What the tests beside the code and the journeys share: one option."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what tests expect, code frames and screen-reader trees, to be read before committing")
