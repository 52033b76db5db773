"""What a form is answered that is saved while somebody types. It never shows the form again: they are typing in it."""

from enum import StrEnum

from django.shortcuts import render
from django.utils import timezone

from partners.ground.templatetags.dutch import clock

PIECE = "saved"


def is_asked(request):
    """Whether it was the form itself that sent this, and no button."""
    return request.method == "POST" and (request.htmx.target or "").startswith(PIECE)


class SaveState(StrEnum):
    """What static/js/keep.js does with the copy in the browser: it is deleted only when the server HELD the text."""

    HELD = "held"  # with the account
    ELSEWHERE = "elsewhere"  # in the session: it is tried again until the visitor has signed in
    REFUSED = "refused"


def status_line(request, *, state, closing="", **words):
    """The line under the form: that it was saved just now, or the `problem`, with the label of a `link` to go on.

    `closing` is what is said besides of a consultation that has closed. `read` holds the hidden fields that say what
    is saved, by name; without it those of the form stay as they are.
    """
    read = words.pop("read", None) or {
        name: value for name, value in request.POST.items() if name.split("-")[0] in ("point", "read")
    }
    return render(
        request,
        "consultation/_saved.html",
        {
            "suffix": (request.htmx.target or "").removeprefix(PIECE),
            "read": read,
            "state": state,
            "said": "" if words else f"Opgeslagen om {clock(timezone.now())}. {closing}".strip(),
            "is_first": "saved" not in request.POST,
            "address": request.get_full_path(),
            **words,
        },
    )
