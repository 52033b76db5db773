"""How many seconds it takes to enter what a body does: a keystroke-level model of the real keys on the real pages.

Run from the folder of the project; it needs Chromium, and starts a demo with a database of its own, which is dropped:

    .venv/bin/python -m benchmarks.keystrokes

The operators are those of Card, Moran and Newell: K a key, of an average typist who is no secretary; P pointing at
something; B pressing or letting go of the button of the mouse; H the hand from keyboard to mouse or back; M preparing
for what comes: one before each page that is read, each choice, each text and each look at a source. What the site
takes to answer is measured and told beside it, for it depends on the machine. Exits with 1 when a task takes longer
than it may.
"""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiozwolle.settings")

from benchmarks.unsaved_site import ROOT, SECRETARY, Site, own_database
from tests.chromium import running

SECONDS = {"K": 0.28, "P": 1.1, "B": 0.1, "H": 0.4, "M": 1.35}
MOST = {
    "een dag, een vergadering uit de kalender": 20,
    "een dag, een andere dan voorgesteld": 20,
    "een uitkomst, alles ingestemd": 60,
    "een uitkomst per onderdeel, met een voorwaarde en een link": 60,
    "52 sporen in het rooster, elke cel getypt": 600,
    "52 sporen in het rooster, geplakt": 600,
}
BODIES, PARTS, DAY = 52, 5, "17-6-2026"
CONDITION = "Elk jaar een overzicht van de bedragen."
ADDRESS = "raad.example/besluit"
# Prints the paths of two links of each purpose and that of the grid, the names of the bodies, and a session.
PREPARE = """
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from django.utils import timezone
from consultation.deciding.actions import open_tracks
from consultation.deciding.entering.acts import link_for
from consultation.deciding.models import Component, Dossier, LinkPurpose, Track
from partners.models import BodyKind, Sitting, Source, User
def tracks_of(slug):
    # of a dossier that is made for it, with its parts
    dossier = Dossier.objects.create(slug=slug, title="Toetsen", summary="Besluit.", public_from=timezone.now())
    for place in range({parts}):
        Component.objects.create(dossier=dossier, name=f"Deel {{place + 1}}", position=place)
    open_tracks(dossier=dossier, kinds=[kind for kind in BodyKind if kind != BodyKind.BOARD])
    return list(Track.objects.filter(dossier=dossier).order_by("pk"))
source = Source.objects.first()
tracks = tracks_of("toetsen")
today = timezone.localdate()
for track in tracks[:4]:
    for days in (-10, 20):
        Sitting.objects.get_or_create(
            body=track.body, held_on=today + timedelta(days=days), defaults={{"source": source}})
for purpose, found in ((LinkPurpose.DAY, tracks[:2]), (LinkPurpose.OUTCOME, tracks[2:4])):
    print(*(link_for(track=track, purpose=purpose, address="griffie@example.org").path for track in found))
tracks = tracks_of("rooster")
for track in tracks[{bodies}:]:
    track.delete()
assert len(tracks) >= {bodies}, len(tracks)
print(reverse("admin:deciding_dossier_grid", args=[tracks[0].dossier_id]))
print("|".join(str(track.body) for track in tracks[:{bodies}]))
user = User.objects.get(email="{email}")
store = import_module(settings.SESSION_ENGINE).SessionStore()
store[SESSION_KEY] = str(user.pk)
store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
store[HASH_SESSION_KEY] = user.get_session_auth_hash()
record_authentication(SimpleNamespace(session=store), user, "mfa")
store.create()
print(store.session_key)
"""


@dataclass
class Hand:
    """Whoever sits at `page`: does what they do, and writes down each operator."""

    page: object

    def __post_init__(self):
        self.done, self.waited, self.is_at_mouse = [], 0.0, True

    def think(self):
        self.done.append("M")

    def reach(self, *, for_mouse):
        if self.is_at_mouse != for_mouse:
            self.done.append("H")
        self.is_at_mouse = for_mouse

    def click(self, found):
        """Points at something, and presses and lets go of the button."""
        self.think()
        self.reach(for_mouse=True)
        self.done += ["P", "B", "B"]
        begin = time.monotonic()
        found.click()
        self.page.wait_for_load_state("load")
        self.waited += time.monotonic() - begin

    def go(self, found):
        """Clicks on what leads to another page, and waits for that; a busy machine takes a while to begin with it."""
        with self.page.expect_navigation():
            self.click(found)

    def press(self, key):
        self.reach(for_mouse=False)
        self.done.append("K")
        self.page.keyboard.press(key)

    def type(self, text):
        """Types text, one key a character; what is a capital takes one more."""
        self.think()
        self.reach(for_mouse=False)
        self.done += ["K"] * (len(text) + sum(char.isupper() for char in text))
        self.page.keyboard.type(text)

    @property
    def seconds(self):
        return sum(SECONDS[one] for one in self.done)


def confirm(hand):
    """From the form to the page that says what changes, and its button."""
    hand.go(hand.page.get_by_role("button", name="Bekijk wat er verandert"))
    hand.think()
    hand.go(hand.page.get_by_role("button", name="Zet dit op de site"))
    hand.page.get_by_text("Opgeslagen. Dank u wel.").wait_for()


