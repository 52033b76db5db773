"""Reacting: from a passage to a receipt, and everything that can come between."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import Element, ElementKind, Version, Wording
from consultation import actions, typed
from consultation.models import Level, Point, Question, Response, ResponseState
from consultation.models.point import POINT_LENGTH
from consultation.senders import senders
from partners.models import Body, BodyKind, Capacity, Mandate, User
from partners.templatetags.dutch import moment
from tests.published import put, unsealed

FORM = "/consultaties/conceptagenda/reageren/RZ24-L1.2/"
NEW = f"{FORM}?nieuw=1"
QUESTIONS = "/consultaties/conceptagenda/vragen/"
MINE = "/mijn-reacties/"

WISH = {"kind": "wens", "text": "Noem ook het mkb.", "proposal": "Werken met het mkb aan de arbeidsmarkt"}


@pytest.fixture
def group_member(council):
    """A member of the council of Zwolle with a party group, who so can react in two names."""
    user = User.objects.create_user("fractielid@example.org", name="Fenna Fractielid")
    Mandate.objects.create(
        user=user, body=council, capacity=Capacity.COUNCILLOR, party_group="Stadsbelang", starts_on=date(2022, 3, 30)
    )
    return user


@pytest.fixture
def member(client, councillor, goal, open_consultation):
    """The browser of the council member, signed in, while the consultation runs."""
    client.force_login(councillor)
    return client


@pytest.fixture
def draft(councillor, wording, open_consultation):
    """A letter of the council member with one finished point, not sent."""
    return write(councillor, open_consultation, wording).response


@pytest.fixture
def sent(draft):
    return send(draft)


def write(author, consultation, wording, *, level=None, **content):
    """A point of `author`, in the first name they may use or that of `level`."""
    sender = next(sender for sender in senders(author) if level in (None, sender.level))
    return actions.save_point(
        author=author,
        consultation=consultation,
        sender=sender,
        wording=wording,
        content=WISH | content,
        opened_at=timezone.now(),
    )


def send(letter, **choices):
    """Sends the letter as its writer would."""
    return actions.send(letter=letter, by=letter.author, **choices)


def fields(page):
    """What the form on a page would send if nothing were typed but the first of several names chosen."""
    hidden = dict(re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', page.text))
    names = re.findall(r'<input type="radio" name="sender" value="([^"]+)"', page.text)
    return hidden | ({"sender": names[0]} if names else {})


def asked(client, address):
    """The form at `address` and where it is; where a page first asks for a name, in the first that one may use."""
    page = client.get(address)
    if names := re.findall(r'href="\?namens=([^"]+)"', page.text):
        address = f"{address}?namens={names[0]}"
        page = client.get(address)
    return address, page


def fill(client, address, typed, **options):
    """Opens the form at `address`, types, and presses the button."""
    address, page = asked(client, address)
    return client.post(address, fields(page) | typed, **options)


def close(consultation, *, ago):
    consultation.closes_at = timezone.now() - ago
    consultation.save()


# The whole way


def test_a_council_member_reacts_from_passage_to_receipt(
    client, councillor, goal, open_consultation, mailoutbox, django_capture_on_commit_callbacks
):
    page = client.get(FORM, follow=True)
    assert page.redirect_chain == [(f"/inloggen/?next={FORM}", 302)]
    page = client.post(f"/inloggen/?next={FORM}", {"login": councillor.email}, follow=True)
    code = re.search(r"^\d{4}-\d{4}$", mailoutbox[0].body, re.MULTILINE).group()
    page = client.post(page.redirect_chain[-1][0], {"code": code}, follow=True)
    assert page.redirect_chain == [(FORM, 302)]
    assert "<h1>Reageer op opgave 1.2</h1>" in page.text
    assert "Werken aan een toekomstbestendige arbeidsmarkt" in page.text

    page = client.post(FORM, fields(page) | WISH, follow=True)
    letter = Response.objects.get()
    assert page.redirect_chain == [(f"/mijn-reacties/{letter.pk}/controleren/", 302)]
    assert "<h1>Controleer uw reactie</h1>" in page.text
    assert "<dd>Een raadslid, gemeenteraad van Zwolle</dd>" in page.text
    assert letter.state == ResponseState.DRAFT

    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(page.redirect_chain[-1][0], follow=True)
    letter.refresh_from_db()
    assert page.redirect_chain == [(f"/mijn-reacties/{letter.pk}/", 302)]
    assert re.fullmatch(rf"RZ-{timezone.localdate().year}-\d{{4,}}", letter.number)
    assertInHTML(f'<p class="receipt-number nowrap">{letter.number}</p>', page.text)
    assertInHTML("<div><dt>Aantal punten</dt><dd>1</dd></div>", page.text)
    assert "Noem ook het mkb." in page.text

    receipt = mailoutbox[1]
    assert receipt.to == [councillor.email]
    assert receipt.subject == f"Ontvangstbewijs {letter.number}: uw reactie is ontvangen"
    assert f"/mijn-reacties/{letter.pk}/" in receipt.body
    assert "Noem ook het mkb." in receipt.body
    assert "Aantal punten: 1" in receipt.body

    (point,) = letter.points.all()
    assert (point.kind, point.text, point.proposal) == (WISH["kind"], WISH["text"], WISH["proposal"])
    assert point.quoted_text == "Werken aan een toekomstbestendige arbeidsmarkt"
    (submission,) = letter.submissions.all()
    assert submission.content["sender"] == "een raadslid, gemeenteraad van Zwolle"
    assert [point["code"] for point in submission.content["points"]] == ["RZ24-L1.2"]


def test_the_form_says_on_what_one_reacts(member, agenda, version):
    for position, code, kind, name in [
        (91, "RZ24-P1", ElementKind.PRINCIPLE, "Groeien in balans"),
        (92, "RZ24-S", ElementKind.CLOSING, "Sluitstuk"),
    ]:
        element = Element.objects.create(agenda=agenda, code=code, kind=kind, position=position, name=name)
        put(element, version, name)
    page = member.get("/consultaties/conceptagenda/reageren/RZ24-P1/").text
    assert "<title>Reageer op het principe ‘Groeien in balans’ – " in page
    assert "<h1>Reageer op het principe ‘Groeien in balans’</h1>" in page
    assert '<li aria-current="page">Het principe ‘Groeien in balans’</li>' in page
    assert ">Lees meer over het principe ‘Groeien in balans’</a>" in page
    page = member.get("/consultaties/conceptagenda/reageren/RZ24-S/").text
    assert "<h1>Reageer op het sluitstuk</h1>" in page


def test_a_draft_may_be_unfinished_and_is_finished_later(member):
    page = fill(member, FORM, {"text": "Eerste gedachte", "draft": ""}, follow=True)
    assert page.redirect_chain == [(MINE, 302)]
    assert "Uw concept is opgeslagen op" in page.text
    letter = Response.objects.get()
    review = f"/mijn-reacties/{letter.pk}/controleren/"
    page = member.get(review)
    assert "<p>Vul eerst dit aan:</p>" in page.text
    assert "Opgave 1.2: Toekomstbestendige arbeidsmarkt: kies wat voor reactie het is" in page.text
    assert "<button" not in page.text
    page = member.post(review)
    assert page.status_code == 200
    assert "Uw reactie is nog niet verstuurd" in page.text
    point = letter.points.get()
    fill(member, f"/mijn-reacties/{letter.pk}/punten/{point.pk}/", {"kind": "vraag", "text": "Wie doet dit?"})
    page = member.post(review, follow=True)
    letter.refresh_from_db()
    assert letter.state == ResponseState.SENT
    assert "Wie doet dit?" in page.text


def test_several_points_make_one_letter(member, goal, line):
    fill(member, FORM, WISH)
    fill(member, "/consultaties/conceptagenda/reageren/RZ24-L1/", WISH | {"text": "En dit."})
    letter = Response.objects.get()
    assert [point.wording.element for point in letter.points.with_subject()] == [line, goal]


def test_one_who_began_on_a_passage_goes_on_there_or_writes_another_point(member, draft, goal):
    (point,) = draft.points.all()
    page = member.get(FORM, follow=True)
    assert page.redirect_chain == [(f"/mijn-reacties/{draft.pk}/punten/{point.pk}/", 302)]
    assert "Noem ook het mkb.</textarea>" in page.text
    assert f'href="{NEW}">Schrijf een nieuw punt</a>' in page.text
    page = member.get(NEW)
    assert "Over deze tekst staat al iets in uw reactie. Wat u hier schrijft, komt erbij." in page.text
    assert "Noem ook het mkb.</textarea>" not in page.text
    fill(member, NEW, WISH | {"text": "En dit."})
    assert [point.text for point in draft.points.order_by("pk")] == ["Noem ook het mkb.", "En dit."]


# Namens wie


def test_who_can_react_in_one_name_is_told_and_not_asked(client, clerk, goal, open_consultation):
    client.force_login(clerk)
    page = client.get(FORM)
    assert "U reageert <strong>namens de gemeenteraad van Zwolle</strong>." in page.text
    assert "Namens wie reageert u?" not in page.text


def test_who_can_react_in_several_names_chooses(client, group_member, goal, open_consultation):
    client.force_login(group_member)
    page = client.get(FORM)
    own, group, council = senders(group_member)
    assert [own.label, group.label, council.label] == [
        "Voor mijzelf, als raadslid (gemeenteraad van Zwolle)",
        "Namens mijn fractie, Stadsbelang (gemeenteraad van Zwolle)",
        "Namens de gemeenteraad van Zwolle",
    ]
    assert page.text.count('type="radio" name="sender"') == 3
    assert "Fout: kies namens wie u reageert" in fill(client, FORM, WISH | {"sender": ""}).text
    fill(client, FORM, WISH | {"sender": group.key})
    letter = Response.objects.get()
    assert (letter.level, letter.sender) == (Level.PARTY_GROUP, "fractie Stadsbelang, gemeenteraad van Zwolle")
    fill(client, FORM, WISH | {"sender": own.key})
    assert Response.objects.get(level=Level.PERSONAL).party_group == ""


def test_the_name_one_wrote_in_before_is_told_and_not_chosen(client, group_member, wording, open_consultation):
    letter = write(group_member, open_consultation, wording, level=Level.PARTY_GROUP).response
    client.force_login(group_member)
    own, group, _ = senders(group_member)
    for address in (FORM, QUESTIONS):
        page = client.get(address).text
        assert f"{group.label}. Uw groep heeft al een concept" in page
        assert f"{own.label}. " not in page
        assert "checked" not in page
    letter = send(letter)
    for address in (FORM, QUESTIONS):
        told = f'{group.label}. Uw groep heeft al reactie <span class="nowrap">{letter.number}</span>'
        assert told in client.get(address).text


def test_each_of_several_names_says_whether_a_decision_comes_first(client, clerk, council, goal, open_consultation):
    Mandate.objects.create(user=clerk, body=council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    client.force_login(clerk)
    page = client.get(FORM).text
    told = "Namens de gemeenteraad van Zwolle. U schrijft die samen. Versturen kan pas als het besluit is genomen"
    assert told in page
    assert page.count("Versturen kan pas als het besluit is genomen") == 1


@pytest.mark.parametrize(
    ("kind", "name", "capacity", "label", "sender", "in_name_of"),
    [
        (
            BodyKind.COUNCIL,
            "gemeenteraad van Dalfsen",
            Capacity.CLERK,
            "Namens de gemeenteraad van Dalfsen",
            "gemeenteraad van Dalfsen",
            "namens de gemeenteraad van Dalfsen",
        ),
        (
            BodyKind.STATES,
            "Provinciale Staten van Overijssel",
            Capacity.STATES_MEMBER,
            "Voor mijzelf, als Statenlid (Provinciale Staten van Overijssel)",
            "een Statenlid, Provinciale Staten van Overijssel",
            "als Statenlid van Provinciale Staten van Overijssel",
        ),
        (
            BodyKind.DEPUTIES,
            "Gedeputeerde Staten van Overijssel",
            Capacity.EXECUTIVE,
            "Namens Gedeputeerde Staten van Overijssel",
            "Gedeputeerde Staten van Overijssel",
            "namens Gedeputeerde Staten van Overijssel",
        ),
        (
            BodyKind.EXECUTIVE,
            "college van Dalfsen",
            Capacity.EXECUTIVE,
            "Namens het college van Dalfsen",
            "college van Dalfsen",
            "namens het college van Dalfsen",
        ),
        (
            BodyKind.EXECUTIVE,
            "college van Dalfsen",
            Capacity.OFFICER,
            "Namens het college van Dalfsen",
            "college van Dalfsen",
            "namens het college van Dalfsen",
        ),
        (
            BodyKind.BOARD,
            "dagelijks bestuur",
            Capacity.EXECUTIVE,
            "Namens de organisatie Dalfsen",
            "Dalfsen",
            "namens de organisatie Dalfsen",
        ),
    ],
)
def test_each_capacity_reacts_in_its_own_name(
    client, dalfsen, wording, open_consultation, kind, name, capacity, label, sender, in_name_of
):
    user = User.objects.create_user("iemand@example.org")
    body = Body.objects.create(partner=dalfsen, kind=kind, name=name)
    Mandate.objects.create(user=user, body=body, capacity=capacity, starts_on=date(2022, 3, 30))
    choices = [choice.label for choice in senders(user)]
    assert choices[0] == label
    letter = write(user, open_consultation, wording).response
    assert (letter.sender, letter.in_name_of) == (sender, in_name_of)
    client.force_login(user)
    assert f"{in_name_of[0].upper()}{in_name_of[1:]}: 1\N{NO-BREAK SPACE}punt." in client.get(MINE).text
    told = [f"/mijn-reacties/{letter.pk}/punten/{letter.points.get().pk}/"]
    for address in [*told, NEW, QUESTIONS] if len(choices) == 1 else told:
        assert f"U reageert <strong>{in_name_of}</strong>." in client.get(address).text
    send(letter, decided_on=date(2022, 10, 31))
    page = client.get(f"/mijn-reacties/{letter.pk}/")
    assertInHTML(f"<div><dt>U reageerde</dt><dd>{in_name_of}</dd></div>", page.text)


def test_a_party_group_is_named_with_its_body(client, group_member, wording, open_consultation):
    write(group_member, open_consultation, wording, level=Level.PARTY_GROUP)
    client.force_login(group_member)
    says = "Namens de fractie Stadsbelang in de gemeenteraad van Zwolle: 1\N{NO-BREAK SPACE}punt."
    assert says in client.get(MINE).text


def test_a_mandate_counts_on_its_first_and_last_day_only(councillor):
    councillor.mandates.update(starts_on=date(2022, 3, 30), ends_on=date(2026, 3, 31))
    days = [date(2022, 3, 29), date(2022, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]
    assert [len(senders(councillor, on=day)) for day in days] == [0, 2, 2, 0]


@pytest.mark.parametrize("address", [FORM, QUESTIONS])
def test_who_may_react_in_nobodys_name_reads_whom_to_ask(member, councillor, address):
    councillor.mandates.update(ends_on=date(2022, 4, 1))
    page = member.get(address)
    assert page.status_code == 403
    assert "<h1>U kunt nog niet reageren</h1>" in page.text
    assert "mailto:regiozwolle@zwolle.nl" in page.text


@pytest.mark.parametrize("key", ["999999-persoonlijk", "x", "99999999999999999999999-raad", "{clerk}"])
def test_a_name_that_is_not_yours_is_refused(client, group_member, clerk, goal, open_consultation, key):
    client.force_login(group_member)
    (of_clerk,) = senders(clerk)
    page = fill(client, FORM, WISH | {"sender": key.format(clerk=of_clerk.key)})
    assert "Fout: kies namens wie u reageert. Uw eerdere keuze kan niet meer." in page.text
    assert Response.objects.count() == 0


def test_a_council_says_when_it_decided(client, clerk, wording, open_consultation):
    letter = write(clerk, open_consultation, wording).response
    client.force_login(clerk)
    review = f"/mijn-reacties/{letter.pk}/controleren/"
    for day, says in [
        ("", "vul in op welke dag dit is besloten"),
        ("gisteren", "vul de dag in als dag, maand en jaar"),
        ("2999-01-01", "vul een dag in die al is geweest"),
        ("1-1-99999", "vul de dag in als dag, maand en jaar"),
    ]:
        page = client.post(review, {"decided_on": day})
        assert f"Fout: {says}" in page.text
        assert "<title>Fout: Controleer uw reactie" in page.text
        assert "<p>Pas eerst dit aan:</p>" in page.text
    page = client.post(review, {"decided_on": "31-10-2022", "decision_url": "javascript:alert(1)"})
    assert "Fout: vul een heel adres in" in page.text
    page = client.post(review, {"decided_on": "31-10-2022", "decision_url": "https://raad.example.org/1"}, follow=True)
    letter.refresh_from_db()
    assert (letter.decided_on, letter.decision_url) == (date(2022, 10, 31), "https://raad.example.org/1")
    assert "31\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2022" in page.text


def test_the_day_in_the_hint_is_one_the_form_takes(client, clerk, wording, open_consultation):
    letter = write(clerk, open_consultation, wording).response
    client.force_login(clerk)
    review = f"/mijn-reacties/{letter.pk}/controleren/"
    day = re.search(r"Bijvoorbeeld (\d+-\d+-\d{4})\.", client.get(review).text).group(1)
    assert f"vul de dag in als dag, maand en jaar, zoals {day}" in client.post(review, {"decided_on": "gisteren"}).text
    client.post(review, {"decided_on": day, "decision_url": "https://raad.example/besluit"})
    letter.refresh_from_db()
    assert letter.state == ResponseState.SENT
    assert letter.decided_on == timezone.localdate() - timedelta(days=7)


def test_who_needs_a_decision_first_reads_so_before_writing(client, clerk, councillor, wording, open_consultation):
    says = "Versturen kan pas als het besluit is genomen. U vult dan de dag van het besluit in."
    for user, expected in [(clerk, True), (councillor, False)]:
        client.force_login(user)
        point = write(user, open_consultation, wording)
        for address in (NEW, QUESTIONS, f"/mijn-reacties/{point.response_id}/punten/{point.pk}/"):
            assert (says in client.get(address).text) is expected, address


# De vragen


def test_the_questions_are_answered_in_one_form_and_changed_there(member, open_consultation):
    first = open_consultation.questions.get()
    second = Question.objects.create(consultation=open_consultation, position=2, text="Wat mist u?")
    fill(member, QUESTIONS, {f"question-{first.pk}": "Het plan.", f"question-{second.pk}": "Cijfers."})
    letter = Response.objects.get()
    assert [(point.question, point.text) for point in letter.points.with_subject()] == [
        (first, "Het plan."),
        (second, "Cijfers."),
    ]
    assert "Cijfers.</textarea>" in asked(member, QUESTIONS)[1].text
    fill(member, QUESTIONS, {f"question-{first.pk}": "Het hele plan.", f"question-{second.pk}": ""})
    assert [point.text for point in letter.points.all()] == ["Het hele plan."]


def test_a_consultation_without_questions_asks_for_no_answers(member, councillor, wording, open_consultation):
    letter = write(councillor, open_consultation, wording).response
    pages = [MINE, f"/mijn-reacties/{letter.pk}/controleren/", open_consultation.get_absolute_url()]
    assert [member.get(page).text.count(f'href="{QUESTIONS}') for page in pages] == [1, 1, 2]
    open_consultation.questions.all().delete()
    assert [member.get(page).text.count(f'href="{QUESTIONS}') for page in pages] == [0, 0, 0]
    assert (member.get(QUESTIONS).status_code, member.post(QUESTIONS).status_code) == (404, 404)


def test_answers_that_were_sent_say_so(member, open_consultation):
    says = "U hebt deze antwoorden al verstuurd. Wat u hier wijzigt, telt pas als u opnieuw verstuurt."
    name = f"question-{open_consultation.questions.get().pk}"
    fill(member, QUESTIONS, {name: "Het plan."})
    assert says not in asked(member, QUESTIONS)[1].text
    letter = send(Response.objects.get())
    assert says in asked(member, QUESTIONS)[1].text
    fill(member, QUESTIONS, {name: "Een ander plan."})
    page = asked(member, QUESTIONS)[1].text
    assert says not in page
    assert "De wijzigingen daarna nog niet. Wat hier staat, telt pas als u opnieuw verstuurt." in page
    send(letter)
    assert says in asked(member, QUESTIONS)[1].text


def test_answering_no_question_is_explained(member):
    page = fill(member, QUESTIONS, {})
    assert "Fout: beantwoord minstens één vraag voordat u opslaat" in page.text
    assert Response.objects.count() == 0


def test_who_reacts_in_two_names_answers_for_each_apart(client, group_member, open_consultation):
    client.force_login(group_member)
    own, group, _ = senders(group_member)
    question = open_consultation.questions.get()
    page = client.get(QUESTIONS)
    assert "<h1>Namens wie reageert u?</h1>" in page.text
    fill(client, f"{QUESTIONS}?namens={own.key}", {f"question-{question.pk}": "Voor mij dit."})
    assert "Voor mij dit." not in client.get(f"{QUESTIONS}?namens={group.key}").text
    assert "Voor mij dit." in client.get(f"{QUESTIONS}?namens={own.key}").text
    assert "<h1>Namens wie reageert u?</h1>" in client.get(f"{QUESTIONS}?namens=onzin").text


# Fouten


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"text": ""}, "id_text", "schrijf wat u wilt meegeven"),
        ({"kind": ""}, "id_kind_0", "kies wat voor reactie het is"),
        ({"kind": "roddel"}, "id_kind_0", "kies wat voor reactie het is"),
        ({"text": "a\x00b"}, "id_text", "haal het onzichtbare nul-teken uit uw tekst"),
        ({"proposal": "a\x00b"}, "id_proposal", "haal het onzichtbare nul-teken uit uw tekst"),
        ({"text": "x" * (POINT_LENGTH + 1)}, "id_text", "kort de tekst in tot 20.000 tekens"),
    ],
)
def test_an_error_is_explained_twice_and_loses_nothing(member, typed, field, says):
    page = fill(member, FORM, WISH | typed)
    assert page.status_code == 200
    assert "<title>Fout: Reageer op opgave 1.2" in page.text
    assert f'<a href="#{field}">{says.capitalize()}' in page.text
    assert f"Fout: {says}" in page.text
    assert f'id="{field}"' in page.text
    assert "Pas eerst dit aan:" in page.text
    assert page.text.index('id="error-summary"') < page.text.index("<form")
    for name in {"text", "proposal"} - set(typed):
        assert f"{WISH[name]}</textarea>" in page.text
    for name in {"text", "proposal"} & set(typed):
        assert typed[name].replace("\0", "") + "</textarea>" in page.text
    described = re.findall(r'aria-describedby="([^"]+)"', page.text)
    assert [name for names in described for name in names.split() if f'id="{name}"' not in page.text] == []
    assert Point.objects.count() == 0


def test_the_longest_text_fits_however_the_browser_ends_its_lines(member):
    text = "\r\n".join(["x" * 99] * 200)
    fill(member, FORM, WISH | {"text": text})
    assert Point.objects.get().text == text.replace("\r\n", "\n")


def test_nothing_cuts_what_is_pasted_too_long(member):
    assert "maxlength" not in member.get(FORM).text


def test_a_text_of_megabytes_is_answered_with_what_to_do(member):
    page = member.post(FORM, {"text": "x" * 3_000_000})
    assert page.status_code == 400
    assert "Kort een heel lange tekst eerst in." in page.text


def test_an_empty_draft_is_not_kept(member):
    page = fill(member, FORM, {"draft": ""})
    assert "Fout: schrijf iets voordat u het opslaat" in page.text
    assert Response.objects.count() == 0


@pytest.mark.parametrize(
    "nonsense",
    ["a\x00b", "9" * 50, "\N{GRINNING FACE}" * 100, "{{7*7}}", "-1", "\ud7ff\ue000"],
    ids=["zero", "huge", "emoji", "braces", "negative", "private"],
)
def test_nonsense_is_answered_with_a_page(member, draft, open_consultation, nonsense):
    question = open_consultation.questions.get()
    letter, point = f"{MINE}{draft.pk}/", draft.points.get()
    names = ["sender", "kind", "text", "proposal", "seal", "decided_on", "decision_url", f"question-{question.pk}", "x"]
    addresses = [FORM, QUESTIONS, letter, f"{letter}controleren/", f"{letter}punten/{point.pk}/", f"{letter}intrekken/"]
    for address in addresses:
        assert member.post(address, dict.fromkeys(names, nonsense)).status_code < 500, address
        assert member.post(address, {name: [nonsense, nonsense] for name in names}).status_code < 500, address
        broken = member.post(address, b"\xff\x00", content_type="multipart/form-data; boundary=x")
        assert broken.status_code < 500, address
        assert member.get(address, {"namens": nonsense}).status_code < 500, address


def test_what_is_typed_is_shown_and_never_run(member):
    page = fill(member, FORM, WISH | {"text": "<script>alert(1)</script>"}, follow=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script>alert" not in page.text


def test_a_passage_that_is_not_in_the_version_does_not_exist(member, version):
    assert member.get("/consultaties/conceptagenda/reageren/RZ24-L9/").status_code == 404
    assert member.get("/consultaties/bestaat-niet/reageren/RZ24-L1.2/").status_code == 404
    with unsealed():
        Version.objects.update(published_at=None)
    assert member.get(FORM).status_code == 404


# Niets gaat verloren

RESTORED = "Wat u schreef, staat hieronder. Het is nog niet opgeslagen."


def sign_in(client, user):
    """As the code does: the session goes on, with another key."""
    client.force_login(user)


def test_an_expired_session_loses_nothing(member, councillor):
    form = fields(member.get(FORM))
    member.logout()
    page = member.post(FORM, form | WISH, follow=True)
    assert page.redirect_chain == [(f"/inloggen/?next={FORM}", 302)]
    assert "Wat u schreef, is bewaard" in page.text
    sign_in(member, councillor)
    page = member.get(FORM)
    assert "Noem ook het mkb.</textarea>" in page.text
    assert RESTORED in page.text
    assertInHTML('<input type="radio" name="kind" value="wens" id="id_kind_1" required checked>', page.text)
    assert "Fout:" not in page.text.split("<form")[0]
    member.post(FORM, fields(page) | WISH)
    assert Point.objects.get().text == "Noem ook het mkb."
    page = member.get(FORM)
    assert "Noem ook het mkb.</textarea>" not in page.text
    assert RESTORED not in page.text


def test_without_session_and_token_nothing_is_lost_either(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    form = fields(browser.get(FORM))
    browser.cookies.clear()
    page = browser.post(FORM, form | WISH, follow=True)
    assert page.redirect_chain == [(f"/inloggen/?next={FORM}", 302)]
    assert "U was niet meer ingelogd. Wat u schreef, is bewaard en staat na het inloggen klaar." in page.text
    assert "De pagina stond te lang open." not in page.text
    sign_in(browser, councillor)
    page = browser.get(FORM)
    assert "Noem ook het mkb.</textarea>" in page.text
    assert RESTORED in page.text


def test_answers_outlive_an_expired_session_too(client, group_member, open_consultation):
    client.force_login(group_member)
    address = f"{QUESTIONS}?namens={senders(group_member)[1].key}"
    name = f"question-{open_consultation.questions.get().pk}"
    form = fields(client.get(address))
    client.logout()
    page = client.post(address, form | {name: "Het plan."})
    sign_in(client, group_member)
    assert page.headers["Location"].startswith("/inloggen/?next=/consultaties/conceptagenda/vragen/%3Fnamens%3D")
    page = client.get(address)
    assert "Het plan.</textarea>" in page.text
    assert RESTORED in page.text


def test_what_one_typed_never_shows_to_the_next_who_signs_in(member, outsider):
    form = fields(member.get(FORM))
    member.logout()
    member.post(FORM, form | WISH)
    sign_in(member, outsider)
    assert "Noem ook het mkb." not in member.get(FORM).text


def test_what_is_too_long_to_keep_is_shown_to_be_copied(member):
    form = fields(member.get(FORM))
    member.logout()
    text = "Noem ook het mkb. " * 12_000
    page = member.post(FORM, form | WISH | {"text": text})
    assert page.status_code == 403
    assert "<h1>Kopieer eerst uw tekst</h1>" in page.text
    assert f"{text}</textarea>" in page.text


def test_nobody_fills_the_sessions_with_forms_that_were_never_opened(client, goal, open_consultation):
    page = client.post(FORM, WISH | {"seal": "x"})
    assert page.status_code == 403
    assert "Noem ook het mkb.</textarea>" in page.text
    assert client.session.get("typed") is None


def test_a_token_that_lapsed_loses_nothing_and_sends_nothing(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    form = fields(browser.get(FORM))
    page = browser.post(FORM, form | WISH | {"csrfmiddlewaretoken": "x" * 64}, follow=True)
    assert page.redirect_chain == [(FORM, 302)]
    assert "De pagina stond te lang open. Kijk na wat u schreef en ga verder." in page.text
    assert RESTORED in page.text
    assert "Noem ook het mkb.</textarea>" in page.text
    assert Point.objects.count() == 0
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    browser.post(FORM, fields(page) | WISH | {"csrfmiddlewaretoken": token})
    assert Point.objects.count() == 1


def test_a_form_from_another_site_is_never_filled_in(councillor, goal, open_consultation):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(councillor)
    page = browser.post(FORM, WISH, headers={"Origin": "https://example.com"})
    assert page.status_code == 403
    assert "Noem ook het mkb." not in page.text
    assert "Noem ook het mkb." not in browser.get(FORM).text


def opened(user, *, ago):
    """The hidden fields of a form that `user` opened `ago`."""
    sender = senders(user)[0]
    opened_at = (timezone.now() - ago).timestamp()
    return {"sender": sender.key, "seal": signing.dumps([user.pk, opened_at, uuid4().hex], salt=typed.SALT)}


@pytest.mark.parametrize("has_sent_before", [False, True])
def test_who_had_the_form_open_at_closing_can_still_send(
    member, councillor, wording, open_consultation, has_sent_before
):
    if has_sent_before:
        send(write(councillor, open_consultation, wording).response)
        Response.objects.update(created_at=timezone.now() - timedelta(days=1))
    close(open_consultation, ago=timedelta(minutes=5))
    page = member.post(FORM, opened(councillor, ago=timedelta(minutes=10)) | WISH | {"text": "Net op tijd."})
    review = page.headers["Location"]
    assert member.post(review).headers["Location"] == review.removesuffix("controleren/")
    assert Response.objects.get().points.last().text == "Net op tijd."


def test_just_after_closing_the_pages_say_until_when_this_letter_may_be_sent(
    member, draft, open_consultation, mailoutbox, django_capture_on_commit_callbacks
):
    draft.points.create(question=open_consultation.questions.get(), text="Het plan.")
    letter = f"/mijn-reacties/{draft.pk}/"
    assert "reageren kon" not in member.get(f"{letter}controleren/").text
    Response.objects.update(created_at=timezone.now() - timedelta(hours=1))
    close(open_consultation, ago=timedelta(minutes=5))
    until = moment(open_consultation.closes_at + timedelta(minutes=15))
    last_minute = moment(open_consultation.closes_at - timedelta(minutes=1))
    page = member.get(f"{letter}controleren/").text
    assert (
        f"De consultatie is gesloten: reageren kon tot en met {last_minute}. U was op tijd begonnen. "
        f"Daarom kunt u deze reactie nog versturen tot {until}. Daarna kunt u niets meer wijzigen of intrekken."
    ) in page
    assertInHTML("<div><dt>Wijzigen of intrekken</dt><dd>Kan na het versturen niet meer</dd></div>", page)
    assert "kan tot en met" not in page.lower()
    for ends_in_a_refusal in ("Reageer op nog een tekst", "Later verder", QUESTIONS):
        assert ends_in_a_refusal not in page
    assert '<button type="submit">Versturen</button>' in page
    assert f"U kunt nog versturen tot {until}." in member.get(MINE).text
    page = member.get(f"{letter}punten/{draft.points.get(question=None).pk}/").text
    assert f"Daarom kunt u deze reactie nog versturen tot {until}." in page
    with django_capture_on_commit_callbacks(execute=True):
        page = member.post(f"{letter}controleren/", follow=True).text
    assert "De consultatie is gesloten. Uw reactie staat vast." in page
    assert "De consultatie is gesloten. Wijzigen of intrekken kan niet meer." in mailoutbox[0].body
    assert member.post(letter).status_code == 409
    assert Response.objects.get().draft is None


def test_changes_begun_in_time_are_not_called_too_late(member, sent, open_consultation):
    actions.begin_changes(letter=sent)
    close(open_consultation, ago=timedelta(0))
    page = member.get(f"/mijn-reacties/{sent.pk}/").text
    assert "Controleer en verstuur ze</a>." in page
    close(open_consultation, ago=timedelta(minutes=16))
    assert "Daarvoor is het nu te laat." in member.get(f"/mijn-reacties/{sent.pk}/").text


def test_who_opened_the_form_in_time_cannot_send_for_ever(member, councillor, open_consultation, draft):
    close(open_consultation, ago=timedelta(minutes=16))
    page = member.post(FORM, opened(councillor, ago=timedelta(minutes=30)) | WISH)
    assert page.status_code == 409
    assert not draft.can_change()


def test_after_closing_the_form_says_when_it_closed(client, goal, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = client.get(FORM)
    assert page.status_code == 200
    assert "<h1>U kunt hier nu niet reageren</h1>" in page.text
    assert "Deze consultatie is gesloten op" in page.text


def test_before_opening_the_form_says_when_it_opens(client, goal, open_consultation):
    open_consultation.opens_at = timezone.now() + timedelta(days=1)
    open_consultation.save()
    assert "Deze consultatie opent op" in client.get(FORM).text


def test_a_consultation_elsewhere_takes_no_reactions_here(client, goal, open_consultation):
    open_consultation.takes_responses = False
    open_consultation.save()
    assert "Op deze consultatie kunt u niet op deze site reageren." in client.get(FORM).text


def test_what_comes_after_closing_is_shown_to_be_copied(member, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = member.post(FORM, WISH)
    assert page.status_code == 409
    assert "Noem ook het mkb.</textarea>" in page.text
    assert Point.objects.count() == 0


def test_a_seal_of_ones_own_making_opens_nothing(member, open_consultation):
    close(open_consultation, ago=timedelta(minutes=5))
    for seal in ("x", "", "WzEsMF0:1uT:abc", "\x00", "é" * 500):
        assert member.post(FORM, WISH | {"seal": seal}).status_code == 409
    assert Point.objects.count() == 0


def test_a_point_changed_in_one_window_and_sent_in_another_is_not_lost(member, draft):
    address = f"/mijn-reacties/{draft.pk}/punten/{draft.points.get().pk}/"
    form = fields(member.get(address))
    send(draft)
    page = member.post(address, form | WISH | {"text": "Nog een gedachte"})
    assert page.status_code == 409
    assert "Uw reactie is intussen verstuurd." in page.text
    assert "Nog een gedachte</textarea>" in page.text
    assert draft.points.get().text == "Noem ook het mkb."


# Versturen, wijzigen, intrekken


def test_sending_twice_is_sending_once(member, draft, mailoutbox, django_capture_on_commit_callbacks):
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    with django_capture_on_commit_callbacks(execute=True):
        first, second = member.post(review), member.post(review)
    assert first.headers["Location"] == second.headers["Location"] == f"/mijn-reacties/{draft.pk}/"
    assert len(mailoutbox) == 1
    assert draft.submissions.count() == 1


@pytest.mark.django_db(transaction=True)
def test_sending_twice_at_the_same_moment_is_sending_once(draft, mailoutbox):
    def send_once(_):
        try:
            return send(draft).number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(send_once, range(2)))
    assert numbers[0] == numbers[1] == Response.objects.get().number
    assert draft.submissions.count() == 1
    assert len(mailoutbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_the_same_moment_get_two_numbers(councillor, outsider, wording, open_consultation):
    letters = [write(user, open_consultation, wording).response for user in (councillor, outsider)]

    def send_once(letter):
        try:
            return send(letter).number
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(send_once, letters))
    assert len(set(numbers)) == 2


@pytest.mark.django_db(transaction=True)
def test_two_first_points_at_the_same_moment_make_one_letter(councillor, wording, open_consultation):
    def save(_):
        try:
            return write(councillor, open_consultation, wording).response_id
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        letters = set(pool.map(save, range(2)))
    assert len(letters) == 1
    assert Point.objects.count() == 2


def test_a_mandate_that_ended_cannot_send(member, draft, councillor):
    councillor.mandates.update(ends_on=date(2022, 4, 1))
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    page = member.get(review)
    assert "Bij uw account staat niet meer dat u in deze hoedanigheid mag reageren." in page.text
    assert "<button" not in page.text
    page = member.post(review, follow=True)
    assert "Uw reactie is niet verstuurd. Bij uw account staat niet meer" in page.text
    draft.refresh_from_db()
    assert draft.state == ResponseState.DRAFT
    with pytest.raises(actions.Refused):
        send(draft)


def test_a_letter_without_points_cannot_be_sent(member, draft):
    draft.points.all().delete()
    page = member.post(f"/mijn-reacties/{draft.pk}/controleren/")
    assert "Er staat nog niets in uw reactie." in page.text
    with pytest.raises(actions.Refused):
        send(draft)


def test_after_closing_a_draft_is_kept_and_cannot_be_sent(member, draft, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    review = f"/mijn-reacties/{draft.pk}/controleren/"
    page = member.get(review)
    assert "De consultatie is gesloten. Versturen kan niet meer." in page.text
    assert "Noem ook het mkb." in page.text
    page = member.post(review, follow=True)
    assert "Uw reactie is niet verstuurd. Deze consultatie neemt geen reacties meer aan." in page.text
    draft.refresh_from_db()
    assert draft.state == ResponseState.DRAFT


def test_what_was_sent_stands_until_the_change_is_sent(member, sent, wording, open_consultation, councillor):
    page = member.post(f"/mijn-reacties/{sent.pk}/", follow=True)
    assert page.redirect_chain == [(f"/mijn-reacties/{sent.pk}/controleren/", 302)]
    assert f'U wijzigt reactie <span class="nowrap">{sent.number}</span>.' in page.text
    copy = sent.revision.points.get()
    old = sent.points.get()
    fill(member, f"/mijn-reacties/{sent.pk}/punten/{copy.pk}/", WISH | {"text": "Noem het mkb twee keer."})
    write(councillor, open_consultation, wording, text="En dit ook.")
    assert [point.text for point in sent.points.all()] == ["Noem ook het mkb."]
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "U hebt wijzigingen die nog niet zijn verstuurd." in page.text
    assert "Noem het mkb twee keer." not in page.text
    assert "u hebt wijzigingen die nog niet zijn verstuurd" in member.get(MINE).text

    page = member.post(f"/mijn-reacties/{sent.pk}/controleren/", follow=True)
    again = Response.objects.get()
    assert again.number == sent.number
    assert [(point.pk, point.text) for point in again.points.order_by("pk")][0] == (old.pk, "Noem het mkb twee keer.")
    assert [point.text for point in again.points.order_by("pk")] == ["Noem het mkb twee keer.", "En dit ook."]
    assert [
        [point["text"] for point in submission.content["points"]]
        for submission in again.submissions.order_by("sequence")
    ] == [["Noem ook het mkb."], ["Noem het mkb twee keer.", "En dit ook."]]
    assert "U hebt wijzigingen" not in page.text


def test_a_change_is_told_apart_from_the_first_sending(member, sent, mailoutbox, django_capture_on_commit_callbacks):
    yesterday = timezone.now() - timedelta(days=1)
    sent.submissions.update(sent_at=yesterday)
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "<h1>Uw reactie is ontvangen</h1>" in page.text
    assert "<dt>Verstuurd</dt>" in page.text
    actions.begin_changes(letter=sent)
    with django_capture_on_commit_callbacks(execute=True):
        page = member.post(f"/mijn-reacties/{sent.pk}/controleren/", follow=True)
    sent.refresh_from_db()
    assert f"<title>Uw wijziging is ontvangen: {sent.number}" in page.text
    assert "<h1>Uw wijziging is ontvangen</h1>" in page.text
    assertInHTML(f"<div><dt>Eerst verstuurd</dt><dd>{moment(yesterday)}</dd></div>", page.text)
    assertInHTML(f"<div><dt>Gewijzigd</dt><dd>{moment(sent.sent_at)}</dd></div>", page.text)
    (receipt,) = mailoutbox
    assert receipt.subject == f"Ontvangstbewijs {sent.number}: uw wijziging is ontvangen"
    assert receipt.body.startswith(f"Uw wijziging is ontvangen. Uw ontvangstnummer is {sent.number}.")
    assert f"Eerst verstuurd: {moment(yesterday)}\nGewijzigd: {moment(sent.sent_at)}\n" in receipt.body
    html = receipt.alternatives[0].content
    assert f"<h1>Uw wijziging is ontvangen: {sent.number}</h1>" in html
    assert f"<dt>Eerst verstuurd</dt><dd>{moment(yesterday)}</dd>" in html


def test_a_point_taken_out_is_gone_once_the_change_is_sent(member, sent, wording, open_consultation, councillor):
    write(councillor, open_consultation, wording, text="Dit blijft.")
    gone = sent.revision.points.order_by("pk").first()
    page = member.get(f"/mijn-reacties/{sent.pk}/punten/{gone.pk}/verwijderen/")
    assert "<h1>Wilt u dit punt verwijderen?</h1>" in page.text
    member.post(f"/mijn-reacties/{sent.pk}/punten/{gone.pk}/verwijderen/")
    send(sent)
    assert [point.text for point in Response.objects.get().points.all()] == ["Dit blijft."]


def test_an_answer_can_be_removed_and_given_anew_in_a_change(member, open_consultation):
    question = open_consultation.questions.get()
    name = f"question-{question.pk}"
    fill(member, QUESTIONS, {name: "Het plan."})
    letter = send(Response.objects.get())
    fill(member, QUESTIONS, {name: ""})
    fill(member, QUESTIONS, {name: "Een ander plan."})
    assert [point.text for point in letter.points.all()] == ["Het plan."]
    send(letter)
    assert [point.text for point in Response.objects.get().points.all()] == ["Een ander plan."]


def test_changes_can_be_thrown_away(member, sent):
    actions.begin_changes(letter=sent)
    page = member.get(f"/mijn-reacties/{sent.pk}/verwijderen/")
    assert "<h1>Wilt u deze wijzigingen verwijderen?</h1>" in page.text
    member.post(f"/mijn-reacties/{sent.pk}/verwijderen/")
    assert Response.objects.get() == sent


def test_a_draft_can_be_thrown_away(member, draft):
    page = member.get(f"/mijn-reacties/{draft.pk}/verwijderen/")
    assert "<h1>Wilt u dit concept verwijderen?</h1>" in page.text
    page = member.post(f"/mijn-reacties/{draft.pk}/verwijderen/", follow=True)
    assert "Uw concept is verwijderd." in page.text
    assert Response.objects.count() == 0


def test_what_was_sent_can_be_withdrawn_and_begun_anew(
    member, sent, wording, open_consultation, councillor, mailoutbox, django_capture_on_commit_callbacks
):
    address = f"/mijn-reacties/{sent.pk}/intrekken/"
    assert "intrekken?</h1>" in member.get(address).text
    sent.refresh_from_db()
    assert sent.state == ResponseState.SENT
    with django_capture_on_commit_callbacks(execute=True):
        page = member.post(address, follow=True)
    assert "<h1>U hebt uw reactie ingetrokken</h1>" in page.text
    assert "Te lezen door" not in page.text
    assert mailoutbox[0].subject == f"Uw reactie {sent.number} is ingetrokken"
    assert list(Response.objects.sent()) == []
    assert "Ingetrokken</h2>" in member.get(MINE).text
    assert member.post(f"/mijn-reacties/{sent.pk}/", follow=True).status_code == 409
    anew = write(councillor, open_consultation, wording).response
    assert anew.pk != sent.pk
    assert send(anew).number != sent.number


def test_after_closing_nothing_is_changed_or_withdrawn(member, sent, open_consultation):
    close(open_consultation, ago=timedelta(hours=1))
    page = member.get(f"/mijn-reacties/{sent.pk}/")
    assert "De consultatie is gesloten. Uw reactie staat vast." in page.text
    assert "<button" not in page.text
    page = member.post(f"/mijn-reacties/{sent.pk}/")
    assert page.status_code == 409
    assert "<h1>Wijzigen kan niet meer</h1>" in page.text
    for method, status in [("get", 200), ("post", 409)]:
        page = getattr(member, method)(f"/mijn-reacties/{sent.pk}/intrekken/")
        assert page.status_code == status
        assert "<h1>Intrekken kan niet meer</h1>" in page.text
        assert "<title>Intrekken kan niet meer" in page.text
    with pytest.raises(actions.Refused):
        actions.withdraw(letter=sent, by=sent.author)
    sent.refresh_from_db()
    assert sent.state == ResponseState.SENT


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_fails_does_not_undo_the_sending(draft, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    send(draft)
    draft.refresh_from_db()
    assert draft.state == ResponseState.SENT
    assert "Connection refused" in caplog.text


def test_the_database_keeps_what_was_sent_in_order(sent, wording):
    for changes in (
        {"number": None},
        {"state": ResponseState.DRAFT},
        {"level": Level.COUNCIL, "decided_on": None},
        {"revises": sent},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Response.objects.filter(pk=sent.pk).update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        sent.points.create(text="Waarover?", quoted_text="Woorden van nergens")


def test_the_words_one_reacted_on_stay_when_the_text_changes(sent, wording):
    with unsealed():
        Wording.objects.update(text="Iets heel anders")
    assert sent.points.get().quoted_text == "Werken aan een toekomstbestendige arbeidsmarkt"


# Wie mag wat


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
    assert Response.objects.count() == 0


PRIVATE = ["", "controleren/", "intrekken/", "verwijderen/", "punten/{point}/", "punten/{point}/verwijderen/"]


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head"])
@pytest.mark.parametrize("tail", PRIVATE)
@pytest.mark.parametrize("stage", ["draft", "sent"])
def test_a_letter_exists_for_its_author_only(client, draft, clerk, outsider, secretary, stage, tail, method):
    letter = send(draft) if stage == "sent" else draft
    address = f"/mijn-reacties/{letter.pk}/{tail.format(point=letter.points.get().pk)}"
    before = list(Point.objects.values()), list(Response.objects.values())
    if method in ("put", "delete"):
        client.force_login(draft.author)
        assert getattr(client, method)(address).status_code == 405
        return
    page = getattr(client, method)(address)
    assert page.status_code == 302
    assert page.headers["Location"] == f"/inloggen/?next={address}"
    for stranger in (clerk, outsider, secretary):
        client.force_login(stranger)
        assert getattr(client, method)(address).status_code == 404, stranger
    assert (list(Point.objects.values()), list(Response.objects.values())) == before
    if method == "get":
        client.force_login(draft.author)
        expected = {
            ("draft", ""): 302,
            ("draft", "intrekken/"): 302,
            ("sent", "controleren/"): 302,
            ("sent", "verwijderen/"): 302,
            ("sent", "punten/{point}/verwijderen/"): 302,
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
        sent = write(group_member, open_consultation, wording).response
        send(sent)
        actions.begin_changes(letter=sent)
    client.force_login(group_member)
    with django_assert_num_queries(7):
        client.get(MINE)


@pytest.mark.parametrize("points", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("controleren/", 6), ("", 7)])
def test_a_letter_costs_the_same_for_more_points(
    member, councillor, wording, open_consultation, django_assert_num_queries, points, address, queries
):
    for _ in range(points):
        letter = write(councillor, open_consultation, wording).response
    if not address:
        send(letter)
    with django_assert_num_queries(queries):
        member.get(f"/mijn-reacties/{letter.pk}/{address}")


@pytest.mark.parametrize(("address", "queries"), [(NEW, 7), (QUESTIONS, 6)])
def test_the_forms_need_few_queries(member, draft, django_assert_num_queries, address, queries):
    with django_assert_num_queries(queries):
        member.get(address)
