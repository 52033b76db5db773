"""What the demo shows once its inventions are loaded: marked, open for eight days, and followed to its end."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from agenda.models import Agenda, ElementKind, Version
from consultation import actions
from consultation.deciding.models import EntryLink, Track
from consultation.models import Answer, Consultation, Letter, LetterState, Point, SenderKind, Submission, Verdict
from consultation.senders import senders
from partners.models import Body, Mandate, Partner, Source, User
from regiozwolle.example import decisions, finished_consultation, loading, open_consultation, people
from results.actions.confirmations import ask_owners
from tests.published import add


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker):
    """An agenda with the two goals on which the example reacts, and the example: loaded once, gone after this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        source = Source.objects.create(slug="presentatie", title="Presentatie")
        agenda = Agenda.objects.create(slug="agenda", title="Agenda", first_year=2024, last_year=2028, source=source)
        then = datetime(2022, 12, 8, tzinfo=UTC)
        version = Version.objects.create(agenda=agenda, number=1, dated_on=then, published_at=then, source=source)
        for position, number in enumerate(("2.1", "2.2")):
            add(agenda, version, f"RZ24-L{number}", ElementKind.GOAL, position, f"Opgave {number}", number=number)
        loading.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(portal, db):
    return Consultation.objects.get(slug=open_consultation.SLUG)


def test_the_example_is_open_for_eight_more_days(loaded):
    assert loaded.is_open()
    assert loaded.days_left() == 8
    assert timezone.localtime(loaded.last_minute).time() == time(23, 59)
    assert (timezone.localdate() - timezone.localdate(loaded.opens_at)).days == 14
    assert [question.text for question in loaded.questions.all()] == [
        "Wat spreekt u aan?",
        "Wat wilt u meegeven aan de klankbordgroep en aan Regio Zwolle?",
    ]
    assert loaded.steps.count() == 8


def test_all_of_it_is_marked(loaded):
    assert loaded.is_example
    assert list(Partner.objects.filter(is_example=True).values_list("name", flat=True)) == [
        "Modelveen",
        "Oefenbeek",
        "Proefdorp",
        "Voorbeeldfietsers",
        "Voorbeeldland",
        "Voorbeeldstad",
    ]
    assert list(Body.objects.filter(partner__is_example=False)) == []
    assert all(user.name.startswith("Voorbeeld ") for user in User.objects.all())
    assert all(user.email.endswith("@voorbeeldstad.example") for user in User.objects.all())


def test_the_accounts_it_names_exist_and_can_do_what_it_says(loaded):
    by_email = {user.email: user for user in User.objects.all()}
    assert set(by_email) == {email for email, _ in people.accounts()}
    roles = {email.partition("@")[0]: user.role for email, user in by_email.items() if user.is_staff}
    assert roles == {"secretariaat": "beheerder", "secretariaat2": "redacteur", "auditor": "auditor"}
    assert not any(user.is_superuser for user in by_email.values())
    assert [sender.label for sender in senders(by_email["raadslid@voorbeeldstad.example"])] == [
        "Voor mijzelf, als raadslid (gemeenteraad van Voorbeeldstad)",
        "Namens mijn fractie, Voorbeeld (gemeenteraad van Voorbeeldstad)",
        "Namens de gemeenteraad van Voorbeeldstad",
    ]
    assert [sender.label for sender in senders(by_email["griffier@voorbeeldstad.example"])] == [
        "Namens de gemeenteraad van Voorbeeldstad"
    ]


def test_one_reaction_is_sent_and_one_is_a_draft(loaded):
    assert sorted(loaded.letters.values_list("state", "sender_kind")) == [
        (LetterState.DRAFT, "persoonlijk"),
        (LetterState.SENT, "fractie"),
    ]
    assert Submission.objects.filter(letter__consultation=loaded).count() == 1


def test_two_of_a_party_group_wrote_its_letter_and_read_who_wrote_what(client, loaded):
    letter = loaded.letters.get(sender_kind="fractie")
    assert list(letter.points.values_list("author__name", flat=True)) == ["Voorbeeld Raadslid", "Voorbeeld Collega"]
    client.force_login(User.objects.get(email=people.COUNCILLOR))
    page = client.get(reverse("consultation:group", args=[letter.pk]))
    assertContains(page, "U schreef dit op", count=1)
    assertContains(page, "Voorbeeld Collega schreef dit op", count=1)


def test_loading_it_again_changes_nothing(loaded):
    def everything():
        models = (Consultation, Letter, Submission, User, Partner, Body, Mandate)
        return [list(model.objects.order_by("pk").values()) for model in models]

    before = everything()
    loading.load()
    assert everything() == before


