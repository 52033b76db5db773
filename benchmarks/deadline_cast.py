"""Fills the database of benchmarks/deadline_evening.py: councils, members who are signed in, and what is asked.

Prints the session of every member, one a line.
"""

import sys
from datetime import date, timedelta

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.utils import timezone

django.setup()

from agenda.models import Agenda, Element, ElementKind, Version, Wording  # noqa: E402 - needs what stands above
from consultation.models import Consultation  # noqa: E402
from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, Source, User  # noqa: E402


def main(members, codes, councils):
    call_command("migrate", verbosity=0)
    source = Source.objects.create(slug="proef", title="Proef")
    now = timezone.now()
    province = Partner.objects.create(
        slug="provincie", name="Provincie", kind=PartnerKind.PROVINCE, is_example=True, public_from=now
    )
    bodies = []
    for number in range(councils):
        partner = Partner.objects.create(
            slug=f"gemeente-{number}",
            name=f"Gemeente {number}",
            kind=PartnerKind.MUNICIPALITY,
            province=province,
            is_example=True,
            public_from=now,
        )
        bodies.append(Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad van gemeente {number}"))
    agenda = Agenda.objects.create(slug="proef", title="Proef", first_year=2024, last_year=2028, source=source)
    version = Version.objects.create(agenda=agenda, number=1, dated_on=date(2024, 1, 1), source=source)
    for position, code in enumerate(codes, start=1):
        element = Element.objects.create(
            agenda=agenda, code=code, kind=ElementKind.GOAL, position=position, number=str(position), name=code
        )
        Wording.objects.create(element=element, version=version, text=f"Werken aan opgave {position}. " * 5)
    version.published_at = timezone.now()
    version.save()
    Consultation.objects.create(
        slug="sluitavond",
        title="Sluitavond",
        version=version,
        opens_at=timezone.now() - timedelta(days=7),
        closes_at=timezone.now() + timedelta(hours=1),
        summary="Proef.",
        asked_of="Alle raden.",
        effect="Niets.",
        is_example=True,
        public_from=now,
    )
    for number in range(members):
        user = User.objects.create_user(f"lid{number}@proef.example")
        body = bodies[number % councils]
        Mandate.objects.create(user=user, body=body, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        print(session.session_key)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2].split(","), int(sys.argv[3]))
