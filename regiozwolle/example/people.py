"""The demo's invented towns, their councils and executives, and the people who can sign in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from partners.actions import put_logo
from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, Role, User
from regiozwolle.example.reading import read

DOMAIN = "voorbeeldstad.example"
COUNCILLOR = f"raadslid@{DOMAIN}"


def address(key):
    """The e-mail address of whom people.toml names by `key`."""
    return f"{key}@{DOMAIN}"


@dataclass(frozen=True)
class InventedProvince:
    """The province; `assembly` is the name of its Provinciale Staten."""

    slug: str
    name: str
    assembly: str


@dataclass(frozen=True)
class Town:
    slug: str
    name: str


@dataclass(frozen=True)
class Towns:
    """The municipalities, and the `summary` that the page of each shows."""

    summary: str
    places: list[Town]


@dataclass(frozen=True)
class Person:
    """Who can sign in as `key`@DOMAIN, and what one `can` do as them: for a `body`, or at the desk with a `role`."""

    key: str
    name: str
    can: str
    body: str = ""
    capacity: Capacity | None = None
    party_group: str = ""
    role: Role = Role.NONE

    @property
    def email(self):
        return address(self.key)


@dataclass(frozen=True)
class InventedPeople:
    """The whole of people.toml."""

    province: InventedProvince
    towns: Towns
    people: list[Person]


def accounts():
    """Who can sign in to the demo and as what: (e-mail address, what one can do) of each."""
    return [(person.email, person.can) for person in read("people", InventedPeople).people]


LOGO = (Path(__file__).parent / "logo.png").read_bytes()


def load():
    """The towns with their councils and executives, the province above them, and the people who can sign in."""
    invented = read("people", InventedPeople)
    province, _ = Partner.objects.get_or_create(
        slug=invented.province.slug,
        defaults={
            "name": invented.province.name,
            "kind": PartnerKind.PROVINCE,
            "is_example": True,
            "public_from": timezone.now(),
        },
    )
    Body.objects.get_or_create(partner=province, kind=BodyKind.STATES, defaults={"name": invented.province.assembly})
    for town in invented.towns.places:
        load_town(town, province, invented.towns.summary)
    known = set(User.objects.values_list("email", flat=True))
    new = [person for person in invented.people if person.email not in known]
    for person in new:
        if not person.body:
            User.objects.create_user(person.email, name=person.name, role=person.role)
    give_apps()
    for person in new:
        if person.body:
            Mandate.objects.create(
                user=User.objects.create_user(person.email, name=person.name),
                body=body(person.body),
                capacity=person.capacity,
                party_group=person.party_group,
                starts_on=date(2022, 3, 30),
            )


def give_apps():
    """An app with codes for each of the invented secretariat, which the page of mails shows."""
    for user in secretariat().exclude(authenticator__type=Authenticator.Type.TOTP):
        TOTP.activate(user, generate_totp_secret())


def secretariat():
    """The invented people who work at the desk."""
    keys = [person.email for person in read("people", InventedPeople).people if not person.body]
    return User.objects.filter(email__in=keys)


def load_town(town, province, summary):
    """An invented municipality with its council and executive, and with a logo that says what it is."""
    partner, is_new = Partner.objects.get_or_create(
        slug=town.slug,
        defaults={
            "name": town.name,
            "kind": PartnerKind.MUNICIPALITY,
            "province": province,
            "summary": summary,
            "is_example": True,
            "public_from": timezone.now(),
        },
    )
    if is_new:
        put_logo(partner=partner, picture=LOGO, text="Een witte cirkel en twee golven op een blauw vlak")
    Body.objects.get_or_create(
        partner=partner, kind=BodyKind.COUNCIL, defaults={"name": f"gemeenteraad van {town.name}"}
    )
    Body.objects.get_or_create(
        partner=partner,
        kind=BodyKind.EXECUTIVE,
        defaults={"name": f"college van burgemeester en wethouders van {town.name}"},
    )


def body(key):
    """The Body that "voorbeeldstad/raad" names: the slug of its partner, and its kind."""
    slug, _, kind = key.partition("/")
    return Body.objects.get(partner__slug=slug, kind=kind)
