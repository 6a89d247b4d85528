"""A reply names a step of the service model that the course does not have.

**Why.** A reply's `steps` say which steps of your service model it takes, so that learners recognise the model in the
talk. A step that is not in `course.yaml` has no name that could be shown.

**Subject:** conversations. **Severity:** warning.

**Bad:** `steps: [lisen]`, where `course.yaml` has `service_model: {listen: …, solve: …}`
**Good:** `steps: [listen]`; a new step is written under `service_model` in `course.yaml` first
"""

ALSO = ("unknown-step",)
