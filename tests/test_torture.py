"""The long trial knows every test there is, believes only what is said in its form, and goes on where it was. The trial itself is `make torture`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import torture
from bench.torture import TESTS, Ordeal, Part, Trial, add_up


def test_every_test_of_the_list_is_there_once() -> None:
    assert [f"R{number:02}" for number in range(1, 28)] == [test.name for test in TESTS]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of scripts in the place of the real ones."""
    (tmp_path / "well.py").write_text("import sys\nprint('R07: done=1 failed=1 figure=early')\nprint(f'R07: done={sys.argv[1]} failed=0 figure={sys.argv[1]} logs, 1.5 s')\n", "utf-8")
    (tmp_path / "badly.py").write_text("raise SystemExit('a traceback')\n", "utf-8")
    monkeypatch.setattr(torture, "BENCH", tmp_path)
    return tmp_path


def test_what_ended_well_is_not_run_again_and_all_else_is(bench: Path) -> None:
    test = Ordeal("R07", "what", "all", [Part("well.py {}", 20, 2), Part("well.py {}1", 4), Part("badly.py")])
    trial = Trial(bench, sampled=False)
    assert 3 == len(trial.wait_for(test))
    for part in test.parts:
        trial.take(test, part)
    later = Trial(bench, sampled=False)
    assert ["badly.py"] == [part.command for part in later.wait_for(test)]
    done, failed, figure, _ = later.tell(test)
    assert ("61", "1") == (done, failed)
    assert "broke off" in figure
    assert 3 == len(Trial(bench, sampled=True).wait_for(test)), "a sample tells nothing of the whole, nor the whole of it"


def test_what_is_not_there_is_told_and_never_counts_as_well(bench: Path) -> None:
    missing, whole, waiting = (Ordeal("R15", "what", "all", [part]) for part in (Part("missing.py"), Part("well.py", sample=None), Part("well.py")))
    assert ["missing", "only whole", "not yet"] == [Trial(bench, sampled=True).tell(test)[0] for test in (missing, whole, waiting)]
    assert [] == Trial(bench, sampled=True).wait_for(missing)


def test_a_row_says_whether_it_is_of_the_whole_or_of_a_sample_and_stays_where_nothing_is_noted(bench: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tests = [Ordeal(name, "what", "all", [Part("well.py {}" + name, 20, 2)]) for name in ("R07", "R08", "R09", "R10")]
    monkeypatch.setattr(torture, "TESTS", tests)
    whole, sampled = Trial(bench, sampled=False), Trial(bench, sampled=True)
    for trial, test in ((whole, tests[0]), (sampled, tests[0]), (sampled, tests[1])):
        trial.take(test, test.parts[0])
    rows = torture.gather(whole, sampled, "| R08 | old | all | whole |\n| R10 | what | all |  | missing |\n| R09 | what | all | whole | 3 |\n").splitlines()[2:]
    assert ["whole", "sample", "whole", ""] == [row.split(" | ")[3] for row in rows]
    assert "not yet" in rows[3]
    assert "| R09 | what | all | whole | 3 |" == rows[2]


@pytest.mark.parametrize(
    "figures, one",
    [(["3 lost, 1.5 s", "4 lost, 0.5 s"], "7 lost, 1.5 s"), (["6 kinds"], "6 kinds"), (["3 lost", "3 found"], "3 lost; 3 found"), (["none", "none"], "none")],
)
def test_figures_that_say_the_same_are_added_up(figures: list[str], one: str) -> None:
    assert one == add_up(figures)
