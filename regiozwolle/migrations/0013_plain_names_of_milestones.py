"""What the seed loaded with the names of a slide has the plain names that the seed has now, unless it was changed."""

from django.db import migrations

MILESTONES = [
    ("2018-01-01", "1e (economische) regionale samenwerkingsagenda", "Eerste (economische) samenwerkingsagenda"),
    (
        "2020-01-01",
        "Regiodeal Regio Zwolle en Human Capital Agenda 2020-2023",
        "Eerste Regio Deal en Human Capital Agenda 2020-2023",
    ),
    (
        "2022-01-01",
        "Start samen opstellen nieuwe regionale samenwerkingsagenda",
        "Partners beginnen aan een nieuwe agenda",
    ),
]
NAMES = [
    ("RZ24-L2.2", "Vaart met het mobiliteitssysteem", "Sneller beter vervoer"),
    ("RZ24-S.1", "Netwerk en sturing", "Hoe wij samenwerken"),
]
SEEDED = "UPDATE regiozwolle_seededentry SET key = %s WHERE key = %s"
TITLE = "UPDATE agenda_milestone SET title = %s WHERE starts_on = %s AND title = %s"
NAME = "UPDATE agenda_element SET name = %s WHERE code = %s AND name = %s"


def renamed():
    """(Statement, parameters) for each row, and for what the seed remembers of it."""
    for day, old, new in MILESTONES:
        yield TITLE, [new, day, old]
        yield SEEDED, [f"milestone:{day}/{new}", f"milestone:{day}/{old}"]
    for code, old, new in NAMES:
        yield NAME, [new, code, old]


class Migration(migrations.Migration):
    dependencies = [("regiozwolle", "0012_weekly_mail"), ("agenda", "0010_the_network_in_its_own_words")]

    operations = [migrations.RunSQL(list(renamed()), migrations.RunSQL.noop)]
