"""A change has a date that is still to come.

**Why.** Learners are told of a change as soon as the version that has it is published, whatever its date. They would act on a
rule that does not hold yet.

**Subject:** publishing. **Severity:** hint.

**Bad:** published in November, with `date: 2027-01-01`
**Good:** published when the day comes; or the day of today, if it holds already
"""
