"""In an imported question nothing says which answer is right.

**Why.** A question without a right answer would tell every learner that they are wrong, so it was left out. The others
came in.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `ANSWER: E` below options A to D; a list in which nothing is ticked
**Good:** the letter of an option, `- [x]` before the right one, or 100 % for an answer in Moodle; if there is none, an
open question
"""
