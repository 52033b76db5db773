"""Putting an earlier state back, and bringing back what was deleted. Both are acts, recorded like any other."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from partners.ground import history
from partners.ground.models import Change
from partners.ground.refusal import Refused
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import changes_of, models_by_table, row_of
from results.actions.corrections import correct
from results.actions.four_eyes import refuse_alone
from results.models import Measurement

# How long what was deleted can be brought back.
KEPT_FOR = timedelta(days=30)
# What people said, and what the record does not hold whole: that stays as it is.
STAYS = {
    "consultation_letter",
    "consultation_submission",
    "consultation_point",
    "consultation_answer",
    "consultation_answerstate",
    "consultation_endorsement",
    "consultation_reopening",
    "consultation_internalnote",
    "partners_user",
    "partners_mandate",
    "partners_accountinvitation",
    "mfa_authenticator",
}
# What the record has where it does not keep the words.
HIDDEN = "…"
# When something is on the site is an act of its own, and no part of what it said; nor is who decides on that.
NOT_PUT_BACK = ("public_from", "public_until", "four_eyes")
# What says something of a figure that a second person may have to look at.
VALUES = {"results_measurement", "results_target"}
# Together what a measurement says; it changes by a correction alone.
VALUE = ("qualifier", "value")
LACKS_REASON = "Dit komt op de site te staan. Schrijf bij ‘Reden’ waarom."
CHANGED_MEANWHILE = "Er is intussen iets gewijzigd. Bekijk de geschiedenis opnieuw."


def undoing(model, pk, *, since):
    """The changes that putting back undoes: those of a row and its parts from the change `since` on, newest first.

    Tables that cannot be put back are left out.
    """
    found = changes_of(model, pk, TABLES).filter(pk__gte=since)
    return [change for change in found if TABLES[change.table_name].can_be_put_back and not is_of_person(change)]


def is_of_person(change):
    """Whether it is of a person whose words the record does not keep, so that they cannot come back with the rest."""
    said = {**(change.before or {}), **(change.after or {})}
    return bool(TABLES[change.table_name].words_when) and HIDDEN in said.values()


@history.act("eerdere stand teruggezet", reason="reason")
def put_back(*, thing, since, read, reason=""):
    """Puts `thing`, with its parts, back as it was before the change with the key `since`.

    `read` is the key of the newest change that was on the page. Raises Refused when there is a newer one, when the
    rules of today do not allow that state, or when it has a line on the site (`needs_reason`) and `reason` is "".
    """
    model = type(thing)
    model._base_manager.select_for_update().filter(pk=thing.pk).first()
    if changes_of(model, thing.pk, TABLES).first().pk != read:
        raise Refused(CHANGED_MEANWHILE)
    undo(undoing(model, thing.pk, since=since), reason=reason)


def deleted_together(change):
    """All that was deleted in the same act, or in the same transaction, in the order of going."""
    return Change.objects.filter(
        act_id=change.act_id, made_at=change.made_at, after__isnull=True, before__isnull=False
    ).order_by("pk")


@history.act("teruggehaald", reason="reason")
def bring_back(*, change, reason=""):
    """Makes again what was deleted with the row of `change`, each with the key it had, and ties it as it was.

    Raises Refused when it is too long ago, is there already, cannot be there any more, or lacks its `reason`.
    """
    if change.made_at < timezone.now() - KEPT_FOR:
        raise Refused("Dit is langer dan dertig dagen geleden verwijderd.")
    lock_alone()
    gone = [each for each in deleted_together(change) if not is_of_person(each) and not is_there(each)]
    if not gone:
        raise Refused("Dit is al teruggehaald.")
    if {each.table_name for each in gone} & STAYS:
        raise Refused("Wat mensen zeiden en wie ze zijn, komt niet terug.")
    keys = {(each.table_name, each.row_id) for each in gone}
    untied = [each for each in cut_loose(change) if names_one_of(keys, each)]
    undo([*reversed(gone), *untied], reason=reason)


def lock_alone():
    """Until the end of the transaction nobody else brings anything back: there are no rows left to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('bring_back'))")


def is_there(change):
    return models_by_table()[change.table_name]._base_manager.filter(pk=change.row_id).exists()


def cut_loose(change):
    """The rows that stayed and were changed in the same act, such as those that named what went."""
    return Change.objects.filter(
        act_id=change.act_id, made_at=change.made_at, after__isnull=False, before__isnull=False
    ).order_by("-pk")


