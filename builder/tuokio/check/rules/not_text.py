"""A file is something else than its name says.

**Why.** A picture, a document or an archive that was renamed stays what it is. Where it holds nothing but zeros, saving it
broke off.

**Subject:** files. **Severity:** error.

**Bad:** a Word document renamed to `03-returns.md`
**Good:** its text copied into a new file; of a file that was lost, an older version from OneDrive or a backup
"""
