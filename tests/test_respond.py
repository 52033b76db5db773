"""Reacting: from a passage to a receipt, and writing several points on the way."""

import re

from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import Element, ElementKind
from consultation.models import Letter, LetterState
from tests.published import give_words
from tests.reacting import FORM, MINE, NEW, WISH, fields, fill


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
    letter = Letter.objects.get()
    assert page.redirect_chain == [(f"/mijn-reacties/{letter.pk}/controleren/", 302)]
    assert "<h1>Controleer uw reactie</h1>" in page.text
    assert "<dd>Een raadslid, gemeenteraad van Zwolle</dd>" in page.text
    assert letter.state == LetterState.DRAFT

    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(page.redirect_chain[-1][0], {"sharing": "openbaar"}, follow=True)
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
        give_words(element, version, name)
    page = member.get("/consultaties/conceptagenda/reageren/RZ24-P1/").text
    assert "<title>Reageer op het principe ‘Groeien in balans’ – " in page
    assert "<h1>Reageer op het principe ‘Groeien in balans’</h1>" in page
    assert '<li aria-current="page">Het principe ‘Groeien in balans’</li>' in page
    assert ">Groeien in balans</a>" in page
    page = member.get("/consultaties/conceptagenda/reageren/RZ24-S/").text
    assert "<h1>Reageer op het sluitstuk</h1>" in page


def test_a_draft_may_be_unfinished_and_is_finished_later(member):
    page = fill(member, FORM, {"text": "Eerste gedachte", "draft": ""}, follow=True)
    assert page.redirect_chain == [(MINE, 302)]
    assert "Uw concept is opgeslagen op" in page.text
    letter = Letter.objects.get()
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
    page = member.post(review, {"sharing": "openbaar"}, follow=True)
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert "Wie doet dit?" in page.text


def test_several_points_make_one_letter(member, goal, line):
    fill(member, FORM, WISH)
    fill(member, "/consultaties/conceptagenda/reageren/RZ24-L1/", WISH | {"text": "En dit."})
    letter = Letter.objects.get()
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
