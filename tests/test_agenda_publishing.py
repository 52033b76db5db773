"""How the secretariat makes, checks and publishes a version of the agenda in the admin."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda import actions
from agenda.actions import Refused, draft_next, publish
from agenda.checks import advice, comparison_with_last, problems
from agenda.models import Agenda, ChangeKind, Element, ElementKind, Version, Wording
from consultation.models import Consultation
from tests.filling import press


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def draft(version, goal, ambition):
    """Version 2 in preparation, with the words of version 1."""
    return draft_next(version=version)


def address(version, act="change"):
    return reverse(f"admin:agenda_version_{act}", args=[version.pk])


class TestChecks:
    def test_a_version_without_words_or_with_a_goal_under_no_line_cannot_be_published(self, draft, goal):
        assert problems(draft) == []
        draft.wordings.get(element=goal.parent).delete()
        assert problems(draft) == ["Opgave 1.2 (RZ24-L1.2@2) valt onder geen lijn die in deze versie staat."]
        draft.wordings.all().delete()
        assert problems(draft) == ["Deze versie heeft nog geen teksten."]

    def test_what_is_missing_is_told(self, version, draft, goal, ambition):
        assert advice(draft, comparison_with_last(draft)) == [
            "Er is niets gewijzigd sinds de vorige versie.",
            "De bron van deze versie is niet ingevuld.",
            "Er is nog geen Woo-categorie gekozen.",
        ]
        draft.wordings.get(element=ambition).delete()
        draft.wordings.filter(element=goal).update(text="Andere woorden", position=10)
        assert advice(draft, comparison_with_last(draft)) == [
            "Regionale ambitie 3 (RZ24-R3@1) vervalt: zeg bij het onderdeel waar het verder gaat.",
            "Opgave 1.2 (RZ24-L1.2@2): kies of de wijziging inhoudelijk of redactioneel is.",
            "Opgave 1.2 en Uitvoeringslijn 1 staan op dezelfde plaats in de volgorde.",
            "De bron van deze versie is niet ingevuld.",
            "Er is nog geen Woo-categorie gekozen.",
        ]


class TestPublishing:
    def test_it_is_the_agenda_at_once_and_its_parts_take_their_place(self, client, draft, goal, ambition):
        draft.wordings.filter(element=goal).update(number="1.1", position=11, text="Nieuwe woorden")
        draft.wordings.get(element=ambition).delete()
        publish(version=draft)
        assert Version.objects.current().pk == draft.pk
        goal.refresh_from_db()
        ambition.refresh_from_db()
        assert (goal.number, goal.position) == ("1.1", 11)
        assert ambition.position > goal.position
        assert "Nieuwe woorden" in client.get("/agenda/").text

    def test_two_parts_may_share_a_place(self, draft, goal, ambition):
        draft.wordings.update(position=10)
        publish(version=draft)
        positions = list(Element.objects.order_by("position").values_list("position", flat=True))
        assert positions == [10, 11, 12]

    def test_it_can_be_planned_and_taken_back_until_its_moment(self, draft, version):
        publish(version=draft, at=timezone.now() + timedelta(days=1))
        assert Version.objects.current() == version
        actions.unschedule(version=draft)
        draft.refresh_from_db()
        assert draft.published_at is None
        publish(version=draft)
        with pytest.raises(Refused, match="staat al op de site"):
            actions.unschedule(version=draft)
        with pytest.raises(Refused, match="staat al op de site"):
            publish(version=draft)

    def test_an_older_draft_cannot_be_published_after_a_newer(self, draft, version):
        newer = draft_next(version=version)
        publish(version=newer)
        with pytest.raises(Refused, match="Versie 3 staat al op de site."):
            publish(version=draft)

    def test_a_draft_can_be_thrown_away_and_nothing_else(self, draft, version):
        with pytest.raises(Refused):
            actions.discard(version=version)
        actions.discard(version=draft)
        assert list(Version.objects.all()) == [version]

    def test_a_draft_that_a_consultation_is_about_stays(self, draft):
        now = timezone.now()
        Consultation.objects.create(slug="c", title="C", version=draft, opens_at=now, closes_at=now + timedelta(days=1))
        with pytest.raises(Refused, match="verwijst naar deze versie"):
            actions.discard(version=draft)
        assert draft.wordings.count() == 3


class TestDesk:
    def test_the_page_of_publishing_shows_what_changes_and_what_is_missing(self, desk, draft, goal):
        words = draft.wordings.get(element=goal)
        words.text, words.change = "Werken aan een sterke arbeidsmarkt", ChangeKind.SUBSTANCE
        words.save()
        page = desk.get(address(draft, "publish")).text
        assert "1 onderdeel is gewijzigd.".replace(" ", " ") in page.replace("\xa0", " ")
        assert '<ins><span class="visually-hidden"> door: </span>sterke' in page
        assert "<li>De bron van deze versie is niet ingevuld.</li>" in page
        assert "Publiceer deze versie" in page
        assert Version.objects.get(pk=draft.pk).published_at is None

    def test_publishing_now_later_and_taking_back(self, desk, draft):
        later = timezone.localtime() + timedelta(days=2)
        data = {"at_0": f"{later:%Y-%m-%d}", "at_1": "09:00"}
        page = press(desk, address(draft, "publish"), data, follow=True)
        assert "komt op de site op" in page.text
        assert "Haal van de planning" in page.text
        press(desk, address(draft, "unschedule"))
        assert Version.objects.get(pk=draft.pk).published_at is None
        page = press(desk, address(draft, "publish"), {}, follow=True)
        assert "staat op de site." in page.text
        assert Version.objects.get(pk=draft.pk).is_published()

    @pytest.mark.parametrize("at", [{"at_0": "2020-01-01", "at_1": "09:00"}, {"at_0": "\0", "at_1": "x"}])
    def test_a_wrong_moment_publishes_nothing(self, desk, draft, at):
        page = press(desk, address(draft, "publish"), at)
        assert page.status_code == 200
        assert "Pas eerst de fouten hieronder aan." in page.text
        assert Version.objects.get(pk=draft.pk).published_at is None

    def test_a_version_with_a_problem_has_no_button(self, desk, draft, goal):
        draft.wordings.get(element=goal.parent).delete()
        page = desk.get(address(draft, "publish")).text
        assert "valt onder geen lijn" in page
        assert "Publiceer deze versie" not in page
        assert "valt onder geen lijn" in press(desk, address(draft, "publish"), {}, follow=True).text
        assert Version.objects.get(pk=draft.pk).published_at is None

    def test_throwing_away_asks_first(self, desk, draft):
        assert "3\xa0teksten verdwijnen." in desk.get(address(draft, "discard")).text
        assert Version.objects.filter(pk=draft.pk).exists()
        page = press(desk, address(draft, "discard"), follow=True)
        assert "is weggegooid." in page.text
        assert not Version.objects.filter(pk=draft.pk).exists()

    def test_a_next_version_is_made_from_the_page_of_one(self, desk, version, goal):
        path = address(version, "draft_next")
        assert f'<a href="{path}">Maak een nieuwe versie van deze</a>' in desk.get(address(version)).text
        assert desk.get(path).status_code == 200
        assert Version.objects.count() == 1
        page = press(desk, path, follow=True)
        assert "versie 2 (concept) is gemaakt." in page.text
        assert Version.objects.get(number=2).wordings.count() == 2

    def test_where_an_ended_part_went_on_is_said_without_scripts(self, desk, agenda, ambition, goal):
        elsewhere = Agenda.objects.create(
            slug="later", title="Later", first_year=2028, last_year=2032, source=agenda.source
        )
        Element.objects.create(agenda=elsewhere, code="LA28-A", kind=ElementKind.AMBITION, position=1, name="Anders")
        page = desk.get(reverse("admin:agenda_element_change", args=[ambition.pk])).text
        choices = re.search(r'<select name="successions-0-successor".*?</select>', page, re.DOTALL)[0]
        assert f'<option value="{goal.pk}">{goal.in_full}</option>' in choices
        assert "Anders" not in choices

    def test_what_is_published_is_read_and_not_edited(self, desk, version, wording):
        page = desk.get(address(version))
        assert 'name="number"' not in page.text
        assert page.context["inline_admin_formsets"] == []
        words = desk.get(reverse("admin:agenda_wording_change", args=[wording.pk])).text
        assert 'name="markup"' not in words
        assert 'name="explanation"' in words
        assert "<p>Werken aan een toekomstbestendige arbeidsmarkt</p>" in words
        element = desk.get(reverse("admin:agenda_element_change", args=[wording.element_id])).text
        assert 'name="code"' not in element
        for name, row in [("version", version), ("wording", wording)]:
            assert desk.post(reverse(f"admin:agenda_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403

    def test_a_form_that_pretends_changes_nothing_published(self, desk, version, wording):
        data = {"markup": "<p>Andere woorden</p>", "number": "9", "position": "9", "change": "", "change_note": ""}
        path = reverse("admin:agenda_wording_change", args=[wording.pk])
        assert desk.post(path, data | {"explanation": "In gewone taal."}).status_code == 302
        wording.refresh_from_db()
        assert (wording.text, wording.number) == ("Werken aan een toekomstbestendige arbeidsmarkt", "1.2")
        assert wording.explanation == "In gewone taal."
        data = {"number": 9, "status": "vastgesteld", "dated_on": "2020-01-01", "note": "Toch dit.", "source": ""}
        assert desk.post(address(version), data).status_code == 302
        version.refresh_from_db()
        assert (version.number, version.note) == (1, "Toch dit.")

    def test_a_part_is_added_to_the_draft_and_taken_out_of_it(self, desk, draft, goal):
        path = reverse("admin:agenda_element_add")
        line = goal.parent
        data = {
            "agenda": draft.agenda_id,
            "code": "RZ24-L1.9",
            "name": "Scholen",
            "kind": ElementKind.GOAL,
            "number": "1.9",
            "parent": line.pk,
            "position": 99,
            "wordings-TOTAL_FORMS": 1,
            "wordings-INITIAL_FORMS": 0,
            "wordings-0-version": draft.pk,
            "wordings-0-markup": "<p>Elke wijk heeft een <b>school</b>.</p>",
        }
        for prefix in ["links", "successions"]:
            data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        page = desk.post(path, data)
        assert page.status_code == 302, page.context["errors"]
        words = Wording.objects.get(element__code="RZ24-L1.9")
        assert (words.version, words.number, words.position, words.parent) == (draft, "1.9", 99, line)
        assert words.html == "<p>Elke wijk heeft een <strong>school</strong>.</p>"
        press(desk, reverse("admin:agenda_wording_delete", args=[words.pk]))
        assert not Wording.objects.filter(pk=words.pk).exists()

    @pytest.mark.parametrize("act", ["draft_next", "publish", "unschedule", "discard"])
    def test_only_the_secretariat_acts(self, client, draft, councillor, act):
        login = f"/beheer/login/?next={address(draft, act)}"
        assert client.post(address(draft, act)).url == login
        client.force_login(councillor)
        assert client.post(address(draft, act)).url == login
        assert client.get(login).status_code == 403
        assert Version.objects.filter(pk=draft.pk, published_at=None).exists()
