"""The pages on which the secretariat takes one point apart, or finds what is equal to it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from consultation import actions
from consultation.actions import redacting
from consultation.admin.excerpts import excerpts
from consultation.forms.sorting import PartForm, RedactForm, SimilarForm, subjects_of
from consultation.models import Point
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import counted

# How many parts the page offers at most.
MOST_PARTS = 20
SOME_ARE_SIMILAR = "Eén antwoord geldt voor alle punten die u aankruist."
NONE_IS_SIMILAR = "Er is geen punt dat hier sterk op lijkt."


def splitting_paths(model_admin):
    """The addresses of these pages, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/gelijk/", view(similar), name="consultation_point_similar"),
        path("<int:pk>/weghalen/", view(redact), name="consultation_point_redact"),
        path("<int:pk>/los/", view(unmerge), name="consultation_point_unmerge"),
        path("<int:pk>/splitsen/", view(split), name="consultation_point_split"),
        path("<int:pk>/samenvoegen/", view(unsplit), name="consultation_point_unsplit"),
    ]


may_change = permission_required("consultation.change_point", raise_exception=True)


def counted_point(pk):
    """The point with the number `pk` in its address, if it counts. Raises Http404."""
    found = Point.objects.counted().select_related(
        "letter__body__partner", "letter__table__session", "letter__consultation", "wording__element", "question"
    )
    return get_object_or_404(found, pk=pk)


def page_of(pk):
    """Where the point itself is in the admin."""
    return reverse("admin:consultation_point_change", args=[pk])


@may_change
def similar(request, pk):
    """Proposes points that say nearly the same, to be ticked."""
    point = counted_point(pk)
    found = points_like(point)
    form = SimilarForm(request.POST if request.method == "POST" else None, found=found)

    def do():
        actions.merge_points(points=[point, *form.cleaned_data["points"]], by=request.user)
        messages.success(request, "De punten zijn gelijk gemerkt.")
        return redirect(page_of(pk))

    def page():
        return {
            "title": "Gelijke punten",
            "back": page_of(pk),
            "back_name": f"Punt {pk}",
            "lines": [counted_point(pk).text, SOME_ARE_SIMILAR if found else NONE_IS_SIMILAR],
            "reads": excerpts(points_like(point)),
            "form": form if found else None,
            "button": "Merk gelijk" if found else "",
        }

    locks = [Point.objects.filter(pk__in=[pk, *(one.pk for one in found)])]
    return confirm_and_do(request, page=page, do=do, locks=locks)


def points_like(point):
    """What `similar` proposes, the nearest first."""
    found = Point.objects.similar_to(point).select_related("letter__body__partner", "letter__table__session")
    return list(found.select_related("wording__element", "question")[:50])


@may_change
def unmerge(request, pk):
    """Takes a point out of the equal ones."""
    point = counted_point(pk)

    def do():
        actions.unmerge_point(point=point)
        messages.success(request, "Het punt staat weer op zichzelf.")
        return redirect(page_of(pk))

    def page():
        return {
            "title": "Haal los van de gelijke punten",
            "back": page_of(pk),
            "back_name": f"Punt {pk}",
            "lines": ["Het punt krijgt daarna een eigen antwoord. Antwoorden die er al zijn, blijven."],
            "shown": excerpts([counted_point(pk)]),
            "button": "Haal los",
        }

    return confirm_and_do(request, page=page, do=do, locks=[Point.objects.filter(pk=pk)])


