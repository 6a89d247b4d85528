"""The learner record: a grow-only set of events, and what is folded from it."""
