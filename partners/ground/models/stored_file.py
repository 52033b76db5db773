"""A file in the database: what is known of it in one row, its bytes in rows of at most CHUNK."""

from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Sum
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

NOT_READ_YET = "Wij lezen dit bestand nog. Kijk over een minuut opnieuw."
NO_TEXT = "Er staat geen tekst in dit bestand, alleen beeld."
CHUNK = 256 * 1024  # bytes: as much of a file as is ever in memory at once


class StoredFileQuerySet(models.QuerySet):
    def unused(self):
        """Those to which nothing refers any more, of whatever model."""
        links = [link for link in self.model._meta.related_objects if link.related_model not in OWN]
        users = [link.related_model._base_manager.filter(**{link.field.name: OuterRef("pk")}) for link in links]
        return self.filter(*(~Exists(user) for user in users))

    def lost(self):
        """Those of which only the name came into the database."""
        return self.filter(sha256=None)


class StoredFile(models.Model):
    """A file that was uploaded or made; `partners.ground.files` stores, sends and clears them. It never changes.

    It is found by the hash of its bytes, so the same bytes are kept once, whoever brings them. What is lost has no
    hash: its name was taken over from a portal that kept its files on a disk, and its bytes were not, or not yet.
    """

    # Like a path, and its own: a reader downloads it under a name that the page chooses.
    name = models.CharField("naam", max_length=200)
    content_type = models.CharField("soort", max_length=100, help_text="Zoals application/pdf.")
    size = models.PositiveBigIntegerField("grootte", help_text="In bytes.")
    sha256 = models.CharField("sha256", max_length=64, unique=True, null=True, blank=True)
    made_at = models.DateTimeField("bewaard op", default=timezone.now)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__isnull=False) | Q(size=0),
                name="a_lost_file_has_no_size",
                violation_error_message="Van een bestand dat kwijt is, is de grootte niet bekend.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_lost(self):
        """Whether only its name came into the database."""
        return self.sha256 is None

    @property
    def size_in_words(self):
        """'120 KB', or that it is not there."""
        return "niet meer aanwezig" if self.is_lost else filesizeformat(self.size)

    @property
    def text(self):
        """The words in it, a paragraph to a line; "" when there are none, or none were read yet."""
        return self.words.text if self.is_read else ""

    @property
    def is_read(self):
        """Whether the worker looked for words in it. One query, unless that was asked with the file."""
        return hasattr(self, "words")

    @property
    def no_text_because(self):
        """Why there are no words of it, in a sentence; "" when there are."""
        if not self.is_read:
            return NOT_READ_YET
        return self.words.trouble or ("" if self.words.text.strip() else NO_TEXT)

    def is_whole(self):
        """Whether all its bytes are there. One query, which reads none of them."""
        found = self.chunks.aggregate(size=Sum(Func(F("content"), function="octet_length")))
        return not self.is_lost and (found["size"] or 0) == self.size

    def pieces(self):
        """Its bytes, piece by piece: a query for each, so that nothing is held in between."""
        for position in range(-(-self.size // CHUNK)):
            yield bytes(self.chunks.values_list("content", flat=True).get(position=position))


class FileChunk(models.Model):
    """A piece of a file."""

    file = models.ForeignKey(StoredFile, verbose_name="bestand", on_delete=models.CASCADE, related_name="chunks")
    position = models.PositiveIntegerField("hoeveelste", help_text="Vanaf nul.")
    content = models.BinaryField("inhoud")

    class Meta:
        verbose_name = "deel van een bestand"
        verbose_name_plural = "delen van bestanden"
        ordering = ["file", "position"]
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="chunks_are_counted"),
        ]

    def __str__(self):
        return f"{self.file}, deel {self.position}"


# What a file may lack for who reads with a screen reader, and what that means.
LACKING = {
    "tags": "het zegt niet wat een kop, een lijst of een tabel is (geen tags)",
    "language": "het zegt niet in welke taal het is",
    "title": "het heeft geen titel",
    "shown_title": "een lezer toont de naam van het bestand in de plaats van de titel",
    "text": "er staat geen tekst in, alleen beeld",
}


class FileWords(models.Model):
    """The words in a PDF, docx or odt, read once; and what of LACKING it lacks, None before that was looked at."""

    file = models.OneToOneField(StoredFile, verbose_name="bestand", on_delete=models.CASCADE, related_name="words")
    text = models.TextField("tekst", max_length=2_000_000, blank=True, help_text="Een regel is een alinea.")
    trouble = models.CharField("waarom niet", max_length=200, blank=True)
    lacks = models.JSONField("wat eraan ontbreekt", null=True, editable=False)
    read_at = models.DateTimeField("gelezen op", default=timezone.now)

    class Meta:
        verbose_name = "woorden van een bestand"
        verbose_name_plural = "woorden van bestanden"

    def __str__(self):
        return f"woorden van {self.file}"

    @property
    def inaccessible(self):
        """Why not everyone can read the file, as parts of a sentence."""
        return [words for name, words in LACKING.items() if name in (self.lacks or ())]


# What belongs to a file, and is no reason to keep it.
OWN = (FileChunk, FileWords)
