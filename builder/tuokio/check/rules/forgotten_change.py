"""An entry that told learners of a change was taken out of the list of changes.

**Why.** Whoever had passed before the change was asked to catch up because of that entry. Without it, those who have not done
so yet are no longer asked, and go on with what is not so any more.

**Subject:** publishing. **Severity:** hint.

**Bad:** an old entry under `changes` removed to tidy up
**Good:** the entry put back: the list is the course's history. Only if all is again as it was before may it go
"""
