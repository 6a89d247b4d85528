"""A picture of an imported question did not come along.

**Why.** Without it the question may not make sense. GIFT files hold no pictures, Moodle XML only those that were put
into it, and from the network nothing is fetched, since a course has to work without one.

**Subject:** exchange. **Severity:** warning, when importing.

**Bad:** `![The shelf](https://example.com/shelf.png)` in a list of questions
**Good:** save the picture, put it into `media/` and show it with `![what it shows](media/shelf.png)`
"""

ALSO = ("picture-left-out",)
