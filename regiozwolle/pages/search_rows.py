"""What is searched: which words of which rows, as rows of the same six columns that one query can join.

`found_kind` is the name of a kind of result, `found_key` what its address is made of, `found_label` and `found_title`
what it is called, `found_excerpt` the text with the words found between START and STOP, and `found_rank` how well
it matches.
"""

from django.contrib.postgres.search import SearchHeadline, SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Concat

from agenda.models import Action, KeyPoint, Milestone, Version, Wording
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Step
from partners.ground.search import LITERAL, STEMMED
from partners.models import ContactPoint, Partner
from results.models import Indicator, Programme, Project, Report

# Private characters that no text holds; they become <mark> after everything else is escaped.
START, STOP = "\ue000", "\ue001"
# Of the letter triples of what was typed, how many a name must share to be suggested.
LOOKS_LIKE = 0.5

# The words of the agenda, then those of the editors about them.
AGENDA_TEXT = ("text", Value(" "), "explanation")
# What the demo invents says so, whatever it is called.
EXAMPLE = Case(When(is_example=True, then=Value("voorbeeld")), default=Value(""))

COLUMNS = ["found_kind", "found_key", "found_label", "found_title", "found_excerpt", "found_rank"]


def matches(query):
    """Per kind the rows that match; the words of the agenda come from its current version alone."""
    wordings = Wording.objects.filter(version=Version.objects.current())
    reports = Report.objects.published().filter(is_example=False)
    partners, indicators = Partner.objects.public().real(), Indicator.objects.public().real()
    milestones = Milestone.objects.public()
    actions = Action.objects.filter(element__in=Wording.objects.published().values("element"))
    return [
        ("tekst", matching(wordings, query, "tekst", "element__code", "element__name", AGENDA_TEXT, also="element__")),
        ("tekst", matching(actions, query, "tekst", "element__code", "title", "text", label="Actie")),
        ("partner", matching(partners, query, "partner", "slug", "name", "summary", label=F("kind"))),
        ("cijfer", matching(indicators, query, "cijfer", "slug", "name", "sentence")),
        ("programma", matching(Programme.objects.public().real(), query, "programma", "slug", "name", "summary")),
        ("project", matching(Project.objects.public(), query, "project", "slug", "name", "summary")),
        ("rapportage", matching(reports, query, "rapportage", "slug", "title", "introduction")),
        (
            "consultatie",
            matching(Consultation.objects.public(), query, "consultatie", "slug", "title", "summary", label=EXAMPLE),
        ),
        (
            "consultatie",
            matching(
                indexed(Step.objects.public(), "title", "description"),
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
                indexed(Dossier.objects.public(), "title", "summary", "note"),
                query,
                "besluit",
                "slug",
                "title",
                "summary",
                label=EXAMPLE,
            ),
        ),
        (
            "mijlpaal",
            matching(milestones, query, "mijlpaal", "pk", "title", "text", label=F("date_text")),
        ),
        ("kernpunt", matching(KeyPoint.objects.public(), query, "kernpunt", "pk", "text", "warning")),
        (
            "contact",
            matching(
                indexed(ContactPoint.objects.public(), "name", "role", "email", "note"),
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


def names_like(text):
    """The rows whose name looks like `text`, as COLUMNS, the most alike first."""
    parts = [
        looking_like(text, Partner.objects.public().real(), "partner", "slug", "name"),
        looking_like(
            text, Wording.objects.filter(version=Version.objects.current()), "tekst", "element__code", "element__name"
        ),
        looking_like(text, Project.objects.public(), "project", "slug", "name"),
        looking_like(text, Indicator.objects.public().real(), "cijfer", "slug", "name"),
    ]
    first, *rest = parts
    return first.union(*rest, all=True).order_by("-found_rank", "found_title")


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
