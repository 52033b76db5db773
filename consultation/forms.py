"""The forms of reacting. Their messages are instructions that begin small: on the page "Fout: " stands before them."""

import re
from datetime import timedelta

from django import forms
from django.utils import timezone

from consultation import typed
from consultation.models import Level, Point, PointKind, Sharing
from consultation.models.point import POINT_LENGTH, fingerprint
from partners.forms import DayInput
from partners.templatetags.dutch import number

DECIDED_WHEN = "vul in op welke dag dit is besloten"
DECISION_SIZE = 10 * 1024 * 1024  # bytes
SHARING = [
    (
        Sharing.PUBLIC,
        "Iedereen: eerst raden, Staten en colleges, na inloggen. Na sluiting staat de reactie op deze site",
    ),
    (Sharing.COUNCILS, "Alle raden, Staten en colleges: zij lezen de reactie na inloggen en kunnen zich aansluiten"),
    (Sharing.OWN, "Alleen mijn eigen raad, college of organisatie: anderen zien alleen hoeveel reacties er zijn"),
]
OPTIONAL = "(niet\N{NO-BREAK SPACE}verplicht)"
LENGTH_HINT = f"Hooguit {number(POINT_LENGTH)} tekens, ongeveer 8 bladzijden."
PRIMARY_KEY = re.compile(r"[1-9][0-9]{0,17}")
NULL_CHARACTER = "haal het onzichtbare nul-teken uit uw tekst. Typ de zin zo nodig opnieuw."
KINDS = [
    (PointKind.SUPPORT, "Steun: ik ben het met deze tekst eens"),
    (PointKind.WISH, "Wens: ik wil iets toevoegen of veranderen"),
    (PointKind.OBJECTION, "Bezwaar: ik ben het niet met deze tekst eens"),
    (PointKind.QUESTION, "Vraag: ik wil iets weten"),
    (PointKind.ERROR, "Fout in de tekst: er staat iets wat niet klopt"),
]


class LongText(forms.CharField):
    """Text of up to POINT_LENGTH characters. What is longer is refused and never cut.

    The field has no maxlength, because a browser then silently drops the end of what is pasted.
    """

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.error_messages |= {"null_characters_not_allowed": NULL_CHARACTER}

    def to_python(self, value):
        """With line ends as one character, so that the count is the one people see; Word breaks a line with \\v."""
        return super().to_python(value).replace("\r\n", "\n").replace("\v", "\n")

    def validate(self, value):
        super().validate(value)
        if len(value) > POINT_LENGTH:
            raise forms.ValidationError(
                f"kort de tekst in tot {number(POINT_LENGTH)} tekens, of maak er twee punten van. "
                f"Nu zijn het er {number(len(value))}.",
                code="too_long",
            )


