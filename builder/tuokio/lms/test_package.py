"""What a manifest is filled with."""

from decimal import Decimal
from pathlib import Path

import pytest

from tuokio.course import Course, Edition
from tuokio.lms.package import LONGEST, describe
from tuokio.settings import Completion, Settings


def course(title: str = "A", mastery: float | None = None) -> Course:
    return Course(folder=Path("c"), name="c", id="c", settings=Settings(completion=Completion(mastery=mastery)), editions=[Edition("en", title)])


def test_names_become_addresses_and_the_manifest_is_not_among_them() -> None:
    package = describe(course(), ["index.html", "imsmanifest.xml", "media/ä & #1 100%.webp", "b/a.js", "B/a.js"], "index.html")
    assert package.files == ("B/a.js", "b/a.js", "index.html", "media/%C3%A4%20%26%20%231%20100%25.webp")


@pytest.mark.parametrize("share, percent, measure", [(0.8, "80", "0.8"), (0.825, "82.5", "0.825"), (1, "100", "1"), (0.1, "10", "0.1"), (2 / 3, "66.67", "0.6667"), (0, "", ""), (None, "", "")])
def test_a_share_is_said_without_a_power_of_ten_and_nothing_is_no_share(share: float | None, percent: str, measure: str) -> None:
    package = describe(course(mastery=share), [], "index.html")
    assert (package.percent, package.measure) == (percent, measure)


def test_a_title_has_one_line_and_an_end() -> None:
    assert describe(course("A\n  long " + "x" * 300), [], "index.html").title == ("A long " + "x" * 300)[:LONGEST]
    assert describe(course(mastery=0.8), [], "index.html").mastery == Decimal("0.8")
