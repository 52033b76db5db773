"""Every act is recorded: with who did it, what with and why. And the web role can only add to that."""

import importlib
import inspect
import pkgutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

import agenda.actions
import consultation.actions
import consultation.copying
import consultation.deciding.actions
import consultation.deciding.councils.acts
import consultation.deciding.councils.adopting
import consultation.deciding.entering.acts
import consultation.deciding.grid.acts
import consultation.deciding.packages.acts
import consultation.deciding.papers.acts
import consultation.moderating.acts
import consultation.scans.acts
import partners.days.acts
import partners.ground.publishing.previewing
import results.actions
from consultation.models import SenderKind
from partners.ground import history
from partners.ground.mail import sending
from partners.ground.models import Act, Change
from partners.models import Partner
from regiozwolle import erasing
from regiozwolle.identity import reviewing
from regiozwolle.nudging import writing as nudging
from regiozwolle.reports import freezing
from tests.filling import press
from tests.roles import web_role as web_role

PLACES = [
    agenda.actions,
    consultation.actions,
    consultation.copying,
    consultation.moderating.acts,
    consultation.scans.acts,
    consultation.deciding.actions,
    consultation.deciding.packages.acts,
    consultation.deciding.councils.acts,
    consultation.deciding.councils.adopting,
    consultation.deciding.entering.acts,
    consultation.deciding.grid.acts,
    consultation.deciding.papers.acts,
    partners.days.acts,
    partners.ground.publishing.previewing,
    results.actions,
]
ACTS_OF_THE_ROOF = [
    reviewing.review_rights,
    reviewing.check,
    nudging.nudge,
    erasing.erase,
    freezing.freeze,
    sending.send_again,
]
# What is done with several things, and is no act in the record; with the reason.
NOT_RECORDED = {
    "save_point": "a draft is its writer's own",
    "change_point": "a draft is its writer's own",
    "remove_point": "a draft is its writer's own",
    "save_answers": "a draft is its writer's own",
    "draft_letter": "a draft is its writer's own",
    "letter_of": "a draft is its writer's own",
    "begin_changes": "a draft is its writer's own",
    "discard": "a draft is its writer's own",
    "discard_stray_drafts": "a draft is its writer's own",
    "keep_remark": "a draft is its writer's own",
    "adopt": "a draft is its group's own",
    "set_minority": "a draft is its group's own",
    "restore_words": "a draft is its group's own",
    "assent": "a draft is its group's own",
    "take_back_assent": "a draft is its group's own",
    "report": "a draft of a table, until it is registered",
    "replace_points": "a step of sending",
    "ask_owners": "asks each owner, which is the act",
    "remind_all": "each reminder is a record of its own",
    "preview": "shows a mail, and changes nothing",
    "remind_one": "each reminder is a record of its own",
    "remind_of_late": "reminds each owner, which is the act",
    "remind_of_commitments": "reminds the secretariat, which is the act",
    "decline": "a wish of the one who gets reminders",
}


def modules(package):
    yield package
    for found in pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}."):
        yield importlib.import_module(found.name)


def acts():
    """Every function of `actions` that takes keywords only, by module and name."""
    return {
        (module.__name__, name): function
        for place in PLACES
        for module in modules(place)
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and (given := inspect.signature(function).parameters.values())
        and all(parameter.kind == parameter.KEYWORD_ONLY for parameter in given)
    }


def test_every_act_is_recorded_or_says_why_not():
    found = acts()
    assert ("agenda.actions", "publish") in found
    lost = {key for key, function in found.items() if not hasattr(function, "act") and key[1] not in NOT_RECORDED}
    assert lost == set()
    assert [function.__name__ for function in ACTS_OF_THE_ROOF if not hasattr(function, "act")] == []
    assert NOT_RECORDED.keys() - {name for _, name in found} == set()


def test_an_act_at_the_desk_says_who_with_what_and_why(client, secretary, open_consultation):
    client.force_login(secretary)
    later = timezone.localtime(open_consultation.closes_at + timedelta(days=7))
    consultation.actions.extend(
        consultation=open_consultation, closes_at=later, reason="De raad van Zwolle vroeg dit.", by=secretary
    )
    act = Act.objects.get()
    assert (act.words, act.made_by_id, act.reason) == (
        "termijn verlengd",
        secretary.pk,
        "De raad van Zwolle vroeg dit.",
    )
    assert (act.about_table, act.about_id) == ("consultation_consultation", open_consultation.pk)
    assert set(act.changes.values_list("table_name", flat=True)) >= {
        "consultation_consultation",
        "consultation_extension",
    }


