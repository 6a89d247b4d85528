"""An explanation in the glossary has several paragraphs or a list.

**Why.** It opens in the middle of a sentence, for somebody who wants to read on. So it is shown as one paragraph: the lines of
a list run together, and a long text hides what was being read.

**Subject:** text. **Severity:** hint.

**Bad:** `means:` with two paragraphs and four bullets
**Good:** a sentence or two: `A paper or a message that proves a purchase.` The rest belongs in a module that the explanation
links to
"""
