"""Who may describe and make a document in a process of the web: one at a time, and for a small part of its time."""

import threading
import time

# The part of its time, and how many seconds are saved at most of what was not used: a visitor who takes a few files
# waits for none, and what many take is made by the worker.
SHARE, SAVED = 1 / 50, 1


class TurnToMake:
    """The turn to make documents, which is had or not, without waiting."""

    def __init__(self):
        self.lock = threading.Lock()
        self.left, self.counted_at, self.began_at = SAVED, time.monotonic(), 0

    def take(self):
        """Whether the turn is had from now on."""
        if not self.lock.acquire(blocking=False):
            return False
        now = time.monotonic()
        self.left = min(SAVED, self.left + (now - self.counted_at) * SHARE)
        self.counted_at = self.began_at = now
        has_turn = self.left > 0
        if not has_turn:
            self.lock.release()
        return has_turn

    def give_back(self):
        """Lets another take it, and counts how long it was had."""
        self.left -= time.monotonic() - self.began_at
        self.lock.release()
