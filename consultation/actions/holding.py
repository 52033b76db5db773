"""Keeping a consultation as it is while somebody acts in it."""

from consultation.models import Consultation


def hold(consultation):
    """The Consultation as it is now; until the end of the transaction nobody can extend or finish it. Many may hold it.

    What may be done after closing holds it before it locks a letter or a point: publishing locks them in that order.
    """
    held = "select * from consultation_consultation where id = %s for share"
    (fresh,) = Consultation.objects.raw(held, [consultation.pk])
    return fresh
