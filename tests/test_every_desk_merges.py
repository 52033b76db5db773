"""A property of every desk: two people change anything, in either order, and nothing of both is lost."""

import re
from collections import Counter
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.contrib import admin
from django.core import signing
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from partners.ground.admin import ReadOnly
from partners.ground.desk.merging import Snapshot, rows_of
from partners.ground.desk.opening import NAME, SALT
from partners.models import User
from regiozwolle.history.desk import REASON
from tests.edits import Cell, NewRow, Row, offers
from tests.everything import everything as everything
from tests.filling import form_on, send
from tests.reading import words

# So many pairs of edits are tried at each desk, in both orders. To look deeper, say 50, and wait a quarter of an hour.
PAIRS = 1
PLAYED = settings(
    max_examples=PAIRS,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=[Phase.generate],  # what fails is small already
    suppress_health_check=list(HealthCheck),
)
# Of so many things, the newest first, that with most rows is chosen.
MOST_LOOKED_AT, MOST_COMPARED = 60, 6
NOTHING = "nothing here can be changed: give tests/everything.py something that can"
WORDS = ("annaschreefdit", "bertschreefdit")


@dataclass(frozen=True)
class Story:
    """What became of the edits of two people: after the first alone, and in the end.

    `asked` has the words of the page that asked the second to choose. `refused` has all that stands in the form that
    came back because it broke a rule. Both are None when that did not happen.
    """

    alone: dict
    asked: str | None
    refused: set | None
    now: dict


@dataclass(frozen=True)
class Page:
    """A page of a desk: where it is, its form and its formsets as they are now, and what its button sends."""

    address: str
    forms: Callable
    button: dict


def page_of_thing(desk, request):
    """The page of something that can be changed, or None when there is no such thing."""
    found = {}
    for thing in desk.get_queryset(request).order_by("-pk")[:MOST_LOOKED_AT]:
        if not desk.has_change_permission(request, thing):
            continue
        form, formsets = desk.shown_forms(asking(request, address_of(desk, thing.pk)), thing)
        fields, rows = len(form.fields), [len(rows_of(formset)) for formset in formsets]
        if fields or any(rows):
            found[thing.pk] = (sum(map(bool, rows)), fields, -sum(rows))
        if len(found) == MOST_COMPARED:
            break
    if not found:
        return None
    pk = max(found, key=found.get)
    address = address_of(desk, pk)
    now = asking(request, address)
    return Page(address, lambda: desk.shown_forms(now, desk.get_object(now, str(pk))), {})


def address_of(desk, pk):
    return reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_change", args=[pk])


def asking(request, address):
    """The request as if it asks for `address`."""
    request = copy(request)
    request.resolver_match = resolve(address)
    return request


def page_of_list(desk, request):
    """The list of a desk in which can be edited."""
    address = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_changelist")
    rows = desk.get_changelist_instance(request).result_list
    keys = [row.pk for row in rows]
    formset = desk.get_changelist_formset(request)
    return Page(
        address, lambda: (None, [formset(queryset=desk.get_queryset(request).filter(pk__in=keys))]), {"_save": "1"}
    )


class Table:
    """Two people with the same page of a desk before them."""

    def __init__(self, page, people):
        self.page, self.people = page, people
        self.sent = form_on(people[0].get(page.address))
        self.offers = offers(*page.forms(), self.sent)

    def state(self):
        """Every value on the page, by its cell."""
        shown = Snapshot.of(*self.page.forms())
        found = {Cell("", "", name): texts for name, texts in shown.fields.items()}
        for prefix, rows in shown.rows.items():
            for key, row in rows.items():
                found |= {Cell(prefix, key, name): texts for name, texts in row.items()} | {Cell(prefix, key, ""): []}
        return found

    def send(self, client, form, edits):
        return send(client, self.page.address, form, **self.page.button, **edits)

    def plays(self, first, second, choice):
        """The Story of two edits, each by (client, texts); None when the first alone is refused. Leaves no trace."""
        with transaction.atomic():
            story = self.played(first, second, choice)
            transaction.set_rollback(True)
        for client in self.people:
            client.cookies.pop("messages", None)
        return story

    def played(self, first, second, choice):
        (anna, hers), (bert, his) = first, second
        if self.send(anna, opened_by_another(self.sent), hers).status_code != 302:
            return None
        alone, asked, refused = self.state(), None, None
        answer = self.send(bert, opened_by_another(self.sent), his)
        if answer.status_code == 409:
            asked = words(answer.text)
            chosen = dict.fromkeys(re.findall(r'name="(choice-\d+)"', answer.text), choice)
            answer = self.send(bert, form_on(answer), chosen) if chosen else answer
        if answer.status_code == 200:
            refused = {text for _, texts in form_on(answer).lists() for text in texts}
        return Story(alone, asked, refused, self.state())


