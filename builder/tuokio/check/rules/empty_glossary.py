"""The glossary lacks terms, or one of its terms has no explanation.

**Why.** Learners press a word they do not know and want a sentence that helps. A term without one is left out, and its
word is not marked in any text.

**Subject:** text. **Severity:** warning; a hint where there is no term at all.

**Bad:** `flex:` with nothing behind it
**Good:** `flex: How far a rule may bend, and who decides.`; or remove the line
"""

ALSO = ("empty-explanation",)
