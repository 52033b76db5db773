"""Files in the database: whole or not there, kept once, sent in pieces, and gone with what they belonged to."""

import logging
import tracemalloc
from io import BytesIO

import psycopg
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from pytest_django.asserts import assertContains

from consultation.models import LetterState, SenderKind
from partners.ground import files
from partners.ground.models import CHUNK, FileChunk, StoredFile
from tests.test_senders import PDF

NAME = "Besluit één over de geïnvesteerde miljoenen, café ’t Vlaêms.pdf"


def store(content, name="besluiten/x.pdf"):
    return files.store(content, name=name, content_type="application/pdf")


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_comes_back_as_it_went_in(db, size):
    content = bytes(number % 251 for number in range(size))
    stored = store(BytesIO(content))
    stored.refresh_from_db()
    assert (stored.size, stored.is_whole(), stored.is_lost) == (size, True, False)
    pieces = list(stored.pieces())
    assert b"".join(pieces) == content
    assert len(pieces) == -(-size // CHUNK)


def test_the_same_bytes_are_kept_once_under_their_first_name(db):
    first, again, other = store(PDF), store(BytesIO(PDF), name="nota/y.pdf"), store(PDF + b" ")
    assert (again, again.name) == (first, "besluiten/x.pdf")
    assert other != first
    assert FileChunk.objects.count() == 2


class Zeros(BytesIO):
    """A file of so many zeros that are nowhere."""

    def __init__(self, size):
        self.size, self.place = size, 0

    def seek(self, place):
        self.place = place

    def read(self, count):
        count = min(count, self.size - self.place)
        self.place += count
        return bytes(count)


def test_a_file_of_32_mb_is_never_in_memory_whole(db):
    tracemalloc.start()
    stored = store(Zeros(32 * 1024 * 1024))
    assert sum(len(piece) for piece in stored.pieces()) == stored.size
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


def test_what_an_act_brings_goes_when_the_act_does_not_hold(db):
    @transaction.atomic
    def act():
        store(PDF)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert not StoredFile.objects.exists()
    assert not FileChunk.objects.exists()


@pytest.fixture
def decided(clerk, send):
    """The letter of the council, with its decision as a file of more than one piece."""
    letter = send(clerk, SenderKind.COUNCIL)
    letter.decision_file = store(PDF + b"\n" * CHUNK)
    letter.save()
    return letter


@pytest.fixture
def address(decided):
    return f"/mijn-reacties/{decided.pk}/besluit.pdf"


def test_a_file_is_sent_with_its_length_its_name_and_a_mark(client, decided, clerk, address):
    client.force_login(clerk)
    answer = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    mark = f'"{decided.decision_file.sha256}"'
    assert b"".join(answer.streaming_content) == PDF + b"\n" * CHUNK
    assert {key: answer.headers.get(key) for key in ("Content-Length", "ETag", "Content-Encoding", "Content-Type")} == {
        "Content-Length": str(len(PDF) + CHUNK),
        "ETag": mark,
        "Content-Encoding": None,
        "Content-Type": "application/pdf",
    }
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Cache-Control"] == "private, no-store"
    again = client.get(address, headers={"If-None-Match": mark})
    assert (again.status_code, again.content, again.headers["Cache-Control"]) == (304, b"", "private, no-store")


def test_a_name_may_hold_what_a_dutch_name_holds(rf, db):
    answer = files.attached(rf.get("/"), store(PDF), NAME)
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''Besluit%20%C3%A9%C3%A9n%20over%20de%20ge%C3%AFnvesteerde%20miljoenen%2C%20"
        "caf%C3%A9%20%E2%80%99t%20Vla%C3%AAms.pdf"
    )


def test_a_file_that_is_gone_is_told_in_words_and_in_the_log(client, decided, clerk, address, caplog):
    decided.decision_file.chunks.last().delete()
    client.force_login(clerk)
    with caplog.at_level(logging.ERROR):
        page = client.get(address)
    assertContains(page, "<h1>Dit bestand is er niet meer</h1>", status_code=410)
    assertContains(page, decided.number, status_code=410)
    assert f"The file of the decision of {decided.number} is not there" in caplog.text


def test_what_nothing_points_at_any_more_is_cleared(decided, capsys):
    used, unused = decided.decision_file, store(b"niemands")
    call_command("clear_files")
    assert capsys.readouterr().out == "Verwijderd: 1.\n"
    assert list(StoredFile.objects.all()) == [used]
    assert not FileChunk.objects.filter(file_id=unused.pk).exists()
    decided.delete()
    assert files.clear_unused() == 1
    assert not FileChunk.objects.exists()


