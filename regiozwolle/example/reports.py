"""Two progress reports for the demo, over years of which the portal knows something.

What they hold is not invented: it is what the sources say of those days. That there were such reports is.
"""

from dataclasses import dataclass
from datetime import date

from regiozwolle.example.reading import read
from regiozwolle.reports.freezing import freeze
from results.models import Report

YEARS = (2022, 2023)


@dataclass(frozen=True)
class Texts:
    introduction: str


def load():
    """Makes, freezes and publishes the reports once."""
    texts = read("reports", Texts)
    for year in YEARS:
        if not Report.objects.filter(slug=f"voorbeeld-{year}").exists():
            report = Report.objects.create(
                slug=f"voorbeeld-{year}",
                title=f"Voortgangsrapportage {year}",
                starts_on=date(year, 1, 1),
                ends_on=date(year, 12, 31),
                introduction=texts.introduction,
                is_example=True,
            )
            report = freeze(report=report)
            report.published_at = report.frozen_at
            report.save(update_fields=["published_at"])
