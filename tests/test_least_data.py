"""Of people no more is kept than is needed: what that is stands here, and a new field of a person needs a reason."""

import re

from django.apps import apps
from django.db import models
from django.db.models import fields

from regiozwolle.history.tables import TABLES

# Per table with rows that are somebody's own: the columns in which something of them can stand that nobody chose from a
# list. Whoever adds one says here that the portal cannot do without, and on the page about privacy what it is for.
ALLOWED = {
    # Who somebody is: a name, an address of work, and for what they act.
    "partners_user": "password email name",
    "partners_mandate": "party_group starts_on ends_on",
    "partners_accountinvitation": "email name party_group ends_on",
    "partners_contactpoint": "name role email website note consented_on until",
    "results_owner": "role email",
    "account_emailaddress": "email",
    "socialaccount_socialaccount": "provider uid extra_data",
    # How they sign in, and what changed in that.
    "mfa_authenticator": "data",
    "regiozwolle_opensession": "session_data device",
    "regiozwolle_accountchange": "before after",
    # What they said, in whose name, and what became of it.
    "consultation_letter": "capacity party_group decided_on decision_url signed_name received_on sender_email"
    " check_remark letter_text number return_remark",
    "consultation_point": "quoted_text text proposal minority_of handle_by",
    "consultation_endorsement": "party_group decided_on decision_url words",
    "consultation_groupact": "subject before",
    "consultation_kepttext": "address content",
    "consultation_internalnote": "text",
    "agenda_priority": "text",
    # For which meeting they signed up, and what the last mail said of when and where it is.
    "meetings_registration": "organisation email told",
    # What they want to hear of, and at which address.
    "regiozwolle_follower": "email",
    "regiozwolle_follow": "words",
    "regiozwolle_digest": "subject period_on",
    # What went to them, and what they did.
    "deciding_delivery": "note",
    "deciding_entrylink": "address ends_on",
    "ground_mail": "kind to about subject text html headers message_id answer",
    "ground_act": "words about_table reason",
    "ground_securityevent": "about origin number",
}
# What no table has of anybody, as a field would be called.
NEVER = re.compile(
    r"phone|mobile|telefoon|birth|geboort|gender|geslacht|photo|foto|portrait|bsn|burgerservice|iban|street|straat|"
    r"postcode|postal|house_number|huisnummer|religion|geloof|nationality|nationaliteit|marital"
)
FREE = (models.CharField, models.TextField, models.JSONField, models.BinaryField, models.DateField, models.FileField)


def is_free(field):
    """Whether anything of somebody can stand in it: no key, no moment, and nothing that is chosen from a list."""
    return isinstance(field, FREE) and not (
        field.choices or field.primary_key or isinstance(field, fields.DateTimeField)
    )


def models_of_people():
    found = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return {table: found[table] for table, kept in TABLES.items() if kept.of}


def test_of_people_no_more_is_kept_than_is_allowed():
    held = {
        table: {field.column for field in model._meta.concrete_fields if is_free(field)}
        for table, model in models_of_people().items()
    }
    allowed = {table: set(columns.split()) for table, columns in ALLOWED.items()}
    assert {table: columns for table, columns in held.items() if columns and columns != allowed.get(table)} == {}
    assert allowed.keys() - held.keys() == set()


def test_what_is_of_somebodys_private_life_has_no_field_anywhere():
    named = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if NEVER.search(f"{field.column} {field.verbose_name}".lower())
    }
    assert named == set()
