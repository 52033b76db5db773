"""The versions of an agenda: which there are, and what changed from the one to the other.

These pages stand under the roof, for a reader may ask what changed at the points that they wrote.
"""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.differences import Comparison, ComparisonRow, State, compare
from agenda.forms import ComparisonForm
from agenda.models import Agenda, Succession, Version, Wording
from consultation.models import Letter, Point
from partners.ground import limits
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn
from regiozwolle.keeping.holes import of_reader

AGENDAS = PreparedRows(lambda slug: Agenda.objects.filter(slug=slug))
PUBLISHED = PreparedRows(
    lambda agenda: Version.objects.published().filter(agenda=agenda).order_by("-number").select_related("agenda")
)


@require_safe
def versions(request, slug):
    """Every version of one agenda that the visitor may read, the newest first, with what changed in it."""
    agenda, readable = readable_versions(request, slug)
    words = Wording.objects.by_version(readable)
    for version, previous in pairwise(readable):
        counts = compare(words[previous.pk], words[version.pk]).counts
        version.previous = previous
        version.changes = [f"{counted(count, 'onderdeel,onderdelen')} {state}" for state, count in counts if count]
    for version in readable:
        version.ways = list(ways_from(version, agenda))
    return render(request, "agenda/versions.html", {"agenda": agenda, "versions": readable})


def ways_from(version, agenda):
    """(Address, text) of where one goes from a version in the list: to its words, and to what changed in it."""
    if version.is_published():
        yield reverse("agenda:version", args=[agenda.slug, version.number]), f"Lees versie {version.number}"
    if hasattr(version, "previous"):
        span = f"van={version.previous.number}&naar={version.number}"
        yield f"{reverse('agenda:compare', args=[agenda.slug])}?{span}", "Bekijk wat er is veranderd"


@require_safe
@vary_on_headers("HX-Target")
def comparison(request, slug):
    """Two versions side by side, or only what changed, or only where the visitor has something to say."""
    agenda, readable = readable_versions(request, slug)
    form = ComparisonForm(request.GET, versions=readable, is_member=request.user.is_authenticated)
    limits.hold_if_possible(request, limits.COMPARING)
    pair = Pair(form.chosen["van"], form.chosen["naar"])
    mine = elements_with_points_of(request.user, agenda) if "mijn" in form.chosen else None
    keys = tuple(version.pk for version in readable)
    compared = differences(pair.before.pk, pair.after.pk, keys, "alles" in form.chosen, mine)
    if request.htmx.target == "comparison":
        return HttpResponse(compared)
    own = of_reader(request, ["box"], partial(box_of_member, "mijn" in form.chosen))
    shown = {"agenda": agenda, "form": form, "own": own, "pair": pair, "comparison": compared}
    return render(request, "agenda/compare.html", shown)


@piece
def differences(before, after, readable, is_whole, mine):
    """What changed between the versions with these keys, among the `readable` ones, as safe HTML.

    With what is the same when it `is_whole`, and of the elements with the keys in `mine` alone, unless that is None.
    """
    versions = Version.objects.select_related("agenda").in_bulk(readable)
    pair = Pair(versions[before], versions[after])
    outcome = pair.compare()
    rows = [row for row in outcome.rows if is_whole or row.state != State.SAME]
    rows = [row for row in rows if mine is None or row.element.pk in mine]
    read_successions(rows, versions.values())
    told = [(row, pair.successions(row), pair.citation(row)) for row in rows]
    return drawn("agenda/_comparison.html", pair=pair, outcome=outcome, rows=told)


def box_of_member(is_ticked, user):
    """What a member can tick and nobody else, as `box`: to see only what changed at their own points."""
    if not user.is_authenticated:
        return {}
    field = ComparisonForm.base_fields["mijn"]
    box = field.widget.render("mijn", is_ticked, {"id": "id_mijn"})
    return {"box": format_html("<div><label>{} {}</label></div>", box, field.label)}


def readable_versions(request, slug):
    """The agenda at this address and its versions that the visitor may read, the newest first. Raises Http404."""
    agenda = AGENDAS.first(slug)
    if agenda is None:
        raise Http404("Zo’n agenda is er niet.")
    if request.user.is_authenticated:
        found = list(agenda.versions.readable_by(request.user).order_by("-number"))
    else:
        found = PUBLISHED.ask(agenda.pk)
    if not found:
        raise Http404("Van deze agenda staat nog geen versie op de site.")
    return agenda, found


@dataclass(frozen=True)
class Pair:
    """The two versions that are compared; may be twice the same."""

    before: Version
    after: Version

    @property
    def versions(self):
        """Both, or the one."""
        return [self.before] if self.before == self.after else [self.before, self.after]

    @property
    def links(self):
        """Safe HTML with the way to the text of both: 'versie 1 of versie 2'."""
        links = [(version.get_absolute_url(), version.number) for version in self.versions]
        return format_html_join(" of ", '<a href="{}">versie {}</a>', links)

    def compare(self) -> Comparison:
        """The Comparison of their words. One query."""
        words = Wording.objects.by_version(self.versions)
        return compare(words[self.before.pk], words[self.after.pk])

    def citation(self, row: ComparisonRow):
        """Safe HTML with the way to the words of `row` in both, as far as everyone may read them."""
        both = zip([row.before, row.after], self.versions, strict=False)
        codes = [
            (reverse("agenda:wording", args=[row.element.code, version.number]), row.element.code, version.number)
            for wording, version in both
            if wording and version.is_published()
        ]
        return format_html_join(" en ", '<a href="{}">{}@{}</a>', codes)

    def successions(self, row: ComparisonRow):
        """Where what ended goes on, as (sentence in safe HTML, reason) each; none for a row that did not end."""
        if row.state != State.ENDED:
            return []
        text = "Dit onderdeel is {} {}."
        return [
            (format_html(text, succession.get_kind_display(), self.mention(succession.successor)), succession.reason)
            for succession in row.element.successions.all()
        ]

    def mention(self, successor):
        """What an element is called inside a sentence, linked to its page if there is one for everyone."""
        if not self.after.is_published():
            return successor.mention
        return format_html('<a href="{}">{}</a>', successor.get_absolute_url(), successor.mention)


def read_successions(rows, readable):
    """Reads ahead where what ended in `rows` goes on, as far as that has words in one of the `readable` versions."""
    ended = [row.element for row in rows if row.state == State.ENDED]
    prefetch_related_objects(ended, Prefetch("successions", Succession.objects.readable_in(readable)))


def elements_with_points_of(user, agenda):
    """The primary keys of the elements on which `user`, or a group of theirs, wrote a point, sent or not, in order."""
    points = Point.objects.filter(letter__in=Letter.objects.of(user), wording__element__agenda=agenda)
    return tuple(sorted(set(points.values_list("wording__element", flat=True))))
