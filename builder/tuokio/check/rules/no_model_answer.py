"""An open question has no model answer.

**Why.** Nobody grades it: learners compare what they wrote with a good answer. Without one they do not learn whether
they were on the way. When a question is imported without one, `…` stands in its place.

**Subject:** questions. **Severity:** error.

**Bad:** `model_answer: …` left over from an import
**Good:** `model_answer:` with what a good colleague would say, in two or three sentences
"""
