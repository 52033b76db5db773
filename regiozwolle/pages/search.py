"""Search in all that the portal says to everyone: pages, points and answers, figures with their values."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from partners.ground import limits
from partners.ground.forms import Text
from partners.ground.templatetags.dutch import counted, number
from regiozwolle.searching.asking import ask
from regiozwolle.searching.codes import place_of
from regiozwolle.searching.finding import MEANT, NEARLY, find, read_texts
from regiozwolle.searching.freshness import catch_up_if_possible
from regiozwolle.searching.showing import Result, result_of
from regiozwolle.searching.subjects import KINDS

SHOWN = 20
MOST = 100
# What the empty page shows how to ask.
EXAMPLES = ["Regio Deal", "woningbouw", "4.500 inwoners", "opgave 2.1"]
HOW = "Typ een of meer woorden, een getal of een code. Het begin van een woord is genoeg."
# Ways on when nothing is found.
WAYS_ON = [
    ("agenda:agenda", "Lees de agenda"),
    ("results:figures", "Bekijk alle cijfers"),
    ("results:projects", "Bekijk alle projecten"),
    ("partners:list", "Bekijk alle partners"),
    ("contact", "Vraag het ons"),
]


@dataclass(frozen=True)
class Answered:
    """What a search gives: the `results` shown, (kind, its words, how many) of all, and what was meant or missed.

    `perhaps` is what to suggest beside them.
    """

    results: list[Result]
    total: int = 0
    kinds: tuple = ()
    way: str = ""
    meant: str = ""
    perhaps: str = ""


class SearchForm(forms.Form):
    """What is looked for, and optionally in which kind of thing."""

    q = Text(
        label="Zoekwoorden",
        required=False,
        max_length=200,
        is_told=False,
        error_messages={"max_length": "Zoek met minder woorden. U kunt hoogstens 200 tekens gebruiken"},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    soort = forms.ChoiceField(
        label="Waarin?",
        required=False,
        choices=[("", "Overal"), *KINDS.items()],
        error_messages={"invalid_choice": "Kies waarin u wilt zoeken."},
    )

    @property
    def notices(self):
        """What is wrong with a field: (id of the notice, sentences) of each that has errors."""
        return [
            (f"{field.auto_id}_error", " ".join(f"Fout: {error}" for error in field.errors))
            for field in self
            if field.errors
        ]


@require_safe
@vary_on_headers("HX-Target")
def search(request):
    """Finds words anywhere on the portal; without JavaScript by the button, with it while one types.

    Who sends the code of a text, a point or a reaction is led to it.
    """
    form = SearchForm(request.GET)
    words, only = asked_in(form)
    if not only and not request.htmx and (address := place_of(words, request.user)):
        return redirect(address)
    if words:
        limits.hold_if_possible(request, limits.SEARCHING)
    answer = answer_to(words, only=only)
    return render(
        request,
        "_found.html" if request.htmx.target == "found" else "search.html",
        {
            "form": form,
            "title": f"{words} – Zoeken" if words else "Zoeken",
            "status": status(words, answer),
            "answer": answer,
            "ways_on": ways_on(words),
            # A part of an address holds no slash, and to a search it is a space.
            "follow_key": " ".join(words.replace("/", " ").split()),
        },
    )


def ways_on(words):
    """What stands where there are no results: how one may ask, or where else to look when `words` find nothing."""
    if words:
        return {"heading": "Verder zoeken", "hint": "", "links": [(reverse(name), text) for name, text in WAYS_ON]}
    links = [(f"?{urlencode({'q': text})}", text) for text in EXAMPLES]
    return {"heading": "Bijvoorbeeld", "hint": HOW, "links": links}


def asked_in(form):
    """(The words, the kind) that were sent, each "" when there is none or it is refused."""
    return (form.cleaned_data["q"], form.cleaned_data["soort"]) if form.is_valid() else ("", "")


def answer_to(text, *, only=""):
    """The Answered to what was typed. Four queries, more only when something changed since the pages were read."""
    question = ask_now(text)
    if question is None:
        return Answered([])
    found = find(question, only=only)
    kinds = Counter(entry.kind for entry in found.entries)
    meant = question.right if found.way == MEANT else None
    shown = read_texts(found.entries[: MOST if only else SHOWN])
    return Answered(
        results=[result_of(entry, meant or question) for entry in shown],
        total=len(found.entries),
        kinds=tuple((kind, label, kinds[kind]) for kind, label in KINDS.items() if kinds[kind]),
        way=found.way,
        meant=str(question.right or ""),
        perhaps=str(question.right) if found.more_is_meant else "",
    )


def ask_now(text):
    """The Inquiry that `text` is, after what changed has been read, as far as there is time."""
    question = ask(text)
    if question and question.is_stale and catch_up_if_possible():
        return ask(text)
    return question


def status(words, answer):
    """How many results there are for `words`, or what to do when there are none; "" when nothing was asked."""
    if not words:
        return ""
    if not answer.results:
        return f"Niets gevonden voor ‘{words}’. Controleer de spelling, of gebruik minder of kortere woorden."
    total = counted(answer.total, "resultaat,resultaten")
    if answer.way == MEANT:
        return f"Niets gevonden voor ‘{words}’. Dit is gevonden voor ‘{answer.meant}’: {total}."
    if answer.way == NEARLY:
        return f"Niets gevonden met al deze woorden: ‘{words}’. Wel {total} waarin één woord ontbreekt."
    first = f" De eerste {number(len(answer.results))} staan hieronder." if len(answer.results) < answer.total else ""
    return f"{total} voor ‘{words}’.{first}"
