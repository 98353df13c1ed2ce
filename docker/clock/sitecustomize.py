"""The time of day as this node has it: the machine's, and as many seconds more as a file says.

Python reads this before it runs a program. A clock that only counts seconds is left alone, as when
a real one is stepped.
"""
import os
import time

_machine = time.time


def _stepped():
    try:
        with open(os.environ["LAB_CLOCK"]) as step:
            return _machine() + float(step.read())
    except (OSError, ValueError):
        return _machine()


time.time = _stepped
