"""Nothing says which wording of its source a translation follows.

**Why.** Tuokio tells when a source changes after it was translated. For this file it cannot, so a change of a rule
would go unnoticed in this language.

**Subject:** languages. **Severity:** hint.

**Bad:** a new `02-returns.en.md` that nobody has marked yet
**Good:** read it beside its source, then `tuokio translate mark 02-returns.en.md`, or `tuokio check --fix` for all
"""
