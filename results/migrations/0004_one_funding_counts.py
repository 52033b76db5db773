from django.db import migrations, models


def let_the_newest_count(apps, schema_editor):
    """Of several amounts for the same money the newest counts; the others stay beside it."""
    fundings = apps.get_model("results", "Funding").objects
    seen = set()
    for funding in fundings.order_by("-reference_on", "-pk"):
        same = (funding.programme_id, funding.project_id, funding.funder, funding.year)
        if same in seen:
            fundings.filter(pk=funding.pk).update(counts=False)
        seen.add(same)


class Migration(migrations.Migration):
    dependencies = [("results", "0003_money_phases_and_results")]

    operations = [
        migrations.RunPython(let_the_newest_count, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("counts", True)),
                fields=("programme", "project", "funder", "year"),
                name="one_funding_counts_per_funder_and_year",
                nulls_distinct=False,
                violation_error_message="Van deze bron telt er in dit jaar al een bedrag mee.",
            ),
        ),
    ]
