"""What it brings in one sentence, in three columns and in what is not known: the same words on the page and the A4."""

from dataclasses import dataclass, field, replace
from itertools import chain

from django.utils.functional import cached_property
from django.utils.html import format_html_join

from partners.ground.templatetags.dutch import counted, listed, number, unbroken
from partners.ground.templatetags.parts import or_unknown
from partners.models import PartnerKind
from regiozwolle.pages.partner.projects import projects_in_words
from regiozwolle.pages.what_it_brings.facts import Fact

# So many rows does a column show; what goes beyond them is counted.
ROWS = 3
# So many amounts are named in the sentence on top; more are counted. Above their own rows two are counted already.
AMOUNTS = 2
READERS = {PartnerKind.MUNICIPALITY: "de raad", PartnerKind.PROVINCE: "Provinciale Staten"}
GOVERNMENTS = (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE)


def its_readers(partner):
    """For whom it is brought together: 'de raad', 'Provinciale Staten', 'het bestuur'."""
    return READERS.get(partner.kind, "het bestuur")


def ours(partner):
    """What a partner calls itself in the question: 'onze gemeente', 'onze provincie', 'ons'."""
    return f"onze {partner.get_kind_display()}" if partner.kind in GOVERNMENTS else "ons"


@dataclass(frozen=True)
class BroughtColumn:
    """A question with one answer in a few words, and the facts below it; without an answer that is not known.

    `is_measured` says that the answer was measured and is the partner's own: that alone is in the accent.
    """

    slug: str
    title: str
    question: str
    answer: str
    reason: str
    facts: list[Fact] = field(default_factory=list)
    is_measured: bool = False

    @property
    def in_short(self):
        """The answer, or that it is not known, as HTML."""
        return or_unknown(unbroken(self.answer))

    @property
    def rows(self):
        return self.facts[:ROWS]

    @property
    def further(self):
        return self.facts[ROWS:]


@dataclass(frozen=True)
class Gap:
    """Something that is not known, why not, and how the sentence on top names it; "" where it does not."""

    what: str
    why: str
    clause: str = ""


@dataclass(frozen=True)
class Brought:
    """All that is told of one `partner`, from the CouncilAnswers to its questions."""

    partner: object
    answers: list

    @cached_property
    def of(self):
        """The facts of each answer, by its slug."""
        return {answer.slug: answer.facts for answer in self.answers}

    @cached_property
    def because(self):
        """Why nothing is known of each answer, by its slug."""
        return {answer.slug: answer.unknown for answer in self.answers}

    @cached_property
    def columns(self):
        """What it costs, what it brings and what is asked."""
        return [costs(self), brings(self), asks(self)]

    @cached_property
    def asked(self):
        """The first thing that is asked now, a Fact with its page; None when nothing is."""
        return next(iter(self.of["gevraagd"]), None)

    @cached_property
    def gaps(self):
        """All that is not known, each once."""
        return list(chain(gaps_in_money(self), gaps_in_decisions(self), gaps_in_results(self)))

    @cached_property
    def known(self):
        """What is known, counted, as the first half of the sentence; "" when nothing is."""
        clauses = known_clauses(self)
        return f"{listed_at_length(clauses)}." if clauses else ""

    @cached_property
    def unknown(self):
        """What is not, as its second half: of what the gaps say and no more; "" when the columns lack nothing."""
        clauses = [gap.clause for gap in self.gaps if gap.clause]
        return f"{listed_at_length(clauses)}." if clauses else ""

    @property
    def sentence(self):
        """Both halves with what they are, as HTML."""
        halves = [("Bekend:", self.known), ("Nog niet bekend:", self.unknown)]
        told = [(name, unbroken(words)) for name, words in halves if words]
        return format_html_join(" ", "<strong>{}</strong> {}", told)

    @cached_property
    def sources(self):
        """Where what the columns say comes from, each source once."""
        facts = chain.from_iterable(column.facts for column in self.columns)
        return list(dict.fromkeys(fact.source for fact in facts if fact.source))


def listed_at_length(clauses):
    """Clauses as one sentence: 'dit, dat, en nog iets'."""
    *most, last = clauses
    return f"{', '.join(most)}, en {last}" if most else last


def shortest(facts):
    """The first of `facts` that can be said in a few words, so; "" when none can."""
    return next((fact.short for fact in facts if fact.short), "")


def amounts_of(facts, most):
    """The amounts of `facts` in a few words, each apart: nothing says that they may be added up; "" without any.

    More than `most` are counted.
    """
    found = [fact.short for fact in facts if fact.short]
    return listed(found) if len(found) <= most else counted(len(found), "bedrag,bedragen")


def costs(brought):
    """What it pays, this year first, and in what it takes part, on which that depends."""
    paid = sorted(brought.of["betalen"], key=lambda fact: not fact.short)
    known = counted(len(paid), "bijdrage,bijdragen") + " bekend" if paid else ""
    return BroughtColumn(
        "kost",
        "Kost",
        "Wat betalen wij?",
        amounts_of(paid, 1) or known,
        brought.because["betalen"],
        [*paid, *brought.of["meedoen"]],
    )


