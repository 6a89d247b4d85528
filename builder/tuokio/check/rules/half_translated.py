"""A row of a translated sheet needs another row, which is still empty.

**Why.** Some texts are of use only together: a term of the glossary and its explanation, or the forms of a phrase for one and
for many. Half of them would show learners two languages in one line, so this row waits.

**Subject:** languages. **Severity:** hint.

**Bad:** a sheet with the term translated and its explanation empty
**Good:** both rows filled in; then import the sheet again
"""
