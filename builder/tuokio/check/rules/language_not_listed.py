"""A translation was imported, but the course does not say that it is in this language.

**Why.** The folder has no `course.yaml`, where languages are listed, and an import makes none for you. Without its language in
the list, nobody can choose the translation.

**Subject:** languages. **Severity:** warning.

**Bad:** modules and their Finnish translations in a folder without `course.yaml`
**Good:** a file `course.yaml` beside the modules, with `languages: [en, fi]`; the source's language first
"""
