"""Where a figure asks two people: what one enters is kept as a proposal, and put through when another agrees.

The desk does all of it first, so that it is held to every rule, and undoes it; what was asked is then laid before a
colleague. So nothing that is public ever reads a value that nobody judged.
"""

from datetime import date
from decimal import Decimal

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from partners.ground import history
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day, number
from results.actions.corrections import correct
from results.models import Indicator, Measurement, Proposal, ProposalKind

TWO_PEOPLE = "Dit cijfer vraagt twee mensen: wijzig de waarde in het formulier, dan ziet een collega die na."
MOVED = "Op de site staat intussen iets anders dan toen dit werd ingevoerd. Stuur het terug."
GONE = "Wat dit zou wijzigen, is er niet meer. Stuur het terug."
# What the act of putting right sets by itself.
SET_BY_CORRECTING = {"qualifier", "value", "certainty"}
VALUE = {"qualifier", "value"}


def asks_two(keys):
    """Whether one of the figures with these keys asks two people for a value."""
    return Indicator.objects.filter(pk__in=[key for key in keys if key], four_eyes=True).exists()


def refuse_alone(keys):
    """Raises Refused when one of the figures with these keys asks two people for a value."""
    if asks_two(keys):
        raise Refused(TWO_PEOPLE)


@history.act("waarde voorgelegd aan een collega")
def lay_before(*, row, by, reason="", is_removal=False):
    """Keeps what `row`, an unsaved state of a Measurement or Target, is to become until another than `by` judges it.

    Returns the Proposal, or None when nothing would change. What lies there already is not laid there twice.
    """
    model = type(row)
    stored = model.objects.filter(pk=row.pk).first()
    asked = asked_of(row, stored, is_removal=is_removal)
    if not asked["fields"] and not is_removal:
        return None
    said = {
        "measurement" if model is Measurement else "target": stored,
        "indicator_id": row.indicator_id,
        "partner_id": getattr(row, "partner_id", None),
        "kind": kind_of(stored, is_removal=is_removal),
        "proposed_by": by,
        "row": asked,
    }
    if there := Proposal.objects.open().filter(**said).first():
        return there
    proposal = Proposal(
        qualifier=row.qualifier,
        value=row.value,
        reference_on=getattr(row, "reference_on", None),
        note=reason.strip()[:400],
        **said,
    )
    proposal.full_clean()
    proposal.save()
    return proposal


def asked_of(row, stored, *, is_removal):
    """What a proposal keeps of `row`, which was as `stored`: of what, what each field is to become, and what it was."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    changed = [field for field in fields if stored is None or value_in(field, stored) != value_in(field, row)]
    told = fields if is_removal else changed
    return {
        "of": row._meta.label_lower,
        "fields": {} if is_removal else {field.name: text_in(field, row) for field in changed},
        "was": {field.name: text_in(field, stored) for field in told} if stored else {},
    }


def kind_of(stored, *, is_removal):
    if is_removal:
        return ProposalKind.REMOVAL
    return ProposalKind.CORRECTION if stored else ProposalKind.NEW


def value_in(field, row):
    return field.to_python(field.value_from_object(row))


def text_in(field, row):
    value = field.value_from_object(row)
    return None if value is None else field.value_to_string(row)


def put_through(proposal, *, by):
    """Does what a locked proposal of the desk asks. Raises ValidationError when that cannot be done any more."""
    model = apps.get_model(proposal.row["of"])
    with history.recorded("waarde ingevoerd met vier ogen", by=by, about=proposal.indicator, reason=proposal.note):
        if proposal.kind == ProposalKind.NEW:
            save_fields(model(), proposal.row["fields"])
            return
        row = model.objects.select_for_update(of=["self"]).filter(pk=getattr(proposal.stands, "pk", None)).first()
        if row is None:
            raise ValidationError(GONE)
        was = proposal.row["was"]
        if any(value_in(model._meta.get_field(name), row) != read_as(model, name, text) for name, text in was.items()):
            raise ValidationError(MOVED)
        if proposal.kind == ProposalKind.REMOVAL:
            # What was judged stays, also when what it was about is gone.
            of_desk = Proposal.objects.filter(row__isnull=False, **{proposal.subject: row})
            of_desk.update(**{proposal.subject: None})
            row.delete()
            return
        change(row, proposal)


def change(row, proposal):
    """Changes a row as asked; another value of a measurement is a correction, with its reason."""
    asked = proposal.row["fields"]
    if isinstance(row, Measurement) and VALUE & asked.keys():
        said = {name: read_as(Measurement, name, asked.get(name, text_in(field_of(row, name), row))) for name in VALUE}
        row = correct(measurement=row, reason=proposal.note, **said).measurement
        asked = {name: text for name, text in asked.items() if name not in SET_BY_CORRECTING}
    save_fields(row, asked)


def save_fields(row, texts):
    """Saves `row` with what each field is to become. Raises ValidationError."""
    for name, text in texts.items():
        setattr(row, field_of(row, name).attname, read_as(type(row), name, text))
    row.full_clean()
    row.save()


def field_of(row, name):
    return row._meta.get_field(name)


def read_as(model, name, text):
    return None if text is None else model._meta.get_field(name).to_python(text)


def told(proposal):
    """(Label, in words) of each field that a proposal of the desk changes: what it was and is to become."""
    model, asked, was = apps.get_model(proposal.row["of"]), proposal.row["fields"], proposal.row["was"]
    if proposal.kind == ProposalKind.REMOVAL:
        return [(capfirst(str(model._meta.verbose_name)), str(proposal.stands or "is er niet meer"))]
    found = []
    for name, text in asked.items():
        field = model._meta.get_field(name)
        new, old = in_words(field, text), in_words(field, was.get(name))
        if name != "indicator" or old:
            found += [(capfirst(str(field.verbose_name)), f"{new} (was: {old})" if was else new)] if new or old else []
    return found


def in_words(field, text):
    """What a field with this `text` says to a reader."""
    if text is None or text == "":
        return ""
    value = field.to_python(text)
    if field.is_relation:
        there = field.related_model._base_manager.filter(pk=value).first()
        return str(there) if there else "is er niet meer"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, date):
        return day(value)
    return str(dict(field.flatchoices).get(value, value))