def test_an_act_without_a_doer_is_of_who_asked(client, secretary, open_consultation, council):
    client.force_login(secretary)
    press(client, f"/beheer/consultation/consultation/{open_consultation.pk}/uitnodigen/")
    assert list(Act.objects.values_list("words", "made_by_id")) == [("organen uitgenodigd", secretary.pk)]


def test_what_the_desk_saves_is_recorded_and_looking_is_not(client, secretary, zwolle):
    client.force_login(secretary)
    address = f"/beheer/partners/partner/{zwolle.pk}/change/"
    page = client.get(address)
    assert not Act.objects.exists()
    form = page.context["adminform"].form
    given = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    for formset in page.context["inline_admin_formsets"]:
        given |= {f"{formset.formset.prefix}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    client.post(address, given)
    assert not Act.objects.exists()
    assert client.post(address, given | {"summary": "Hanzestad."}).status_code == 302
    act = Act.objects.get()
    assert (act.words, act.made_by_id, [(each.before, each.after) for each in act.changes.all()]) == (
        "gewijzigd",
        secretary.pk,
        [({"summary": zwolle.summary}, {"summary": "Hanzestad."})],
    )
    assert press(client, f"/beheer/partners/partner/{zwolle.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Act.objects.first().words == "verwijderd"


def test_an_export_is_an_act(client, secretary, zwolle):
    client.force_login(secretary)
    client.get("/beheer/partners/population/exporteren/csv/")
    assert list(Act.objects.values_list("words", "made_by_id")) == [("Inwoners geëxporteerd", secretary.pk)]


def test_a_visit_asks_the_record_nothing(client, councillor, open_consultation, zwolle):
    """But on a page that tells what changed on it, as that of a partner does."""
    asked = []

    def listen(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    client.force_login(councillor)
    with connection.execute_wrapper(listen):
        for address in ("/", "/partners/", "/consultaties/", "/mijn-reacties/"):
            assert client.get(address).status_code == 200
    assert [sql for sql in asked if "portal.act" in sql or "ground_act" in sql or "ground_change" in sql] == []


def test_what_one_sends_is_recorded_without_what_it_says(councillor, send):
    letter = send(councillor, SenderKind.PERSONAL, text="Wat ik vind, is van mij.")
    act = Act.objects.get(words="reactie verstuurd")
    assert (act.made_by_id, act.about_table) == (councillor.pk, "consultation_letter")
    said = [str(change.before) + str(change.after) for change in Change.objects.all()]
    assert letter.points.get().text == "Wat ik vind, is van mij."
    assert [text for text in said if "van mij" in text] == []


# The web role


def test_what_the_web_role_changes_is_recorded(zwolle, web_role):
    with history.recorded("hernoemd"):
        Partner.objects.filter(pk=zwolle.pk).update(name="Zwolle aan de IJssel")
    assert Change.objects.first().after == {"name": "Zwolle aan de IJssel"}
    assert Change.objects.first().act.words == "hernoemd"


REFUSED = [
    "UPDATE ground_act SET words = 'niets'",
    "DELETE FROM ground_act",
    "TRUNCATE ground_act",
    "UPDATE ground_change SET role = 'niemand'",
    "DELETE FROM ground_change",
    "TRUNCATE ground_change",
    "INSERT INTO ground_change (made_at, role, table_name, row_id, after) VALUES (now(), 'x', 'x', 1, '{}')",
    "ALTER TABLE partners_partner DISABLE TRIGGER ALL",
    "DROP TRIGGER record_change ON partners_partner",
    "TRUNCATE partners_partner CASCADE",
    "TRUNCATE consultation_letter CASCADE",
    "SET session_replication_role = replica",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_web_role_can_only_add_to_the_record(web_role, statement):
    with pytest.raises(DatabaseError, match="permission denied|must be owner"), transaction.atomic():
        web_role.execute(statement)


def test_the_web_role_empties_no_table(web_role):
    web_role.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        " AND has_table_privilege(oid, 'TRUNCATE')"
    )
    assert web_role.fetchall() == []


def test_nothing_is_deleted_unread_whatever_else_is_sent(client, secretary, zwolle):
    client.force_login(secretary)
    page = client.post(f"/beheer/partners/partner/{zwolle.pk}/delete/", {"post": "yes", "action": "delete_selected"})
    assert page.status_code == 409
    assert not Act.objects.exists()
    assert type(zwolle).objects.filter(pk=zwolle.pk).exists()
