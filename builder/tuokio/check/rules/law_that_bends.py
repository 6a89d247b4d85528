"""A rule is said to be a law, and to bend.

**Why.** A law is not the shop's own to bend. If learners are told that it may, they break it in good faith. Some laws do leave
room; then all is well, but it is worth a second look.

**Subject:** blocks. **Severity:** hint.

**Bad:** `force: law` with `flex: For regulars we make an exception.`
**Good:** `force: law` with `hold`; or `force: house` if your own rule goes further than the law and only that part bends
"""
