"""The package of a dossier for one body: frozen, the same bytes of the same content, with the papers and a model."""

import re
import zipfile
from csv import DictReader
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from consultation import actions
from consultation.deciding.models import (
    Ask,
    AskedAmount,
    Component,
    Dossier,
    Package,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.deciding.packages import acts
from consultation.deciding.papers.acts import compare_all, put_version
from consultation.models import SenderKind, Sharing
from partners.ground import reading
from partners.ground.documents import docx, odt
from partners.ground.files.packing import packed, still
from partners.ground.refusal import Refused
from partners.models import BodyKind
from regiozwolle.packages import archive, proposal, summary
from regiozwolle.packages.contents import gather
from regiozwolle.packages.freezing import freeze_all
from tests.answering.conftest import closed as closed
from tests.answering.conftest import reviewer as reviewer
from tests.answering.writing import write
from tests.letters import letter
from tests.packages import component as component
from tests.packages import dossier as dossier
from tests.packages import inhabitants, made, opened
from tests.packages import other_track as other_track
from tests.packages import package as package
from tests.packages import paper as paper
from tests.packages import track as track
from tests.test_papers import LINES, upload

NAMES = ["inhoud.csv", "model-voorstel.docx", "model-voorstel.odt", "samenvatting.pdf", "stukken/01-nota-versie-1.docx"]


# What is in it


def test_a_package_holds_the_papers_the_model_in_two_forms_the_summary_and_a_list(package):
    with opened(package) as found:
        assert found.namelist() == NAMES
        assert found.testzip() is None


def test_the_list_says_of_every_file_which_version_it_is_and_its_hash(package, paper):
    with opened(package) as found:
        rows = list(DictReader(StringIO(found.read("inhoud.csv").decode("utf-8-sig")), delimiter=";"))
        assert [row["Bestand"] for row in rows] == ["samenvatting.pdf", *NAMES[1:3], NAMES[4]]
        for row in rows:
            content = found.read(row["Bestand"])
            assert (row["SHA-256"], row["Grootte in bytes"]) == (sha256(content).hexdigest(), str(len(content)))
    assert rows[-1]["Wat het is"] == "Nota, versie 1"
    assert rows[-1]["SHA-256"] == paper.versions.get().file.sha256


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_model_is_read_again_by_the_readers_of_the_house_and_says_what_is_asked(
    form, track, paper, component, deck
):
    Ask.objects.create(dossier=track.dossier, body_kind=BodyKind.COUNCIL, term="wensen en bedenkingen", source=deck)
    inhabitants(track.body.partner, deck, 130_000)
    with opened(made(track)) as found:
        text = reading.words_in(found.read(f"model-voorstel.{form}"), form)
    lines = text.split("\n")
    assert lines[0] == "Model voor een raadsvoorstel en een raadsbesluit"
    assert "Gemeenteraad van Zwolle: De agenda" in lines
    assert any(line.startswith("Dit is een model voor de griffie") for line in lines)
    assert "Wensen en bedenkingen." in text
    assert "1,50 per inwoner × 130.000 inwoners" in text
    assert "195.000" in text
    assert f"Controlegetal (SHA-256): {paper.versions.get().file.sha256}" in text
    assert f"Controlegetal (SHA-256) van de tekst: {track.dossier.version.digest}" in text


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_every_part_of_both_files_is_well_formed_xml(form, package):
    with opened(package) as found, zipfile.ZipFile(BytesIO(found.read(f"model-voorstel.{form}"))) as inside:
        parts = [name for name in inside.namelist() if name.endswith((".xml", ".rels"))]
        assert len(parts) > 3
        assert all(ElementTree.fromstring(inside.read(name)) is not None for name in parts)
        kind = inside.infolist()[0]
    assert form == "docx" or (kind.filename, kind.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_summary_is_one_page_however_much_there_is_to_say(track, paper, deck, monkeypatch):
    dossier = track.dossier
    Dossier.objects.filter(pk=dossier.pk).update(summary="Wij vragen de raad om de agenda vast te stellen. " * 100)
    for number in range(40):
        Component.objects.create(dossier=dossier, name=f"{number} {'lange naam ' * 12}", position=number)
        TrackStep.objects.create(
            track=track, kind=TrackStepKind.COMMITTEE, planned_on=timezone.localdate(), source=deck
        )
    with opened(made(track)) as found:
        content = found.read("samenvatting.pdf")
    assert summary.page_count(content) == 1
    words = reading.words_in(content, "pdf")
    assert "zie het model voor het voorstel" in words
    assert "Gemeenteraad van Zwolle" in words


def test_an_amount_that_is_typed_goes_before_the_tariff_and_one_without_inhabitants_is_unknown(track, component, deck):
    (unknown,) = gather(track.pk).parts
    assert unknown.amount is None
    assert unknown.reckoned.endswith("is niet bekend.")
    inhabitants(track.body.partner, deck, 1000)
    (reckoned,) = gather(track.pk).parts
    assert reckoned.amount == Decimal("1500.00")
    AskedAmount.objects.create(track=track, component=component, amount=Decimal("90.10"), source=deck)
    (typed,) = gather(track.pk).parts
    assert (typed.amount, typed.reckoned) == (Decimal("90.10"), f"Het bedrag staat in: {deck}.")


def test_a_component_without_tariff_asks_no_money_in_the_decision(track, dossier):
    Component.objects.create(dossier=dossier, name="Basis")
    (last,) = [one for one in proposal.chapters_of(gather(track.pk)) if one.heading == "Model voor het besluit"]
    assert "Over Basis: [vul in]. Besluit: [vul in]." in last.words.split("\n")


def test_the_points_of_the_body_itself_stand_in_it_with_their_answers_and_nobody_elses(
    track, closed, council, clerk, councillor, wording, secretary, reviewer
):
    own = letter(closed, council, clerk, (wording, "Noem de kernen."), sender_kind=SenderKind.COUNCIL)
    letter(closed, council, councillor, (wording, "Dit vind ik zelf."))
    (before,) = [one.words for one in proposal.chapters_of(gather(track.pk)) if "eerder" in one.heading]
    assert "Noem de kernen." in before
    assert "Dit vind ik zelf." not in before
    assert proposal.ANSWERED_NOT in before
    actions.review(answer=write(secretary, own.points.get()), by=reviewer)
    actions.publish(consultation=closed, by=secretary)
    (after,) = [one.words for one in proposal.chapters_of(gather(track.pk)) if "eerder" in one.heading]
    assert proposal.ANSWERED_NOT not in after


def test_a_point_that_not_everyone_may_read_is_counted_and_not_told(track, closed, council, clerk, wording):
    letter(closed, council, clerk, (wording, "Geheim."), sender_kind=SenderKind.COUNCIL, sharing=Sharing.COUNCILS)
    (before,) = [one.words for one in proposal.chapters_of(gather(track.pk)) if "eerder" in one.heading]
    assert "Geheim" not in before
    assert "1\N{NO-BREAK SPACE}punt van dit orgaan is niet voor iedereen te lezen." in before


def test_the_model_claims_no_right_and_gives_a_legal_term_only_as_the_dossier_has_it(track, deck):
    words = "\n".join(one.words for one in proposal.chapters_of(gather(track.pk)))
    assert not re.search(r"Gemeentewet|bevoegd|verplicht|artikel", words)
    Ask.objects.create(
        dossier=track.dossier,
        body_kind=BodyKind.COUNCIL,
        term="zienswijze",
        legal_term="zienswijze, artikel 35 Wgr",
        source=deck,
    )
    words = "\n".join(one.words for one in proposal.chapters_of(gather(track.pk)))
    assert "Wettelijke term in het dossier: zienswijze, artikel 35 Wgr." in words


# Frozen


def test_the_same_content_gives_the_same_bytes_at_another_moment(track, paper, monkeypatch):
    contents = gather(track.pk)
    content = archive.content_of(contents)
    digest = archive.digest_of(contents, content)
    first = archive.made(contents, 1, content=content, digest=digest)
    later = timezone.now() + timedelta(days=40)
    monkeypatch.setattr(timezone, "now", lambda: later)
    again = archive.made(gather(track.pk), 1, content=content, digest=digest)
    assert first.archive == again.archive


@given(st.dictionaries(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1), st.binary()))
def test_a_zip_depends_on_its_files_alone_and_gives_them_back(files):
    content = packed(list(files.items()))
    assert content == packed(list(reversed(files.items())))
    with zipfile.ZipFile(BytesIO(content)) as found:
        assert {name: found.read(name) for name in found.namelist()} == files
        assert found.namelist() == sorted(files)


@pytest.mark.parametrize("write_form", [docx, odt])
def test_a_file_that_is_made_still_holds_the_same_parts(write_form, track):
    content = write_form(proposal.document_of(gather(track.pk), 1))
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(BytesIO(still(content))) as after:
        assert before.namelist() == after.namelist()
        assert [before.read(name) for name in before.namelist()] == [after.read(name) for name in after.namelist()]


def test_asking_again_without_a_change_makes_no_new_version(package, track):
    assert acts.ask(dossier=track.dossier) == 1
    assert freeze_all() == 0
    assert Package.objects.get(track=track) == package


def test_a_change_makes_a_new_version_and_the_old_one_stays(package, track):
    before = b"".join(package.file.pieces())
    Dossier.objects.filter(pk=track.dossier_id).update(summary="Stel de agenda niet vast.")
    newer = made(track)
    assert (newer.number, newer.digest == package.digest) == (2, False)
    assert b"".join(Package.objects.get(pk=package.pk).file.pieces()) == before


def test_the_database_refuses_to_change_what_was_made(package):
    with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
        Package.objects.filter(pk=package.pk).update(digest="0" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        Package.objects.filter(pk=package.pk).update(file=None)


def test_nothing_is_made_for_a_dossier_that_is_not_on_the_site(council, deck):
    concept = Dossier.objects.create(slug="later", title="Later", summary="Later.", source=deck, public_from=None)
    Track.objects.create(dossier=concept, body=council)
    with pytest.raises(Refused, match="nog niet openbaar"):
        acts.ask(dossier=concept)
    assert not Package.objects.exists()


def test_papers_that_are_together_too_large_say_so_and_can_be_asked_for_again(track, paper, monkeypatch):
    monkeypatch.setattr(archive, "MOST", 10)
    acts.ask(dossier=track.dossier)
    assert freeze_all() == 0
    assert "samen groter" in Package.objects.get().trouble
    assert freeze_all() == 0
    monkeypatch.undo()
    acts.ask(dossier=track.dossier)
    assert freeze_all() == 1


def test_a_paper_of_which_the_bytes_are_gone_is_named(track, paper):
    paper.versions.get().file.chunks.all().delete()
    acts.ask(dossier=track.dossier)
    assert freeze_all() == 0
    assert Package.objects.get().trouble == "Een bestand is er niet meer: Nota, versie 1."


def test_a_package_waits_until_it_is_known_what_differs_in_a_paper(track, paper):
    put_version(paper=paper, upload=upload(LINES[0]), reason="Korter.")
    acts.ask(dossier=track.dossier)
    assert freeze_all() == 0
    compare_all()
    assert freeze_all() == 1
