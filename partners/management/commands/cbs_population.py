"""Inhabitants on 1 January straight from CBS StatLine, for all municipalities and provinces that take part.

Run by hand: it is the only thing in the portal that asks another server for something. Table 37230ned
(Bevolkingsontwikkeling; regio per maand) gives `BevolkingAanHetBeginVanDePeriode_1` by region (`RegioS`, such as
GM0193 or PV23) and period; of the period 2026JJ00 that is the count on 1 January 2026. The list of periods says with
each whether it is provisional.
"""

import logging
import signal
from collections import defaultdict
from contextlib import contextmanager
from datetime import date

import cbsodata
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from partners.ground import history
from partners.ground.templatetags.dutch import counted, day, listed, number
from partners.models import Certainty, Partner, Population, Source

logger = logging.getLogger(__name__)

TABLE = "37230ned"
COUNT = "BevolkingAanHetBeginVanDePeriode_1"
FIRST_YEAR = 2002
CERTAINTIES = {
    "Definitief": Certainty.FINAL,
    "Voorlopig": Certainty.PROVISIONAL,
    "NaderVoorlopig": Certainty.PROVISIONAL,
}
# What the sources of counts that are still to be read at CBS itself say of themselves.
READ_IN_A_COPY = Q(source__publisher__icontains="gelezen in een kopie") | Q(
    source__note__icontains="na te gaan bij CBS StatLine"
)
NO_COPIES = "Er staat geen inwonertal op 1 januari meer dat in een kopie is gelezen. Noem het jaar dat u wilt ophalen."
NOT_A_COPY = "Gelezen bij CBS StatLine, in plaats van in een kopie."
NEWER = "CBS StatLine geeft nu een ander aantal."
OUT_OF_REACH = (
    "CBS StatLine is niet bereikbaar of geeft geen bruikbaar antwoord. Er is niets gewijzigd. "
    "Probeer het later opnieuw."
)


class Command(BaseCommand):
    help = (
        "Haalt de inwonertallen op 1 januari van een jaar op bij CBS StatLine. Zonder jaar: van elk jaar waarvan "
        "een inwonertal in een kopie is gelezen."
    )

    def add_arguments(self, parser):
        parser.add_argument("year", type=int, nargs="?", help="Het jaar, bijvoorbeeld 2026.")
        parser.add_argument("--dry-run", action="store_true", help="Toont wat er verandert en slaat niets op.")
        parser.add_argument("--seconds", type=int, default=60, help="Zo lang mag het ophalen in totaal duren.")
        parser.add_argument("--server", default="opendata.cbs.nl", help="De server van CBS StatLine.")

    def handle(self, *, year, dry_run, seconds, server, verbosity, **options):
        this_year = timezone.localdate().year
        if year is not None and not FIRST_YEAR <= year <= this_year:
            raise CommandError(f"Kies een jaar van {FIRST_YEAR} tot en met {this_year}.")
        for one in [year] if year else years_of_copies():
            changes, certainty = fetch_and_store(one, dry_run=dry_run, seconds=seconds, server=server)
            if verbosity:
                for change in changes:
                    self.stdout.write(change)
                done = "Er zou veranderen" if dry_run else "Opgeslagen"
                self.stdout.write(f"{done}: {counted(len(changes), 'inwonertal,inwonertallen')}, {certainty.label}.")


def years_of_copies():
    """The years of which a count on 1 January was read in a copy. Raises CommandError when there are none."""
    copies = Population.objects.filter(READ_IN_A_COPY, reference_on__month=1, reference_on__day=1)
    copies = copies.filter(partner__in=partners_by_code().values(), reference_on__year__gte=FIRST_YEAR)
    years = sorted({day.year for day in copies.values_list("reference_on", flat=True)})
    if not years:
        raise CommandError(NO_COPIES)
    return years


def fetch_and_store(year, *, dry_run, seconds, server):
    """(Every change in words, Certainty) of the counts of one year. Raises CommandError, and then nothing changed."""
    partners = partners_by_code()
    counts, certainty = fetch(year, sorted(partners), seconds=seconds, server=server)
    missing = [partner.name for code, partner in partners.items() if code not in counts]
    if missing:
        raise CommandError(f"CBS geeft voor {year} geen inwonertal van {listed(missing)}. Er is niets gewijzigd.")
    counted_partners = {partners[code]: count for code, count in counts.items()}
    return store(year, counted_partners, certainty, dry_run=dry_run), certainty


def partners_by_code():
    """The partners with a CBS code that take part, by that code. Raises CommandError when there are none."""
    found = {partner.cbs_code: partner for partner in Partner.objects.taking_part().filter(cbs_code__isnull=False)}
    if not found:
        raise CommandError("Er zijn geen partners met een CBS-code.")
    return found


