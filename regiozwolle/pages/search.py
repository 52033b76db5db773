"""Search over everything the portal says, in one query.

Each kind of thing contributes rows of the same six columns, and the database joins and ranks them.
"""

import re
from dataclasses import dataclass

from django import forms
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from partners.ground.forms import Text
from partners.ground.search import search_query
from partners.ground.templatetags.dutch import counted, number
from regiozwolle.pages.search_rows import START, STOP, matches, names_like

SHOWN_PER_KIND = 8
MOST = 500
SUGGESTED = 5
EXCERPT = 240  # characters


@dataclass(frozen=True)
class ResultKind:
    """A heading among the results: its name, and how the address of one result is made from its key."""

    name: str
    heading: str
    url: str
    anchor: str = ""

    def address(self, key):
        return reverse(self.url, args=[] if self.anchor else [key]) + (f"#{self.anchor}{key}" if self.anchor else "")


PAGE = ResultKind("pagina", "Over deze site", "")
KINDS = {
    kind.name: kind
    for kind in [
        ResultKind("tekst", "In de agenda", "agenda:element"),
        ResultKind("partner", "Partners", "partner"),
        ResultKind("cijfer", "Cijfers", "results:indicator"),
        ResultKind("programma", "Programma’s", "results:programme"),
        ResultKind("project", "Projecten", "results:project"),
        ResultKind("rapportage", "Rapportages", "report"),
        ResultKind("consultatie", "Consultaties", "consultation"),
        ResultKind("besluit", "Besluiten", "dossier"),
        ResultKind("mijlpaal", "Geschiedenis", "consultation:history", anchor="mijlpaal-"),
        ResultKind("kernpunt", "Over de regio", "about", anchor="kernpunt-"),
        ResultKind("contact", "Contact", "contact", anchor="contact-"),
        PAGE,
    ]
}

# The pages that no database row stands for: their address, title, and what one can find there.
PAGES = [
    ("contact", "Contact", "Hoe u het regiobureau bereikt, en waar u een fout of vraag meldt."),
    ("about", "Wat is Regio Zwolle?", "Wat de regio bijzonder maakt, waarom wij samenwerken en wie er besluit."),
    ("consultation:list", "Consultaties", "Waarop u kunt reageren, tot wanneer (de deadline), en de stappen."),
    ("deciding:decisions", "Besluiten", "Wat raden, Staten en colleges over de agenda besloten."),
    ("consultation:history", "Geschiedenis", "De tijdlijn van de samenwerking."),
    ("reports", "Rapportages", "Voortgangsrapportages: wat op een dag bekend was, en wat er daarna veranderde."),
    ("agenda:print", "Agenda om af te drukken", "De hele strategische agenda op papier (printen)."),
    ("accessibility", "Toegankelijkheid", "Of iedereen de site kan gebruiken, ook met een schermlezer of toetsenbord."),
    ("privacy", "Privacy", "Welke persoonsgegevens en cookies wij bewaren, en uw rechten (AVG)."),
    ("open_data", "Open data", "De gegevens downloaden als bestand: csv en json."),
    ("account_login", "Inloggen", "Inloggen met een code per e-mail, zonder wachtwoord. Hoe u een account krijgt."),
]


@dataclass(frozen=True)
class SearchResult:
    """One thing found: where it is, what it is called, and the words found in it, as HTML; "" if its title says it."""

    url: str
    label: str
    title: str
    excerpt: str

    @property
    def notes(self):
        """(CSS class, text) of each line below the title: the excerpt, and what sort of thing it is."""
        return [line for line in [("", self.excerpt), ("source", capfirst(self.label))] if line[1]]


