"""Search over everything the portal says, in one query.

Each kind of thing contributes rows of the same six columns, and the database joins and ranks them.
"""

import re
from dataclasses import dataclass

from django import forms
from django.contrib.postgres.search import SearchHeadline, SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import Action, KeyPoint, Milestone, Version, Wording
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Step
from partners.ground.search import LITERAL, STEMMED, search_query
from partners.models import ContactPoint, Partner
from results.models import Indicator, Programme, Project, Report

# Private characters that no text holds; they become <mark> after everything else is escaped.
START, STOP = "\ue000", "\ue001"
SHOWN_PER_KIND = 8
MOST = 500
# Of the letter triples of what was typed, how many a name must share to be suggested.
LOOKS_LIKE = 0.5

# The words of the agenda, then those of the editors about them.
AGENDA_TEXT = ("text", Value(" "), "explanation")
EXCERPT = 240  # characters
# What the demo invents says so, whatever it is called.
EXAMPLE = Case(When(is_example=True, then=Value("voorbeeld")), default=Value(""))

COLUMNS = ["found_kind", "found_key", "found_label", "found_title", "found_excerpt", "found_rank"]


@dataclass(frozen=True)
class Kind:
    """A heading among the results: its name, and how the address of one result is made from its key."""

    name: str
    heading: str
    url: str
    anchor: str = ""

    def address(self, key):
        return reverse(self.url, args=[] if self.anchor else [key]) + (f"#{self.anchor}{key}" if self.anchor else "")


