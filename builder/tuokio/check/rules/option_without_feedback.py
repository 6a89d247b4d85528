"""Nothing is said to whoever chooses an option.

**Why.** Feedback that says why is the cheapest thing that makes people learn: an effect of 0.49, where right or wrong alone has 0.05. Each option is
a mistake of its own and deserves its own word.

**Subject:** questions. **Severity:** warning. **Source:** Van der Kleij, Feskens & Eggen 2015. Where the question has `feedback` of its own, that is said instead; with more than
five options, or without points, an `explanation` will do.

**Bad:** `- No receipt, no help`
**Good:** `- {text: "No receipt, no help", feedback: The rule asks for proof of the purchase. A card payment proves it too.}`
"""