@dataclass(frozen=True)
class ResultGroup:
    """The results of one kind; `results` may be fewer than `total`."""

    kind: ResultKind
    results: list[SearchResult]
    total: int

    @property
    def heading(self):
        return f"{self.kind.heading} ({number(self.total)})"

    @property
    def more(self):
        """The words of the link to all of them; "" when all are here."""
        if self.total == len(self.results):
            return ""
        return f"Toon alle {number(self.total)} in ‘{self.kind.heading}’"


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
        choices=[("", "Overal"), *((kind.name, kind.heading) for kind in KINDS.values())],
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
    """Finds words anywhere on the portal; without JavaScript by the button, with it while one types."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    groups = grouped_results(words, only=form.cleaned_data["soort"]) if words else []
    is_in_vain = bool(words) and not groups
    return render(
        request,
        "_found.html" if request.htmx.target == "found" else "search.html",
        {
            "form": form,
            "title": f"{words} – Zoeken" if words else "Zoeken",
            "status": status(words, groups),
            "groups": groups,
            "suggestions": similar_names(words) if is_in_vain else [],
            "joined": joined_words(words) if is_in_vain else "",
        },
    )


def status(words, groups):
    """How many results there are for `words`, or what to do when there are none; "" when nothing was asked."""
    if not words:
        return ""
    if not groups:
        return f"Niets gevonden voor ‘{words}’. Controleer de spelling, of gebruik minder of kortere woorden."
    return f"{counted(sum(group.total for group in groups), 'resultaat,resultaten')} voor ‘{words}’."


def grouped_results(text, *, only=""):
    """ResultGroups of what matches `text`, in the order of KINDS; all results of the kind `only`, if given. One query.

    The words of `text` are looked for in the rows of every kind, and in the PAGES.
    """
    query = search_query(text)
    if query is None:
        return []
    by_kind = results_by_kind(query, only=only)
    if only in ("", PAGE.name):
        by_kind[PAGE.name] = pages_about(text)
    most = MOST if only else SHOWN_PER_KIND
    found = [(kind, by_kind.get(name, [])) for name, kind in KINDS.items()]
    return [
        ResultGroup(kind, results if kind == PAGE else results[:most], len(results))
        for kind, results in found
        if results
    ]


def results_by_kind(query, *, only):
    """The SearchResults of the rows that match `query`, by the name of their kind, the best first."""
    parts = [rows for kind, rows in matches(query) if only in ("", kind)]
    by_kind = {}
    if parts:
        first, *rest = parts
        for row in first.union(*rest, all=True).order_by("-found_rank", "found_title")[:MOST]:
            by_kind.setdefault(row["found_kind"], []).append(result_of(row))
    return by_kind


def pages_about(text):
    """The PAGES in which every word of `text` begins a word."""
    asked = words_of(text)
    return [
        SearchResult(reverse(name), "", title, about)
        for name, title, about in PAGES
        if all(any(word.startswith(start) for word in words_of(f"{title} {about}")) for start in asked)
    ]


def words_of(text):
    return re.findall(r"\w+", text.lower())


def joined_words(text):
    """The words of `text` as one, if that does find something: Dutch writes "klimaat adaptatie" as one word."""
    together = "".join(re.findall(r"\w+", text))
    return together if together != text and grouped_results(together) else ""


def similar_names(text):
    """Up to SUGGESTED things whose name looks like `text`, for a word that was mistyped."""
    return [result_of(row) for row in names_like(text)[:SUGGESTED]]


def result_of(row):
    """The SearchResult of a row with the columns of search_rows."""
    title, excerpt = row["found_title"], highlighted(row["found_excerpt"])
    address = KINDS[row["found_kind"]].address(row["found_key"])
    return SearchResult(address, row["found_label"], title, excerpt if excerpt != title else "")


def highlighted(excerpt):
    """What stands around the first found word in `excerpt`, as safe HTML with the found words in <mark>.

    Everything in it is escaped before the marks are made.
    """
    text = escape(around(re.sub(r"\s+", " ", excerpt).strip()))
    return mark_safe(text.replace(START, "<mark>").replace(STOP, "</mark>"))


def around(text):
    """At most some EXCERPT characters of `text`, whole words with the first found word among them."""
    if len(text) <= EXCERPT:
        return text
    start = max(0, text.find(START) - EXCERPT // 3)
    if start:
        start = text.find(" ", start) + 1
    end = text.rfind(" ", start, start + EXCERPT)
    end = end if end > text.find(STOP) else len(text)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
