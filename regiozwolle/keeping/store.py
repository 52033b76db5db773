"""Where one process keeps its pages: in bounded memory, from which goes first what was not asked for longest."""

import threading
from collections import Counter, OrderedDict
from contextlib import contextmanager

# So long somebody waits for a page that is being made for another, and then it is made for them as well.
PATIENCE = 5  # seconds
# No page takes more than such a part of the memory.
MOST_OF_ALL = 1 / 8


class Store:
    """The KeptPage of each key, of `most` bytes together."""

    def __init__(self, most):
        self.most, self.size = most, 0
        self.pages = OrderedDict()
        self.lock = threading.Lock()
        self.made_now = {}
        self.waiting = Counter()

    def get(self, key, *, state, now):
        """The KeptPage of `key`, when that is what would be made now; or None."""
        page = self.pages.get(key)
        if page is None or not page.is_of(state) or page.until <= now:
            return None
        with self.lock:
            if key in self.pages:
                self.pages.move_to_end(key)
        return page

    def there(self, key):
        """The KeptPage of `key` of whatever state, or None."""
        return self.pages.get(key)

    def put(self, key, page):
        with self.lock:
            self.remove(key)
            if page.size <= self.most * MOST_OF_ALL:
                self.pages[key] = page
                self.size += page.size
            while self.size > self.most:
                self.remove(next(iter(self.pages)))

    def remove(self, key):
        page = self.pages.pop(key, None)
        self.size -= page.size if page else 0

    def clear(self):
        with self.lock:
            self.pages.clear()
            self.size = 0

    @contextmanager
    def one_at_a_time(self, key):
        """Lets one make what `key` stands for, while the others wait until it is there."""
        with self.lock:
            turn = self.made_now.setdefault(key, threading.Lock())
            self.waiting[key] += 1
        has_turn = turn.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if has_turn:
                turn.release()
            with self.lock:
                self.waiting[key] -= 1
                if not self.waiting[key]:
                    del self.waiting[key], self.made_now[key]