def test_what_was_sent_before_keeps_its_own_decision(decided):
    """A letter that is sent anew with another file: the record of the first time still has the first."""
    first = decided.decision_file
    decided.submissions.update(decision_file=first)
    decided.decision_file = store(b"een ander besluit")
    decided.save()
    assert files.clear_unused() == 0
    assert decided.submissions.get().decision_file == first


def test_no_file_goes_while_somebody_points_at_it(decided):
    with pytest.raises(models.ProtectedError):
        decided.decision_file.delete()
    delete = "delete from ground_filechunk; delete from ground_storedfile; set constraints all immediate"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(delete)


@pytest.fixture
def lost(decided):
    """The letter as it came from a portal that kept its files in a folder: with a name, and no bytes."""
    decided.decision_file = StoredFile.objects.create(name="besluiten/oud.pdf", content_type="application/pdf", size=0)
    decided.save()
    files.clear_unused()
    return decided


def test_the_files_of_a_folder_are_taken_over_once(lost, tmp_path, capsys):
    (tmp_path / "besluiten").mkdir()
    (tmp_path / "besluiten" / "oud.pdf").write_bytes(PDF)
    for taken in (1, 0):
        call_command("take_over_files", str(tmp_path))
        assert capsys.readouterr().out == f"Overgenomen: {taken}.\n"
    lost.refresh_from_db()
    assert b"".join(lost.decision_file.pieces()) == PDF
    assert (tmp_path / "besluiten" / "oud.pdf").read_bytes() == PDF


def test_the_same_bytes_under_two_names_become_one_file(lost, tmp_path):
    there = store(PDF)
    (tmp_path / "besluiten").mkdir()
    (tmp_path / "besluiten" / "oud.pdf").write_bytes(PDF)
    call_command("take_over_files", str(tmp_path))
    lost.refresh_from_db()
    assert lost.decision_file == there
    assert not StoredFile.objects.lost().exists()


def test_what_is_not_in_the_folder_is_named_and_stays_to_be_found_later(client, lost, clerk, tmp_path):
    with pytest.raises(CommandError, match=r"(?s)^Niet gevonden.*besluiten/oud\.pdf: No such file"):
        call_command("take_over_files", str(tmp_path))
    with pytest.raises(CommandError, match="De map /er/is/geen is er niet"):
        call_command("take_over_files", "/er/is/geen")
    client.force_login(clerk)
    assertContains(client.get(f"/mijn-reacties/{lost.pk}/"), "het besluit (PDF, niet meer aanwezig)")
    assert client.get(f"/mijn-reacties/{lost.pk}/besluit.pdf").status_code == 410


def test_the_way_back_writes_every_file_under_its_name(decided, tmp_path):
    call_command("take_over_files", str(tmp_path), "--back")
    assert (tmp_path / "besluiten" / "x.pdf").read_bytes() == PDF + b"\n" * CHUNK


def test_no_model_keeps_a_file_on_a_disk():
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]
    assert [field for field in fields if isinstance(field, models.FileField)] == []
    assert len(fields) > 300


def test_who_may_not_read_the_letter_learns_nothing_of_its_file(decided, outsider, address):
    other = Client()
    assert other.get(address).status_code == 404
    mark = f'"{decided.decision_file.sha256}"'
    assert other.get(address, headers={"If-None-Match": mark}).status_code == 404


# What PostgreSQL says when its disk is full, at the second piece of a file.
FULL = """
create function no_room() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file' using errcode = 'disk_full';
end $$;
create trigger no_room before insert on ground_filechunk for each row when (new.position = 1)
    execute function no_room();
"""


def test_a_full_disk_leaves_no_half_file_and_the_letter_as_it_was(client, clerk, write, caplog):
    with connection.cursor() as cursor:
        cursor.execute(FULL)
    letter = write(clerk, SenderKind.COUNCIL)
    client.force_login(clerk)
    upload = SimpleUploadedFile("a.pdf", PDF + b"\n" * CHUNK + b"%%EOF")
    sent = {"decided_on": "2022-11-14", "decision_file": upload, "sharing": "openbaar"}
    page = client.post(f"/mijn-reacties/{letter.pk}/controleren/", sent, follow=True)
    assertContains(page, "Uw reactie is niet verstuurd. Er is nu geen ruimte om het bestand te bewaren.")
    assertContains(page, "Noem ook het mkb.")
    letter.refresh_from_db()
    assert (letter.state, letter.decision_file) == (LetterState.DRAFT, None)
    assert (StoredFile.objects.count(), FileChunk.objects.count()) == (0, 0)
    assert "There is no room for the file besluiten/" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_file_that_somebody_brings_anew_at_this_moment_is_not_cleared():
    """Its row is locked until something points at it; whoever clears does not wait."""
    stored = store(PDF)
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        other.execute("select id from ground_storedfile where sha256 = %s for update", [stored.sha256])
        assert files.clear_unused() == 0
    assert files.clear_unused() == 1
