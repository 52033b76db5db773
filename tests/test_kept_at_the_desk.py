"""What the secretariat types at the desk lies with the account until it is saved, and is offered again."""

import json
import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from consultation import typed
from consultation.models import KeptText, Question, Theme
from partners.models import User

KEEP = "/beheer/bewaard/"
TYPING = {"HX-Request": "true", "HX-Target": "saved"}
NOTICE = "Wij bewaarden wat u hier typte op"


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def theme(open_consultation):
    return Theme.objects.create(consultation=open_consultation, name="Zorg", heard="Weinig.")


@pytest.fixture
def address(theme):
    """The page of a theme, with two long texts."""
    return reverse("admin:consultation_theme_change", args=[theme.pk])


def form_on(page):
    """All that the form of the desk on a page would send if nothing were typed."""
    form = re.search(r'<form[^>]*id="\w+_form".*</form>', page.text, re.DOTALL)[0]
    sent = dict(re.findall(r'<input type="(?:hidden|text|number|url|date)" name="([^"]+)"(?: value="([^"]*)")?', form))
    texts = re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL)
    chosen = re.findall(r'<select name="([^"]+)".*?</select>', form, re.DOTALL)
    for name in chosen:
        select = re.search(rf'<select name="{name}".*?</select>', form, re.DOTALL)[0]
        sent[name] = next(iter(re.findall(r'<option value="([^"]*)" selected', select)), "")
    boxes = re.findall(r'<input type="checkbox" name="([^"]+)"[^>]*checked', form)
    return sent | dict(texts) | dict.fromkeys(boxes, "on")


def type_in(browser, form, **typed):
    """What the form sends by itself while one types; returns the line under it."""
    answer = browser.post(KEEP, form | typed, headers=TYPING)
    assert answer.status_code == 200
    return answer.text


def another_device(user):
    browser = Client()
    browser.force_login(user)
    return browser


def test_what_is_typed_is_kept_and_offered_with_what_differs(desk, secretary, theme, address):
    page = desk.get(address)
    assert NOTICE not in page.text
    line = type_in(desk, form_on(page), heard="Velen noemden de zorg.")
    assert 'data-state="held"' in line
    assert re.search(r"Uw tekst is bewaard om \d{1,2}\.\d\d\suur\. U hebt hem nog niet opgeslagen\.", line)
    kept = KeptText.objects.get()
    assert (kept.user, kept.address) == (secretary, address)
    page = another_device(secretary).get(address)
    assert NOTICE in page.text
    assert "<dt>Wat er is gezegd</dt>" in page.text
    assert "Velen noemden de zorg" in page.text
    assert f'href="{address}?teruggezet={kept.pk}"' in page.text
    back = desk.get(f"{address}?teruggezet={kept.pk}")
    assert "Velen noemden de zorg.</textarea>" in back.text
    assert "staat in het formulier. Kijk het na en sla het op." in back.text
    assert NOTICE not in back.text
    theme.refresh_from_db()
    assert theme.heard == "Weinig."
    # Going on with it is still one text; saving forgets it.
    form = form_on(back)
    type_in(desk, form, heard="Velen noemden de zorg en het mkb.")
    assert [json.loads(text.content)["heard"] for text in KeptText.objects.all()] == [
        ["Velen noemden de zorg en het mkb."]
    ]
    assert desk.post(address, form | {"heard": "Velen noemden de zorg en het mkb."}).status_code == 302
    theme.refresh_from_db()
    assert theme.heard == "Velen noemden de zorg en het mkb."
    assert KeptText.objects.count() == 0


def test_each_opening_of_a_form_is_a_text_of_its_own_and_what_was_saved_after_all_is_not_offered(desk, address):
    one, other = form_on(desk.get(address)), form_on(desk.get(address))
    type_in(desk, one, heard="In het ene venster.")
    type_in(desk, other, heard="In het andere venster.")
    assert desk.get(address).text.count(NOTICE) == 2
    desk.post(address, one | {"heard": "In het andere venster."})
    assert NOTICE not in desk.get(address).text
    assert KeptText.objects.count() == 0


