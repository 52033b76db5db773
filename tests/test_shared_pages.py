"""A page that is made once for many says to each what one made for them alone says, and follows what it is made of."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from psycopg.adapt import Transformer

from agenda.models import Agenda, Milestone
from consultation.deciding.models import Dossier
from partners.ground.state import pieces
from partners.models import Partner, Source, User
from regiozwolle.keeping.asked_of_data import AskedQuestion
from regiozwolle.keeping.asking_again import again_of, question_of_all
from regiozwolle.keeping.middleware import Keeper, word_of
from regiozwolle.keeping.shared import Shared
from regiozwolle.keeping.words import KEPT
from tests.test_keeping import links_in

MEMBERS = ["raadslid@voorbeeldstad.example", "griffier@voorbeeldstad.example"]


@pytest.fixture(scope="module")
def portal(content_of_demo, django_db_blocker):
    """A portal that makes each page of pieces, and the same that makes all `anew`, with all that the demo holds."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        anew = Client()
        anew.handler.load_middleware()
        patch.setattr(project, "KEPT_PIECES_MEGABYTES", 64)
        pieces = Client()
        pieces.handler.load_middleware()
        yield SimpleNamespace(anew=anew.handler, pieces=pieces.handler)
        Keeper.in_use.known.close()


def browser_of(handler, user=None):
    browser = Client(headers={"host": "testserver"})
    browser.handler = handler
    if user:
        browser.force_login(user)
    return browser


def kept_of(path):
    """The SharedPage of everybody at this address, or None."""
    return next((page for (_, asked), page in Shared.in_use.pages.pages.items() if asked.path == path), None)


def made_of(path):
    """What stands on the page that is kept, which is another object when it is made again."""
    return kept_of(path).same


def name_of(path):
    word = word_of(path)
    return next((name for name, kept in KEPT.items() if kept is word), "")


def one_of_each(browser):
    """(Name, address, page) of each kind that is kept: the first to which links lead from the front page."""
    waiting, seen = ["/", "/resultaten/projecten/in-de-tijd/grafiek/svg/"], set()
    while waiting:
        path = waiting.pop(0).partition("?")[0]
        name = name_of(path)
        if not name or name in seen:
            continue
        answer = browser.get(path)
        if answer.status_code == 200:
            seen.add(name)
            yield name, path, answer
            waiting += links_in(answer.text) if answer["Content-Type"].startswith("text/html") else []


def test_each_reader_gets_what_a_page_made_for_them_alone_says_and_it_costs_few_questions(portal):
    nobody, shared_nobody = browser_of(portal.anew), browser_of(portal.pieces)
    members = [User.objects.get(email=email) for email in MEMBERS]
    browsers = {user: (browser_of(portal.anew, user), browser_of(portal.pieces, user)) for user in members}
    faults, names = [], set()
    for name, path, answer in one_of_each(nobody):
        names.add(name)
        first = shared_nobody.get(path)
        with CaptureQueriesContext(connection) as asked:
            again = shared_nobody.get(path)
        faults += [f"{path}: {len(asked)} questions"] if len(asked) else []
        faults += [f"{path}: another page" for one in (first, again) if one.content.split() != answer.content.split()]
        faults += [] if kept_of(path) else [f"{path}: is not kept"]
        # What has no part of a reader's own says to the second what it says to the first.
        has_own = (
            not kept_of(path) or kept_of(path).fillers or not all(map(word_of(path).of_members, members, [path] * 2))
        )
        for user, (alone, shared) in list(browsers.items())[: 2 if has_own else 1]:
            with CaptureQueriesContext(connection) as asked:
                own = shared.get(path)
            is_shared = bool(kept_of(path)) and word_of(path).of_members(user, path)
            faults += [f"{path}: {len(asked)} questions of a member"] if is_shared and len(asked) > 8 else []
            faults += (
                [f"{path}: another page of a member"] if own.content.split() != alone.get(path).content.split() else []
            )
    kept = b"".join(same for page in Shared.in_use.pages.pages.values() for same in page.same).decode(errors="ignore")
    faults += [own for own in ("csrfmiddlewaretoken", 'class="account"', *(one.name for one in members)) if own in kept]
    assert not faults, "\n".join(faults)
    assert len(names) > 60


def test_a_page_is_made_again_after_a_change_of_what_it_is_made_of_and_of_nothing_else(portal):
    browser = browser_of(portal.pieces)
    partner = Partner.objects.get(slug="zwolle")
    dossier = Dossier.objects.public().first()
    of_partner, of_dossier = partner.get_absolute_url(), dossier.get_absolute_url()

    def made_anew(path):
        before = made_of(path)
        told = browser.get(path).text
        return told, made_of(path) is not before

    for path in (of_partner, of_dossier, "/over/", "/resultaten/", "/partners/"):
        browser.get(path)
        assert made_anew(path)[1] is False
    dossier.title = "Een heel ander besluit"
    Dossier.objects.filter(pk=dossier.pk).update(title=dossier.title)
    told, is_anew = made_anew(of_dossier)
    assert (is_anew, dossier.title in told) == (True, True)
    assert made_anew("/partners/")[1] is False
    Partner.objects.filter(pk=partner.pk).update(name="Zwolle aan de IJssel")
    told, is_anew = made_anew(of_partner)
    assert (is_anew, "Zwolle aan de IJssel" in told) == (True, True)
    assert "Zwolle aan de IJssel" in made_anew("/partners/")[0]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE results_indicator SET unit = 'mud'")
    assert [made_anew(path)[1] for path in ("/resultaten/", "/partners/")] == [True, False]


