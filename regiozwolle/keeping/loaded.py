"""What a process has loaded once and for all, which need not be looked through again and again."""

import gc

from django.core.wsgi import get_wsgi_application

# So many new objects before Python looks which are still in use; its own 700 is a few lines of one page. What a page
# made is nearly all let go of at once, by counting: only what goes round in a circle waits for this.
MANY, YOUNG, MIDDLE = 20_000, 20, 20


def loaded_application():
    """What a process that serves the site answers with, once it has loaded all of its code."""
    application = get_wsgi_application()
    keep_what_is_loaded()
    return application


def keep_what_is_loaded():
    """Takes all that is loaded by now to stay, and looks less often through what came after it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MANY, YOUNG, MIDDLE)