def test_what_was_edited_stays_edited(loaded):
    Consultation.objects.update(title="Een andere titel")
    User.objects.filter(email=people.COUNCILLOR).update(name="Iemand anders", is_active=False)
    Mandate.objects.all().delete()
    loading.load()
    assert set(Consultation.objects.values_list("title", flat=True)) == {"Een andere titel"}
    assert User.objects.get(email=people.COUNCILLOR).name == "Iemand anders"
    assert Mandate.objects.count() == 0


@pytest.mark.parametrize("days", [1, 30, 190])
def test_once_closed_it_opens_again_with_all_that_belongs_to_it(loaded, days):
    sent = loaded.letters.get(state=LetterState.SENT)
    steps = list(loaded.steps.values_list("starts_on", "ends_on", "over_after"))
    ago = timedelta(days=days + 8)
    midnight = timezone.make_aware(datetime.combine(timezone.localdate() - timedelta(days=days - 1), time.min))
    Consultation.objects.filter(pk=loaded.pk).update(opens_at=loaded.opens_at - ago, closes_at=midnight)
    then = sent.sent_at - ago
    loaded.letters.filter(pk=sent.pk).update(created_at=then, sent_at=then, confirmed_at=then)
    sent.submissions.update(sent_at=then)
    before = timezone.now()
    loading.load()
    again = Consultation.objects.get(pk=loaded.pk)
    assert 8 <= again.days_left() < 15
    assert timezone.localtime(again.closes_at).time() == time.min
    moved = timedelta(days=days + again.days_left())
    assert moved.days % 7 == 0
    assert list(again.steps.values_list("starts_on", "ends_on", "over_after")) == [
        tuple(day and day + moved for day in step) for step in steps
    ]
    letter = Letter.objects.get(pk=sent.pk)
    assert min(then + moved, before) <= letter.sent_at <= min(then + moved, timezone.now())
    assert letter.confirmed_at == letter.sent_at
    assert letter.number == sent.number
    assert [submission.sent_at for submission in letter.submissions.all()] == [letter.sent_at]


def test_the_example_is_made_anew_when_it_was_deleted(loaded):
    loaded.letters.all().delete()
    loaded.delete()
    loading.load()
    assert Consultation.objects.get(slug=open_consultation.SLUG).is_open()


def test_its_pages_say_that_it_is_an_example(client, loaded):
    client.force_login(User.objects.get(email=people.COUNCILLOR))
    sent, draft = loaded.letters.order_by("-state")
    for address in (
        "/mijn-reacties/",
        f"/mijn-reacties/{sent.pk}/",
        f"/mijn-reacties/{draft.pk}/controleren/",
        "/consultaties/voorbeeldconsultatie/reageren/RZ24-L2.1/",
    ):
        assert '<span class="badge">Voorbeeld</span>' in client.get(address).text, address


@pytest.fixture
def finished(loaded):
    """The example that is answered."""
    return Consultation.objects.get(slug=finished_consultation.SLUG)


def test_the_finished_example_shows_every_kind_of_sender_verdict_and_way_in(finished):
    letters = finished.letters.counted()
    assert set(letters.values_list("sender_kind", flat=True)) == set(SenderKind.values)
    assert {"site", "brief", "tafel"} <= set(letters.values_list("channel", flat=True))
    answers = Answer.objects.published().filter(points__letter__consultation=finished)
    assert set(answers.values_list("verdict", flat=True)) == set(Verdict.values)
    assert not Point.objects.filter(letter__consultation=finished).unanswered().exists()
    assert all(answer.drafted_by != answer.reviewed_by for answer in answers)


def test_the_council_member_of_the_demo_reads_answers_and_can_open_a_point_again(client, finished):
    client.force_login(User.objects.get(email=people.COUNCILLOR))
    letter = finished.letters.get(author__email=people.COUNCILLOR, sender_kind=SenderKind.PERSONAL)
    point = letter.points.get(wording__element__code="VB24-L1.1")
    answers = reverse("consultation:answers", args=[letter.pk])
    for page, link in [
        (client.get(reverse("consultation:my_letters")), answers),
        (client.get(answers), f"{answers}{point.pk}/"),
    ]:
        assertContains(page, f'href="{link}"')
    with transaction.atomic():
        actions.finish(consultation=finished)  # nothing stands in its way
        transaction.set_rollback(True)
    client.post(f"{answers}{point.pk}/", {"reason": "De huurwoningen ontbreken."})
    with pytest.raises(actions.Refused, match="zonder antwoord"):
        actions.finish(consultation=finished)


def test_nothing_invented_lies_on_the_real_agenda_or_a_real_body(finished):
    points = Point.objects.filter(letter__consultation=finished)
    assert set(points.values_list("wording__element__agenda__is_example", flat=True)) == {True, None}
    assert not Letter.objects.filter(body__partner__is_example=False).exists()
    assert not Track.objects.filter(body__partner__is_example=False).exists()


