"""What the portal publishes as open data: tables of which every column has a meaning, and a unit where it has one.

The names of tables and columns are public: programs of others read them. They never change, a new one may be added.
The invented examples of the demo are never in it.
"""

from regiozwolle.open_data.of_agenda import AGENDA
from regiozwolle.open_data.of_deciding import DECIDING
from regiozwolle.open_data.of_meetings import MEETINGS
from regiozwolle.open_data.of_partners import PARTNERS
from regiozwolle.open_data.of_reacting import REACTING
from regiozwolle.open_data.of_results import RESULTS

DATASETS = {**PARTNERS, **AGENDA, **REACTING, **DECIDING, **MEETINGS, **RESULTS}