def test_who_asks_for_what_only_members_can_gets_a_page_of_their_own(portal):
    member = User.objects.get(email=MEMBERS[0])
    alone, shared, nobody = (
        browser_of(portal.anew, member),
        browser_of(portal.pieces, member),
        browser_of(portal.pieces),
    )
    path = reverse("agenda:compare", args=[Agenda.objects.filter(is_example=True).first().slug])
    for query in ("", "?alles=on", "?mijn=on", ""):
        own = shared.get(path + query)
        assert own.content.split() == alone.get(path + query).content.split()
        assert "Alleen bij mijn punten" in own.text
        assert "Alleen bij mijn punten" not in nobody.get(path + query).text


def test_a_page_is_not_made_again_as_long_as_all_that_it_asked_is_answered_as_it_was(portal):
    browser, dossier = browser_of(portal.pieces), Dossier.objects.public().first()
    path = dossier.get_absolute_url()
    browser.get(path)
    before, page = made_of(path), kept_of(path)
    assert all(one.answer is not None for one in page.read.questions if not one.is_fixed)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE deciding_dossier SET title = title")
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    assert (len(asked), made_of(path) is before, kept_of(path) is page) == (0, True, False)
    # And what it is now is what the next change is compared with.
    for title in ("Een ander besluit", dossier.title):
        Dossier.objects.filter(pk=dossier.pk).update(title=title)
        assert f"<title>{title}" in browser.get(path).text


def test_what_became_public_at_a_moment_after_a_page_was_made_stands_on_it(portal):
    browser, path = browser_of(portal.pieces), "/geschiedenis/"
    source = Source.objects.first()
    told = {"title": "Een mijlpaal van zojuist", "starts_on": date(2025, 1, 1), "date_text": "2025"}
    milestone = Milestone.objects.create(**told, source=source, public_from=None)
    found = Milestone.objects.filter(pk=milestone.pk)
    assert milestone.title not in browser.get(path).text
    found.update(public_from=timezone.now())
    assert milestone.title in browser.get(path).text
    found.update(public_until=timezone.now())
    assert milestone.title not in browser.get(path).text


def test_a_question_is_asked_again_about_the_moment_of_then_and_not_when_it_asks_about_another_moment():
    since, again = timezone.now(), partial(again_of, written=Transformer(connection.connection))
    about = "SELECT pk FROM thing WHERE public_from <= %s AND name IN %s"
    now = timezone.now()
    question = AskedQuestion(about, (now, ["a", "b"]), again(about, (now, ["a", "b"]), since=since))
    later = datetime(2030, 1, 1, 12, tzinfo=UTC)
    asked = question_of_all([question], later)
    assert "public_from <= '2030-01-01 12:00:00+00:00'::timestamptz AND name IN '{a,b}'" in asked
    assert again(about, (now - timedelta(minutes=15), ["a"]), since=since) is None
    assert again(about, (now, [object()]), since=since) is None
    assert again("INSERT INTO thing VALUES (%s, %s)", (1, 2), since=since) is None


def test_a_piece_holds_while_the_page_around_it_is_made_again_and_takes_it_along_when_it_changes(portal):
    browser, path = browser_of(portal.pieces), Dossier.objects.public().first().get_absolute_url()

    def made_anew_by(statement):
        """Whether (the page, the strip on it) is another one after `statement`."""
        before = made_of(path), strip_of_dossier().words
        with connection.cursor() as cursor:
            cursor.execute(statement)
        browser.get(path)
        return [one is not other for one, other in zip(before, (made_of(path), strip_of_dossier().words), strict=True)]

    def strip_of_dossier():
        found = [
            piece for key, piece in Shared.in_use.pieces.pages.items() if {"strip_of", "deciding.Dossier"} <= {*key}
        ]
        return found[-1] if found else None

    browser.get(path)
    assert "life-strip" in strip_of_dossier().words
    assert made_anew_by("UPDATE results_indicator SET unit = unit") == [False, False]
    assert made_anew_by("UPDATE deciding_paper SET title = title || '.'") == [True, False]
    assert made_anew_by("UPDATE results_indicator SET unit = 'modder'") == [True, True]


def test_what_postgresql_refuses_is_never_taken_to_be_answered_as_it_was(portal):
    refused = "SELECT 1 / 0 AS one"
    question = AskedQuestion(
        refused, (), again_of(refused, (), since=timezone.now(), written=Transformer(connection.connection))
    )
    assert Keeper.in_use.known.answers([question], timezone.now()) == [None]


def test_a_piece_is_given_words_and_numbers_alone():
    @pieces.piece
    def doubled(words):
        return words * 2

    assert doubled("ab") == "abab"
    assert not pieces.are_kept()
    token = pieces.keeping.set(SimpleNamespace(piece=lambda make, given: f"kept {make(*given)}"))
    try:
        assert doubled("ab") == "kept abab"
        with pytest.raises(TypeError, match="strings and numbers alone"):
            doubled([Partner()])
    finally:
        pieces.keeping.reset(token)
