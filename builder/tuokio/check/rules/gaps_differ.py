"""A translated text does not have the same gaps as its source.

**Why.** What a learner did is recorded by the number of the gap, and which of its words is right is told by their order. With
other gaps an answer in one language would mean something else in another, so the source is shown instead.

**Subject:** questions. **Severity:** warning.

**Bad:** three gaps in the source and two in the translation; or a gap where one chooses in the source and types in the
translation
**Good:** the same number of gaps in the same order, each typed or chosen as there, with as many words to choose among and the
star before the same one. The message names both
"""
