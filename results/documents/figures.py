"""A figure as a file to take along: every measurement with its four dates, the targets and what was put right."""

from django.utils import timezone

from partners.ground.documents import Column, Document, Paragraph, Table
from results.models import Correction
from results.targets import verdicts_on

MEASUREMENTS = [
    Column("Peildatum", "date"),
    Column("Tot en met", "date"),
    Column("Peildatum in woorden"),
    Column("Gebied"),
    Column("Woord ervoor"),
    Column("Waarde", "number"),
    Column("Eenheid"),
    Column("Zekerheid"),
    Column("Bron"),
    Column("Adres van de bron"),
    Column("Bron gepubliceerd", "date"),
    Column("Door ons gecontroleerd", "date"),
    Column("Gecontroleerd door"),
    Column("Opmerking"),
    Column("Telt mee"),
    Column("Waarom een andere bron telt"),
]
TARGETS = [
    Column("Uiterlijk op", "date"),
    Column("Uiterlijk, in woorden"),
    Column("Woord ervoor"),
    Column("Streefwaarde", "number"),
    Column("Eenheid"),
    Column("Beginwaarde", "number"),
    Column("Datum van de beginwaarde", "date"),
    Column("Bron"),
    Column("Opmerking"),
    Column("Wat ervan kwam"),
]
CORRECTIONS = [
    Column("Gecorrigeerd op", "date"),
    Column("Peildatum", "date"),
    Column("Oude waarde", "number"),
    Column("Nieuwe waarde", "number"),
    Column("Reden"),
]


def figure_document(indicator, *, address):
    """The Document of `indicator`, read `with_values`; `address` is the absolute address of its page."""
    measured = [
        (
            one.reference_on,
            one.reference_until,
            one.reference_text,
            one.area,
            one.qualifier,
            one.value,
            indicator.unit,
            one.get_certainty_display(),
            one.source.title,
            one.source.url,
            one.source.published_on,
            one.checked_on,
            one.checked_by,
            one.note,
            "ja" if one.counts else "nee",
            one.beside_because,
        )
        for one in indicator.measurements.all()
    ]
    targets = [
        (
            one.due_on,
            one.due_text,
            one.qualifier,
            one.value,
            indicator.unit,
            one.baseline_value,
            one.baseline_on,
            one.source.title,
            one.note,
            verdict.word.label,
        )
        for verdict in verdicts_on(indicator).rows
        for one in [verdict.target]
    ]
    corrections = [
        (one.corrected_on, one.measured_on, one.old_value, one.new_value, one.reason)
        for one in Correction.objects.of(indicator).newest_first()
    ]
    tables = [
        Table("Metingen", MEASUREMENTS, measured),
        Table("Streefwaarden", TARGETS, targets),
        Table("Correcties", CORRECTIONS, corrections),
    ]
    words = [text for text in (indicator.definition, indicator.warning) if text]
    return Document(
        title=indicator.name,
        subtitle="Regio Zwolle in cijfers",
        address=address,
        dated=timezone.now(),
        blocks=[*map(Paragraph, words), *tables],
        data=[table for table in tables if table.rows] or tables[:1],
    )
