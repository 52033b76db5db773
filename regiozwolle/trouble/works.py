"""The page that tells people whether everything works: what they would notice first, then what stands behind it."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.ground import runs
from partners.ground.mail.trouble import waits_since
from partners.ground.models import Mail
from partners.ground.templatetags.dutch import clock, counted, day, moment
from regiozwolle.trouble import condition, health
from results.models import Indicator


@dataclass(frozen=True)
class Working:
    """How one thing is: the sentence that is `said`, and `more` that follows from it. What is not well begins the page.

    `about` is how the answer on top calls it; "" for what nobody misses while it waits.
    """

    name: str
    said: str
    more: str = ""
    about: str = ""
    is_well: bool = True


@require_safe
def works(request):
    """Answers whether all works now. Who works at the secretariat also reads what wants looking after, and where."""
    mails, succeeded, oldest = Mail.objects.trouble(), condition.last_runs(), condition.oldest_job()
    told = [of_mail(mails), of_files(), of_worker(succeeded), of_figures(), of_backup(succeeded.get("backup"))]
    is_staff = request.user.is_staff
    return render(
        request,
        "works.html",
        {
            "answer": answer(told),
            "told": sorted(told, key=lambda one: one.is_well),
            "now": timezone.now(),
            "attention": health.problems_of(mails, succeeded, oldest) if is_staff else [],
            "runs": runs_in_words(succeeded) if is_staff else [],
            "free": condition.free_percent() if is_staff else None,
        },
    )


def answer(told):
    trouble = [one.about for one in told if one.about and not one.is_well]
    if not trouble:
        return "Ja. Alles werkt."
    return f"De pagina’s werken. {' '.join(trouble)}"


def runs_in_words(succeeded):
    """(what a command of the clock does, its name, when it last did, whether that is too long ago) of each."""
    late = condition.overdue(succeeded)
    return [(one.does, name, succeeded.get(name), name in late) for name, one in condition.COMMANDS.items()]


def of_mail(trouble):
    waits = waits_since(trouble)
    if not waits:
        return Working("Mail", "Mail gaat meteen weg.")
    more = "Ook een code om in te loggen kan dus later komen. Er gaat geen mail verloren."
    return Working("Mail", f"{waits}.", more, "Mail komt nu later aan.", is_well=False)


def of_files():
    wanted = condition.documents_in_the_making()
    if not wanted:
        return Working("Bestanden", "Alle bestanden waar iemand om vroeg, zijn klaar.")
    said = f"Wij maken nu {counted(len(wanted), 'bestand,bestanden')}."
    since = min(wanted)
    if timezone.now() - since <= condition.JOB_WAITS:
        return Working("Bestanden", said)
    return Working(
        "Bestanden", said, f"Het eerste wacht sinds {clock(since)}.", "Grote bestanden komen later.", is_well=False
    )


def of_worker(succeeded):
    """What goes on without a visitor: it sends mail and makes large files."""
    name, does = "Werk op de achtergrond", "Dat verstuurt de mail en maakt grote bestanden."
    last = succeeded.get(runs.WORKER)
    if not condition.is_silent(succeeded):
        return Working(name, f"Het laatste teken was om {clock(last)}.", does)
    said = f"Het laatste teken was op {moment(last)}." if last else "Er is nog geen teken."
    return Working(name, said, does, "Mail en grote bestanden komen nu later.", is_well=False)


def of_figures():
    """How many figures are past the day on which a newer value should be there: that breaks nothing."""
    figures = Indicator.objects.public().real()
    total, late = figures.count(), figures.late().count()
    if not total:
        return Working("Cijfers", "Er staan nog geen cijfers op de site.")
    if not late:
        return Working("Cijfers", f"Van alle {total} cijfers is de waarde bij de tijd.")
    said = f"Van {late} van de {total} cijfers had er al een nieuwe waarde moeten zijn."
    return Working("Cijfers", said, "Bij elk cijfer staat van welke dag de waarde is.")


def of_backup(last):
    """When a copy was last made: a sentence that promises no more than is known."""
    if last is None:
        return Working("Back-up", "De portal maakte nog geen back-up.")
    said = "vandaag" if timezone.localdate(last) == timezone.localdate() else f"op {day(timezone.localdate(last))}"
    return Working("Back-up", f"De laatste back-up is {said} gemaakt, om {clock(last)}.")
