"""The page of a link from a mail that does not work: why, and with whom to ask."""

from http import HTTPStatus

from django.shortcuts import render

ALTERED = "Deze link klopt niet. Misschien is een deel weggevallen."


def closed(request, sentence, *, subject, question, dossier=None, typed=(), status=HTTPStatus.GONE):
    """Why the link does not work, and whom who still has the `question` mails; `subject` is what the link is for.

    What was `typed` is there to be copied, and a link to `dossier` when it is on the site.
    """
    context = {
        "sentence": sentence,
        "subject": subject,
        "question": question,
        "dossier": dossier if dossier and dossier.is_public_now else None,
        "typed": [text for text in typed if text],
    }
    return render(request, "deciding/link_closed.html", context, status=status)
