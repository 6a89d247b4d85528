"""What makes a module an exam: its questions stand in a step of their own, at its end."""

from __future__ import annotations

from tuokio.blocks.question import Question
from tuokio.course import Module, Step
from tuokio.settings import EXAM, Drawing


def gather_exam(module: Module, title: str) -> None:
    """Move a module's questions from where they are written to the step where the exam is taken."""
    exam = Step(EXAM, title, module.span("exam"), module.language, named=True)
    for step in module.steps:
        exam.parts += [part for part in step.parts if isinstance(part, Question | Drawing)]
        step.parts = [part for part in step.parts if not isinstance(part, Question | Drawing)]
    module.steps = [*(step for step in module.steps if step.parts), exam]
    module.anchors = {name: place for name, place in module.anchors.items() if name != "start" or module.steps[0].id == "start"} | {EXAM: f"/{module.id}/{EXAM}"}