KINDS = {
    kind.name: kind
    for kind in [
        Kind("tekst", "In de agenda", "agenda:element"),
        Kind("partner", "Partners", "partner"),
        Kind("cijfer", "Cijfers", "results:indicator"),
        Kind("programma", "Programma’s", "results:programme"),
        Kind("project", "Projecten", "results:project"),
        Kind("rapportage", "Rapportages", "report"),
        Kind("consultatie", "Consultaties", "consultation"),
        Kind("besluit", "Besluiten", "dossier"),
        Kind("mijlpaal", "Geschiedenis", "consultation:history", anchor="mijlpaal-"),
        Kind("kernpunt", "Over de regio", "about", anchor="kernpunt-"),
        Kind("contact", "Contact", "contact", anchor="contact-"),
        Kind("pagina", "Over deze site", ""),
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
class Result:
    """One thing found: where it is, what it is called, and the words found in it."""

    url: str
    label: str
    title: str
    excerpt: str


@dataclass(frozen=True)
class Group:
    """The results of one kind; `results` may be fewer than `total`."""

    kind: Kind
    results: list
    total: int


class SearchForm(forms.Form):
    """What is looked for, and optionally in which kind of thing."""

    q = forms.CharField(
        label="Zoekwoorden",
        required=False,
        max_length=200,
        error_messages={"max_length": "Zoek met minder woorden. U kunt hoogstens 200 tekens gebruiken."},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    soort = forms.ChoiceField(
        label="Waarin?",
        required=False,
        choices=[("", "Overal"), *((kind.name, kind.heading) for kind in KINDS.values())],
        error_messages={"invalid_choice": "Kies waarin u wilt zoeken."},
    )


@require_safe
@vary_on_headers("HX-Target")
def search(request):
    """Finds words anywhere on the portal; without JavaScript by the button, with it while one types."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    groups = found(words, only=form.cleaned_data["soort"]) if words else []
    template = "_found.html" if request.htmx.target == "found" else "search.html"
    return render(
        request,
        template,
        {
            "form": form,
            "title": f"{words} – Zoeken" if words else "Zoeken",
            "words": words,
            "groups": groups,
            "total": sum(group.total for group in groups),
            "suggestions": similar(words) if words and not groups else [],
            "joined": joined(words) if words and not groups else "",
        },
    )


def found(text, *, only=""):
    """Groups of what matches `text`, in the order of KINDS; all results of the kind `only`, if given. One query."""
    query = search_query(text)
    if query is None:
        return []
    parts = [part for part in matches(query) if only in ("", part[0])]
    by_kind = {}
    if parts:
        first, *rest = [rows for _, rows in parts]
        for row in first.union(*rest, all=True).order_by("-found_rank", "found_title")[:MOST]:
            by_kind.setdefault(row["found_kind"], []).append(row)
    shown = MOST if only else SHOWN_PER_KIND
    groups = [
        Group(kind, [result(row) for row in by_kind[kind.name][:shown]], len(by_kind[kind.name]))
        for kind in KINDS.values()
        if kind.name in by_kind
    ]
    pages = pages_about(text) if only in ("", "pagina") else []
    return groups + [Group(KINDS["pagina"], pages, len(pages))] if pages else groups


def pages_about(text):
    """The PAGES in which every word of `text` begins a word."""
    asked = re.findall(r"\w+", text.lower())
    return [
        Result(reverse(name), "", title, words)
        for name, title, words in PAGES
        if all(any(word.startswith(one) for word in re.findall(r"\w+", f"{title} {words}".lower())) for one in asked)
    ]


def matches(query):
    """Per kind the rows that match; the words of the agenda come from its current version alone."""
    wordings = Wording.objects.filter(version=Version.objects.current())
    reports = Report.objects.published().filter(is_example=False)
    return [
        ("tekst", matching(wordings, query, "tekst", "element__code", "element__name", AGENDA_TEXT, also="element__")),
        ("tekst", matching(Action.objects.all(), query, "tekst", "element__code", "title", "text", label="Actie")),
        ("partner", matching(Partner.objects.real(), query, "partner", "slug", "name", "summary", label=F("kind"))),
        ("cijfer", matching(Indicator.objects.real(), query, "cijfer", "slug", "name", "sentence")),
        ("programma", matching(Programme.objects.real(), query, "programma", "slug", "name", "summary")),
        ("project", matching(Project.objects.all(), query, "project", "slug", "name", "summary")),
        ("rapportage", matching(reports, query, "rapportage", "slug", "title", "introduction")),
        (
            "consultatie",
            matching(Consultation.objects.all(), query, "consultatie", "slug", "title", "summary", label=EXAMPLE),
        ),
        (
            "consultatie",
            matching(
                indexed(Step.objects.all(), "title", "description"),
                query,
                "consultatie",
                "consultation__slug",
                "title",
                "description",
                label=Concat(Value("Stap in "), "consultation__title"),
            ),
        ),
        (
            "besluit",
            matching(
                indexed(Dossier.objects.all(), "title", "summary", "note"),
                query,
                "besluit",
                "slug",
                "title",
                "summary",
                label=EXAMPLE,
            ),
        ),
        ("mijlpaal", matching(Milestone.objects.all(), query, "mijlpaal", "pk", "title", "text", label=F("date_text"))),
        ("kernpunt", matching(KeyPoint.objects.all(), query, "kernpunt", "pk", "text", "warning")),
        (
            "contact",
            matching(
                indexed(ContactPoint.objects.all(), "name", "role", "email", "note"),
                query,
                "contact",
                "pk",
                "name",
                "note",
                label=F("role"),
            ),
        ),
    ]


def matching(rows, query, kind, key, title, text, *, label="", also=""):
    """The `rows` in which `query` is found, as COLUMNS; `also` names a relation whose words count too."""
    is_found = Q(search_vector=query)
    if also:
        is_found |= Q(**{f"{also}search_vector": query})
    return (
        rows.order_by()
        .filter(is_found)
        .annotate(
            found_kind=Value(kind, TextField()),
            found_key=Cast(key, TextField()),
            found_label=Value(label, TextField()) if isinstance(label, str) else Cast(label, TextField()),
            found_title=Cast(title, TextField()),
            found_excerpt=SearchHeadline(
                Concat(*text, output_field=TextField()) if isinstance(text, tuple) else Cast(text, TextField()),
                query,
                config=STEMMED,
                start_sel=START,
                stop_sel=STOP,
                highlight_all=True,
            ),
            found_rank=SearchRank(F("search_vector"), query),
        )
        .values(*COLUMNS)
    )


def indexed(rows, *fields):
    """Gives the few `rows` of a small table the vector that larger ones keep in a column."""
    return rows.annotate(search_vector=SearchVector(*fields, config=STEMMED) + SearchVector(*fields, config=LITERAL))


def joined(text):
    """The words of `text` as one, if that does find something: Dutch writes "klimaat adaptatie" as one word."""
    together = "".join(re.findall(r"\w+", text))
    return together if together != text and found(together) else ""


def similar(text):
    """Up to five things whose name looks like `text`, for a word that was mistyped."""
    parts = [
        looking_like(text, Partner.objects.real(), "partner", "slug", "name"),
        looking_like(
            text, Wording.objects.filter(version=Version.objects.current()), "tekst", "element__code", "element__name"
        ),
        looking_like(text, Project.objects.all(), "project", "slug", "name"),
        looking_like(text, Indicator.objects.real(), "cijfer", "slug", "name"),
    ]
    rows = parts[0].union(*parts[1:], all=True).order_by("-found_rank", "found_title")[:5]
    return [result(row) for row in rows]


def looking_like(text, rows, kind, key, title):
    """The `rows` of which some word in the title shares most of its letter triples with `text`."""
    return (
        rows.order_by()
        .annotate(
            found_kind=Value(kind, TextField()),
            found_key=Cast(key, TextField()),
            found_label=Value("", TextField()),
            found_title=Cast(title, TextField()),
            found_excerpt=Value("", TextField()),
            found_rank=TrigramWordSimilarity(text, title),
        )
        .filter(found_rank__gt=LOOKS_LIKE)
        .values(*COLUMNS)
    )


def result(row):
    kind = KINDS[row["found_kind"]]
    return Result(
        kind.address(row["found_key"]), row["found_label"], row["found_title"], highlighted(row["found_excerpt"])
    )


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