def test_what_is_thrown_away_is_gone_and_only_of_oneself(desk, address):
    type_in(desk, form_on(desk.get(address)), heard="Niets.")
    kept = KeptText.objects.get()
    colleague = another_device(User.objects.create_superuser("collega@example.org"))
    assert NOTICE not in colleague.get(address).text
    assert "Niets.</textarea>" not in colleague.get(f"{address}?teruggezet={kept.pk}").text
    assert colleague.post(f"{KEEP}{kept.pk}/weg/").status_code == 403
    assert desk.get(f"{KEEP}{kept.pk}/weg/").status_code == 403
    assert KeptText.objects.count() == 1
    page = desk.post(f"{KEEP}{kept.pk}/weg/", follow=True)
    assert "Wat u typte, is weggegooid." in page.text
    assert KeptText.objects.count() == 0


# What a button sends


def test_a_form_with_an_error_is_kept_until_it_is_saved(desk, address):
    form = form_on(desk.get(address)) | {"name": "", "heard": "Velen."}
    page = desk.post(address, form)
    assert page.status_code == 200
    assert NOTICE not in page.text  # it shows it
    assert NOTICE in desk.get(address).text
    assert desk.post(address, form_on(page) | {"name": "Wonen"}).status_code == 302
    assert KeptText.objects.count() == 0


def test_a_session_that_ended_loses_nothing_that_is_sent(desk, secretary, theme, address):
    form = form_on(desk.get(address)) | {"heard": "Na twaalf uur."}
    desk.logout()
    answer = desk.post(address, form)
    assert answer.status_code == 302
    assert "/inloggen/" in desk.get(answer.headers["Location"], follow=True).redirect_chain[0][0]
    line = type_in(desk, form, heard="Na twaalf uur, en verder.")
    assert 'data-state="elsewhere"' in line
    assert f'<a href="/inloggen/?next={address.replace("/", "%2F")}">Log opnieuw in</a>' in line
    assert KeptText.objects.count() == 0
    desk.force_login(secretary)
    page = desk.get(address)
    assert NOTICE in page.text
    assert json.loads(KeptText.objects.get().content)["heard"] == ["Na twaalf uur, en verder."]
    theme.refresh_from_db()
    assert theme.heard == "Weinig."


def test_a_token_that_lapsed_loses_nothing_and_saves_nothing(secretary, theme, address):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(secretary)
    form = form_on(browser.get(address)) | {"heard": "Oud.", "csrfmiddlewaretoken": "x" * 64}
    page = browser.post(address, form, follow=True)
    assert "De pagina stond te lang open. Wat u typte, is bewaard." in page.text
    assert NOTICE in page.text
    assert 'data-state="held"' in type_in(browser, form, heard="Ouder.")
    theme.refresh_from_db()
    assert theme.heard == "Weinig."


# Rows


def test_rows_are_put_back_by_what_they_are(desk, open_consultation):
    address = reverse("admin:consultation_consultation_change", args=[open_consultation.pk])
    question = open_consultation.questions.get()
    gone = Question.objects.create(consultation=open_consultation, position=8, text="Gaat weg")
    form = form_on(desk.get(address))
    count = int(form["questions-TOTAL_FORMS"])
    for place in range(count, count + 2):
        form |= {f"questions-{place}-{name}": "" for name in ("id", "text", "hint")}
        form[f"questions-{place}-position"] = str(20 + place)
    form[f"questions-{count}-text"] = "Een nieuwe vraag?"
    form[f"questions-{count + 1}-text"] = "Nog een nieuwe vraag?"
    form["questions-TOTAL_FORMS"] = str(count + 2)
    places = {form[f"questions-{place}-id"]: place for place in range(count)}
    form[f"questions-{places[str(question.pk)]}-hint"] = "Een nieuwe uitleg."
    form[f"questions-{places[str(gone.pk)]}-hint"] = "Bij een vraag die een ander weghaalt."
    type_in(desk, form)
    gone.delete()
    Question.objects.create(consultation=open_consultation, position=0, text="Van een ander, vooraan")
    page = desk.get(address)
    for words in ("Een nieuwe vraag?", "Nog een nieuwe vraag?", "Een nieuwe uitleg.", "die een ander weghaalt."):
        assert words in page.text.split('id="kept-texts"')[1].split("</section>")[0]
    back = form_on(desk.get(f"{address}?teruggezet={KeptText.objects.get().pk}"))
    rows = {
        back[f"questions-{place}-text"]: back[f"questions-{place}-hint"]
        for place in range(int(back["questions-TOTAL_FORMS"]))
    }
    assert rows[question.text] == "Een nieuwe uitleg."
    assert rows["Van een ander, vooraan"] == ""
    assert {"Een nieuwe vraag?", "Nog een nieuwe vraag?"} < set(rows)