class SealedForm(forms.Form):
    """A form whose text is never lost, and never replaces what its writer did not read.

    `kept` is what this person typed here before, when it could not be saved; it goes before `initial`. `read` says
    what the form shows of what is saved, by hidden field: it comes back with the form. `suffix` tells the ids of
    several forms on one page apart.
    """

    seal = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, read, kept=None, initial=None, suffix="", **kwargs):
        super().__init__(*args, initial=(initial or {}) | (kept or {}), auto_id=f"id_%s{suffix}", **kwargs)
        self.user = user
        self.suffix = suffix
        self.is_restored = bool(kept) and not self.is_bound
        self.initial["seal"] = (kept or {}).get("seal") or typed.seal(user)
        came_back = self.data if self.is_bound else kept or {}
        self.read = {name: came_back.get(name, value) for name, value in read.items()}
        self.overtaken = []

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
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies wat voor reactie het is",
            "invalid_choice": "kies wat voor reactie het is",
        },
    )
    text = LongText(
        label="Wat wilt u meegeven?",
        help_text=f"Noem wat u wilt veranderen en waarom. {LENGTH_HINT}",
        error_messages={"required": "schrijf wat u wilt meegeven"},
    )
    proposal = LongText(
        label=f"Uw voorstel voor een andere tekst {OPTIONAL}",
        help_text="Hier staat de tekst van nu. Verander wat u anders wilt. Laat u hem staan? Dan doet u geen voorstel.",
        required=False,
    )

    def __init__(self, *args, wording, point=None, senders=None, letters=(), unfinished=False, **kwargs):
        """`point` is what was saved before. Without `senders` the letter and so its sender have been chosen.

        `letters` are those the person has here. None of several names is chosen beforehand, not even that of
        a letter: who means another would change what was sent.
        """
        saved = {"kind": point.kind, "text": point.text, "proposal": point.proposal} if point else {}
        super().__init__(*args, read=self.held(point), initial={**saved}, **kwargs)
        self.wording = wording
        self.initial["proposal"] = self.initial.get("proposal") or wording.text
        self.senders = {sender.key: sender for sender in senders or []}
        if senders is None:
            del self.fields["sender"]
        elif len(senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.initial["sender"] = senders[0].key
        if senders:
            self.fields["sender"].choices = [(key, sender.told(letters)) for key, sender in self.senders.items()]
        self.fields["proposal"].widget.attrs["rows"] = 4
        self.fields["kind"].required = self.fields["text"].required = not unfinished

    @staticmethod
    def held(point=None):
        """What the hidden fields say of the point that is saved, or of none."""
        return {"point": point.pk if point else "", "read": (point or Point()).fingerprint}

    def clean_proposal(self):
        """The words as they are now propose nothing."""
        proposal = self.cleaned_data["proposal"]
        return "" if proposal.split() == self.wording.text.split() else proposal

    def clean(self):
        super().clean()
        if not self.errors and not self.cleaned_data["text"] and not self.cleaned_data["proposal"]:
            self.add_error("text", "schrijf iets voordat u het opslaat")

    @property
    def chosen_sender(self):
        return self.senders[self.cleaned_data["sender"]]

    @property
    def content(self):
        """What the point says: its `kind`, `text` and `proposal`."""
        return {name: self.cleaned_data[name] for name in ("kind", "text", "proposal")}

    @property
    def pk(self):
        """The primary key of the point that this form saved before; None if it did not, or says nonsense."""
        pk = self.read["point"]
        return int(pk) if PRIMARY_KEY.fullmatch(str(pk)) else None

    def saved(self, point):
        """From here on the form holds what was saved. What somebody else wrote it has still not shown."""
        self.read["point"] = point.pk
        if point.fingerprint == fingerprint(**self.content):
            self.read = self.held(point)

    def overtaken_by(self, points):
        """From here on the page shows what somebody else wrote too."""
        self.overtaken = points
        self.read = self.held(*points)

    @property
    def both(self):
        """What somebody else wrote since, beside what was typed here: (what, theirs, mine) where they differ."""
        kinds = dict(PointKind.choices)
        return [
            ("Soort", kinds.get(point.kind, ""), kinds.get(self.content["kind"], ""))
            for point in self.overtaken
            if point.kind != self.content["kind"]
        ] + [
            (label, getattr(point, name), self.content[name])
            for point in self.overtaken
            for name, label in [("text", "Wat u wilt meegeven"), ("proposal", "Voorstel voor een andere tekst")]
            if getattr(point, name) != self.content[name]
        ]


class QuestionsForm(SealedForm):
    """The open questions of a consultation. Each may be left out; all of them only to take back earlier answers."""

    def __init__(self, *args, questions, written, **kwargs):
        """`written` are the answers that were saved before, as points."""
        self.questions = {f"question-{question.pk}": question for question in questions}
        saved = {f"question-{point.question_id}": point for point in written}
        none = Point()
        read = {f"read-{name}": saved.get(name, none).fingerprint for name in self.questions}
        super().__init__(*args, read=read, initial={name: point.text for name, point in saved.items()}, **kwargs)
        for name, question in self.questions.items():
            self.fields[name] = LongText(label=f"{question.text} {OPTIONAL}", help_text=question.hint, required=False)

    def clean(self):
        super().clean()
        earlier = any(self.initial.get(name) for name in self.questions)
        if not self.errors and not earlier and not any(self.answers.values()):
            self.add_error(next(iter(self.questions)), "beantwoord minstens één vraag voordat u opslaat")

    @property
    def answers(self):
        """The text per question, "" for what was left out."""
        return {question: self.cleaned_data[name] for name, question in self.questions.items()}

    @property
    def read_answers(self):
        """The fingerprint of the answer that the form showed, per question."""
        return {question: self.read[f"read-{name}"] for name, question in self.questions.items()}

    def saved(self, draft):
        """From here on the form holds what was saved. What somebody else wrote it has still not shown."""
        written = {point.question_id: point for point in draft.points.filter(question__isnull=False)}
        for question, text in self.answers.items():
            point = written.get(question.pk, Point(question=question))
            if point.text == text:
                self.read[f"read-question-{question.pk}"] = point.fingerprint

    def overtaken_by(self, points):
        """From here on the page shows what somebody else wrote too."""
        self.overtaken = points
        for point in points:
            self.read[f"read-question-{point.question_id}"] = point.fingerprint

    @property
    def both(self):
        """What somebody else wrote since, beside what was typed here: (question, theirs, mine)."""
        return [(point.question.text, point.text, self.answers[point.question]) for point in self.overtaken]


def day_hint():
    """A day of last week, as people type it."""
    week_ago = timezone.localdate() - timedelta(days=7)
    return f"{week_ago.day}-{week_ago.month}-{week_ago.year}"


def decision_day(**kwargs):
    """A field for the day on which a body decided."""
    return forms.DateField(
        label="Op welke dag is dit besloten?",
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=DayInput,
        error_messages={"required": DECIDED_WHEN},
        **kwargs,
    )


class DecisionFile(forms.FileField):
    """A PDF of at most DECISION_SIZE bytes, known by what is in it and not by what it is called."""

    default_error_messages = {
        "empty": "kies een ander bestand. Dit bestand is leeg.",
        "contradiction": "kies een bestand, of haal het weg",
        "max_length": "geef het bestand een kortere naam",
    }

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is None:
            return None
        if upload.size > DECISION_SIZE:
            raise forms.ValidationError("kies een bestand van hooguit 10 MB", code="too_large")
        begin = upload.read(1024)
        upload.seek(max(upload.size - 1024, 0))
        end = upload.read()
        upload.seek(0)
        if not begin.startswith(b"%PDF-") or b"%%EOF" not in end:
            raise forms.ValidationError("kies een PDF. Dit bestand is dat niet, of het is beschadigd.", code="no_pdf")
        return upload


class ReviewForm(forms.Form):
    """What is chosen when a letter is sent: its decision, who may read it, and whether a name stands below it.

    Its cleaned data are arguments of `actions.send`.
    """

    decided_on = decision_day()
    decision_url = forms.URLField(
        label="Waar staat het besluit op internet?",
        help_text="Het hele adres, dat begint met https://. Een adres of een bestand is verplicht.",
        required=False,
        assume_scheme="https",
        max_length=200,
        error_messages={
            "invalid": "vul een heel adres in, zoals https://raad.voorbeeld.nl/besluit",
            "max_length": "kort het adres in tot 200 tekens, of kies een bestand",
        },
    )
    decision_file = DecisionFile(
        label="Of het besluit als bestand",
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    sharing = forms.ChoiceField(
        label="Wie mag deze reactie lezen?",
        help_text="Het secretariaat leest elke reactie. U krijgt altijd antwoord.",
        choices=SHARING,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "kies wie deze reactie mag lezen"},
    )
    show_name = forms.MultipleChoiceField(
        label="Uw naam",
        choices=[("ja", "Zet mijn naam erbij")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "kies of uw naam erbij komt"},
    )

    def __init__(self, *args, letter, user, **kwargs):
        draft = letter.draft
        super().__init__(
            *args,
            initial={
                "decided_on": draft.decided_on,
                "decision_url": draft.decision_url,
                "sharing": draft.sharing,
                "show_name": ["ja"] if draft.signed_name else [],
            },
            **kwargs,
        )
        self.letter = letter
        # A browser cannot fill in a file again, so the one that was sent stays until another is chosen.
        self.has_file = bool(letter.decision_file)
        if letter.asks_for_decision:
            self.explain_day()
            stays = "Het eerder verstuurde bestand blijft, tenzij u een ander kiest. " if self.has_file else ""
            self.fields["decision_file"].help_text = f"{stays}Een PDF van hooguit 10 MB."
        else:
            for name in ("decided_on", "decision_url", "decision_file"):
                del self.fields[name]
        if letter.level == Level.PERSONAL and user.name:
            self.fields["show_name"].help_text = (
                f"Dan staat er ‘{user.name}’ bij, voor wie de reactie mag lezen. Anders staat er alleen "
                f"‘{letter.sender}’."
            )
        else:
            del self.fields["show_name"]

    def explain_day(self):
        """Shows how a day is written by one of last week."""
        example, field = day_hint(), self.fields["decided_on"]
        field.help_text = f"Bijvoorbeeld {example}."
        field.error_messages["invalid"] = f"vul de dag in als dag, maand en jaar, zoals {example}"

    def clean_decided_on(self):
        decided_on = self.cleaned_data["decided_on"]
        if decided_on > timezone.localdate():
            raise forms.ValidationError("vul een dag in die al is geweest. Pas na het besluit kunt u versturen.")
        return decided_on

    def clean_sharing(self):
        """As chosen; without a choice it stays as it was."""
        return self.cleaned_data["sharing"] or self.initial["sharing"]

    def clean_show_name(self):
        return bool(self.cleaned_data["show_name"])

    def clean(self):
        super().clean()
        proof = self.cleaned_data.get("decision_url") or self.cleaned_data.get("decision_file") or self.has_file
        if "decision_url" in self.fields and not proof and not {"decision_url", "decision_file"} & set(self.errors):
            self.add_error("decision_url", "vul in waar het besluit staat, of kies een bestand")
        if self.errors and self.cleaned_data.get("decision_file"):
            self.add_error("decision_file", "kies het bestand opnieuw. Uw browser bewaart het niet.")


class SendBackForm(forms.Form):
    """Why a griffier or secretary sends a letter back to who wrote it."""

    remark = forms.CharField(
        label="Wat moet er anders?",
        help_text="Wie de reactie verstuurde, leest dit in een e-mail en bij de reactie.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "schrijf wat er anders moet",
            "max_length": "kort de tekst in tot 2.000 tekens",
            "null_characters_not_allowed": NULL_CHARACTER,
        },
    )


