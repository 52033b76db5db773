"""How the results answer with 2,000 figures, 200,000 measurements and 5,000 projects, against the seeded portal.

Run from the folder of the project, with DATABASE_URL naming a server on which one may make a database:

    .venv/bin/python -m benchmarks.results

It makes a database of its own and throws it away. It prints of each page the time (of the processor and of the
database, not of waiting) and the number of queries, with the seed alone and with all of it, and their ratio; it
exits with 1 when a page takes more than MOST times as long.
"""

# ruff: noqa: E402  (the settings come before the models)

import os
import sys
import time
from datetime import date, timedelta

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agenda.models import Element
from partners.models import Partner, Source, User
from regiozwolle import content
from results.models import Indicator, IndicatorNature, Measurement, Programme, Project, ProjectPartner, ProjectStatus
from tests.roles import both_steps

FIGURES, EACH, PROJECTS = 2_000, 100, 5_000
PAGES = {
    "overview": "/resultaten/",
    "overview, a line": "/resultaten/?lijn=RZ24-L1",
    "overview, an ambition": "/resultaten/?ambitie=RZ24-R3",
    "overview, a partner": "/resultaten/?partner=dalfsen",
    "all figures": "/resultaten/cijfers/",
    "all figures, page 20": "/resultaten/cijfers/?pagina=20",
    "one figure": "/resultaten/cijfers/inwoners/",
    "corrections": "/resultaten/correcties/",
    "gaps": "/resultaten/zonder-cijfer/",
    "inhabitants": "/resultaten/inwoners/",
    "projects": "/resultaten/projecten/",
    "projects, a partner": "/resultaten/projecten/?partner=zwolle",
    "desk, figures": "/beheer/results/indicator/",
    "desk, measurements": "/beheer/results/measurement/",
    "desk, projects": "/beheer/results/project/",
}
TIMES = 5
MOST = 5.0
# Below this the clock decides, not the figures.
LEAST_SECONDS = 0.02
NAME = "portal_benchmark_results"


def fill(figures=FIGURES, projects=PROJECTS):
    """Adds so many figures with their measurements, a tenth of them of a partner, and so many projects."""
    first_figure, first_project = Indicator.objects.count(), Project.objects.count()
    source, partners = Source.objects.first(), list(Partner.objects.municipalities())
    elements = list(Element.objects.all())
    natures = list(IndicatorNature.values)
    indicators = Indicator.objects.bulk_create(
        Indicator(
            slug=f"meting-{place}",
            name=f"Cijfer {place}",
            nature=natures[place % 4],
            sentence="van iets dat wij tellen.",
            unit="inwoners",
            message="Het ging omhoog" if place % 2 else "",
            direction="meer",
            rule="vorige",
            public_from=timezone.now(),
        )
        for place in range(first_figure, first_figure + figures)
    )
    link = Indicator.elements.through
    link.objects.bulk_create(
        link(indicator_id=one.pk, element_id=elements[place % len(elements)].pk) for place, one in enumerate(indicators)
    )
    first = date(2018, 1, 1)
    Measurement.objects.bulk_create(
        (
            Measurement(
                indicator=indicator,
                scope="partner" if number % 10 == 0 else "regio",
                partner=partners[number % len(partners)] if number % 10 == 0 else None,
                value=number * 3 + indicator.pk % 7,
                reference_on=first + timedelta(days=30 * number),
                reference_text=f"maand {number}",
                source=source,
            )
            for indicator in indicators
            for number in range(EACH)
        ),
        batch_size=5_000,
    )
    programmes = list(Programme.objects.all())
    made = Project.objects.bulk_create(
        Project(
            slug=f"project-{place}",
            name=f"Project {place}",
            programme=programmes[place % len(programmes)],
            status=ProjectStatus.CONFIRMED,
            source=source,
            public_from=timezone.now(),
        )
        for place in range(first_project, first_project + projects)
    )
    ProjectPartner.objects.bulk_create(
        ProjectPartner(project=one, partner=partners[(place + step) % len(partners)], role=role)
        for place, one in enumerate(made)
        for step, role in enumerate(["trekker", "partner"])
    )
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def ask(client, path):
    """(seconds, queries) of a page: what the processor took for it and what the database took, at best."""
    python, database = [], []
    for _ in range(TIMES):
        started = time.process_time()
        if client.get(path).status_code != 200:
            sys.exit(f"{path} does not answer.")
        python.append(time.process_time() - started)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        database.append(sum(float(query["time"]) for query in queries.captured_queries))
    return min(python) + min(database), len(queries)


def main():
    connection.settings_dict["TEST"]["NAME"] = NAME
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        content.load()
        client = Client(headers={"host": "localhost"})
        both_steps(client, User.objects.create_superuser("meting@example.org"))
        seeded = {name: ask(client, path) for name, path in PAGES.items()}
        fill()
        filled = {name: ask(client, path) for name, path in PAGES.items()}
    finally:
        connection.close()
        connection.creation.destroy_test_db(own, verbosity=0)
    print(f"{'':24}{'seeded':>20}{'filled':>20}{'ratio':>10}")
    failed = False
    for name in PAGES:
        (few, asked), (many, asked_more) = seeded[name], filled[name]
        ratio = many / max(few, LEAST_SECONDS)
        failed |= ratio > MOST
        print(f"{name:24}{few:10.3f} s{asked:6} q{many:12.3f} s{asked_more:6} q{ratio:8.1f} x")
    sys.exit(f"A page takes more than {MOST:g} times as long." if failed else 0)


if __name__ == "__main__":
    main()
