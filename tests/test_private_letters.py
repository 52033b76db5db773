"""Who may do what: a letter is there for its author only, and costs no more as it grows."""

import pytest

from consultation import actions
from consultation.models import Letter, Point
from tests.reacting import FORM, MINE, NEW, QUESTIONS, WISH, send, write


@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        (FORM, {"nobody": 302, "councillor": 200, "outsider": 200, "secretary": 403}),
        (QUESTIONS, {"nobody": 302, "councillor": 200, "outsider": 200, "secretary": 403}),
        (MINE, {"nobody": 302, "councillor": 200, "outsider": 200, "secretary": 200}),
    ],
)
@pytest.mark.parametrize("role", ["nobody", "councillor", "outsider", "secretary"])
def test_each_role_may_do_what_it_may(
    client, goal, open_consultation, councillor, outsider, secretary, address, statuses, role
):
    people = {"councillor": councillor, "outsider": outsider, "secretary": secretary}
    if role in people:
        client.force_login(people[role])
    for method in ("get", "head"):
        assert getattr(client, method)(address).status_code == statuses[role]
    for method in ("put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405
    posted = client.post(address, {})
    assert posted.status_code == (405 if address == MINE else statuses[role])
    assert Letter.objects.count() == 0


PRIVATE = ["", "controleren/", "intrekken/", "verwijderen/", "punten/{point}/", "punten/{point}/verwijderen/"]


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head"])
@pytest.mark.parametrize("tail", PRIVATE)
@pytest.mark.parametrize("stage", ["draft", "sent"])
def test_a_letter_exists_for_its_author_only(client, draft, clerk, outsider, secretary, stage, tail, method):
    letter = send(draft) if stage == "sent" else draft
    address = f"/mijn-reacties/{letter.pk}/{tail.format(point=letter.points.get().pk)}"
    before = list(Point.objects.values()), list(Letter.objects.values())
    if method in ("put", "delete"):
        client.force_login(draft.author)
        assert getattr(client, method)(address).status_code == 405
        return
    page = getattr(client, method)(address)
    if (method, tail) == ("post", ""):
        assert page.status_code == 405
        return
    assert page.status_code == 302
    assert page.headers["Location"] == f"/inloggen/?next={address}"
    for stranger in (clerk, outsider, secretary):
        client.force_login(stranger)
        assert getattr(client, method)(address).status_code == 404, stranger
    assert (list(Point.objects.values()), list(Letter.objects.values())) == before
    if method == "get":
        client.force_login(draft.author)
        expected = {
            ("draft", ""): 302,
            ("draft", "intrekken/"): 302,
            ("sent", "verwijderen/"): 302,
        }
        assert client.get(address).status_code == expected.get((stage, tail), 200)


def test_a_point_of_another_letter_is_not_reached_through_ones_own(client, draft, outsider, wording, open_consultation):
    theirs = write(outsider, open_consultation, wording)
    client.force_login(draft.author)
    for address in (f"punten/{theirs.pk}/", f"punten/{theirs.pk}/verwijderen/"):
        assert client.get(f"/mijn-reacties/{draft.pk}/{address}").status_code == 404
        assert client.post(f"/mijn-reacties/{draft.pk}/{address}", WISH).status_code == 404
    theirs.refresh_from_db()
    assert theirs.text == "Noem ook het mkb."


def test_the_list_shows_ones_own_letters_only(client, draft, outsider, wording, open_consultation):
    write(outsider, open_consultation, wording)
    client.force_login(outsider)
    page = client.get(MINE)
    assert page.text.count("/controleren/") + page.text.count('<a href="/mijn-reacties/') == 2
    assert f"/mijn-reacties/{draft.pk}/" not in page.text


def test_private_pages_are_kept_by_no_cache(member, draft, sent):
    for address in (FORM, QUESTIONS, MINE, f"/mijn-reacties/{sent.pk}/"):
        assert "no-store" in member.get(address).headers["Cache-Control"], address


@pytest.mark.parametrize("pk", ["0", "99999999999999999999999999"])
def test_a_number_that_is_nobodys_does_not_exist(member, pk):
    assert member.get(f"/mijn-reacties/{pk}/").status_code == 404
    assert member.get(f"/mijn-reacties/{pk}/punten/{pk}/").status_code == 404


def test_an_empty_list_says_how_to_begin(member):
    page = member.get(MINE)
    assert "U hebt nog geen reacties." in page.text
    assert "Consultatie over de conceptagenda" in page.text


@pytest.mark.parametrize("letters", [1, 3])
def test_the_list_costs_the_same_for_more_letters(
    client, group_member, council, wording, open_consultation, django_assert_num_queries, letters
):
    for number in range(letters):
        open_consultation.pk, open_consultation.slug = None, f"consultatie-{number}"
        open_consultation._state.adding = True
        open_consultation.save()
        sent = write(group_member, open_consultation, wording).letter
        send(sent)
        actions.begin_changes(letter=sent)
    client.force_login(group_member)
    with django_assert_num_queries(9):
        client.get(MINE)


@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("controleren/", 6), ("", 6)])
def test_a_letter_costs_the_same_for_more_points(
    member, councillor, wording, open_consultation, django_assert_num_queries, points, address, queries
):
    for _ in range(points):
        letter = write(councillor, open_consultation, wording).letter
    if not address:
        send(letter)
    with django_assert_num_queries(queries):
        member.get(f"/mijn-reacties/{letter.pk}/{address}")


@pytest.mark.parametrize(("address", "queries"), [(NEW, 8), (QUESTIONS, 6)])
def test_the_forms_need_few_queries(member, draft, django_assert_num_queries, address, queries):
    with django_assert_num_queries(queries):
        member.get(address)
