"""The secretariat's desk for consultations, reactions, answers and decisions."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agenda.models import Version, Wording
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from consultation.models import (
    Answer,
    Consultation,
    Letter,
    LetterState,
    Point,
    PointKind,
    SenderKind,
    Sharing,
    Submission,
    Verdict,
)
from partners.ground import history
from partners.models import Body, BodyKind, Partner, PartnerKind, User
from tests.deciding import component_of
from tests.filling import press, press_for_chosen

MODELS = ["consultation", "letter", "point", "answer", "dossier", "track"]


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


@pytest.fixture
def letter(open_consultation, council, councillor, wording):
    """A sent reaction with one point."""
    return send(open_consultation, council, councillor, wording, text="Noem ook de kleine kernen.")


@pytest.fixture
def draft(open_consultation, council, clerk, wording):
    """What somebody is still writing."""
    letter = Letter.objects.create(
        consultation=open_consultation, body=council, author=clerk, sender_kind=SenderKind.COUNCIL, capacity="griffier"
    )
    Point.objects.create(
        letter=letter,
        wording=wording,
        quoted_text=wording.text,
        kind=PointKind.WISH,
        text="Geheim zolang het concept is.",
    )
    return letter


def send(consultation, body, author, wording, *, text, number="RZ-2026-0001"):
    letter = Letter.objects.create(
        consultation=consultation,
        body=body,
        author=author,
        sender_kind=SenderKind.PERSONAL,
        capacity="raadslid",
        state=LetterState.SENT,
        sharing=Sharing.PUBLIC,
        number=number,
        sent_at=timezone.now(),
        confirmed_at=timezone.now(),
    )
    Point.objects.create(letter=letter, wording=wording, quoted_text=wording.text, kind=PointKind.WISH, text=text)
    kept = {"code": "RZ24-L1.2", "question": None, "kind": "wens", "quoted_text": wording.text, "proposal": ""}
    kept["text"] = text
    Submission.objects.create(
        letter=letter,
        sequence=1,
        sent_at=letter.sent_at,
        content={"points": [kept]},
    )
    return letter


def desk_of(model):
    """The beginning of the name of its addresses at the desk."""
    app = "deciding" if model in ("dossier", "track") else "consultation"
    return f"admin:{app}_{model}"


def listing(model):
    return reverse(f"{desk_of(model)}_changelist")


def form(obj):
    return reverse(f"{desk_of(obj._meta.model_name)}_change", args=[obj.pk])


def fill(count, open_consultation, overijssel, wording, goal, deck):
    """`count` more of everything that the desk lists; each has a body, an author and a point of its own."""
    for number in range(count):
        name = f"G{Partner.objects.count()}"
        partner = Partner.objects.create(
            slug=name.lower(), name=name, kind=PartnerKind.MUNICIPALITY, province=overijssel
        )
        body = Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad van {name}")
        author = User.objects.create_user(f"{name}@example.org")
        letter = send(open_consultation, body, author, wording, text=f"Punt {name}", number=f"RZ-{name}")
        answer = Answer.objects.create(verdict=Verdict.NOTED, reason="Gezien.")
        answer.points.set(letter.points.all())
        answer.wordings.add(wording)
        dossier = Dossier.objects.create(slug=f"d{name}", title="Dossier", summary="Besluit.", version=wording.version)
        track = Track.objects.create(dossier=dossier, body=body)
        Decision.objects.create(
            track=track,
            outcome=Outcome.AGREED,
            decided_on=date(2023, 6, 26),
            component=component_of(track.dossier, goal),
            source=deck,
        )
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=date(2023, 6, 1), source=deck)
        Consultation.objects.create(
            slug=f"c{name}",
            title=f"Consultatie {name}",
            version=wording.version,
            opens_at=timezone.now(),
            closes_at=timezone.now() + timedelta(days=1, hours=number),
            summary="In het kort.",
            asked_of="Allen.",
            effect="Onbekend.",
        )


def test_what_has_no_value_yet_is_said_in_dutch(desk, letter):
    assertContains(desk.get(reverse("admin:consultation_consultation_add")), "Sla de consultatie eerst op.")
    page = desk.get(reverse("admin:consultation_letter_change", args=[letter.pk]))
    assertNotContains(page, '<div class="readonly">None</div>')


@pytest.mark.parametrize("model", MODELS)
def test_the_lists_of_the_desk_cost_the_same_however_long(
    desk, open_consultation, overijssel, wording, goal, deck, model, django_assert_max_num_queries
):
    desk.get(listing(model))  # what Django itself remembers after the first time is no part of the cost
    costs = []
    for count in (1, 2):
        fill(count, open_consultation, overijssel, wording, goal, deck)
        with django_assert_max_num_queries(20) as queries:
            assert desk.get(listing(model)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_forms_of_the_desk_open(desk, open_consultation, overijssel, wording, goal, deck):
    fill(1, open_consultation, overijssel, wording, goal, deck)
    for model in (Consultation, Letter, Point, Answer, Dossier, Track):
        assert desk.get(form(model.objects.first())).status_code == 200
    for model in ("consultation", "answer", "dossier", "track"):
        assert desk.get(reverse(f"{desk_of(model)}_add")).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_the_desk_can_be_searched(desk, letter, model):
    assert desk.get(listing(model), {"q": "kernen"}).status_code == 200


def test_the_form_of_a_dossier_costs_the_same_with_more_tracks(
    desk, overijssel, wording, goal, deck, open_consultation, django_assert_max_num_queries
):
    fill(3, open_consultation, overijssel, wording, goal, deck)
    one, *_, most = Dossier.objects.order_by("pk")
    with history.recorded("gewijzigd", reason="In de proef."):
        Track.objects.exclude(dossier=one).update(dossier=most)
    desk.get(form(one))  # what Django itself remembers after the first time is no part of the cost
    costs = []
    for dossier in (one, most):
        with django_assert_max_num_queries(28) as queries:
            desk.get(form(dossier))
        costs.append(len(queries))
    assert most.tracks.count() == 2
    assert costs[0] == costs[1]


# Consultations


def test_the_desk_says_where_a_consultation_stands(desk, open_consultation):
    assertContains(desk.get(listing("consultation")), "nu open, nog 8\N{NO-BREAK SPACE}dagen")


@pytest.mark.parametrize(("phase", "count"), [("binnenkort", 0), ("nu", 1), ("gesloten", 0), ("onzin", 1)])
def test_consultations_are_filtered_by_the_clock(desk, open_consultation, phase, count):
    assert desk.get(listing("consultation"), {"stand": phase}).context["cl"].result_count == count


def test_a_consultation_is_made_with_its_steps_and_questions(desk, version):
    data = {
        "title": "Nieuwe consultatie",
        "slug": "nieuwe-consultatie",
        "version": version.pk,
        "summary": "Wat vindt u?",
        "opens_at_0": "01-12-2030",
        "opens_at_1": "00:00",
        "closes_at_0": "21-12-2030",
        "closes_at_1": "00:00",
        "takes_letters": "on",
        "asked_by": "Regio Zwolle",
        "asked_of": "Alle raden.",
        "effect": "Wij lezen alles.",
        "questions-TOTAL_FORMS": "1",
        "questions-INITIAL_FORMS": "0",
        "questions-0-position": "1",
        "questions-0-text": "Wat spreekt u aan?",
        "decisions-0-entered_as": "bureau",
        "steps-TOTAL_FORMS": "1",
        "steps-INITIAL_FORMS": "0",
        "steps-0-position": "1",
        "steps-0-title": "Reageren",
        "steps-0-starts_on": "01-12-2030",
        "steps-0-ends_text": "voor de kerst",
    }
    answer = desk.post(reverse("admin:consultation_consultation_add"), data)
    assertRedirects(answer, listing("consultation"))
    made = Consultation.objects.get(slug="nieuwe-consultatie")
    assert made.last_day == date(2030, 12, 20)
    assert made.questions.get().text == "Wat spreekt u aan?"
    assert made.steps.get().ends_text == "voor de kerst"
    data |= {"slug": "andersom", "closes_at_0": "01-11-2030", "steps-0-ends_on": "05-12-2030"}
    refused = desk.post(reverse("admin:consultation_consultation_add"), data)
    assertContains(refused, "De consultatie sluit voor de opening.")
    assertContains(refused, "Kies een einddatum of een einde in woorden, niet allebei.")


@pytest.mark.parametrize(("ends_on", "warned"), [("20-12-2030", False), ("13-12-2030", True)])
def test_a_step_that_ends_on_another_day_than_the_consultation_is_told(desk, version, ends_on, warned):
    data = {
        "title": "Nieuwe consultatie",
        "slug": "nieuwe-consultatie",
        "version": version.pk,
        "summary": "Wat vindt u?",
        "opens_at_0": "01-12-2030",
        "opens_at_1": "00:00",
        "closes_at_0": "21-12-2030",
        "closes_at_1": "00:00",
        "asked_by": "Regio Zwolle",
        "asked_of": "Alle raden.",
        "effect": "Wij lezen alles.",
        "questions-TOTAL_FORMS": "0",
        "questions-INITIAL_FORMS": "0",
        "steps-TOTAL_FORMS": "2",
        "steps-INITIAL_FORMS": "0",
        "steps-0-position": "1",
        "steps-0-title": "Reageren",
        "steps-0-starts_on": "01-12-2030",
        "steps-0-ends_on": ends_on,
        "steps-1-position": "2",
        "steps-1-title": "Besluit",
        "steps-1-starts_on": "23-12-2030",
        "steps-1-ends_on": "24-12-2030",
    }
    page = desk.post(reverse("admin:consultation_consultation_add"), data, follow=True)
    said = [str(message) for message in page.context["messages"] if message.level_tag == "warning"]
    words = "De stap ‘Reageren’ eindigt op 13 december 2030, maar reageren kan tot en met 20 december 2030. Klopt dat?"
    assert [message.replace("\N{NO-BREAK SPACE}", " ") for message in said] == ([words] if warned else [])
    assert Consultation.objects.get().steps.count() == 2


def test_a_consultation_to_which_people_reacted_is_not_deleted(desk, letter):
    address = reverse("admin:consultation_consultation_delete", args=[letter.consultation_id])
    press(desk, address)
    assert Consultation.objects.filter(pk=letter.consultation_id).exists()


@pytest.mark.parametrize("kind", ["consultation", "dossier", "track"])
def test_the_desk_leads_to_the_site(desk, open_consultation, overijssel, wording, goal, deck, kind):
    fill(1, open_consultation, overijssel, wording, goal, deck)
    obj = {"consultation": open_consultation, "dossier": Dossier.objects.get(), "track": Track.objects.get()}[kind]
    where = obj.dossier if kind == "track" else obj
    page = desk.get(form(obj))
    assertContains(page, 'class="viewsitelink"')
    link = page.text.split('class="viewsitelink"')[0].rsplit('href="', 1)[1].split('"')[0]
    if link.startswith("/beheer/"):
        link = desk.get(link).headers["Location"]
    assert link.endswith(where.get_absolute_url())


def test_a_theme_and_an_invitation_lead_to_where_they_are_read(desk, open_consultation, council):
    theme = open_consultation.themes.create(name="Wonen")
    invitation = open_consultation.invitations.create(body=council)
    for obj, where in ((theme, "wat-is-ermee-gedaan/"), (invitation, "wie-reageert/")):
        assertContains(
            desk.get(form(obj)), f'href="{open_consultation.get_absolute_url()}{where}" class="viewsitelink"'
        )


# Reactions


def test_the_desk_shows_what_was_sent(desk, letter):
    assertContains(desk.get(listing("letter")), "RZ-2026-0001")
    page = desk.get(form(letter))
    assertContains(page, "Noem ook de kleine kernen.")
    assertContains(page, "RZ24-L1.2: Noem ook de kleine kernen.")
    assertContains(page, "Opgave 1.2: Toekomstbestendige arbeidsmarkt")


def test_the_desk_shows_no_draft_anywhere(desk, draft):
    for model in ("letter", "point"):
        assert desk.get(listing(model)).context["cl"].result_count == 0
        assertNotContains(desk.get(listing(model), {"q": "Geheim"}), "zolang het concept is")
    assert desk.get(form(draft)).status_code == 404
    assert desk.get(form(draft.points.get())).status_code == 404
    found = desk.get(
        reverse("admin:autocomplete"),
        {"app_label": "consultation", "model_name": "answer", "field_name": "points", "term": "Geheim"},
    )
    assert found.json()["results"] == []


@pytest.mark.parametrize("model", ["letter", "point"])
def test_nobody_changes_what_was_sent(desk, letter, model):
    obj = letter if model == "letter" else letter.points.get()
    assert desk.get(reverse(f"admin:consultation_{model}_add")).status_code == 403
    assert desk.post(form(obj), {"text": "Anders"}).status_code == (403 if model == "letter" else 200)
    assert desk.post(reverse(f"admin:consultation_{model}_delete", args=[obj.pk]), {"post": "yes"}).status_code == 403
    assert Point.objects.get().text == "Noem ook de kleine kernen."


# Answers


def test_tracks_are_filtered_by_whether_their_decision_is_known(
    desk, open_consultation, overijssel, wording, goal, deck
):
    fill(2, open_consultation, overijssel, wording, goal, deck)
    with history.recorded("gewijzigd", reason="In de proef."):
        Decision.objects.first().delete()
    found = {
        answer: desk.get(listing("track"), {"besluit": answer}).context["cl"].result_count
        for answer in ("ja", "nee", "onzin")
    }
    assert found == {"ja": 1, "nee": 1, "onzin": 2}


def test_several_points_get_one_answer(desk, letter, open_consultation, other_council, outsider, wording):
    other = send(open_consultation, other_council, outsider, wording, text="Ook wij.", number="RZ-2026-0002")
    points = [letter.points.get().pk, other.points.get().pk]
    answer = desk.post(listing("point"), {"action": "answer_together", "_selected_action": points})
    page = desk.get(answer.headers["Location"])
    for pk in points:
        assertContains(page, f'<option value="{pk}" selected>')
    assertContains(page, "Er is geen latere versie met andere woorden.")
    second = Version.objects.create(agenda=wording.version.agenda, number=2, dated_on=date(2023, 3, 1))
    changed = Wording.objects.create(element=wording.element, version=second, text="De kernen en de dorpen.")
    assertContains(desk.get(answer.headers["Location"]), f"{changed}, nog niet op de site")
    data = {"points": points, "verdict": "deels", "reason": "De dorpen staan nu in de zin.", "wordings": [changed.pk]}
    refused = desk.post(answer.headers["Location"], data | {"wordings": [wording.pk]})
    assert "wordings" in refused.context["adminform"].form.errors
    assertRedirects(desk.post(answer.headers["Location"], data), f"{listing('point')}?")
    made = Answer.objects.get()
    assert set(made.points.values_list("pk", flat=True)) == set(points)
    assert made.published_at is None


def test_an_answer_begins_with_its_points(desk):
    page = desk.get(reverse("admin:consultation_answer_add"))
    assertContains(page, f'Kruis de punten aan in <a href="{listing("point")}">de lijst van punten</a>.')
    assertContains(page, "Kies eerst de punten en sla op.")


def test_an_answer_without_a_reason_is_refused_in_dutch(desk, letter):
    data = {"points": [letter.points.get().pk], "verdict": "niet", "reason": ""}
    refused = desk.post(reverse("admin:consultation_answer_add"), data)
    assertContains(refused, "Geef een reden.")
    assert not Answer.objects.exists()


def test_a_draft_cannot_be_answered(desk, draft):
    data = {"points": [draft.points.get().pk], "verdict": "kennisgeving", "reason": "Gezien."}
    assert desk.post(reverse("admin:consultation_answer_add"), data).status_code == 200
    assert not Answer.objects.exists()


# Decisions

# What else is written down at a track.
BESIDE = ("motions", "commitments", "asked_amounts")


def test_a_dossier_gets_a_track_for_every_assembly_at_once(desk, version, council, other_council):
    dossier = Dossier.objects.create(slug="agenda", title="Agenda", summary="Besluit.", version=version)
    chosen = {"action": "add_tracks", "_selected_action": [dossier.pk], "kinds": ["raad", "staten"]}
    page = desk.post(listing("dossier"), chosen)
    assertContains(page, "Agenda: nog zonder spoor: gemeenteraden 2.")
    nothing = press_for_chosen(desk, listing("dossier"), chosen | {"kinds": []})
    assertContains(nothing, "Kies ten minste één soort organen.")
    answer = press_for_chosen(desk, listing("dossier"), chosen, follow=True)
    assertContains(answer, "Nieuwe besluitsporen: 2.")
    assertContains(answer, "Van alle 2 raden is nog niet bekend wat ze besloten")
    assert set(dossier.tracks.values_list("body", flat=True)) == {council.pk, other_council.pk}


def test_a_decision_is_written_down_at_the_track(desk, version, council, deck):
    dossier = Dossier.objects.create(slug="agenda", title="Agenda", summary="Besluit.", version=version)
    track = Track.objects.create(dossier=dossier, body=council)
    data = {
        "dossier": dossier.pk,
        "body": council.pk,
        "website": "raad.example.org",
        "decisions-TOTAL_FORMS": "1",
        "decisions-INITIAL_FORMS": "0",
        "decisions-0-outcome": "voorwaarde",
        "decisions-0-decided_on": "26-06-2023",
        "decisions-0-source": deck.pk,
        "decisions-0-entered_as": "bureau",
        "steps-TOTAL_FORMS": "1",
        "steps-INITIAL_FORMS": "0",
        "steps-0-kind": "bespreking",
        "steps-0-happened_on": "12-06-2023",
        "steps-0-source": deck.pk,
        "steps-0-entered_as": "bureau",
        **{f"{rows}-{count}_FORMS": "0" for rows in BESIDE for count in ("TOTAL", "INITIAL")},
    }
    assertContains(desk.post(form(track), data), "Schrijf de voorwaarde op.")
    assertRedirects(desk.post(form(track), data | {"decisions-0-condition": "Mits."}), listing("track"))
    track.refresh_from_db()
    assert track.website == "https://raad.example.org"
    assert track.decisions.get().condition == "Mits."
    assertContains(desk.get(listing("track")), "besproken, 12-06-2023")
    assertContains(desk.get(form(dossier)), "Voorwaarde")