def day_as_offered(hand):
    """Reads the page and takes the sitting that is offered first."""
    hand.think()
    confirm(hand)


def other_day(hand):
    hand.think()
    hand.click(hand.page.get_by_label("een andere dag", exact=True))
    hand.press("Tab")
    hand.type("01282027")  # a browser in Dutch takes the day first; it is as many keys
    confirm(hand)


def all_agreed(hand):
    hand.think()
    hand.click(hand.page.get_by_label("Ingestemd met alles", exact=True))
    confirm(hand)


def per_part(hand):
    """Each part apart: the first letters of an outcome choose it in a list, and Tab goes to the next."""
    hand.think()
    hand.click(hand.page.get_by_label("Verschilt per onderdeel"))
    for letters in ("i", "i", "ingestemd m", "d", "i"):
        hand.press("Tab")
        hand.type(letters)
    hand.press("Tab")
    hand.type(CONDITION)
    hand.press("Tab")
    hand.type(ADDRESS)
    confirm(hand)


def typed_rows(hand):
    """Every cell by the keyboard: in each row the day and an outcome for each part; one source for all at the end."""
    hand.think()
    page = hand.page
    folded = page.locator(".grid-group:not([open]) > summary")
    while folded.count():
        hand.click(folded.first)
    rows = page.locator(".grid tbody tr")
    first = rows.first.locator("[name^=besloten]")
    hand.click(first)
    for place in range(rows.count()):
        if place:
            row = rows.nth(place).locator("[name^=besloten]")
            until(hand, row)
        hand.think()  # looks up the body in the list of decisions
        hand.type(DAY)
        for _ in range(PARTS):
            hand.press("Tab")
            hand.press("i")
    hand.click(page.get_by_label("Bron", exact=True))
    hand.type("Besluitenlijst juni")
    hand.go(page.locator("[name=vul]"))
    save(hand)


def until(hand, field, most=14):
    """Goes on with Tab until the field has the focus."""
    for _ in range(most):
        if field.evaluate("one => one === document.activeElement"):
            return
        hand.press("Tab")
    raise AssertionError("Tab does not lead to the next row.")


def pasted_rows(hand, names):
    """Copies the rows in a spreadsheet, goes to the grid and pastes them."""
    lines = ["\t".join([name, "18-6-2026", *"ituni", "", "Besluitenlijst juni"]) for name in names]
    hand.think()
    for key in ("Control+a", "Control+c", "Alt+Tab"):  # in the spreadsheet: two keys each
        hand.reach(for_mouse=False)
        hand.done += ["K", "K"] if key else []
    hand.click(hand.page.get_by_label("Plak rijen uit een spreadsheet"))
    hand.reach(for_mouse=False)
    hand.done += ["K", "K"]
    hand.page.get_by_label("Plak rijen uit een spreadsheet").fill("\n".join(lines))
    hand.go(hand.page.locator("[name=plak]"))
    for _ in names[:: len(names) // 10]:
        hand.think()  # reads over some of what will change
    save(hand, reason="Overgenomen uit de nieuwe lijst")


def save(hand, *, reason="Zoals in de lijst"):
    page = hand.page
    hand.go(page.locator("[name=bekijk]").first)
    hand.think()
    if page.locator("[name=reden]").count():
        hand.click(page.locator("[name=reden]"))
        hand.type(reason)
    hand.go(page.locator("[name=bewaar]"))
    page.get_by_text("52 rijen zijn opgeslagen").wait_for()


@contextmanager
def prepared():
    """The address of a demo, and what PREPARE prints."""
    with own_database() as url:
        os.environ["DATABASE_URL"] = url
        site = Site()
        site.start()
        try:
            words = PREPARE.format(parts=PARTS, bodies=BODIES, email=SECRETARY)
            shell = [sys.executable, "manage.py", "shell", "-v", "0", "-c", words]
            said = subprocess.run(shell, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
            yield site.address, said
        finally:
            site.stop()


def main():
    with prepared() as (address, said), running() as browser:
        days, outcomes, grid, names = said[0].split(), said[1].split(), said[2], said[3].split("|")
        tasks = [
            (days[0], day_as_offered),
            (days[1], other_day),
            (outcomes[0], all_agreed),
            (outcomes[1], per_part),
            (grid, typed_rows),
            (grid, lambda hand: pasted_rows(hand, names)),
        ]
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        context.add_cookies([{"name": "sessionid", "value": said[4], "url": address}])
        too_long = []
        for (task, most), (path, act) in zip(MOST.items(), tasks, strict=True):
            page = context.new_page()
            page.goto(f"{address}{path}")
            hand = Hand(page)
            act(hand)
            counts = " ".join(f"{hand.done.count(one)}{one}" for one in SECONDS)
            print(f"{hand.seconds:6.1f} s of {most:3} s  {task}: {counts}; the site answered in {hand.waited:.1f} s")
            too_long += [task] if hand.seconds > most else []
            page.close()
    return bool(too_long)


if __name__ == "__main__":
    sys.exit(main())
