"""My data: one sees, corrects and takes along all that is kept of one, and can close the account."""

import json

import pytest
from django.apps import apps
from django.db.models import EmailField
from django.urls import reverse

from consultation.models import Letter, SenderKind
from partners.ground.models import SecurityEvent
from partners.models import User
from regiozwolle.history.tables import TABLES
from regiozwolle.own_data.held import held

# Columns that hold the key of a person without being a relation, and those with an address that is no EmailField.
KEYS_AND_ADDRESSES = {
    ("ground_act", "made_by_id"),
    ("ground_securityevent", "actor_id"),
    ("ground_mail", "to"),
    ("deciding_entrylink", "address"),
}


def test_every_column_with_a_person_is_named_in_the_list_of_tables():
    columns = set(KEYS_AND_ADDRESSES)
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.proxy:
            columns |= {
                (model._meta.db_table, field.column)
                for field in model._meta.concrete_fields
                if isinstance(field, EmailField) or (field.is_relation and field.remote_field.model is User)
            }
    named = {(table, column) for table, kept in TABLES.items() for column in (*kept.of, *kept.by)}
    # What else hangs on an account: its own row, by its key, and the addresses of allauth, by the account.
    others = {("partners_user", "email"), ("account_emailaddress", "email")}
    assert columns - others - named == set(), "Say in regiozwolle/history/tables.py whose these are (of, by)."
    through = {("regiozwolle_follower", column.partition(".")[2]) for _, column in named if "." in column}
    assert through <= named, "A row of another leads to columns with a person."
    assert {one for one in named if "." not in one[1]} - columns == {("partners_user", "id")}


def test_one_takes_along_all_that_is_ones_own_and_nothing_of_others(client, send, join, open_consultation):
    robin, other = join("robin"), join("ander")
    mine, theirs = send(robin, SenderKind.PERSONAL), send(other, SenderKind.PERSONAL)
    client.force_login(robin)
    answer = client.get(reverse("own_data_file", args=["json"]))
    told = {(one["tabel"], one["eigen"]): one["rijen"] for one in json.loads(answer.content)["gegevens"]}
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert [row["number"] for row in told["consultation_letter", True]] == [mine.number]
    assert [row["email"] for row in told["partners_user", True]] == [robin.email]
    assert [row["text"] for row in told["consultation_point", True]] == [mine.points.get().text]
    assert theirs.number not in answer.text
    assert other.email not in answer.text
    assert "password" not in answer.text
    assert list(SecurityEvent.objects.values_list("kind", "about", "actor_id")) == [
        ("meegenomen", "own_data_file", robin.pk)
    ]
    for form in ("pdf", "docx"):
        assert client.get(reverse("own_data_file", args=[form])).status_code == 200
    assert [client.get(reverse("own_data_file", args=[form])).status_code for form in ("exe", "xlsx")] == [404, 404]


def test_the_page_counts_what_is_kept_and_costs_the_same_however_much(
    client, send, join, open_consultation, django_assert_max_num_queries
):
    robin = join("robin")
    send(robin, SenderKind.PERSONAL)
    client.force_login(robin)
    page = client.get(reverse("own_data"))
    assert page.text.count("data-answer") == 1
    assert '<th scope="row">Reacties</th>' in page.text
    with django_assert_max_num_queries(len(list(held(robin))) + 8):
        client.get(reverse("own_data"))


def test_one_corrects_ones_own_name(client, councillor):
    client.force_login(councillor)
    assert "vul uw naam in" in client.post(reverse("own_data"), {"name": " "}).text
    page = client.post(reverse("own_data"), {"name": "Robin de Raad", "email": "anders@example.org"}, follow=True)
    assert "Uw naam is opgeslagen." in page.text
    councillor.refresh_from_db()
    assert (councillor.name, councillor.email == "anders@example.org") == ("Robin de Raad", False)


def test_one_closes_the_account_after_typing_the_address_and_what_was_sent_stays(client, send, join, open_consultation):
    robin = join("robin")
    letter = send(robin, SenderKind.PERSONAL)
    client.force_login(robin)
    address = reverse("close_account")
    assert "1 verstuurde reactie blijft" in client.get(address).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "dit is niet het adres van dit account" in client.post(address, {"email": "x@example.org"}).text
    assert User.objects.filter(pk=robin.pk).exists()
    page = client.post(address, {"email": robin.email.upper()}, follow=True)
    assert "Uw account is gesloten." in page.text
    assert not User.objects.filter(pk=robin.pk).exists()
    assert Letter.objects.get(pk=letter.pk).author is None
    assert client.get(reverse("own_data")).status_code == 302
    assert SecurityEvent.objects.get(kind="account gesloten").actor_id == robin.pk


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_works_at_the_desk_asks_a_colleague(client, secretary, method):
    client.force_login(secretary)
    assert getattr(client, method)(reverse("close_account"), {"email": secretary.email}).status_code == 403
    assert "Een collega sluit uw account" in client.get(reverse("own_data")).text
