"""Lines with tabs between their words are a table from Word or Excel.

**Why.** A text does not keep tabs: learners see all cells run together in one paragraph, prices behind the wrong
products.

**Subject:** text. **Severity:** warning.

**Bad:** `Latte`, a tab, `4,10 €` on one line after another
**Good:** `| Latte | 4,10 € |` for each row, and below the first `| --- | --- |`; the finding shows your rows written so
"""
