"""What the secretariat fills in to put a file on a paper: what is in it is looked at before anybody reads it."""

from contextlib import suppress

from django import forms
from django.core import signing
from django.core.files.base import ContentFile

from partners.ground import files, reading
from partners.ground.files.uploads import MB, PaperField
from partners.ground.forms import Text
from partners.ground.models import StoredFile
from partners.ground.refusal import Refused
from partners.ground.security import personal
from partners.ground.texts import SENTENCES

SALT = "deciding.papers.held"
CHOOSE = "kies een bestand"
# So many things of people are named; who saw these looks for the rest.
MOST = 20
HELD = "Gekozen: {}. Kies alleen een bestand als het een ander moet zijn."


class VersionForm(forms.Form):
    """A file; in the place of another what is different; and what was decided on what was found in it.

    The file is kept meanwhile, so that nobody chooses it twice: `held` is what the page carries of it.
    """

    file = PaperField(
        label="Bestand",
        limit=12 * MB,
        help_text="Een PDF, docx of odt van hooguit 12 MB.",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )
    reason = Text(
        label="Wat is er anders?",
        max_length=SENTENCES,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        error_messages={"required": "schrijf op wat er anders is. Dat staat op de site bij deze versie"},
    )
    inaccessible_because = Text(
        label="Waarom is dit bestand niet toegankelijk?",
        help_text="Staat op de site bij deze versie, met hoe iemand om een andere vorm vraagt.",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"size": 80}),
    )
    is_looked_at = forms.BooleanField(label="Ik heb dit nagekeken. Het mag zo op de site.", required=False)

    def __init__(self, *args, is_first, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored, self.name, self.words = None, "", None
        if is_first:
            del self.fields["reason"]
        if not self.is_bound:
            self.ask_what_was_found()

    @property
    def personal(self):
        """A sentence for each thing in the file that may be of a person."""
        return personal.warnings([(self.name, self.words.text)])[:MOST] if self.words else []

    @property
    def lacks(self):
        """Why not everyone can read the file, as parts of a sentence."""
        return self.words.inaccessible if self.words else []

    def clean(self):
        try:
            self.choose(self.cleaned_data.get("file"))
        except Refused as refused:  # there is no room for it now
            self.add_error("file", str(refused))
        if self.stored:
            self.words = reading.read(self.stored)
        elif "file" not in self.errors:
            self.add_error("file", CHOOSE)
        if self.lacks and not self.cleaned_data.get("inaccessible_because"):
            self.add_error("inaccessible_because", "schrijf op waarom, of kies een bestand dat wel toegankelijk is")
        if self.personal and not self.cleaned_data.get("is_looked_at"):
            self.add_error("is_looked_at", "kijk na wat hierboven staat, en zet dan het vinkje")
        self.ask_what_was_found()
        return self.cleaned_data

    def ask_what_was_found(self):
        """Leaves out what is asked about what is not in the file."""
        for name, found in {"inaccessible_because": self.lacks, "is_looked_at": self.personal}.items():
            if not found:
                del self.fields[name]

    def choose(self, upload):
        """Keeps the file that was sent, or finds the one that was sent before and not cleared since."""
        if upload:
            self.stored, self.name = files.store(upload, name="stukken", content_type=upload.content_type), upload.name
        elif held := self.data.get("held"):
            with suppress(signing.BadSignature):
                pk, self.name = signing.loads(held, salt=SALT)
                self.stored = StoredFile.objects.filter(pk=pk).first()
        if self.stored:
            self["file"].help_text = HELD.format(self.name)

    @property
    def held(self):
        """The file, for the page to carry; "" without."""
        return signing.dumps([self.stored.pk, self.name], salt=SALT) if self.stored else ""

    @property
    def upload(self):
        """The file as it was sent."""
        found = ContentFile(b"".join(self.stored.pieces()), name=self.name)
        found.content_type = self.stored.content_type
        return found