def test_the_whole_chain_can_be_followed_by_links(client, finished):
    """From the passage to the remark on it, its answer, the passage as it changed, and the decision on that."""
    nota = client.get(f"{finished.get_absolute_url()}nota/").text
    assert '<span class="badge">Voorbeeld</span>' in nota
    passage = "/agenda/tekst/VB24-L1.1@1/"
    changed = "/agenda/tekst/VB24-L1.1@2/"
    assert f'href="{passage}"' in nota
    assert f'href="{changed}"' in nota
    assert client.get(passage).status_code == client.get(changed).status_code == 200
    page = client.get(finished.get_absolute_url()).text
    for path in ("nota/", "wat-is-ermee-gedaan/", "wie-reageert/"):
        address = f"{finished.get_absolute_url()}{path}"
        assert f'href="{address}"' in page
        assert '<span class="badge">Voorbeeld</span>' in client.get(address).text
    assert 'href="/besluiten/voorbeelddossier/"' in page
    assert 'href="/agenda/tekst/VB24-L1.1/waarom/"' in page
    assert f'href="{finished.get_absolute_url()}"' in client.get("/besluiten/voorbeelddossier/").text


def test_the_dossier_of_the_example_shows_every_outcome_on_a_part(client, finished):
    page = client.get("/besluiten/voorbeelddossier/").text
    heads = re.findall(r'<th scope="col"><span>(?:<a [^>]+>)?([^<]+)(?:</a>)?</span></th>', page)
    assert heads == [
        "Basis",
        "1.1 Woningen bouwen",
        "1.2 Voorzieningen in de buurt",
        "2.1 Openbaar vervoer",
        "2.2 Fietsroutes",
        "2.4 Groene daken",
    ]
    states = {"agreed", "conditional", "rejected", "absent", "pending", "later", "held", "withdrawn", "declined"}
    assert set(re.findall(r'<td><a class="cell (\w+)', page)) == states
    assert set(re.findall(r"is-[a-z]+", page)) >= {"is-earlier", "is-unsure"}
    assert "en hun bijdrage stijgt elk jaar mee met de prijzen. Bedrag: €\xa0150.000." in page


def test_the_demo_shows_a_link_that_was_used_and_one_that_is_over(client, finished):
    used, over = [client.get(path) for _, path in decisions.shown_links()]
    assertContains(used, "Ingevoerd op")
    assertContains(used, f"door wie de link van {decisions.USED_BY} gebruikte: behandelt dit op")
    assertContains(over, "Deze link werkte tot en met", status_code=410)
    assertContains(over, "Mail het regiobureau", status_code=410)
    loading.load()
    assert [link.uses.count() for link in EntryLink.objects.order_by("pk")] == [1, 0]


def test_the_chain_of_the_example_ends_at_a_figure_that_is_marked(client, finished):
    why = client.get("/agenda/tekst/VB24-L1.1/waarom/").text
    address = "/resultaten/cijfers/voorbeeldcijfer-woningen-in-kernen/"
    assert f'href="{address}"' in why
    assert "Dit cijfer is verzonnen" in client.get(address).text
    for page in ("/resultaten/", "/resultaten/cijfers/", "/zoeken/?q=kernen", "/open-data/cijfers.csv"):
        assert "voorbeeldcijfer" not in client.get(page).text, page


def test_the_figure_of_the_example_shows_a_status_set_by_hand_and_a_correction(client, finished):
    page = client.get("/resultaten/cijfers/voorbeeldcijfer-woningen-in-kernen/").text
    assert "Ingesteld door adviseur wonen, Voorbeeldstad" in page
    assert '<span class="cell conditional">Vraagt aandacht</span>' in page
    assert '<span class="cell agreed">Op koers</span>' in page
    listed = client.get("/resultaten/correcties/").text
    assert "Nog geen cijfer is gecorrigeerd." in listed
    assert "Tien woningen waren dubbel geteld." in listed.split("Zo ziet een correctie eruit")[1]


def test_the_owner_of_the_figure_of_the_example_is_asked_whether_it_holds(client, finished, mailoutbox):
    mailoutbox.clear()
    assert ask_owners() == 1
    [mail] = mailoutbox
    assert mail.to == ["wonen@voorbeeldstad.example"]
    assert "U houdt 1\N{NO-BREAK SPACE}cijfer bij voor Regio Zwolle, als adviseur wonen, Voorbeeldstad." in mail.body
    page = client.get(re.search(r"/resultaten/navraag/\S+/", mail.body)[0]).text
    assert "Nieuwe woningen in de kernen van Voorbeeldland" in page
    assert 'class="badge">Voorbeeld' in page