def names_one_of(keys, change):
    """Whether a row only lost the name of one of `keys`, pairs of table and key."""
    relations = {
        one.column: one.remote_field.model._meta.db_table
        for one in models_by_table()[change.table_name]._meta.concrete_fields
        if one.is_relation
    }
    return all(
        column in relations and value is None and (relations[column], change.before[column]) in keys
        for column, value in change.after.items()
    )


def needs_reason(changes):
    """Whether undoing one of `changes` has a line on the site."""
    return any(has_line(change) for change in changes)


def has_line(change):
    kept = TABLES[change.table_name]
    if change.before is None or change.after is None:
        return bool(kept.corrected)
    return not change.after.keys().isdisjoint(kept.corrected)


def undo(changes, *, reason):
    """Undoes `changes`, the newest first, by the rules of today. Raises Refused, and then nothing is undone."""
    if needs_reason(changes) and not reason.strip():
        raise Refused(LACKS_REASON)
    refuse_alone(figures_of(changes))
    states = states_before(changes)
    try:
        with transaction.atomic():
            for (table, pk), state in states.items():
                if state is None:
                    models_by_table()[table]._base_manager.filter(pk=pk).delete()
            # What went last comes first: the rest hangs on it.
            for (table, pk), state in states.items():
                if state is not None:
                    keep(models_by_table()[table], pk, state, reason=reason)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    except ProtectedError as error:
        raise Refused("Iets anders hoort hierbij en zou meegaan. Verwijder dat eerst.") from error
    except IntegrityError as error:
        raise Refused(str(error.__cause__).partition("\n")[0]) from error


def figures_of(changes):
    """The keys of the figures of which `changes` are values, of then and of now."""
    keys = set()
    for change in changes:
        if change.table_name in VALUES:
            keys |= {(said or {}).get("indicator_id") for said in (change.before, change.after)}
            there = models_by_table()[change.table_name]._base_manager.filter(pk=change.row_id)
            keys |= set(there.values_list("indicator_id", flat=True))
    return keys


def states_before(changes):
    """What each row said before `changes`, by table and key: columns, or None for a row that was not there yet."""
    states = {}
    for change in changes:
        key = change.table_name, change.row_id
        if change.before is None:
            states[key] = None
        else:
            states[key] = {**(states.get(key) or {}), **change.before}
    return states


def keep(model, pk, state, *, reason):
    """Saves the row `pk` of `model` with the columns in `state`, or makes it. Raises ValidationError."""
    state = without_hidden(model, state)
    row = model._base_manager.select_for_update(of=["self"]).filter(pk=pk).first()
    if row is not None:
        state = {name: value for name, value in state.items() if name not in NOT_PUT_BACK}
    then = row_of(model, state)
    if row is None:  # It has been so before; only what is there now can stand in its way.
        then.validate_unique()
        then.validate_constraints()
        then.save(force_insert=True)
        return
    if model is Measurement and is_corrected(row, then, state):
        row, state = corrected(row, then, state, reason=reason)
    save(row, then, state)


def without_hidden(model, state):
    """The columns in `state`, those of which the record does not keep the words as they are in a new row."""
    words = {one.column: one for one in model._meta.concrete_fields if one.column in TABLES[model._meta.db_table].words}
    hidden = {name for name in words if state.get(name) == HIDDEN}
    return {name: words[name].get_default() if name in hidden else value for name, value in state.items()}


def save(row, then, state):
    """Saves `row` with the columns in `state` as they are in the instance `then`. Raises ValidationError."""
    fields = row._meta.concrete_fields
    for one in fields:
        if one.column in state:
            setattr(row, one.attname, getattr(then, one.attname))
    row.full_clean(exclude=[one.name for one in fields if one.column not in state])
    row.save()


def is_corrected(row, then, state):
    """Whether the columns in `state`, read in `then`, say another value than the measurement `row`."""
    return any(name in state and getattr(then, name) != getattr(row, name) for name in VALUE)


def corrected(row, then, state, *, reason):
    """The measurement `row` with its value put back by another correction, and what of `state` is left to put back.

    Both corrections stay on their list. Raises ValidationError.
    """
    qualifier, value = (getattr(then if name in state else row, name) for name in VALUE)
    correction = correct(measurement=row, qualifier=qualifier, value=value, reason=reason)
    return correction.measurement, {name: said for name, said in state.items() if name not in {*VALUE, "certainty"}}
