"""Cases are to be sorted into one bucket, or into more than four.

**Why.** Sorting is choosing. With one bucket there is nothing to choose, and with five or more the team discusses the
buckets and not the cases.

**Subject:** blocks. **Severity:** warning.

**Bad:** `buckets: [Other]`
**Good:** two to four buckets; or leave `buckets` out for the usual three, me, the team and the process
"""
