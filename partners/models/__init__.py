"""Who takes part: the partners, what decides within them, and the people who act for them."""

from partners.models.account_invitation import AccountInvitation
from partners.models.body import ASSEMBLIES, MOST_DELIVERY_DAYS, Body, BodyKind, BodyQuerySet, Term
from partners.models.calendar import Recess, Sitting, SittingQuerySet
from partners.models.contact import ContactPoint, Visibility
from partners.models.mandate import ELECTED, MEMBERS, RECEIVED_BY, Capacity, Mandate, MandateQuerySet
from partners.models.partner import NOT_ON_LISTS, Partner, PartnerKind, PartnerQuerySet
from partners.models.population import Population, PopulationQuerySet
from partners.models.role import Role
from partners.models.source import Certainty, Licence, Source
from partners.models.user import User, UserManager

__all__ = [
    "ASSEMBLIES",
    "ELECTED",
    "MEMBERS",
    "MOST_DELIVERY_DAYS",
    "NOT_ON_LISTS",
    "RECEIVED_BY",
    "AccountInvitation",
    "Body",
    "BodyKind",
    "BodyQuerySet",
    "Capacity",
    "Certainty",
    "ContactPoint",
    "Licence",
    "Mandate",
    "MandateQuerySet",
    "Partner",
    "PartnerKind",
    "PartnerQuerySet",
    "Population",
    "PopulationQuerySet",
    "Recess",
    "Role",
    "Sitting",
    "SittingQuerySet",
    "Source",
    "Term",
    "User",
    "UserManager",
    "Visibility",
]
