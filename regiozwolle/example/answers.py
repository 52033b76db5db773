"""What was answered in the demo's finished consultation, once more where a point was opened again."""

from agenda.models import Wording
from consultation.actions.answering import record
from consultation.models import Answer, AnswerState, Publication, Reopening, Verdict
from regiozwolle.example.letters import EQUAL, REVIEWER, SECRETARY

# `points` are keys of points, `wordings` the codes of what changed by it in the second version.
ANSWERS = [
    {
        "points": EQUAL,
        "verdict": Verdict.ADOPTED,
        "reason": "De kleine kernen horen erbij. Een paar woningen kan in een dorp al veel betekenen.",
        "wordings": ["VB24-L1.1"],
    },
    {
        "points": ["minderheid"],
        "verdict": Verdict.REJECTED,
        "reason": "De meeste raden willen juist ook in de kernen bouwen. De bus rijdt daar ook in het weekend, "
        "zie opgave 2.1.",
    },
    {
        "points": ["dorp"],
        "verdict": Verdict.PARTLY,
        "reason": "‘Elk dorp’ staat nu in de tekst. De huisarts niet: daar gaan de gemeenten niet over.",
        "wordings": ["VB24-L1.2"],
    },
    {
        "points": ["bomen"],
        "verdict": Verdict.PARTLY,
        "reason": "Het aantal van duizend bomen is vervallen. Wij kiezen voor groene daken, want die passen in "
        "elke gemeente.",
        "wordings": ["VB24-L2.4"],
    },
    {
        "points": ["bus"],
        "verdict": Verdict.FORWARDED,
        "reason": "De provincie betaalt het vervoer met de bus. Zij geeft u binnen drie maanden antwoord.",
        "forwarded_to": "Gedeputeerde Staten van Voorbeeldland",
    },
    {
        "points": ["water"],
        "verdict": Verdict.REJECTED,
        "reason": "Water opvangen bij nieuwbouw is in de hele regio afgesproken. Later herstellen kost meer.",
    },
    {
        "points": ["zin"],
        "verdict": Verdict.ADOPTED,
        "wordings": ["VB24-L2.1"],
    },
    {
        "points": ["brief-steun", "tafel"],
        "verdict": Verdict.NOTED,
        "reason": "Dank u wel. Wij lezen dat de fietsroutes worden gewaardeerd.",
    },
    {
        "points": ["brief-wens"],
        "verdict": Verdict.ADOPTED,
        "reason": "De route naar het ziekenhuis wordt als eerste aangelegd.",
        "landed_elsewhere": "het uitvoeringsplan fietsroutes",
    },
    {
        "points": ["dijk"],
        "verdict": Verdict.ANSWERED,
        "reason": "Ja, het fietspad langs de dijk hoort bij de drie routes.",
    },
]
REOPENED = {
    "point": "dijk",
    "reason": "Mijn vraag was ook wie het fietspad onderhoudt. Dat lees ik niet.",
}
SECOND = {
    "verdict": Verdict.ANSWERED,
    "reason": "Het fietspad langs de dijk hoort bij de drie routes. Het waterschap onderhoudt het.",
    "correction": "De afzender vroeg ook wie het fietspad onderhoudt.",
}


def answer_all(consultation, second, points, people, ago, *, answered, again):
    """Everything in ANSWERS on the site in one batch, and once more to the point that was opened again."""
    words = {one.element.code: one for one in Wording.objects.filter(version=second).select_related("element")}
    writer, reviewer = people.get(SECRETARY), people.get(REVIEWER)
    batch = []
    for said in ANSWERS:
        answer = Answer.objects.create(
            verdict=said["verdict"],
            reason=said.get("reason", ""),
            forwarded_to=said.get("forwarded_to", ""),
            landed_elsewhere=said.get("landed_elsewhere", ""),
            drafted_by=writer,
            reviewed_by=reviewer,
            reviewed_at=ago.moment(answered + 2),
        )
        answer.points.set([points[key] for key in said["points"]])
        answer.wordings.set([words[code] for code in said.get("wordings", [])])
        batch.append(answer)
    put_on_site(consultation, batch, writer, reviewer, ago, answered)
    point = points[REOPENED["point"]]
    Reopening.objects.create(point=point, reason=REOPENED["reason"], made_at=ago.moment(answered - 4))
    second_answer = Answer.objects.create(
        **SECOND,
        drafted_by=writer,
        reviewed_by=reviewer,
        reviewed_at=ago.moment(again + 1),
    )
    second_answer.points.set([point])
    put_on_site(consultation, [second_answer], writer, reviewer, ago, again)


def put_on_site(consultation, answers, writer, reviewer, ago, days):
    """One publication, with the history that leads to it."""
    for act, by, when in [("geschreven", writer, days + 4), ("nagekeken", reviewer, days + 2)]:
        record(answers, act=act, by=by)
        AnswerState.objects.filter(answer__in=answers, act=act).update(made_at=ago.moment(when))
    at = ago.moment(days)
    publication = Publication.objects.create(consultation=consultation, published_at=at, made_by=writer)
    Answer.objects.filter(pk__in=[answer.pk for answer in answers]).update(publication=publication, published_at=at)
    record(answers, act="op de site gezet", by=writer)
    AnswerState.objects.filter(answer__in=answers, act="op de site gezet").update(made_at=at)
