"""The index: what each page says to everyone, the words that occur in it, and up to which change it is true."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from regiozwolle.searching.subjects import public_keys, public_points

# The worker reads all pages four times in this time.
OLDEST = timedelta(hours=1)


# The worker writes the index and visitors read it. So new words are not left in a heap beside an index (`fastupdate`),
# which each search would read through until PostgreSQL puts it in order.


class SearchEntryQuerySet(models.QuerySet):
    def public(self, at=None):
        """Those of which everyone may read the subject at the moment `at`, now without.

        The pages were read when all of it was public. What is a concept again, ended, withdrawn or set aside since is
        left out here, at the moment of asking.
        """
        allowed = Q(point=None) | Q(point__in=public_points(at))
        for name, keys in public_keys(at).items():
            allowed &= ~Q(public_as=name) | Q(key__in=keys)
        return self.filter(allowed)


class SearchEntry(models.Model):
    """What a page says, or one point, milestone or key point on it, as a visitor without an account reads it."""

    address = models.CharField("adres", max_length=300, unique=True)
    page = models.CharField("pagina", max_length=300, help_text="Het adres zonder de plaats op de pagina.")
    subject = models.CharField("onderwerp", max_length=300, help_text="Het adres van de pagina over hetzelfde.")
    kind = models.CharField("soort", max_length=20)
    public_as = models.CharField("openbaar als", max_length=20, blank=True, help_text="Leeg: altijd.")
    key = models.CharField("kenmerk", max_length=100, blank=True, help_text="Welke daarvan.")
    is_example = models.BooleanField("voorbeeld", default=False)
    point = models.BigIntegerField("punt", null=True)
    title = models.CharField("titel", max_length=300)
    label = models.CharField("bijschrift", max_length=300, blank=True)
    text = models.TextField("tekst", help_text="Een regel per alinea, kop, cel of punt.")
    place = models.PositiveSmallIntegerField("voorrang", help_text="Hoe lager, hoe eerder het antwoord geeft.")
    words = SearchVectorField("woorden", help_text="Elk woord met zijn plaats; A is de titel, B een kop.")
    title_words = SearchVectorField("woorden van de titel")
    changed_at = models.DateTimeField("anders sinds", null=True, help_text="Van toen iets wijzigde. Leeg: niet bekend.")
    title_size = models.PositiveSmallIntegerField("aantal woorden van de titel")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "zoekingang"
        verbose_name_plural = "zoekingangen"
        indexes = [
            GinIndex(fields=["words"], name="search_entry_words", fastupdate=False),
            GinIndex(fields=["title_words"], name="search_entry_title_words", fastupdate=False),
            models.Index(OpClass("page", name="varchar_pattern_ops"), name="search_entry_page"),
            models.Index(fields=["place", "id"], name="search_entry_place"),
        ]

    def __str__(self):
        return self.title


class SearchWord(models.Model):
    """A word that occurs in the portal, what its forms share, and the words that it is made of.

    So the forms, parts and look-alikes of what is asked are those of the portal itself, and need no dictionary.
    """

    word = models.CharField("woord", max_length=60, unique=True)
    stem = models.CharField("stam", max_length=60)
    parts = ArrayField(models.CharField(max_length=60), verbose_name="stammen van de delen", default=list)
    entries = models.PositiveIntegerField("in hoeveel zoekingangen", default=1)

    class Meta:
        verbose_name = "zoekwoord"
        verbose_name_plural = "zoekwoorden"
        indexes = [
            models.Index(OpClass("word", name="varchar_pattern_ops"), name="search_word_begins"),
            models.Index(fields=["stem"], name="search_word_stem"),
            GinIndex(fields=["parts"], name="search_word_parts", fastupdate=False),
            GinIndex(OpClass("word", name="gin_trgm_ops"), name="search_word_looks_like", fastupdate=False),
        ]

    def __str__(self):
        return self.word


class SearchReading(models.Model):
    """Up to which change of the record the pages were read, but for those that wait; one row."""

    changes_read = models.BigIntegerField("gelezen tot en met wijziging", default=0)
    waiting = ArrayField(models.CharField(max_length=300), verbose_name="nog te lezen pagina’s", default=list)
    read_at = models.DateTimeField("alles gelezen op", null=True)
    version = models.CharField("versie van de portal die alles las", max_length=64, default="")

    class Meta:
        verbose_name = "lezing"
        verbose_name_plural = "lezingen"

    def __str__(self):
        return f"tot en met wijziging {self.changes_read}"

    @property
    def is_old(self):
        """Whether all pages were not read for so long that no worker can be running."""
        return self.read_at is None or self.read_at < timezone.now() - OLDEST
