"""No module's text has this term in a form that is known.

**Why.** A term is explained where learners meet it. This one they only find on the page of all terms. In Finnish a word
has many forms, and one with an unusual stem may need to be named. Headings, links, code and blocks do not count.

**Subject:** text. **Severity:** hint.

**Bad:** a term that the texts have only in another form
**Good:** `term: {means: …, forms: [the form in the text]}`; or remove a term that nobody meets
"""
