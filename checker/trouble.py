"""Trouble: what the checker is given and cannot use, "house.yaml, line 7: nothing to link is called 'glos'"."""


class TroubleError(Exception):
    """Something given to the checker that it cannot use; the message says where, what, and what to do."""
