"""The forms of what came in otherwise: typed in by the secretariat, and checked by its sender."""

from django import forms
from django.utils import timezone

from consultation.models import Channel, SenderKind
from consultation.models.sender_kind import WRITTEN_BY
from partners.ground.constraints import FIRST_YEAR
from partners.ground.desk.series import PagedRows
from partners.ground.forms import Text
from partners.ground.templatetags.dutch import day
from partners.models import BodyKind, Capacity


class CheckForm(forms.Form):
    """What is not right in what was typed for a sender. `kept` is what they typed before and did not send."""

    remark = Text(
        label="Wat klopt er niet?",
        max_length=20_000,
        help_text="Het secretariaat leest het en neemt het over.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "schrijf wat er niet klopt"},
    )

    def __init__(self, data=None, *, kept="", may_be_empty=False):
        super().__init__(data, initial={"remark": kept})
        self.fields["remark"].required = not may_be_empty


# As who a person reacts for themselves, by the kind of body.
MEMBER = {BodyKind.COUNCIL: Capacity.COUNCILLOR.label, BodyKind.STATES: Capacity.STATES_MEMBER.label}


class LetterForm(forms.ModelForm):
    """A letter, mail or call, with the rules that the site asks of whoever reacts there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "sender_kind" in self.fields:
            self.fields["sender_kind"].choices = [pair for pair in SenderKind.choices if pair[0] != SenderKind.TABLE]
            self.fields["channel"].choices = [pair for pair in Channel.choices if pair[0] != Channel.SITE]
            self.fields["letter_text"].widget.attrs["rows"] = 14
            self.fields["body"].help_text = ""
            for name in ("body", "received_on", "sharing"):
                self.fields[name].required = True

    def clean(self):
        super().clean()
        if "sender_kind" not in self.fields:  # what a table reported is only read here
            return
        self.check_sender()
        self.check_party_group()
        for name in ("received_on", "decided_on"):
            given = self.cleaned_data.get(name)
            if given and given > timezone.localdate():
                self.add_error(name, "Deze dag moet nog komen.")
            elif given and given.year < FIRST_YEAR:
                self.add_error(name, f"Vul een jaar in vanaf {FIRST_YEAR}.")
        self.check_came_after_asking()

    def check_came_after_asking(self):
        """Whether it came in when its consultation was open or later; what came late is for the desk to judge."""
        came = self.cleaned_data.get("received_on")
        asked = self.cleaned_data.get("consultation") or (self.instance.pk and self.instance.consultation)
        if came and asked and came < timezone.localdate(asked.opens_at):
            self.add_error("received_on", f"Toen was de consultatie nog niet open: dat was {day(asked.opens_at)}.")

    def check_sender(self):
        """Whether one can react so for that body, and as what a person reacts for themselves."""
        sender_kind, body = self.cleaned_data.get("sender_kind"), self.cleaned_data.get("body")
        if not sender_kind or not body:
            return
        if body.kind not in WRITTEN_BY[sender_kind][1]:
            self.add_error(
                "sender_kind",
                f"Namens {body.in_sentence} kan men zo niet reageren. Kies een andere afzender of ander orgaan.",
            )
        if sender_kind == SenderKind.PERSONAL:
            self.instance.capacity = MEMBER.get(body.kind, "")

    def check_party_group(self):
        """Whether a party group is named, when it is the sender and only then."""
        is_group = self.cleaned_data.get("sender_kind") == SenderKind.PARTY_GROUP
        is_named = bool(self.cleaned_data.get("party_group"))
        if is_group and not is_named:
            self.add_error("party_group", "Vul in namens welke fractie.")
        if is_named and not is_group:
            self.add_error("party_group", "Vul dit alleen in als de fractie de afzender is.")


class LetterPointForm(forms.ModelForm):
    """A point out of a letter: on a text, on a question, or on the whole."""

    def clean(self):
        super().clean()
        wording = self.cleaned_data.get("wording")
        if wording and self.cleaned_data.get("question"):
            self.add_error("question", "Kies een tekst of een vraag, niet allebei.")
        if wording and not self.cleaned_data.get("kind"):
            self.add_error("kind", "Kies wat voor reactie het is.")
        if self.cleaned_data.get("proposes_deletion") and (self.cleaned_data.get("proposal") or not wording):
            self.add_error("proposes_deletion", "Kies dit bij een tekst, zonder een voorstel voor een andere tekst.")
        self.instance.quoted_text = wording.text if wording else ""


class LetterPoints(PagedRows):
    """The points of one letter: all on what its consultation is about."""

    def clean(self):
        super().clean()
        consultation = self.instance.consultation if self.instance.consultation_id else None
        for form in self.forms:
            said = getattr(form, "cleaned_data", {})
            wording, question = said.get("wording"), said.get("question")
            if consultation and wording and wording.version_id != consultation.version_id:
                form.add_error("wording", "Deze tekst staat niet in de versie waarover de consultatie gaat.")
            if consultation and question and question.consultation_id != consultation.pk:
                form.add_error("question", "Deze vraag hoort bij een andere consultatie.")
