"""What tests of packages need: a dossier with a paper before two councils, and the package of one of them."""

import re
import zipfile
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone

from consultation.deciding.models import (
    Component,
    Dossier,
    Package,
    Paper,
    Track,
)
from consultation.deciding.packages import acts
from consultation.deciding.papers.acts import put_version
from regiozwolle.packages.freezing import freeze
from tests.answering.conftest import closed as closed
from tests.answering.conftest import reviewer as reviewer
from tests.test_papers import upload


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(
        slug="agenda",
        title="De agenda",
        summary="Stel de agenda vast.",
        version=version,
        source=deck,
        decide_by=timezone.localdate() + timedelta(days=90),
        public_from=timezone.now() - timedelta(days=3),
    )


@pytest.fixture
def paper(dossier):
    paper = Paper.objects.create(dossier=dossier, title="Nota")
    put_version(paper=paper, upload=upload())
    return paper


@pytest.fixture
def track(dossier, council):
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def other_track(dossier, other_council):
    return Track.objects.create(dossier=dossier, body=other_council)


@pytest.fixture
def component(dossier, deck):
    return Component.objects.create(
        dossier=dossier,
        name="Basis",
        tariff=Decimal("1.50"),
        inhabitants_on=timezone.localdate().replace(month=1, day=1),
        source=deck,
    )


@pytest.fixture
def package(track, paper):
    return made(track)


def made(track):
    """The package of a track as it is now."""
    acts.ask(dossier=track.dossier)
    freeze(Package.objects.to_make().get(track=track))
    return Package.objects.newest().get(track=track)


def opened(package):
    """The zip of a package, to look into."""
    return zipfile.ZipFile(BytesIO(b"".join(package.file.pieces())))


def inhabitants(partner, deck, count):
    on = timezone.localdate().replace(month=1, day=1)
    return partner.populations.create(reference_on=on, count=count, source=deck, certainty="definitief")


def link_in(mail):
    return re.search(r"/besluiten/pakket/\S+/", mail.body)[0]