def fetch(year, codes, *, seconds, server):
    """The counts on 1 January of `year` by CBS code, and their Certainty.

    Raises CommandError when CBS is out of reach, takes more than `seconds`, or answers something else.
    """
    period = f"{year}JJ00"
    try:
        table = download(period, codes, seconds=seconds, server=server)
        counts = counts_in(table, period)
        statuses = {row["Key"]: row.get("Status") for row in table["Perioden"]}
    except (OSError, KeyError, TypeError, ValueError) as error:
        logger.warning("CBS StatLine: %s: %s", type(error).__name__, str(error)[:300])
        raise CommandError(OUT_OF_REACH) from error
    if any(count < 1 for count in counts.values()):
        logger.warning("CBS StatLine: a place without inhabitants")
        raise CommandError(OUT_OF_REACH)
    wanted = {code: count for code, count in counts.items() if code in codes}
    return wanted, CERTAINTIES.get(statuses.get(period), Certainty.UNKNOWN)


def download(period, codes, *, seconds, server):
    """The tables of cbsodata, dictionaries of rows by name. Raises OSError, KeyError, TypeError or ValueError."""
    regions = " or ".join(f"RegioS eq '{code}'" for code in codes)
    with deadline(seconds):
        return cbsodata.download_data(
            TABLE,
            select=["RegioS", "Perioden", COUNT],
            filters=f"Perioden eq '{period}' and ({regions})",
            catalog_url=server,
            timeout=seconds,
        )


def counts_in(table, period):
    """The counts in `period` by CBS code. Raises as `download` for a table of another form."""
    return {
        row["RegioS"].strip(): int(row[COUNT])
        for row in table["TypedDataSet"]  # numbers, although `typed` is left False: cbsodata has it reversed
        if row["Perioden"] == period and row[COUNT] is not None
    }


@contextmanager
def deadline(seconds):
    """Raises TimeoutError in the block once it has taken so long, also when an answer only trickles in."""

    def late(signum, frame):
        raise TimeoutError(f"duurde langer dan {seconds} seconden")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@history.act("inwonertallen van CBS opgehaald", only_changes=True)
def store(year, counts, certainty, *, dry_run):
    """Stores the counts by partner as those of this table, all or none. Returns every change in words.

    What stands on the site beside a count that was another says why: CBS has another one now, or it was read in a copy.
    """
    source, on = statline(), date(year, 1, 1)
    there = Population.objects.filter(reference_on=on).select_for_update(of=["self"])
    known = {one.partner_id: one for one in there.filter(source=source)}
    copies = defaultdict(list)
    for one in there.filter(READ_IN_A_COPY):
        copies[one.partner_id].append(one)
    changes = []
    for partner, count in sorted(counts.items(), key=lambda pair: pair[0].name):
        row = known.get(partner.pk) or Population(partner=partner, source=source, reference_on=on)
        copied = copies[partner.pk]
        if copied or not row.pk or (row.count, row.certainty) != (count, certainty):
            changes.append(in_words(row, count, copied))
            keep(row, count, certainty, copied, reason=NOT_A_COPY if copied else NEWER)
    if dry_run:
        transaction.set_rollback(True)
    return changes


def statline():
    """The table as a Source, read today."""
    source, _ = Source.objects.get_or_create(
        slug=f"cbs-{TABLE}",
        defaults={
            "title": f"Bevolkingsontwikkeling, regio per maand (tabel {TABLE})",
            "publisher": "CBS",
            "url": f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
            "published_text": "doorlopend bijgewerkt",
        },
    )
    if source.consulted_on != timezone.localdate():
        source.consulted_on, source.consulted = timezone.localdate(), ""
        source.save(update_fields=["consulted_on", "consulted"])
    return source


def in_words(row, count, copied):
    """'Zwolle, 1 januari 2026: 134.147 (nieuw, in plaats van 134.000 in een kopie)'."""
    was = f"was {number(row.count)}, {row.get_certainty_display()}" if row.pk else "nieuw"
    instead = f", in plaats van {listed([number(one.count) for one in copied])} in een kopie" if copied else ""
    return f"{row.partner.name}, {day(row.reference_on)}: {number(count)} ({was}{instead})"


def keep(row, count, certainty, copied, *, reason):
    """Saves the count of one partner in the place of those that were `copied`, with the `reason` in the open."""
    with history.recorded("inwonertal van CBS overgenomen", reason=reason, only_changes=True):
        for one in copied:
            one.delete()
        row.count, row.certainty = count, certainty
        row.full_clean(validate_constraints=False)
        row.save()
