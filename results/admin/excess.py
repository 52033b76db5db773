"""What the desk says where money is more in its parts than as a whole: refused in one form, told over several."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError

from results.models import Funding, Programme
from results.money.funding import Purse, purse_of

WAY_OUT = "Pas een bedrag aan, of laat er een niet meetellen."
EXCESS = f"De delen zijn meer dan het geheel. {WAY_OUT}"


def refuse_excess(owner, given, *, instead_of):
    """Raises ValidationError where the money of a programme or project is more in parts than as a whole.

    Of its Fundings those `given` count, and all others in the database but the ones with the keys `instead_of`.
    """
    others = owner.fundings.counting().exclude(pk__in=instead_of) if owner.pk else []
    found = Purse([*others, *(one for one in given if one.counts)]).disagreements
    if found:
        raise ValidationError([EXCESS, *found])


def warn_of_excess(request, programmes):
    """Says of each of `programmes` where lines of action or projects have more money than the whole; one query."""
    fundings = list(Funding.objects.counting().of(*programmes).with_owners())
    for programme in programmes:
        for sentence in purse_of(programme, fundings).disagreements:
            messages.warning(request, f"{programme}: {sentence} {WAY_OUT}")


class FundingForm(forms.ModelForm):
    """One amount at its own page, held against the others of its programme or project."""

    def clean(self):
        cleaned = super().clean()
        owner = cleaned.get("programme") or cleaned.get("project")
        if owner and not self.errors:
            row = Funding(**{name: cleaned[name] for name in ("funder", "year", "qualifier", "committed", "spent")})
            row.counts = cleaned["counts"]
            refuse_excess(owner, [row], instead_of=[self.instance.pk])
        return cleaned


class SaysExcess:
    """For a desk with money: each list and each change says which programmes have more in parts than as a whole."""

    def changelist_view(self, request, extra_context=None):
        if request.method == "GET":
            warn_of_excess(request, list(Programme.objects.whole()))
        return super().changelist_view(request, extra_context)