class MinorityForm(forms.Form):
    """Whether a point of a group stands beside what its majority holds."""

    is_minority = forms.TypedChoiceField(
        label="Van wie is dit punt?",
        choices=[("nee", "Van allen, of van de meerderheid"), ("ja", "Van een minderheid")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "kies van wie dit punt is", "invalid_choice": "kies van wie dit punt is"},
    )
    minority_of = forms.CharField(
        label=f"Van welke minderheid? {OPTIONAL}",
        help_text="Bijvoorbeeld: een deel van de raad. Staat erbij voor wie de reactie mag lezen.",
        max_length=160,
        required=False,
        error_messages={
            "max_length": "kort de tekst in tot 160 tekens",
            "null_characters_not_allowed": NULL_CHARACTER,
        },
    )


class OthersFilter(forms.Form):
    """Which points of others to show; an answer that is not in a list asks nothing."""

    onderdeel = forms.ChoiceField(label="Tekst of vraag", required=False)
    namens = forms.ChoiceField(
        label="Namens", required=False, choices=[("", "Alle"), *((level.value, level.label) for level in Level)]
    )

    def __init__(self, *args, codes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["onderdeel"].choices = [("", "Alle"), *codes]

    def filter(self, points):
        """The `points` that fit."""
        self.is_valid()
        if code := self.cleaned_data.get("onderdeel"):
            points = points.filter(wording__element__code=code)
        if level := self.cleaned_data.get("namens"):
            points = points.filter(response__level=level)
        return points


class EndorseForm(forms.Form):
    """In whose name one joins a point; a council says when it decided."""

    sender = forms.ChoiceField(
        label="Namens wie sluit u aan?",
        widget=forms.RadioSelect,
        error_messages={"required": "kies namens wie u aansluit", "invalid_choice": "kies namens wie u aansluit"},
    )
    decided_on = decision_day(required=False)
    decision_url = forms.URLField(
        label=f"Waar staat het besluit op internet? {OPTIONAL}",
        required=False,
        assume_scheme="https",
        max_length=200,
        error_messages={
            "invalid": "vul een heel adres in, zoals https://raad.voorbeeld.nl/besluit",
            "max_length": "kort het adres in tot 200 tekens",
        },
    )

    def __init__(self, *args, senders, **kwargs):
        super().__init__(*args, **kwargs)
        self.senders = {sender.key: sender for sender in senders}
        self.fields["sender"].choices = [(key, sender.label) for key, sender in self.senders.items()]
        if len(self.senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.initial["sender"] = next(iter(self.senders))
        if any(sender.level.follows_a_decision for sender in senders):
            field = self.fields["decided_on"]
            field.help_text = f"Alleen namens een raad, Staten of college. Bijvoorbeeld {day_hint()}."
            field.error_messages["invalid"] = f"vul de dag in als dag, maand en jaar, zoals {day_hint()}"
        else:
            del self.fields["decided_on"], self.fields["decision_url"]

    def clean(self):
        super().clean()
        sender = self.senders.get(self.cleaned_data.get("sender"))
        if sender and sender.level.follows_a_decision and "decided_on" not in self.errors:
            decided_on = self.cleaned_data.get("decided_on")
            if not decided_on:
                self.add_error("decided_on", DECIDED_WHEN)
            elif decided_on > timezone.localdate():
                self.add_error("decided_on", "vul een dag in die al is geweest. Pas na het besluit kunt u aansluiten.")

    @property
    def chosen_sender(self):
        return self.senders[self.cleaned_data["sender"]]


class TableForm(forms.Form):
    """What was said at a table: an answer per question, or without questions one text about the whole."""

    gelezen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, questions, written, read, **kwargs):
        """`written` are the points as saved, `read` the state in which they were saved."""
        saved = {point.question_id: point.text for point in written}
        self.questions = {f"question-{question.pk}": question for question in questions} or {"whole": None}
        initial = {name: saved.get(question and question.pk, "") for name, question in self.questions.items()}
        super().__init__(*args, initial=initial | {"gelezen": read}, **kwargs)
        for name, question in self.questions.items():
            label, hint = (question.text, question.hint) if question else ("Wat wilt u meegeven?", "")
            self.fields[name] = LongText(label=f"{label} {OPTIONAL}", help_text=hint, required=False)

    def clean(self):
        super().clean()
        if not self.errors and not any(self.answers.values()):
            self.add_error(next(iter(self.questions)), "schrijf iets op voordat u opslaat")

    @property
    def answers(self):
        """The text per question, "" for what was left out; None stands for the whole."""
        return {question: self.cleaned_data.get(name, "") for name, question in self.questions.items()}


class CompanyForm(forms.Form):
    """How many people of one sort sat at the table."""

    sort = forms.CharField(
        label="Wie",
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"aria-label": "Wie"}),
        error_messages={
            "max_length": "kort de omschrijving in tot 80 tekens",
            "null_characters_not_allowed": NULL_CHARACTER,
        },
    )
    count = forms.IntegerField(
        label="Hoeveel",
        min_value=1,
        max_value=999,
        required=False,
        widget=forms.NumberInput(attrs={"aria-label": "Hoeveel", "inputmode": "numeric"}),
        error_messages={
            "invalid": "vul het aantal in als getal",
            "min_value": "vul een aantal van 1 of meer in",
            "max_value": "vul een aantal van hooguit 999 in",
        },
    )

    def clean(self):
        super().clean()
        sort, count = self.cleaned_data.get("sort"), self.cleaned_data.get("count")
        if sort and not count and "count" not in self.errors:
            self.add_error("count", f"vul in hoeveel {sort} er waren")
        if count and not sort and "sort" not in self.errors:
            self.add_error("sort", f"vul in wie deze {count} waren")


class BaseCompany(forms.BaseFormSet):
    """The rows of who sat at a table; a row that is left empty does not count."""

    def clean(self):
        sorts = [sort.casefold() for sort, _ in self.rows]
        if len(sorts) != len(set(sorts)):
            raise forms.ValidationError("zet elke groep in één regel")

    @property
    def rows(self):
        """(sort, count) for each row that was filled in."""
        filled = [getattr(form, "cleaned_data", {}) for form in self.forms]
        return [(row["sort"], row["count"]) for row in filled if row.get("sort") and row.get("count")]


CompanyFormSet = forms.formset_factory(
    CompanyForm, formset=BaseCompany, extra=3, max_num=40, absolute_max=60, validate_max=True
)


class CheckForm(forms.Form):
    """What is not right in what was typed for a sender."""

    remark = forms.CharField(
        label="Wat klopt er niet?",
        max_length=4000,
        help_text="Hooguit 4.000 tekens. Het secretariaat leest het en neemt het over.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "schrijf wat er niet klopt",
            "max_length": "kort de tekst in tot 4.000 tekens",
            "null_characters_not_allowed": NULL_CHARACTER,
        },
    )
