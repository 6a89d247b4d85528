"""Where a path of replies leads and what it is worth, as walks.json says for both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tuokio.blocks.scenario.model import Scenario

WALKS = json.loads(Path(__file__).with_name("walks.json").read_text("utf-8"))


def write(data: dict[str, Any]) -> dict[str, Any]:
    """Return what an author would have written to get this data."""
    mood = data["mood"]
    scenes = {id: {**scene, "says": id, "replies": [{**reply, "text": reply["id"]} for reply in scene["replies"]]} for id, scene in data["scenes"].items()}
    return {**data, "title": "T", "mood": {"start": mood["start"], "enough": mood["enough"], "names": {level: str(level) for level in range(mood["lowest"], mood["highest"] + 1)}}, "scenes": scenes}


@pytest.mark.parametrize("name", WALKS["scenarios"])
def test_the_scenarios_of_the_walks_are_what_the_browser_gets(name: str) -> None:
    data = WALKS["scenarios"][name]
    assert data == Scenario(**write(data)).data()


@pytest.mark.parametrize("case", WALKS["cases"], ids=lambda case: case["says"])
def test_a_path_comes_to_what_the_walk_says(case: dict[str, Any]) -> None:
    run = Scenario(**write(WALKS["scenarios"][case["scenario"]])).conversation.replay(case["path"])
    told = {"taken": len(run.taken), "scene": run.now.scene, "mood": run.now.mood, "waiting": [later.to for later in run.now.waiting], "interim": run.interim, "over": run.over, "kind": run.kind, "right": run.right, "score": run.score}
    assert case["expect"] == {key: pytest.approx(value) if isinstance(value, float) else value for key, value in told.items() if key in case["expect"]}
