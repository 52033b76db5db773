"""What the portal keeps of one person as a file: for a program, or to read."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from partners.ground.documents import Document, Heading, Notice, Paragraph, Terms
from partners.ground.templatetags.dutch import counted
from regiozwolle.own_data.held import held

# So many rows of one table stand in the file to read; the one for programs has all.
MOST_TO_READ = 200
RESTRICTED = "Alleen voor de persoon om wie het gaat."


def as_data(user):
    """All of it, for a program: per table its rows; of what one did to a thing of others only which it was."""
    return {
        "van": user.email,
        "gemaakt op": timezone.localtime().isoformat(timespec="seconds"),
        "gegevens": [
            {
                "tabel": one.table,
                "naam": one.name,
                "eigen": not one.is_done,
                "rijen": [{"naam": str(row)} if one.is_done else one.as_data(row) for row in one.rows],
            }
            for one in held(user)
        ],
    }


def document(user):
    """The same to read; of a long list the newest."""
    blocks = [Notice("Dit is alles wat de portal van u bewaart. Het bestand voor programma’s (json) is volledig.")]
    for one in held(user):
        count = one.rows.count()
        if count:
            blocks += chapter(one, count)
    return Document(
        title="Mijn gegevens",
        subtitle=f"Wat de portal van Regio Zwolle bewaart van {user}",
        dated=timezone.localdate(),
        address=settings.SITE_URL + reverse("own_data"),
        restricted=RESTRICTED,
        blocks=blocks,
    )


def chapter(one, count):
    """The blocks of one table."""
    newest = one.rows.order_by("-pk")[:MOST_TO_READ]
    heading = f"{one.name}, van anderen: wat u eraan deed" if one.is_done else one.name
    left = [Paragraph(f"De nieuwste {MOST_TO_READ} van {count}.", small=True)] if count > MOST_TO_READ else []
    if one.is_done:
        said = counted(count, "keer hebt u hieraan gewerkt,keer hebt u hieraan gewerkt")
        return [Heading(1, heading), Paragraph(said), *left, *(Paragraph(str(row)) for row in newest)]
    rows = [block for row in newest for block in (Heading(2, str(row) or one.name), Terms(one.terms(row)))]
    return [Heading(1, heading), *left, *rows]
