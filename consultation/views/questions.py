"""What was asked before, in any consultation, and what was answered: so that one question is answered once for all."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from consultation.nota.asked_before import asked_before, questions_drawn, response_time
from partners.ground.forms import SearchWords

PER_PAGE = 25
ONLY_INVENTED = "Hieronder staan alleen vragen uit verzonnen consultaties."


class AskedFilter(forms.Form):
    """The words that a question or its answer must have; its name stands in the address, hence in Dutch."""

    q = SearchWords(label="Woorden uit de vraag of het antwoord")


@require_safe
@vary_on_headers("HX-Target")
def asked(request):
    """All questions that everyone may read, with their answers; or those with the words that were asked for."""
    form = AskedFilter(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page = Paginator(asked_before(words), PER_PAGE).get_page(request.GET.get("pagina"))
    piece = "consultation/_asked.html"
    return render(
        request,
        piece if request.htmx.target == "asked" else "consultation/asked.html",
        {
            "form": form,
            "page": page,
            "questions": questions_drawn(tuple(page.object_list)),
            "words": words,
            "lead": lead(page),
        },
    )


def lead(page):
    """How many questions there are and how soon they were answered; or that those on the page are all invented."""
    real = response_time()
    return real.sentence if real.asked or not page.object_list else ONLY_INVENTED
