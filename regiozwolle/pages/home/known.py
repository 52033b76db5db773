"""What is known of each municipality on the map, from the same functions as its own page."""

from dataclasses import dataclass

from django.utils.text import capfirst

from consultation.deciding.models import Position
from partners.ground.templatetags.dutch import number
from partners.models import Body, BodyKind, Partner
from regiozwolle.pages.partner.bodies import tracks_of
from regiozwolle.pages.partner.projects import projects_by_partner, projects_in_words
from results.inhabitants import Growth, growths


@dataclass(frozen=True)
class Known:
    """One municipality: how it grew, the projects it has a part in, and where its council stands in the dossier."""

    partner: Partner
    growth: Growth | None
    projects: list
    position: Position | None

    @property
    def counts(self):
        """Its inhabitants on the first and on the last day on which all were counted."""
        if self.growth is None:
            return ()
        first, last = self.growth.first, self.growth.last
        return (
            f"{number(first.count)} inwoners in {first.reference_on.year},",
            f"{number(last.count)} in {last.reference_on.year}",
        )

    @property
    def lines(self):
        """What it asks or did, in short lines for the corner of the map."""
        decision = self.position.label.lower() if self.position else "nog niet bekend"
        return (*self.counts, projects_in_words(self.projects) or "geen project bekend", f"besluit: {decision}")

    @property
    def words(self):
        """What is known of it as sentences, for the list."""
        decision = f"Besluit: {self.position.label.lower()}" if self.position else ""
        told = (" ".join(self.counts), capfirst(projects_in_words(self.projects)), decision)
        return " ".join(f"{words}." for words in told if words)


def known_of(municipalities, dossier):
    """A Known for each of `municipalities`; what their councils decided is of `dossier`, if any. Three queries."""
    grown = {growth.partner.pk: growth for growth in growths(municipalities)[0]}
    projects = projects_by_partner(municipalities)
    councils = tracks_of(Body.objects.filter(partner__in=municipalities, kind=BodyKind.COUNCIL))
    positions = {row.partner_id: row.known_position for row in councils if dossier and row.dossier == dossier.pk}
    return [Known(one, grown.get(one.pk), projects[one.pk], positions.get(one.pk)) for one in municipalities]
