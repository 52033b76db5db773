"""What the portal publishes as open data: tables of which every column has a meaning, and a unit where it has one.

The names of tables and columns are public: programs of others read them. They never change, a new one may be added.
The invented examples of the demo are never in it.
"""

from django.db.models import Value

from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from regiozwolle.open_data.dataset import counted_licences, most_first
from regiozwolle.open_data.of_agenda import AGENDA
from regiozwolle.open_data.of_deciding import DECIDING
from regiozwolle.open_data.of_meetings import MEETINGS
from regiozwolle.open_data.of_partners import PARTNERS
from regiozwolle.open_data.of_reacting import REACTING
from regiozwolle.open_data.of_results import RESULTS

DATASETS = {**PARTNERS, **AGENDA, **REACTING, **DECIDING, **MEETINGS, **RESULTS}


@piece
def licences_of_all():
    """The `licences` of each of DATASETS, in their order, as tuples. One query."""
    found = [[] for _ in DATASETS]
    for at, *licence in LICENCES.ask():
        found[at].append(licence)
    return tuple(tuple(most_first(licences)) for licences in found)


def every_licence():
    """The licences of all DATASETS in one queryset: (which of them, licence, of how many sources)."""
    first, *others = [counted_licences(one, Value(at)) for at, one in enumerate(DATASETS.values())]
    return first.union(*others, all=True)


LICENCES = PreparedRows(every_licence)
