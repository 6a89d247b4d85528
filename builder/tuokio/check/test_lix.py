from __future__ import annotations

import pytest

from tuokio.check.lix import BANDS, lix

SENTENCE = "Yksi kaksi kolme neljä viisi kuusi palautusoikeus kahdeksan yhdeksän kymmenen.\n"
"""Ten words, of which four are long."""


def test_lix_is_words_a_sentence_and_the_share_of_long_words() -> None:
    assert lix(SENTENCE * 10, "fi") == pytest.approx(10 + 40)


def test_under_a_hundred_words_there_is_no_figure() -> None:
    assert lix(SENTENCE * 9, "fi") is None


def test_headings_tables_and_fences_do_not_count_and_items_are_sentences() -> None:
    items = "".join(f"\n- {SENTENCE.strip().rstrip('.')}" for _ in range(10))
    around = "# Otsikko\n\n## Toinen pitkä otsikko {#id}\n\n| taulukko | sarakkeineen |\n|---|---|\n\n```choice\nask: Mitä?\noptions: [yksi, kaksi]\n```\n"
    assert lix(around + items, "fi") == pytest.approx(10 + 40)
    assert lix(around * 30, "fi") is None


def test_where_a_link_leads_and_soft_hyphens_are_not_read() -> None:
    assert lix(SENTENCE.replace("Yksi", "[Yksi](https://example.com/pitkä-osoite)").replace("viisi", "vii\u00adsi") * 10, "fi") == pytest.approx(10 + 40)


def test_a_figure_is_called_by_the_bands_of_its_language() -> None:
    assert [bands.name(60) for bands in (BANDS["fi"], BANDS["en"], BANDS["sv"])] == ["easy to normal", "heavy", "heavy"]
    assert [BANDS["fi"].name(one) for one in (54, 55, 65, 70, 75.5, 86)] == ["very easy", "easy to normal", "easy to normal", "newspaper", "heavy", "bureaucratic"]
