"""How a sheet of people to invite looks, and so each line that is typed."""

from django.utils import timezone

from partners.ground.addresses import canonical
from partners.ground.forms import MailAddress
from partners.ground.sheets.fields import CellField, ChoiceCell, DateCell, TextCell
from partners.ground.sheets.importing import Layout, RowForm
from partners.ground.templatetags.dutch import day
from partners.models import AccountInvitation, Capacity, Mandate, User
from partners.people.acts import keep_invitation
from partners.sheets import BODIES, BODY, BodyCell

HAS_IT = "{} is al {} van dit orgaan{}."
IS_OFF = "Dit account staat uit. Zet het in het beheer eerst aan."
HAS_BEEN = "Deze dag is al geweest. Kies een latere, of laat dit leeg."


class MailCell(CellField, MailAddress):
    """An address in the one form by which it tells a person."""

    def to_python(self, value):
        return canonical(super().to_python(value))


class InvitationRow(RowForm):
    name = TextCell(label="Naam", max_length=120)
    email = MailCell(label="E-mailadres", max_length=254)
    body = BodyCell(BODIES, label="Orgaan", help_text=BODY)
    capacity = ChoiceCell(Capacity, label="Hoedanigheid", help_text=", ".join(Capacity.labels))
    party_group = TextCell(label="Fractie", required=False, max_length=80)
    ends_on = DateCell(label="Tot en met", required=False)

    class Meta:
        model = AccountInvitation
        fields = ["name", "email", "body", "capacity", "party_group", "ends_on"]

    def clean(self):
        """Refuses who cannot say yes: an account that is off, or who acts so already."""
        cleaned = super().clean()
        email, body, capacity = (cleaned.get(name) for name in ("email", "body", "capacity"))
        if cleaned.get("ends_on") and cleaned["ends_on"] < timezone.localdate():
            self.add_error("ends_on", HAS_BEEN)
        user = User.objects.filter(email=email).first() if email else None
        if user and not user.is_active:
            self.add_error("email", IS_OFF)
        held = (
            Mandate.objects.to_come_or_held().filter(user=user, body=body, capacity=capacity).first() if user else None
        )
        if held:
            until = f", tot en met {day(held.ends_on)}" if held.ends_on else ""
            self.add_error("email", HAS_IT.format(user, held.get_capacity_display(), until))
        return cleaned


INVITATIONS = Layout("Uitnodigingen", InvitationRow, ["email", "body", "capacity"], keep_invitation)
