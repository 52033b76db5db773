"""The board of a dossier: its bodies as far as they are asked for, in one of five views of the same rows."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from consultation.deciding.alike.conditions import conditions_in, numbers_of
from consultation.deciding.alike.exclusions import pairs_in
from consultation.deciding.days import by_week, by_year
from consultation.deciding.drawings.course import course_of
from consultation.deciding.drawings.money import MoneyBar
from consultation.deciding.drawings.strip import strip_of
from consultation.deciding.models import Position, read_in_full
from consultation.deciding.money import share_in_words, shares_of, standings_of
from consultation.deciding.rows import REMARKS, STEP_HEADS, BoardRow, BoardTable, in_full, province_of
from consultation.deciding.standing import decided_count, open_count
from partners.ground.templatetags.dutch import counted, day, listed
from partners.models import ASSEMBLIES


class View(NamedTuple):
    """A way to show the rows: what it is called and what draws it."""

    words: str
    template: str


VIEWS = {
    "onderdelen": View("Onderdelen", "deciding/parts/board_tabel.html"),
    "stappen": View("Stappen", "deciding/parts/board_tabel.html"),
    "tegels": View("Tegels", "deciding/parts/board_tegels.html"),
    "tijdlijn": View("Tijdlijn", "deciding/parts/board_lijst.html"),
    "weken": View("Lijst per week", "deciding/parts/board_lijst.html"),
}
WHO = {"": "alle", "raden": "raden en Staten", "colleges": "colleges en andere"}
STATES = {"": "alle", "besloten": "besloten", "open": "moet nog", "ziet-af": "ziet af"}
# Whether a Position is asked for, by the choice of STATES.
IS_ASKED = {
    "besloten": lambda position: position.is_decided,
    "open": lambda position: position.is_open,
    "ziet-af": lambda position: position == Position.DECLINES,
}
CHOICES = ("beeld", "wie", "stand", "provincie", "onderdeel", "pagina")
# How many cells stand on one page, so that it stays light; the bodies that are left go on a next one.
MOST_CELLS = 600
# As many bodies as there are councils, Staten and their executives stand on one page at most.
MOST_ROWS = 60
# As many decisions stand in one list at most: those of all councils, Staten and executives on twenty parts.
MOST_LINES = 1_100
# How many parts stand side by side, so that no screen need scroll.
MOST_PARTS = 5
# How many bodies without a day are named.
MOST_NAMED = 4


class Board:
    """The rows of `dossier`, read with its tracks, as the address asks for them.

    What the address asks and is not there is as if it did not ask.
    """

    def __init__(self, dossier, asked):
        self.dossier = dossier
        self.components = list(dossier.components.all())
        self.asked = {name: asked.get(name, "") for name in CHOICES}

    @cached_property
    def view(self):
        """Which of VIEWS is shown; the components and the tiles only where there are any."""
        usual = "onderdelen" if self.components else "tegels"
        view = self.asked["beeld"] if self.asked["beeld"] in VIEWS else usual
        view = usual if view == "onderdelen" else view
        has_tiles = any(row.track.body.kind in ASSEMBLIES for row in self.rows)
        return "stappen" if view == "tegels" and not has_tiles else view

    @cached_property
    def component(self):
        """The one Component that is asked for, or None for all."""
        return next((one for one in self.components if one.code == self.asked["onderdeel"]), None)

    @property
    def shown(self):
        """The components that have a column."""
        return [self.component] if self.component else self.components

    @cached_property
    def every_row(self):
        """A BoardRow for each body of the dossier, in the order of the table."""
        first = self.dossier.next_track
        numbers = numbers_of(self.conditions)
        known, turns = self.dossier.known, {first: "Eerst aan de beurt"}
        return [
            BoardRow(track, known[track.pk], self.components, numbers, turns.get(track, ""))
            for track in self.dossier.tracks.all()
        ]

    @cached_property
    def conditions(self):
        """A NumberedCondition for each condition that holds in the dossier, whatever is asked for."""
        tracks, setting = self.dossier.tracks.all(), self.dossier.conditional_tracks
        read_in_full(tracks if len(tracks) <= MOST_ROWS else setting)  # few bodies are all on the page
        return conditions_in(setting)

    @cached_property
    def rows(self):
        """The rows that fit every choice."""
        who, stand, province = self.asked["wie"], self.asked["stand"], self.asked["provincie"]
        found = self.every_row
        if who in ("raden", "colleges"):
            found = [row for row in found if (row.track.body.kind in ASSEMBLIES) == (who == "raden")]
        if province in self.provinces:
            found = [row for row in found if province_of(row.track).slug == province]
        if stand in IS_ASKED:
            found = [row for row in found if IS_ASKED[stand](self.position_of(row))]
        return found

    def position_of(self, row):
        """Where a body stands on what is asked for: one component, or the whole."""
        return row.known.on(self.component.pk) if self.component else row.known.position

    @cached_property
    def provinces(self):
        """The provinces that the bodies lie in, by the slug of each."""
        found = {one.slug: one for row in self.every_row if (one := province_of(row.track))}
        return dict(sorted(found.items(), key=lambda item: item[1].name))

    @cached_property
    def page(self):
        """The page of rows that is asked for, with all that is known of them."""
        per_page = max(10, min(MOST_ROWS, MOST_CELLS // (len(self.shown) + 1)))
        page = Paginator(self.rows, per_page).get_page(self.asked["pagina"] or 1)
        page.object_list = in_full(page.object_list)
        return page

    @cached_property
    def on_page(self):
        """The keys of the tracks that the page tells of in full."""
        return {row.track.pk for row in self.page}

    def place_of(self, track):
        """Where the page tells of a body in full, or the page of that body when this one leaves it out."""
        if track.pk in self.on_page:
            return f"#orgaan-{track.body_id}"
        return reverse("track", args=[self.dossier.slug, track.body_id])

    @property
    def previous_address(self):
        return self.address(pagina=self.page.previous_page_number())

    @property
    def next_address(self):
        return self.address(pagina=self.page.next_page_number())

    @property
    def groups(self):
        """(Heading, rows) of the page."""
        return [(heading, list(rows)) for heading, rows in groupby(self.page, key=lambda row: row.track.heading)]

    @property
    def tables(self):
        """A BoardTable of the steps, or of as many components each as fit a narrow screen."""
        if self.view == "stappen":
            groups = [(heading, [(row, row.steps) for row in rows]) for heading, rows in self.groups]
            return [BoardTable("Welke stappen elk orgaan zet", "", [words for _, words in STEP_HEADS], groups)]
        shares = [self.shown[start : start + MOST_PARTS] for start in range(0, len(self.shown), MOST_PARTS)]
        return [self.table_of(share, "" if share is shares[0] else ", vervolg") for share in shares]

    def table_of(self, components, continued):
        """The BoardTable of some components side by side; `continued` says that it is not the first."""
        groups = [(heading, [(row, row.cells_of(components)) for row in rows]) for heading, rows in self.groups]
        heads = [one.column_head for one in components]
        letters = [one.heading for one in components]
        return BoardTable(f"Wat elk orgaan per onderdeel besloot{continued}", "matrix", heads, groups, letters)

    @cached_property
    def counts(self):
        """How many of the rows are in each Position on what is asked for, without zeros."""
        found = Counter(self.position_of(row) for row in self.rows)
        return [(position, found[position]) for position in Position if found[position]]

    @property
    def remarks(self):
        """What each mark means that occurs on the page, with that mark, as safe HTML."""
        cells = [cell for row in self.page for cell in (row.whole, *row.cells.values())]
        found = {css for cell in cells for css, _ in cell.remarks}
        said = [(css, *words) for css, words in REMARKS.items() if css in found]
        mark = '<span class="cell agreed {}">{}</span> <span class="source">{}</span>'
        return [format_html(mark, *one) for one in said]

    @property
    def template(self):
        """What draws the view."""
        return VIEWS[self.view].template

    @cached_property
    def strip(self):
        """The threshold Strip of the bodies that the rule counts, or None."""
        return strip_of(self.dossier, self.every_row)

    @cached_property
    def course(self):
        """The Course of the days to come, or None."""
        return course_of(self)

    @property
    def waiting(self):
        """Which counted bodies have still to decide without a day, or that none has to any more, as a sentence."""
        counted_ones = self.dossier.counted_tracks
        left = [track for track in counted_ones if self.dossier.position_of(track).is_open]
        if counted_ones and not left:
            return self.all_done
        without = [track for track in left if not track.next_step()]
        if not without:
            return ""
        many = len(without) > MOST_NAMED
        who = counted(len(without), "orgaan,organen") if many else listed([track.body.partner for track in without])
        return f"Van {who} is nog geen dag bekend."

    @property
    def all_done(self):
        """That no counted body has still to decide, and when the last one did, as a sentence."""
        counted_ones = [self.dossier.known[track.pk] for track in self.dossier.counted_tracks]
        days = [one.decided_on for known in counted_ones for one in known.decided.values()]
        is_declined = Position.DECLINES in [known.position for known in counted_ones]
        done = "Geen orgaan moet nog besluiten" if is_declined else "Alle organen besloten"
        return f"{done}. Het laatste besluit was op {day(max(days))}." if days else f"{done}."

    @property
    def weeks_address(self):
        return f"{self.address(beeld='weken')}#bord"

    @cached_property
    def standings(self):
        """A Standing for each body that counts, with what it is asked and gives."""
        return standings_of([self.dossier])[self.dossier.pk]

    @cached_property
    def shares(self):
        """(Component, its ComponentShare) of each component that anybody is asked about."""
        return shares_of(self.components, self.standings)

    @property
    def bars(self):
        """A MoneyBar for each component that anybody is asked about."""
        return [MoneyBar(*one) for one in self.shares]

    @property
    def sentence(self):
        """How many decided, who takes part in the first component with how much money, and who is next."""
        total = len(self.dossier.counted_tracks)
        if not total:
            return ""
        decided = decided_count(self.standings)
        left = open_count(self.standings)
        declining = total - decided - left
        verb = "besloot" if decided == 1 else "besloten"
        told = [f"Van de {total} {self.dossier.who} {verb} er {decided}."]
        if declining:
            told.append(f"{declining} {'ziet' if declining == 1 else 'zien'} ervan af.")
        if left:
            told.append(f"Nog {left} te gaan{self.first_in_words}.")
        return " ".join([*told, *(share_in_words(*one) for one in self.shares[:1])])

    @property
    def first_in_words(self):
        """Who is the first to decide, and when, to go on with after how many are left."""
        track = self.dossier.next_track
        if track is None:
            return "; wanneer de eerste besluit, is nog niet bekend"
        return f"; eerst {track.body.in_sentence}, {track.next_step().when}"

    @property
    def pairs(self):
        """An ExcludingPair for each two conditions that the secretariat marked."""
        return pairs_in(self.dossier, self.conditions)

    @property
    def shown_conditions(self):
        """The conditions of the bodies on this page, as items of a list."""
        return [one.item for one in self.conditions if one.track.pk in self.on_page]

    @property
    def promises(self):
        """Each commitment to a body of this page that is not answered yet, the first that is due at the front."""
        found = [one for row in self.page for one in row.track.commitments.all() if one.is_open]
        found.sort(key=lambda one: (one.due_on or date.max, one.pk))
        item = '{} {} <span class="source">Toegezegd aan {}, {}. <a href="#orgaan-{}">Bekijk de bron</a></span>'
        return [
            format_html(item, one.text, one.by_whom, one.track.body.in_sentence, one.stands, one.track.body_id)
            for one in found
        ]

    @property
    def lists(self):
        """(Heading, lines) of what happens on which day, week by week or of all years; of very many those of a page."""
        rows = self.rows if len(self.rows) * (len(self.shown) + 1) <= MOST_LINES else self.page
        rows = [replace(row, place=self.place_of(row.track)) for row in rows]
        found = by_week(rows) if self.view == "weken" else by_year(in_full(rows))
        return found or [("Er is nog geen stap of besluit bekend", [])]

    def address(self, **changes):
        """The query of this board with other choices; the first page unless a page is asked for."""
        return address_of(self.asked, **{"pagina": "", **changes})

    def links(self, name, choices, now):
        """A link for each of `choices`, words by value, to the same board with that choice; `now` is chosen."""
        return [
            format_html(
                '<a href="{}#bord"{}>{}</a>',
                self.address(**{name: value}),
                mark_safe(' aria-current="true"') if value == now else "",
                words,
            )
            for value, words in choices.items()
        ]

    @property
    def choices(self):
        """(What is chosen, its links) of the view and of each filter that leaves something out."""
        views = self.links("beeld", {value: view.words for value, view in VIEWS.items()}, self.view)
        offered = {
            "wie": ("Wie", WHO),
            "stand": ("Stand", STATES),
            "provincie": ("Provincie", {"": "alle"} | {slug: one.name for slug, one in self.provinces.items()}),
            "onderdeel": ("Onderdeel", {"": "alle"} | {one.code: one.heading for one in self.components}),
        }
        return [("Weergave", views)] + [
            (title, self.links(name, choices, self.asked[name] if self.asked[name] in choices else ""))
            for name, (title, choices) in offered.items()
            if len(choices) > 2
        ]


def address_of(asked, **changes):
    """The query of the board that is `asked` for, with other choices."""
    chosen = {name: asked.get(name, "") for name in CHOICES} | changes
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"?{query}" if query else "?"
