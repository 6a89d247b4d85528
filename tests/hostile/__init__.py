"""What somebody would write who wants a course, a theme or a file of questions to do harm. For tests/test_hostile.py and tests/bench/hostile.py."""
