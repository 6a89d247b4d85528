"""A topic goes to somebody whom the course does not name as a contact.

**Why.** What learners write on a slip goes to the owner of its topic, with the day by which they promise to answer.
Without a contact in `course.yaml` nobody would get it, and nobody would answer.

**Subject:** blocks. **Severity:** error.

**Bad:** `Quality of coffee: prodcts`, where `contacts` has `products`
**Good:** `contacts: {products: {name: Product manager, mail: products@example.com, replies_in: 3 working days}}` in
`course.yaml`, and `Quality of coffee: products` here
"""

ALSO = ("unknown-contact",)
