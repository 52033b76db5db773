"""A document as the answer to a request: described by the view, and written when it is known that it must be.

So that making never holds up a page, one is written at a time in a process, and what is large is left to the worker.
"""

import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import IO, Any

from django.http import HttpResponse

from partners.ground.documents.blocks import Heading
from partners.ground.documents.document import Document
from partners.ground.documents.typeset import CannotTypeset

# What a visitor waits for at most: written in a second of the processor. A cell is a twentieth of a block.
LARGE, CELLS = 1_500, 20
PATIENCE = 10  # seconds that one waits for the turn of another
BUSY = "Another document is being made in this process."
turn = threading.Semaphore()


@dataclass(frozen=True)
class Described:
    """A Document to write in a `form`, with what must be known of a file before it is there."""

    document: Document
    form: Any

    @property
    def weight(self):
        """How much there is to write, in blocks."""
        cells = sum(len(table.columns) * len(table.rows) for table in self.document.tables)
        return len(self.document.blocks) + cells // CELLS

    @property
    def is_large(self):
        return self.weight > LARGE

    @property
    def chapters(self):
        return sum(isinstance(block, Heading) and block.level == 1 for block in self.document.blocks)

    @cached_property
    def digest(self):
        """What is different as soon as anything in the file is."""
        return sha256(f"{self.form.key} {self.document!r}".encode()).hexdigest()

    def write(self):
        return self.form.write(self.document)


@dataclass(frozen=True)
class ToDescribe:
    """The same of a file that costs much to describe: what it says has the `digest`.

    `write` gives its bytes, or what can grow beyond memory as a file that can be read twice. Only the worker may make
    the last, so it is large.
    """

    write: Callable[[], bytes | IO[bytes]]
    digest: str
    is_large: bool
    chapters: int


class FileToMake(HttpResponse):
    """A file that is written when it is rendered: after what stands before all views had its say.

    `work` is Described or ToDescribe. `settle` may have been given one: a function of it, which gives another answer
    or None. What is written in a file has no content here: the worker keeps it, and it is sent from there.
    """

    def __init__(self, work, content_type, name):
        super().__init__(content_type=content_type)
        self.work, self.name, self.file = work, name, None
        self.settle, self.afterwards = None, []
        self["Content-Disposition"] = f'attachment; filename="{name}"'
        self["X-Content-Type-Options"] = "nosniff"

    def add_post_render_callback(self, callback):
        """Has `callback` look at the answer when it is there, as Django's decorators ask of what is rendered later."""
        self.afterwards.append(callback)

    def render(self):
        answer = (self.settle and self.settle(self)) or self.written()
        for callback in self.afterwards:
            answer = callback(answer) or answer
        return answer

    def written(self):
        """It itself, with its file. Raises CannotTypeset when others keep their turn for too long."""
        with one_at_a_time() as has_turn:
            if not has_turn:
                raise CannotTypeset(BUSY)
            self.write()
        return self

    def write(self):
        written = self.work.write()
        if isinstance(written, bytes):
            self.content = written
        else:
            self.file = written

    @property
    def made(self):
        """What was written, as the store of files takes it."""
        return self.content if self.file is None else self.file


@contextmanager
def one_at_a_time(patience=PATIENCE):
    """Whether it is this thread's turn to make a document, after at most `patience` seconds."""
    has_turn = turn.acquire(timeout=patience)
    try:
        yield has_turn
    finally:
        if has_turn:
            turn.release()
