"""A proposal about a measurement of one partner is about that partner."""

from django.db import migrations

TAKE_OVER = """
    UPDATE results_proposal SET partner_id = measurement.partner_id
    FROM results_measurement AS measurement
    WHERE measurement.id = results_proposal.measurement_id AND measurement.partner_id IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("results", "0016_series_and_what_counts"),
    ]

    operations = [migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop)]
