"""The rules of partners, accounts and mandates that the data itself keeps."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from partners.models import (
    Capacity,
    Mandate,
    Partner,
    PartnerKind,
    User,
)


def test_only_a_municipality_lies_in_a_province(overijssel):
    with pytest.raises(ValidationError, match="Kies bij een gemeente de provincie"):
        Partner(slug="x", name="X", kind=PartnerKind.MUNICIPALITY).full_clean()
    with pytest.raises(ValidationError, match="Kies bij een gemeente de provincie"):
        Partner(slug="x", name="X", kind=PartnerKind.WATER, province=overijssel).full_clean()


def test_one_person_has_one_account_however_the_address_is_typed(councillor):
    again = User(email="Raadslid@Example.ORG")
    again.set_unusable_password()
    with pytest.raises(ValidationError, match="bestaat al"):
        again.full_clean()
    with pytest.raises(IntegrityError, match="email_is_lower_case"), transaction.atomic():
        User.objects.bulk_create([User(email="RAADSLID@example.org")])
    with pytest.raises(IntegrityError, match="email"), transaction.atomic():
        User.objects.create_user("RAADSLID@EXAMPLE.ORG")
    assert User.objects.create_user("Nieuw@Example.org").email == "nieuw@example.org"


def test_a_mandate_holds_from_its_first_up_to_and_including_its_last_day(councillor):
    mandate = councillor.mandates.get()
    Mandate.objects.filter(pk=mandate.pk).update(ends_on=date(2026, 3, 18))
    days = [date(2022, 3, 29), date(2022, 3, 30), date(2026, 3, 18), date(2026, 3, 19)]
    assert [Mandate.objects.held(on=day).exists() for day in days] == [False, True, True, False]


def test_a_mandate_never_overlaps_itself_nor_ends_before_it_starts(councillor, council):
    values = {"user": councillor, "body": council, "capacity": Capacity.COUNCILLOR}
    with pytest.raises(ValidationError, match="loopt al in die periode"):
        Mandate(**values, starts_on=date(2023, 1, 1)).full_clean()
    with pytest.raises(ValidationError, match="Het einde ligt voor het begin"):
        Mandate(**values, starts_on=date(2023, 1, 1), ends_on=date(2022, 1, 1)).full_clean()
    Mandate(**values, starts_on=date(2018, 1, 1), ends_on=date(2022, 3, 29)).full_clean()


def test_only_elected_members_have_a_party_group(clerk, council):
    mandate = Mandate(
        user=clerk, body=council, capacity=Capacity.OFFICER, party_group="Groep", starts_on=date(2023, 1, 1)
    )
    with pytest.raises(ValidationError, match="heeft een fractie"):
        mandate.full_clean()
