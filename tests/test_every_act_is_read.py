"""Nothing is published, approved, sent or deleted that was not read: no act of the desk does anything unread."""

from contextlib import suppress

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from partners.ground.models import Act, Change, SentForm
from partners.models import User
from tests.everything import everything as everything
from tests.filling import form_on

# Pages that only show or give a file, and the import, which carries a digest of its own (tests/test_import.py).
NO_ACTS = {"cards", "cards_pdf", "export", "import", "scan"}
# Acts of the list that do nothing themselves: they lead to a form.
LEADS_ON = {"answer_together"}
# Of the roof, outside the desks.
OF_THE_ROOF = {"report_freeze": "results_report", "erase_user": "partners_user"}


def pages_of_acts():
    """(Name, desk) of every page of the admin that Django does not have itself, and of deleting."""
    for desk in admin.site._registry.values():
        prefix = f"{desk.opts.app_label}_{desk.opts.model_name}_"
        of_django = {pattern.name for pattern in ModelAdmin(desk.model, admin.site).get_urls()} - {f"{prefix}delete"}
        for name in [pattern.name or "" for pattern in desk.get_urls()]:
            if name.startswith(prefix) and name not in of_django and name.removeprefix(prefix) not in NO_ACTS:
                yield f"admin:{name}", desk
    desks = {f"{desk.opts.app_label}_{desk.opts.model_name}": desk for desk in admin.site._registry.values()}
    yield from ((name, desks[of]) for name, of in OF_THE_ROOF.items())


def keys(desk):
    return list(desk.model._default_manager.order_by("-pk").values_list("pk", flat=True)[:12])


def addresses(name, desk):
    """Where the act stands, for some rows; nowhere when it is about no row."""
    for key in keys(desk):
        for args in ([key], [key, 1]):  # of putting back also since which change
            with suppress(NoReverseMatch):
                yield reverse(name, args=args)


def traces():
    """How much was done: acts, changed rows, and keys of forms that did something."""
    return Act.objects.count(), Change.objects.count(), SentForm.objects.count()


@pytest.fixture
def reader(client):
    client.force_login(User.objects.create_superuser("lezer@example.org", name="Lies Lezer"))
    return client


def test_no_act_of_a_page_is_done_unread(everything, reader):
    unread, without = [], set()
    acts = list(pages_of_acts())
    assert len(acts) > 40
    for name, desk in acts:
        for address in addresses(name, desk):
            before = traces()
            with transaction.atomic():
                page = reader.get(address)
                has_button = page.status_code == 200 and 'class="default"' in page.text
                if has_button and form_on(page, "_read") is None:
                    without.add(name)
                reader.post(address, {"apply": "1", "post": "yes"})
                if traces() != before:
                    unread.append(address)
                transaction.set_rollback(True)
            if has_button:
                break  # of one row is enough
    assert (unread, without) == ([], set())


def test_no_act_on_rows_of_a_list_is_done_unread(everything, reader):
    unread, without, count = [], [], 0
    for desk in admin.site._registry.values():
        address = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_changelist")
        chosen = [str(key) for key in keys(desk)[:2]]
        form = reader.get(address).context["action_form"] if chosen else None
        offered = set(dict(form.fields["action"].choices)) if form else set()
        for act in offered - LEADS_ON - {""}:
            count += 1
            data = {"action": act, "_selected_action": chosen}
            before = traces()
            with transaction.atomic():
                page = reader.post(address, data)
                if 'class="default"' in page.text and form_on(page, "_read") is None:
                    without.append((address, act))
                reader.post(address, data | {"apply": "1", "post": "yes"})
                if traces() != before:
                    unread.append((address, act))
                transaction.set_rollback(True)
    assert count > 20
    assert (unread, without) == ([], [])
