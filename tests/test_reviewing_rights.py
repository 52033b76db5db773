"""Once a year an administrator looks through who may do what; that it was done is kept."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.ground.models import Act
from partners.ground.refusal import Refused
from partners.models import Role, User
from regiozwolle.identity.models import AccountChange, RightsCheck, RightsOutcome, RightsReview
from regiozwolle.identity.reviewing import CHOOSE, OWN, WAITS, check, review_rights, review_waiting
from regiozwolle.nudging.writing import write_nudges
from tests.filling import press

ADDRESS = "/beheer/accounts/rechten/"


@pytest.fixture
def administrator(db):
    return User.objects.create_user("beheerder@example.org", name="Bea Beheerder", role=Role.ADMINISTRATOR)


def test_an_administrator_ticks_off_each_person_and_then_says_that_it_is_done(
    client, administrator, secretary, councillor, clerk
):
    User.objects.filter(pk=councillor.pk).update(last_login=timezone.now() - timedelta(days=400))
    client.force_login(administrator)
    assert [words for words, _ in review_waiting(administrator)] == [WAITS]
    page = client.get(ADDRESS)
    assert reverse("admin:partners_user_change", args=[administrator.pk]) in page.text
    mandate, other = councillor.mandates.get(), clerk.mandates.get()
    of_body = reverse("review_rights_of_body", args=[mandate.body_id])
    (row,) = [one for one in page.context["bodies"] if one[0] == of_body]
    assert (row[2:5], row[6]) == ((2, 1, 1), 2)
    assert "Nog na te lopen: 2\xa0mensen in het beheer en 2\xa0hoedanigheden." in page.text
    assert "Iedereen is nagelopen" not in page.text

    assert CHOOSE in press(client, of_body, {"apply": "1"}).text
    page = press(client, of_body, {str(mandate.pk): "beëindigd", str(other.pk): "klopt", "apply": "1"}, follow=True)
    assert "Vastgelegd: 2 nagelopen." in page.text
    mandate.refresh_from_db()
    assert mandate.ends_on == timezone.localdate()
    assert set(RightsCheck.objects.values_list("mandate", "outcome", "made_by")) == {
        (mandate.pk, "beëindigd", administrator.pk),
        (other.pk, "klopt", administrator.pk),
    }
    assert set(Act.objects.filter(words="recht nagelopen").values_list("about_id", "made_by_id")) == {
        (mandate.pk, administrator.pk),
        (other.pk, administrator.pk),
    }
    assert [words for words, _ in review_waiting(administrator)] == ["Rechten nalopen: 2\xa0mensen in het beheer"]

    # One's own account is for a colleague.
    of_staff = reverse("review_rights_of_staff")
    assert OWN in client.get(of_staff).text
    press(client, of_staff, {str(administrator.pk): "klopt", str(secretary.pk): "klopt", "apply": "1"})
    assert set(RightsCheck.objects.filter(mandate=None).values_list("user", flat=True)) == {secretary.pk}
    with pytest.raises(Refused, match="loopt een collega na"):
        check(subject=administrator, outcome=RightsOutcome.KEPT, by=administrator)
    with pytest.raises(Refused, match="Nog niet iedereen is nagelopen"):
        review_rights(by=administrator)
    check(subject=administrator, outcome=RightsOutcome.KEPT, by=secretary)
    assert f"door {administrator}." in client.get(ADDRESS).text

    page = press(client, ADDRESS, {"apply": "1"}, follow=True)
    assert "Vastgelegd dat de rechten op" in page.text
    made = RightsReview.objects.get()
    assert (made.made_by, made.staff_count, made.mandate_count) == (administrator, 2, 2)
    assert review_waiting(administrator) == []
    assert "loopt u ze opnieuw na" in client.get(of_body).text
    with pytest.raises(Refused, match="vandaag al nagelopen"):
        review_rights(by=administrator)
    RightsReview.objects.update(made_at=timezone.now() - timedelta(days=366))
    RightsCheck.objects.update(made_at=timezone.now() - timedelta(days=367))
    assert [words for words, _ in review_waiting(administrator)] == [WAITS]


def test_who_has_no_colleague_looks_at_the_own_account_too(client, administrator):
    client.force_login(administrator)
    of_staff = reverse("review_rights_of_staff")
    assert OWN not in client.get(of_staff).text
    with pytest.raises(Refused, match="loopt een collega na"):
        check(subject=administrator, outcome=RightsOutcome.ENDED, by=administrator)
    press(client, of_staff, {str(administrator.pk): "klopt", "apply": "1"})
    assert RightsCheck.objects.get().made_by == administrator


def test_what_came_of_it_is_true(administrator, secretary, clerk):
    mandate = clerk.mandates.get()
    with pytest.raises(Refused, match="er is het afgelopen jaar niets gewijzigd"):
        check(subject=mandate, outcome=RightsOutcome.CHANGED, by=administrator)
    mandate.starts_on -= timedelta(days=1)
    mandate.save()
    check(subject=mandate, outcome=RightsOutcome.CHANGED, by=administrator)
    with pytest.raises(Refused, match="intussen al nagelopen"):
        check(subject=mandate, outcome=RightsOutcome.KEPT, by=secretary)
    with pytest.raises(Refused, match="heeft alle rechten"):
        check(subject=secretary, outcome=RightsOutcome.ENDED, by=administrator)
    check(subject=administrator, outcome=RightsOutcome.ENDED, by=secretary)
    administrator.refresh_from_db()
    assert administrator.role == Role.NONE
    assert AccountChange.objects.get().after == "geen rechten in het beheer"


def test_administrators_are_mailed_each_month_until_it_is_done(administrator, secretary, mailoutbox, settings):
    assert write_nudges(today=date(2026, 12, 3)) == 1
    assert write_nudges(today=date(2026, 12, 20)) == 0
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == ([administrator.email], "Loop de rechten na")
    assert "2\xa0mensen in het beheer" in mail.body
    assert write_nudges(today=date(2027, 1, 1)) == 1
    settings.NUDGES = False
    assert write_nudges(today=date(2027, 2, 1)) == 0
    settings.NUDGES = True
    RightsReview.objects.create(staff_count=1, mandate_count=0)
    assert write_nudges(today=date(2027, 2, 1)) == 0


def test_who_changed_meanwhile_is_read_first(client, administrator, secretary):
    client.force_login(administrator)
    check(subject=administrator, outcome=RightsOutcome.KEPT, by=secretary)
    check(subject=secretary, outcome=RightsOutcome.KEPT, by=administrator)
    page = client.get(ADDRESS)
    User.objects.filter(pk=secretary.pk).update(role=Role.AUDITOR)
    form = page.text.partition('name="_read" value="')[2].partition('"')[0]
    answer = client.post(ADDRESS, {"_read": form, "apply": "1"})
    assert answer.status_code == 409
    assert not RightsReview.objects.exists()


def test_an_auditor_and_an_editor_read_it_and_do_not_say_so(client, administrator, django_assert_max_num_queries):
    for role in (Role.AUDITOR, Role.EDITOR):
        reader = User.objects.create_user(f"{role}@example.org", role=role)
        client.force_login(reader)
        page = client.get(ADDRESS)
        assert "Bea Beheerder" in page.text
        assert "Iedereen is nagelopen" not in page.text
        assert client.post(ADDRESS, {"apply": "1"}).status_code == 403
        assert review_waiting(reader) == []
    for count in range(30):
        User.objects.create_user(f"r{count}@example.org", role=Role.EDITOR)
    with django_assert_max_num_queries(14):
        client.get(ADDRESS)
