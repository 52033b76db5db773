"""The forms on which the griffier says when a body treats a dossier, and what it decided."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.entering.entry import DayEntry, OutcomeEntry, SourceEntry, whole_of
from consultation.deciding.entering.plan import planned_steps
from consultation.deciding.models import Outcome
from partners.ground.constraints import FIRST_YEAR, LAST_YEAR, UNBELIEVABLE
from partners.ground.forms import DayInput, Text, WebAddress
from partners.ground.templatetags.dutch import day, weekday
from partners.ground.texts import PAGE

OTHER, DECLINES, PER_PART = "anders", "niet", "per-onderdeel"
NO_DAY = "Vul in op welke dag"
NO_SUCH_DAY = "Deze dag bestaat niet. Schrijf een dag, zoals 24-6-2027"
WRONG_YEAR = UNBELIEVABLE.removesuffix(".")
STILL_AHEAD = "{} is nog niet geweest. Kies een dag tot en met vandaag"
HAS_BEEN = "{} is al geweest. Kies vandaag of een latere dag"
NO_CONDITION = "Schrijf de voorwaarde op, in de woorden van het besluit"
LOOSE_CONDITION = "Kies bij de uitkomst waar deze voorwaarde bij hoort, of maak dit veld leeg"
NO_PART = "Kies bij minstens één onderdeel de uitkomst"
# How many days are offered to choose from in one click.
MOST_DAYS = 3
WHOLE = {
    Outcome.AGREED: "Ingestemd met alles",
    Outcome.CONDITION: "Ingestemd met alles, met een voorwaarde",
    Outcome.AGAINST: "Niet ingestemd",
    Outcome.ABSTAINS: "Doet niet mee",
    Outcome.LATER: "Doet later mee",
    Outcome.HELD: "Uitgesteld (aangehouden)",
    Outcome.WITHDRAWN: "Ingetrokken: het eerdere besluit geldt niet meer",
}
WHOLE_ALONE = WHOLE | {Outcome.AGREED: "Ingestemd", Outcome.CONDITION: "Ingestemd, met een voorwaarde"}


class ChosenDay(forms.Form):
    """A day out of a few that are likely, or another one."""

    other_day = forms.DateField(
        label="Een andere dag",
        required=False,
        widget=DayInput,
        help_text="Alleen als u hierboven ‘een andere dag’ kiest. Bijvoorbeeld 24-6-2027.",
        error_messages={"invalid": NO_SUCH_DAY},
    )

    def offer(self, question, days, *, further=()):
        """Asks for one of `days`, (day, what is said beside it), with the `further` choices at the end."""
        offered = [(one.isoformat(), f"{weekday(one)}{beside}") for one, beside in days.items()][:MOST_DAYS]
        choices = [*offered, (OTHER, "een andere dag"), *further]
        self.fields["day"] = forms.ChoiceField(
            label=question,
            choices=choices,
            widget=forms.RadioSelect,
            initial=choices[0][0],
            error_messages={"required": "Kies een dag"},
        )
        self.order_fields(["day", "other_day"])

    def chosen_day(self):
        """The day that was chosen, or None; what is wrong with it is said at its field."""
        chosen = self.cleaned_data.get("day")
        if chosen in (None, DECLINES):
            return None
        if chosen != OTHER:
            return date.fromisoformat(chosen)
        found = self.cleaned_data.get("other_day")
        if "other_day" in self.errors:
            return None
        if found is None:
            self.add_error("other_day", NO_DAY)
        elif not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.add_error("other_day", WRONG_YEAR)
            return None
        return found


class DayForm(ChosenDay):
    """On which day the body treats the dossier, or that it does not. `sittings` are its days to come, in order."""

    def __init__(self, *args, track, sittings, **kwargs):
        super().__init__(*args, **kwargs)
        self.track = track
        today = timezone.localdate()
        planned = [step.planned_on for step in planned_steps(track) if step.planned_on >= today]
        days = dict.fromkeys(planned[:1], ", zoals er staat")
        days |= {one: "" for one in sittings if one not in days}
        self.offer("Op welke dag?", days, further=[(DECLINES, "wij behandelen dit niet")])
        if track.declined_on:
            self.fields["day"].initial = DECLINES

    def clean(self):
        cleaned = super().clean()
        self.on = self.chosen_day()
        if self.on and self.on < timezone.localdate():
            field = "other_day" if cleaned.get("day") == OTHER else "day"
            self.add_error(field, HAS_BEEN.format(day(self.on)))
        return cleaned

    @property
    def entry(self):
        """What was filled in, as an entry."""
        return DayEntry(self.on, stated_by(self.track.body))


class OutcomeForm(ChosenDay):
    """What the body decided: on which day, on all or on each component, with its condition and where that stands."""

    outcome = forms.ChoiceField(
        label="Wat was de uitkomst?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de uitkomst"},
    )
    condition = Text(
        label="Voorwaarde (alleen bij een uitkomst met een voorwaarde)",
        required=False,
        max_length=PAGE,
        help_text="Neem de woorden van het besluit over.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    url = WebAddress(
        label="Link naar het besluit (niet verplicht)",
        required=False,
        max_length=200,
        help_text="De pagina met het stuk of het debat.",
        error_messages={"invalid": "Dit is geen adres van een pagina. Plak het hele adres, zoals https://www.…"},
        # A field for addresses may by the rules of HTML not hold what is none, and it comes back as it was typed.
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def __init__(self, *args, track, components, sittings, **kwargs):
        super().__init__(*args, **kwargs)
        self.track, self.components = track, components
        self.offer("Op welke dag is besloten?", likely_days(track, sittings))
        whole = WHOLE if components else WHOLE_ALONE
        choices = [*whole.items(), (DECLINES, "Wij behandelen dit niet")]
        several = [(PER_PART, "Verschilt per onderdeel")] if len(components) > 1 else []
        self.fields["outcome"].choices = [*choices, *several]
        if several:
            self.add_parts()
        self.order_fields(["day", "other_day", "outcome", *self.part_names, "condition", "url"])
        self.begin_with_what_stands()

    @property
    def part_names(self):
        """The names of the fields of the components; none when they cannot differ."""
        return [f"part_{component.pk}" for component in self.components] if len(self.components) > 1 else []

    @property
    def parts(self):
        """The fields of the components."""
        return [self[name] for name in self.part_names]

    def add_parts(self):
        words = [("", "Nog niet bekend"), *((one.value, capfirst(one.label)) for one in Outcome)]
        for component, name in zip(self.components, self.part_names, strict=True):
            self.fields[name] = forms.ChoiceField(
                label=component.heading,
                choices=words,
                required=False,
                error_messages={"invalid_choice": "Kies uit de lijst"},
            )

    def begin_with_what_stands(self):
        """Chooses what stands on the site now."""
        decided = self.track.decided()
        outcomes = {part.pk: found.outcome for part in self.components if (found := standing(decided, part.pk))}
        for key, outcome in outcomes.items():
            if f"part_{key}" in self.fields:
                self.fields[f"part_{key}"].initial = outcome
        self.fields["outcome"].initial = self.what_stands(decided, outcomes)
        self.fields["condition"].initial = next((one.condition for one in decided.values() if one.condition), "")

    def what_stands(self, decided, outcomes):
        """The choice that says what stands: `outcomes` by the keys of the components of which anything is known."""
        whole = set(outcomes.values())
        if len(whole) == 1 and len(outcomes) == len(self.components):
            return whole.pop()
        if self.part_names and outcomes:
            return PER_PART
        if None in decided:
            return decided[None].outcome
        return DECLINES if self.track.declined_on else None

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("outcome") == DECLINES:
            self.errors.pop("day", None)
            return cleaned
        self.on = self.chosen_day()
        if self.on and self.on > timezone.localdate():
            field = "other_day" if cleaned.get("day") == OTHER else "day"
            self.add_error(field, STILL_AHEAD.format(day(self.on)))
        self.outcomes = self.chosen_outcomes()
        if "outcome" not in self.errors:
            self.check_condition()
        return cleaned

    def chosen_outcomes(self):
        """The Outcome by the key of each component, or for None that of all; what is lacking is said."""
        chosen = self.cleaned_data.get("outcome")
        if chosen is None:
            return {}
        if chosen != PER_PART:
            return {None: Outcome(chosen)}
        given = {part.pk: self.cleaned_data.get(f"part_{part.pk}") for part in self.components}
        found = {key: Outcome(value) for key, value in given.items() if value}
        if not found:
            self.add_error("outcome", NO_PART)
        return whole_of(found, len(self.components))

    def check_condition(self):
        """Says that a condition lacks its words, or words their condition."""
        has_words = bool(self.cleaned_data.get("condition"))
        is_asked = Outcome.CONDITION in self.outcomes.values()
        if is_asked and not has_words and "condition" not in self.errors:
            self.add_error("condition", NO_CONDITION)
        if has_words and not is_asked:
            self.add_error("condition", LOOSE_CONDITION)

    @property
    def entry(self):
        """What was filled in, as an entry."""
        if self.cleaned_data["outcome"] == DECLINES:
            return DayEntry(None, stated_by(self.track.body))
        source = decision_at(self.track.body, self.on, self.cleaned_data["url"])
        return OutcomeEntry(self.on, self.outcomes, source, self.cleaned_data["condition"])


def standing(decided, key):
    """The decision that holds on a component: its own, and without, that on the whole; or None."""
    return decided.get(key) or decided.get(None)


def likely_days(track, sittings):
    """The days on which a body may have decided, with what is said beside each: what stands, what was planned, sat."""
    today = timezone.localdate()
    decided = [one.decided_on for one in track.decided().values()]
    planned = [step.planned_on for step in planned_steps(track) if step.planned_on <= today]
    days = {max(decided): ", zoals er staat"} if decided else {}
    days |= {one: ", zoals gepland" for one in planned[-1:] if one not in days}
    return days | {one: "" for one in sittings if one not in days}


def stated_by(body):
    """The SourceEntry of what the griffier says."""
    return SourceEntry(f"Opgave van de griffie: {body}"[:200], publisher=body.name[:120])


def decision_at(body, on, url):
    """The SourceEntry of a decision with its page, or of what the griffier says."""
    return SourceEntry(f"Besluit van {body}, {day(on)}"[:200], url, body.name[:120]) if url else stated_by(body)
