"""A name for something cannot be an id.

**Why.** Ids stand in addresses, in files and in learners' records, where spaces, capitals and letters such as ä are not
safe everywhere. They are seen by nobody, so they need not be pretty. Once published, an id stays.

**Subject:** keys. **Severity:** error; a warning in course.yaml and at the top of a module, where it is left out and the rest is kept.

**Bad:** `id: Palautus 14 pv`
**Good:** `id: palautus-14-pv`: small letters, digits and hyphens
"""