@may_change
def redact(request, pk):
    """Takes something of a person out of a point; the desk keeps what stood there, and reads it here."""
    point = counted_point(pk)
    began = {"text": point.text, "proposal": point.proposal}
    form = RedactForm(request.POST if request.method == "POST" else None, initial=began)

    def do():
        redacting.redact(point=point, by=request.user, **form.cleaned_data)
        messages.success(request, "Weggehaald. Wie het schreef, krijgt daar een mail over.")
        return redirect(page_of(pk))

    def page():
        taken = [(f"Wat er stond, met {one.get_reason_display()}", one.text) for one in point.redactions.all()]
        return {
            "title": "Haal iets van een persoon weg",
            "back": page_of(pk),
            "back_name": f"Punt {pk}",
            "lines": [
                f"Typ {redacting.MARK} op de plaats van wat weg moet. De andere woorden blijven staan.",
                "Iedereen leest dan wat voor gegeven er stond. Wat er stond, leest alleen het beheer.",
                "De schrijver krijgt een mail.",
            ],
            "shown": excerpts([counted_point(pk)]) + taken,
            "form": form,
            "button": "Haal weg",
        }

    return confirm_and_do(request, page=page, do=do, locks=[Point.objects.filter(pk=pk)])


@may_change
def split(request, pk):
    """Divides a point into parts; each gets a text, a kind and what it is about."""
    point = counted_point(pk)
    parts = part_forms(request, point)

    def do():
        contents = [part.content for part in parts if part.cleaned_data["text"]]
        actions.split_point(point=point, parts=contents)
        messages.success(request, f"Gesplitst in {counted(len(contents), 'deel,delen')}.")
        address = reverse("admin:consultation_point_changelist")
        return redirect(f"{address}?{urlencode({'q': point.letter.number})}")

    def page():
        return {
            "title": "Splits dit punt",
            "back": page_of(pk),
            "back_name": f"Punt {pk}",
            "lines": ["Elk deel krijgt een eigen antwoord. Wat de afzender stuurde, blijft heel bewaard."],
            "shown": excerpts([counted_point(pk)]),
            "form": [field for part in parts for field in part],
            "button": "Splits",
            "more": "Nog een deel",
            "hidden": [("parts", len(parts))],
        }

    is_pressed = "apply" in request.POST and all([part.is_valid() for part in parts])
    return confirm_and_do(request, page=page, do=do, locks=[Point.objects.filter(pk=pk)], is_pressed=is_pressed)


def part_forms(request, point):
    """A PartForm for each part: as many as the page had, and one more when that was asked for.

    The first begins with what the point says, all with what it is about.
    """
    filled = parts_in(request.POST)
    subjects = subjects_of(point.letter.consultation)
    common = {"kind": point.kind, "about": subject_key(point)}
    return [
        PartForm(
            request.POST if request.method == "POST" and place < filled else None,
            prefix=f"deel{place}",
            number=place + 1,
            subjects=subjects,
            initial=common if place else common | initial_of(point),
        )
        for place in range(filled + ("more" in request.POST))
    ]


def initial_of(point):
    """What the first part begins with: all that the whole says."""
    return {name: getattr(point, name) for name in ("text", "proposal", "proposes_deletion")}


def parts_in(posted):
    """How many parts the page had that was `posted`: at least two, at most MOST_PARTS."""
    asked = posted.get("parts", "")
    return min(max(int(asked), 2), MOST_PARTS) if asked.isdecimal() and len(asked) < 3 else 2


def subject_key(point):
    """What the point is about, as `subjects_of` names it."""
    if point.wording_id:
        return f"t{point.wording_id}"
    return f"v{point.question_id}" if point.question_id else ""


@may_change
def unsplit(request, pk):
    """Makes one point again of what was split."""
    point = get_object_or_404(Point.objects.filter(parts__isnull=False).distinct(), pk=pk)

    def do():
        actions.unsplit_point(point=point)
        messages.success(request, "De delen zijn weer één punt.")
        return redirect(page_of(pk))

    parts = point.parts.select_related("letter__body__partner", "wording__element", "question")

    def page():
        return {
            "title": "Voeg de delen weer samen",
            "back": reverse("admin:consultation_point_changelist"),
            "back_name": "Punten",
            "lines": ["De delen verdwijnen, met hun notities. Het hele punt krijgt weer één antwoord."],
            "shown": excerpts(parts.all()),
            "button": "Voeg samen",
        }

    return confirm_and_do(request, page=page, do=do, locks=[Point.objects.filter(Q(pk=pk) | Q(part_of=pk))])
