"""Bringing points together before they are answered: themes, who handles them, equal ones and parts."""

from consultation.actions.answering import look_again
from consultation.models import Answer, Consultation, Endorsement, Point
from partners.ground import history
from partners.ground.refusal import Refused


def keys(points):
    return [point.pk for point in points]


def one_consultation(points):
    """The consultation that `points` belong to. Raises Refused when they are of several."""
    found = Consultation.objects.filter(letters__points__in=keys(points)).distinct()
    if len(found) != 1:
        raise Refused("Kies punten uit één consultatie.")
    return found[0]


@history.act("punten bij thema’s gezet of eruit gehaald")
def tag_points(*, points, themes, remove=False):
    """Puts `points` under each of `themes`, or with `remove` takes them out. Raises Refused."""
    consultation = one_consultation(points)
    if any(theme.consultation_id != consultation.pk for theme in themes):
        raise Refused("Kies een thema van dezelfde consultatie.")
    for theme in themes:
        (theme.points.remove if remove else theme.points.add)(*points)


@history.act("punten van een label voorzien")
def label_points(*, points, labels, remove=False):
    """Gives `points` each of `labels`, or with `remove` takes them away. Raises Refused."""
    consultation = one_consultation(points)
    if any(label.consultation_id != consultation.pk for label in labels):
        raise Refused("Kies een label van dezelfde consultatie.")
    for label in labels:
        (label.points.remove if remove else label.points.add)(*points)


@history.act("punten toegewezen")
def assign_points(*, points, handler, handle_by=None):
    """Gives `points` to `handler`, or to nobody with None, to be answered before the day `handle_by`."""
    return Point.objects.filter(pk__in=keys(points)).update(handler=handler, handle_by=handle_by)


@history.act("punten samengevoegd")
def merge_points(*, points, by=None):
    """Lets one answer serve all of `points`: the first that came in leads, and an answer in draft serves all.

    Who reviewed that answer did not read it beside the others, so that starts again. Returns the leading point.
    Raises Refused.
    """
    one_consultation(points)
    found = list(Point.objects.select_for_update().filter(pk__in=keys(points)).order_by("pk"))
    group = list(Point.objects.equal_to(found).select_for_update().order_by("pk"))
    if len(group) < 2:
        raise Refused("Kies twee of meer punten.")
    drafts = Answer.objects.filter(points__in=group, published_at=None).distinct()
    if len(drafts) > 1:
        raise Refused("Er zijn al verschillende antwoorden op deze punten geschreven. Verwijder er eerst een.")
    first = group[0]
    Point.objects.filter(pk=first.pk).update(same_as=None)
    Point.objects.filter(pk__in=keys(group[1:])).update(same_as=first)
    for answer in drafts:
        if answer.points.count() < len(group):
            answer.points.add(*group)
            look_again(drafts, act="geldt voor meer gelijke punten", by=by)
    return first


@history.act("punt losgemaakt")
def unmerge_point(*, point):
    """Takes `point` out of the points it was marked equal to; answers that it has stay."""
    point = Point.objects.select_for_update().get(pk=point.pk)
    if point.same_as_id:
        point.same_as = None
        point.save()
        return
    first, *others = point.equals.order_by("pk") or [None]
    if first:
        point.equals.exclude(pk=first.pk).update(same_as=first)
        Point.objects.filter(pk=first.pk).update(same_as=None)


@history.act("punt gesplitst")
def split_point(*, point, parts):
    """Divides what was sent as one point into `parts`, each {text, kind, wording, question}; it stays whole itself.

    Whose point it is and who joined it holds for each part; a part may have the proposal. Returns the new points,
    which are answered in its place. Raises Refused.
    """
    point = Point.objects.select_for_update().get(pk=point.pk)
    if len(parts) < 2:
        raise Refused("Schrijf twee of meer delen.")
    if point.part_of_id or point.parts.exists():
        raise Refused("Dit punt is al gesplitst.")
    if point.answers.exists():
        raise Refused("Dit punt heeft al een antwoord. Splits het eerder, of verwijder het concept.")
    unmerge_point(point=point)
    themes = list(point.themes.all())
    made = []
    for content in parts:
        wording = content["wording"]
        made.append(
            Point.objects.create(
                letter_id=point.letter_id,
                part_of=point,
                quoted_text=wording.text if wording else "",
                is_minority=point.is_minority,
                minority_of=point.minority_of,
                adopted_from_id=point.adopted_from_id,
                handler=point.handler,
                handle_by=point.handle_by,
                **content,
            )
        )
        made[-1].themes.set(themes)
        Endorsement.objects.bulk_create(copy_of(joined, point=made[-1]) for joined in point.endorsements.all())
    return made


def copy_of(endorsement, *, point):
    """The same endorsement, of `point`; not saved."""
    names = ("body_id", "sender_kind", "party_group", "decided_on", "decision_url", "author_id", "made_at", "words")
    overtaken = {name: getattr(endorsement, name) for name in ("overtaken_at", "asked_at")}
    return Endorsement(point=point, **{name: getattr(endorsement, name) for name in names}, **overtaken)


@history.act("splitsing ongedaan gemaakt")
def unsplit_point(*, point):
    """Undoes the splitting of `point`. Raises Refused once a part has an answer."""
    parts = keys(Point.objects.select_for_update().filter(part_of=point).order_by("pk"))
    if Answer.objects.filter(points__in=parts).exists():
        raise Refused("Een deel heeft al een antwoord. Het punt blijft gesplitst.")
    Point.objects.filter(pk__in=parts).delete()
