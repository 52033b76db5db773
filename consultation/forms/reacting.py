"""The forms of writing: a point on a passage, and the open questions of a consultation."""

import re

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from consultation import typed
from consultation.authorship import authorship
from consultation.forms.fields import OPTIONAL, LongText
from consultation.models import Point, PointKind
from consultation.models.point_words import fingerprint
from consultation.senders import about_choosing, choices_of
from partners.ground.forms import visible

# What a point says that is written in the form.
SAID_HERE = ("kind", "text", "proposal", "proposes_deletion")
YES_NO = {True: "ja", False: "nee"}
PRIMARY_KEY = re.compile(r"[1-9][0-9]{0,17}")
KINDS = [(kind, capfirst(kind.label)) for kind in PointKind]


class SealedForm(forms.Form):
    """A form whose text is never lost, and never replaces what its writer did not read.

    `stored` is what this person typed here before, when it could not be saved; it goes before `initial`. `read` says
    what the form shows of what is saved, by hidden field: it comes back with the form. `suffix` tells the ids of
    several forms on one page apart.
    """

    seal = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, read, stored=None, initial=None, suffix="", **kwargs):
        super().__init__(*args, initial=(initial or {}) | (stored or {}), auto_id=f"id_%s{suffix}", **kwargs)
        self.user = user
        self.suffix = suffix
        self.is_restored = bool(stored) and not self.is_bound
        self.initial["seal"] = typed.seal(user, showing=stored)
        came_back = self.data if self.is_bound else stored or {}
        self.read = {name: came_back.get(name, value) for name, value in read.items()}
        self.overtaken = []

    @property
    def has_fault(self):
        """Whether it was sent and could not be saved as it is."""
        return bool(self.errors or self.overtaken)

    @property
    def theirs(self):
        """The primary key of the letter in which somebody else wrote meanwhile; only after `overtaken_by`."""
        return self.overtaken[0].letter.original.pk

    @property
    def sealed(self):
        """The Seal of this form; None when it does not carry ours."""
        return typed.unseal(self.data.get("seal", ""), user=self.user)

    @property
    def opened_at(self):
        """When the form was opened; now, when it does not carry our seal."""
        return self.sealed.opened_at if self.sealed else timezone.now()

    @property
    def key(self):
        """What tells this form from every other, however often it is sent; None without our seal."""
        return self.sealed and self.sealed.key


