"""What the one who answers for the training sees: who is done, who is not, who must take what again. `manager.html` beside the course, and `tuokio report`.

Completions come by hand and nothing is sent anywhere. `roster.py` and `roster.ts` reckon alike, and `cases.json` holds both to it.
"""