# Acts


def test_what_is_typed_for_an_act_is_kept(desk, open_consultation):
    address = reverse("admin:consultation_consultation_extend", args=[open_consultation.pk])
    page = desk.get(address)
    form = dict(re.findall(r'<input type="hidden" name="(seal|kept_at|restored)" value="([^"]*)"', page.text))
    type_in(desk, form, reason="Omdat het kerst is.")
    assert NOTICE in desk.get(address).text
    back = desk.get(f"{address}?teruggezet={KeptText.objects.get().pk}")
    assert "Omdat het kerst is.</textarea>" in back.text


# What nobody should send


@pytest.mark.parametrize(
    "tampering",
    [
        {"kept_at": ""},
        {"kept_at": "/agenda/"},
        {"kept_at": "https://elders.example/beheer/"},
        {"kept_at": "/beheer/" + "x" * 300},
        {"heard": "x" * 200_001},
    ],
)
def test_what_is_no_form_of_the_desk_is_not_kept(desk, address, tampering):
    line = type_in(desk, form_on(desk.get(address)), **tampering)
    assert 'data-state="refused"' in line
    assert 'role="alert"' in line
    assert KeptText.objects.count() == 0


@pytest.mark.parametrize(
    "seal",
    ["", "WzEsMV0:1xVd7B:dMHC", signing.dumps([1, 2], salt=typed.SALT)],
    ids=["none", "false", "of another form"],
)
def test_a_form_without_our_seal_is_refused(desk, address, seal):
    form = form_on(desk.get(address)) | {"seal": seal}
    assert desk.post(KEEP, form, headers=TYPING).status_code == 403
    assert KeptText.objects.count() == 0


@pytest.mark.parametrize(
    "tampering",
    [
        {"restored": "9" * 40},
        {"restored": "１"},
        {"consultation": "x"},
        {"consultation": "9" * 30},
        {"position": "x\0"},
        {"heard": "\0"},
        {"questions-TOTAL_FORMS": "9" * 9},
    ],
)
def test_whatever_was_kept_the_page_opens(desk, address, tampering):
    assert 'data-state="held"' in type_in(desk, form_on(desk.get(address)), **tampering)
    assert desk.get(address).status_code == 200
    pk = KeptText.objects.get().pk if KeptText.objects.exists() else 1
    assert desk.get(f"{address}?teruggezet={pk}").status_code == 200
    assert desk.get(f"{address}?teruggezet={'9' * 40}").status_code == 200


def test_the_oldest_give_way_and_all_go_after_thirty_days(desk, secretary, address):
    half = "x" * (typed.LIMIT // 2)
    for text in ("Eerst" + half[:3000], half[1000:], half[2000:]):
        type_in(desk, form_on(desk.get(address)), heard=text)
    assert [len(json.loads(text.content)["heard"][0]) for text in KeptText.objects.all()] == [
        len(half) - 1000,
        len(half) - 2000,
    ]
    KeptText.objects.update(updated_at=timezone.now() - timedelta(days=31))
    call_command("clear_kept_texts")
    assert KeptText.objects.count() == 0


def test_what_lies_at_the_desk_is_no_reaction_that_waits(desk, secretary, address):
    type_in(desk, form_on(desk.get(address)), heard="Voor het beheer.")
    assert "Voor het beheer." not in desk.get("/mijn-reacties/").text


def test_a_page_of_the_desk_costs_one_question_more(desk, address):
    with CaptureQueriesContext(connection) as asked:
        desk.get(address)
    about = [query for query in asked.captured_queries if "consultation_kepttext" in query["sql"]]
    assert len(about) == 1
