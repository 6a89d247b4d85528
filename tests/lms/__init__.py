"""A strict SCORM host for tests: `host.py` is its door, `guard.js` its conscience."""