def brings(brought):
    """What it gets, the projects that touch it, its own figures and the results that all share."""
    received, projects = brought.of["krijgen"], brought.of["projecten"]
    # How it grows stands apart.
    own, shared = [fact for fact in brought.of["cijfers"] if fact.short], brought.of["resultaten"]
    together = counted(len(shared), "gedeeld resultaat,gedeelde resultaten") if shared else ""
    said = amounts_of(received, 1) or projects_in_words(projects)
    return BroughtColumn(
        "brengt",
        "Brengt",
        "Wat krijgen en merken wij?",
        said or shortest(own) or together,
        brought.because["resultaten"],
        [*received, *projects, *own, *shared],
        is_measured=bool(own and not said),
    )


def asks(brought):
    """What is asked now, and what its bodies decided and said before."""
    asked = brought.of["gevraagd"]
    nothing = [] if asked else [Fact(brought.because["gevraagd"])]
    return BroughtColumn(
        "gevraagd",
        "Gevraagd",
        f"Wat vraagt men nu van {its_readers(brought.partner)}?",
        shortest(asked) or "Nu niets",
        brought.because["gevraagd"],
        [*asked, *nothing, *decisions(brought.of["besloten"]), *brought.of["gezegd"]],
    )


def decisions(facts):
    """The decisions that are known, each; and the bodies of which none is, once for each dossier."""
    known = [fact for fact in facts if fact.is_known]
    lacking = {}
    for fact in facts:
        if not fact.is_known:
            lacking.setdefault(fact.detail, []).append(fact)
    return known + [
        replace(found[0], text=f"{title}: het besluit van {whose(found)} is nog niet bekend", detail="")
        for title, found in lacking.items()
    ]


def whose(facts):
    """The bodies of which `facts` tell: 'gemeenteraad en college'."""
    return listed(dict.fromkeys(fact.who for fact in facts))


def known_clauses(brought):
    """What is known of each question, counted."""
    of = brought.of
    paid, received = (amounts_of(of[slug], AMOUNTS) for slug in ("betalen", "krijgen"))
    asked = sum(fact.is_presumed for fact in of["projecten"])
    own = sum(bool(fact.short) for fact in of["cijfers"])
    decided = sum(fact.is_known for fact in of["besloten"])
    clauses = [
        f"wij betalen {paid}" if paid else "",
        f"wij krijgen {received}" if received else "",
        told(len(of["projecten"]) - asked, "1 project raakt ons", "{} projecten raken ons"),
        told(asked, "er is 1 project gevraagd", "er zijn {} projecten gevraagd"),
        told(own, "1 cijfer gaat over ons", "{} cijfers gaan over ons"),
        told(len(of["resultaten"]), "1 resultaat delen wij met de regio", "{} resultaten delen wij met de regio"),
        told(decided, "van ons is 1 besluit bekend", "van ons zijn {} besluiten bekend"),
        told(
            len(of["meedoen"]), "van 1 onderdeel is bekend of wij meedoen", "van {} onderdelen is bekend of wij meedoen"
        ),
    ]
    return [clause for clause in clauses if clause]


def told(count, one, many):
    """The words for `count` things; "" without any."""
    return (one if count == 1 else many).format(number(count)) if count else ""


def gaps_in_money(brought):
    """What it pays and gets, and in what it takes part."""
    partner, because, of = brought.partner, brought.because, brought.of
    # What a source says of money that it paid before is a figure of its own, and no contribution to this agenda.
    if all(fact.attribution for fact in of["betalen"]):
        yield Gap(f"De bijdrage van {partner} aan deze agenda", because["betalen"], f"wat {partner} betaalt")
    if not of["meedoen"]:
        yield Gap(f"Waaraan {partner} meedoet", because["meedoen"])
    if not of["krijgen"]:
        yield Gap(f"Wat {partner} alleen krijgt", because["krijgen"])


def gaps_in_decisions(brought):
    """What its bodies decided; of an invented partner that is not asked."""
    partner, found = brought.partner, brought.of["besloten"]
    unknown = [fact for fact in found if not fact.is_known]
    decided = "besloten" if partner.kind == PartnerKind.PROVINCE else "besloot"
    clause = f"wat {its_readers(partner)} {decided}"
    if not found:
        yield Gap(f"De besluiten van {partner}", brought.because["besloten"], clause)
    for title in dict.fromkeys(fact.detail for fact in unknown):
        bodies = whose([fact for fact in unknown if fact.detail == title])
        yield Gap(f"Het besluit van {bodies}", f"{title}: geen besluit gevonden.", clause)
        clause = ""


def gaps_in_results(brought):
    """What came of it at the partner itself, and whether its projects are what they are taken for."""
    partner, because, of = brought.partner, brought.because, brought.of
    place = f"{'in' if partner.kind in GOVERNMENTS else 'bij'} {partner}"
    if not of["resultaten"]:
        yield Gap("De resultaten van de hele regio", because["resultaten"])
    elif not any(fact.short for fact in of["cijfers"]):
        clause = f"wat er van die resultaten {place} terechtkwam"
        yield Gap(f"De resultaten {place} zelf", "De bronnen noemen alleen getallen voor de hele regio.", clause)
    if not of["projecten"]:
        yield Gap(f"Projecten waarin {partner} een rol heeft", because["projecten"])
    for fact in of["projecten"]:
        if fact.is_presumed:
            yield Gap(f"Of {fact.text} bij het programma hoort", "Geen bron bevestigt het.")