def opened_by_another(form):
    """The same form as another person gets it at that moment: with a key of its own. Who must give a reason, does."""
    twin = form.copy()
    twin[REASON] = "Zo staat het in de bron."
    twin[NAME] = signing.dumps(signing.loads(form[NAME], salt=SALT) | {"key": uuid4().hex}, salt=SALT, compress=True)
    return twin


def differing(before, after):
    """The cells that came, went or changed."""
    return {cell for cell in before.keys() | after.keys() if before.get(cell) != after.get(cell)}


def added(before, after):
    """How often each row that came is there, by what it says: it has no key yet that anyone knows."""
    rows = {}
    for cell in after.keys() - before.keys():
        rows.setdefault(cell[:2], []).append((cell.name, *after[cell]))
    return Counter((prefix, *sorted(row)) for (prefix, _), row in rows.items())


class Judgement:
    """Whether a Story of the edits of two people is as it should be, given what each of both does alone."""

    def __init__(self, base, story, alone, edits, choice):
        self.base, self.story, self.choice = base, story, choice
        self.hers, self.his = story.alone, alone
        self.her_edits, self.his_edits = edits
        self.by_her, self.by_him = (differing(base, now) & base.keys() for now in (self.hers, self.his))

    def faults(self):
        """Each loss and each needless question, in words."""
        saving = self.faults_of_merging() if self.story.refused is None else self.faults_of_refusal()
        return [*self.faults_of_asking(), *saving]

    def faults_of_refusal(self):
        """It broke a rule with what she saved: hers is there, and his still stands in the form."""
        if differing(self.hers, self.story.now):
            yield "something was saved although the form was refused"
        shown = self.story.refused
        for edit in self.his_edits:
            if self.story.asked and edit.cell in self.both and self.choice == "theirs":
                continue
            typed = {text for texts in edit.texts.values() for text in texts}
            if not (any(edit.said in text for text in shown) if edit.is_long else typed <= shown):
                yield f"the form that came back lost {edit.texts}"

    @property
    def both(self):
        return self.by_her & self.by_him

    def faults_of_asking(self):
        if self.story.asked is None:
            return
        if not self.both:
            yield f"asked although they changed something else: {self.story.asked[-600:]}"
        for edit in [*self.her_edits, *self.his_edits]:
            if edit.cell in self.both and edit.cell.name and not self.is_shown(edit):
                yield f"does not show {edit.said!r}"

    def is_shown(self, edit):
        """Whether the page that asks says it; of what the form has no more, as it was sent."""
        sent = " ".join(text for texts in edit.texts.values() for text in texts)
        if edit.cell not in self.hers and (edit not in self.his_edits or sent in self.story.asked):
            return True
        return " ".join(edit.said.split()) in self.story.asked

    def faults_of_merging(self):
        now = self.story.now
        for cell in self.base.keys() - self.both - self.in_question():
            should = (self.hers if cell in self.by_her else self.his if cell in self.by_him else self.base).get(cell)
            if now.get(cell) != should:
                yield f"{cell} should be {should}, and is {now.get(cell)}"
        edited = [{edit.cell for edit in edits} for edits in (self.her_edits, self.his_edits)]
        for edit in self.her_edits:
            if edit.cell in self.both & edited[0] & edited[1]:
                yield from self.faults_of_clash(edit)
        if self.story.asked is None:
            should = added(self.base, self.hers) + added(self.base, self.his)
            if added(self.base, now) != should:
                yield f"the rows {should} were added, and {added(self.base, now)} are there"

    def in_question(self):
        """The cells of rows that one deleted and the other changed, which is asked about as a whole."""
        rows = {cell[:2] for cell in self.both if cell.key}
        gone = {cell[:2] for now in (self.hers, self.his) for cell in self.base.keys() - now.keys()}
        return {cell for cell in self.base if cell[:2] in rows & gone}

    def faults_of_clash(self, hers):
        """Of what both changed."""
        cell = hers.cell
        (his, *_) = [edit for edit in self.his_edits if edit.cell == cell]
        she, he, now = (state.get(cell) for state in (self.hers, self.his, self.story.now))
        if she == he:
            should = now == she
        elif she is None or he is None:  # deleted by one
            should = self.story.asked is not None
        elif hers.holds_many:
            should = set(now) >= (set(she) | set(he)) - (set(self.base[cell]) - (set(she) & set(he)))
        elif hers.is_long and self.story.asked is None:
            should = all(edit.said in text for edit in (hers, his) for text in now)
        elif self.story.asked is None:
            should = False
        elif hers.is_long:
            should = (his if self.choice == "mine" else hers).said in now[0]
        else:
            should = now == (he if self.choice == "mine" else she)
        if not should:
            asked = f"asked, and chose {self.choice}" if self.story.asked else "not asked"
            yield f"{cell}: {self.base[cell]} became {she} and {he}, and in the end {now}; {asked}"


