"""A text file is so large that it cannot be meant.

**Why.** A module is read in some minutes and is a hundred times smaller. A large one holds pictures as text, or a whole
book; on an old phone it would not open.

**Subject:** files. **Severity:** error.

**Bad:** a module of 3 MB
**Good:** several modules, with pictures and sound as files in `media/`
"""