class PointForm(SealedForm):
    """One point on one passage. A draft may be unfinished, but not empty."""

    field_order = ("text", "kind", "sender", "proposal", "proposes_deletion")

    sender = forms.ChoiceField(
        label="Namens wie reageert u?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies namens wie u reageert",
            "invalid_choice": "kies namens wie u reageert. Uw eerdere keuze kan niet meer.",
        },
    )
    kind = forms.ChoiceField(
        label="Wat voor reactie is het?",
        choices=KINDS,
        widget=forms.RadioSelect(attrs={"class": "in-line"}),
        error_messages={
            "required": "kies wat voor reactie het is",
            "invalid_choice": "kies wat voor reactie het is",
        },
    )
    text = LongText(
        label="Wat wilt u meegeven?",
        help_text="Noem wat u wilt veranderen en waarom.",
        error_messages={"required": "schrijf wat u wilt meegeven"},
    )
    proposal = LongText(
        label=f"Uw voorstel voor een andere tekst {OPTIONAL}",
        help_text="Hier staat de tekst van nu. Verander wat u anders wilt.",
        required=False,
    )
    proposes_deletion = forms.BooleanField(label="Schrap deze passage", required=False)

    def __init__(self, *args, wording, point=None, senders=None, letters=(), unfinished=False, **kwargs):
        """`point` is what was saved before. Without `senders` the letter and so its sender have been chosen.

        `letters` are those the person has here. None of several names is chosen beforehand, not even that of
        a letter: those who mean another would change what was sent.
        """
        saved = {name: getattr(point, name) for name in SAID_HERE} if point else {}
        super().__init__(*args, read=self.read_of(point), initial={**saved}, **kwargs)
        self.wording = wording
        self.initial["proposal"] = self.initial.get("proposal") or wording.text
        self.senders = {sender.key: sender for sender in senders or []}
        if senders is None:
            del self.fields["sender"]
        elif len(senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.initial["sender"] = senders[0].key
        if senders:
            self.fields["sender"].choices = choices_of(senders, letters)
            self.fields["sender"].help_text = about_choosing(senders)
        self.fields["text"].widget.attrs["rows"] = 6
        self.fields["proposal"].widget.attrs["rows"] = 4
        self.fields["kind"].required = self.fields["text"].required = not unfinished

    @staticmethod
    def read_of(point=None):
        """What the hidden fields say of the point that is saved, or of none."""
        return {"point": point.pk if point else "", "read": (point or Point()).fingerprint}

    def clean_proposal(self):
        return self.without_todays_words(self.cleaned_data["proposal"])

    def without_todays_words(self, proposal):
        """The words as they are now propose nothing."""
        return "" if proposal.split() == self.wording.text.split() else proposal

    @property
    def asks_sender(self):
        """Whether there is more than one name to choose from."""
        return "sender" in self.fields and not self.fields["sender"].widget.is_hidden

    @property
    def proposes(self):
        """Whether something is proposed, or wrong in what is, so that it must be seen."""
        said = self.without_todays_words(self["proposal"].value() or "")
        return bool(said or self["proposes_deletion"].value() or {"proposal", "proposes_deletion"} & set(self.errors))

    @property
    def is_blank(self):
        """Whether nobody wrote anything in it yet: not now, and not in a point that it saved before."""
        typed_now = (self.data.get("text", ""), self.without_todays_words(self.data.get("proposal", "")))
        return self.pk is None and not any(map(visible, typed_now)) and "proposes_deletion" not in self.data

    def clean(self):
        super().clean()
        said = [self.cleaned_data.get(name) for name in ("text", "proposal", "proposes_deletion")]
        if not self.errors and not any(said):
            self.add_error("text", "schrijf iets voordat u het opslaat")
        if self.cleaned_data.get("proposal") and self.cleaned_data.get("proposes_deletion"):
            self.add_error("proposes_deletion", "schrap de passage, of stel een andere tekst voor. Allebei kan niet.")

    @property
    def chosen_sender(self):
        return self.senders[self.cleaned_data["sender"]]

    @property
    def content(self):
        """What the point says, by the names of SAID_HERE."""
        return {name: self.cleaned_data[name] for name in SAID_HERE}

    @property
    def pk(self):
        """The primary key of the point that this form saved before; None if it did not, or says nonsense."""
        pk = self.read["point"]
        return int(pk) if PRIMARY_KEY.fullmatch(str(pk)) else None

    def saved(self, point):
        """From here on the form holds what was saved. What somebody else wrote it has still not shown."""
        self.read["point"] = point.pk
        if point.fingerprint == fingerprint(**self.content):
            self.read = self.read_of(point)

    def overtaken_by(self, points):
        """From here on the page shows what somebody else wrote too."""
        self.overtaken = points
        self.read = self.read_of(*points)

    @property
    def both(self):
        """What somebody else wrote since, where it differs from what was typed here: (what, theirs, by whom)."""
        kinds = dict(PointKind.choices)
        said = [
            (what, theirs, point)
            for point in self.overtaken
            for what, theirs, mine in [
                ("Soort", kinds.get(point.kind, ""), kinds.get(self.content["kind"], "")),
                ("Wat u wilt meegeven", point.text, self.content["text"]),
                ("Voorstel voor een andere tekst", point.proposal, self.content["proposal"]),
                ("Schrap deze passage", YES_NO[point.proposes_deletion], YES_NO[self.content["proposes_deletion"]]),
            ]
            if theirs != mine
        ]
        return [(what, theirs, authorship(point, self.user)) for what, theirs, point in said]


class QuestionsForm(SealedForm):
    """The open questions of a consultation. Each may be left out; all of them only to take back earlier answers."""

    nothing_written = "beantwoord minstens één vraag voordat u opslaat"

    def __init__(self, *args, questions, written, read=None, **kwargs):
        """`written` are the answers that were saved before, as points. The question None is about the whole.

        `read` is what the form shows besides of what is saved, by hidden field.
        """
        self.questions = {name_of(question and question.pk): question for question in questions}
        saved = {name_of(point.question_id): point for point in written}
        none = Point()
        read = {f"read-{name}": saved.get(name, none).fingerprint for name in self.questions} | (read or {})
        super().__init__(*args, read=read, initial={name: point.text for name, point in saved.items()}, **kwargs)
        for name, question in self.questions.items():
            hint = question.hint if question else ""
            self.fields[name] = LongText(label=f"{heading_of(question)} {OPTIONAL}", help_text=hint, required=False)

    def clean(self):
        super().clean()
        earlier = any(self.initial.get(name) for name in self.questions)
        if not self.errors and not earlier and not any(self.answers.values()):
            self.add_error(next(iter(self.questions)), self.nothing_written)

    @property
    def is_blank(self):
        """Whether nobody wrote anything in it yet."""
        earlier = any(self.initial.get(name) for name in self.questions)
        return not earlier and not any(visible(self.data.get(name, "")) for name in self.questions)

    @property
    def answers(self):
        """The text per question, "" for what was left out."""
        return {question: self.cleaned_data.get(name, "") for name, question in self.questions.items()}

    @property
    def read_answers(self):
        """The fingerprint of the answer that the form showed, per question."""
        return {question: self.read[f"read-{name}"] for name, question in self.questions.items()}

    def saved(self, draft):
        """From here on the form holds what was saved. What somebody else wrote it has still not shown."""
        written = {name_of(point.question_id): point for point in draft.points.filter(wording__isnull=True)}
        for name in self.questions:
            point = written.get(name, Point())
            if point.text == self.cleaned_data[name]:
                self.read[f"read-{name}"] = point.fingerprint

    def overtaken_by(self, points):
        """From here on the page shows what somebody else wrote too."""
        self.overtaken = points
        for point in points:
            self.read[f"read-{name_of(point.question_id)}"] = point.fingerprint

    @property
    def both(self):
        """What somebody else wrote since: (question, theirs, by whom)."""
        return [(heading_of(point.question), point.text, authorship(point, self.user)) for point in self.overtaken]


def name_of(question_pk):
    """The name of the field for the answer to a question; None is about the whole."""
    return f"question-{question_pk}" if question_pk else "whole"


def heading_of(question):
    """What is asked."""
    return question.text if question else "Wat wilt u meegeven?"