@pytest.fixture
def people(everything):
    clients = [Client(), Client()]
    for client, name in zip(clients, ("Anna", "Bert"), strict=True):
        client.force_login(User.objects.create_superuser(f"{name.lower()}@example.org", name=name))
    return clients


@pytest.fixture
def request_of_anna(people, rf):
    request = rf.get("/")
    request.user = User.objects.get(email="anna@example.org")
    return request


def test_two_edits_of_any_thing_in_either_order_lose_nothing(people, request_of_anna):
    desks = [desk for desk in admin.site._registry.values() if not isinstance(desk, ReadOnly)]
    assert len(desks) > 25
    pages = {desk.opts.label: page_of_thing(desk, request_of_anna) for desk in desks}
    assert {label: fault for label, page in pages.items() if (fault := what_is_lost(page, people))} == {}


def test_two_edits_of_any_list_in_either_order_lose_nothing(people, request_of_anna):
    lists = [desk for desk in admin.site._registry.values() if desk.list_editable]
    pages = {desk.opts.label: page_of_list(desk, request_of_anna) for desk in lists}
    assert {label: fault for label, page in pages.items() if (fault := what_is_lost(page, people))} == {}


def what_is_lost(page, people):
    """The first fault that hypothesis finds on this page, in words; empty without any."""
    if page is None:
        return NOTHING
    table = Table(page, people)
    if not table.offers:
        return NOTHING
    if table.plays((people[0], {}), (people[1], {}), "mine") is None:
        return f"{page.address}: this cannot even be saved as it is"
    base = table.state()

    @PLAYED
    @given(st.data())
    def play(data):
        edits = drawn(data.draw, table)
        choice = data.draw(st.sampled_from(["mine", "theirs"]))
        sent = [(client, texts_of(own)) for client, own in zip(people, edits, strict=True)]
        stories = [table.plays(*sent, choice), table.plays(*reversed(sent), choice)]
        assume(None not in stories)
        for story, other, order in [(*stories, edits), (*reversed(stories), edits[::-1])]:
            faults = Judgement(base, story, other.alone, order, choice).faults()
            assert not faults, (
                f"{[edit.texts for edit in order[0]]}, then {[edit.texts for edit in order[1]]}: {faults}"
            )

    try:
        play()
    except AssertionError as lost:
        return f"{page.address}: {lost}"
    except Unsatisfiable:
        return f"{page.address}: no two edits can be made here that are not refused"
    return ""


def drawn(draw, table):
    """The edits of both: one or two each, the first now and then of the same field."""
    first = [draw(st.sampled_from(table.offers)) for _ in range(draw(st.integers(1, 2)))]
    second = [draw(st.sampled_from(table.offers)) for _ in range(draw(st.integers(1, 2)))]
    if draw(st.booleans()):
        second[0] = first[0]
    edits = [
        [offer.edit(draw, table.sent, word) for offer in sensible(chosen)]
        for chosen, word in zip((first, second), WORDS, strict=True)
    ]
    assume(all(edit is not None for own in edits for edit in own))
    return edits


def sensible(offers):
    """Each of `offers` once; in a row that somebody deletes, nothing else."""
    gone = {offer.cell[:2] for offer in offers if isinstance(offer, Row)}
    return [offer for offer in dict.fromkeys(offers) if isinstance(offer, NewRow | Row) or offer.cell[:2] not in gone]


def texts_of(edits):
    return {name: texts for edit in edits for name, texts in edit.texts.items()}
