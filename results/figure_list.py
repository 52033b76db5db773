"""The list of all figures in parts as safe HTML, each kept apart: the filter, and the figures of one nature."""

from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from results.charts.multiples import line_alone
from results.forms.figures import FigureListFilter
from results.models import Indicator, IndicatorNature
from results.overview import choices
from results.status import with_assessment


@piece
def filter_unused():
    """The filter as long as nothing is chosen."""
    return drawn("results/parts/figure_list_filter.html", form=FigureListFilter({}, **choices()))


@piece
def of_nature(nature, keys, is_open):
    """The figures with these `keys`, all of one nature, as a table with a line each; folded unless it `is_open`."""
    found = with_assessment(Indicator.objects.filter(pk__in=keys).by_nature().with_recent_values())
    listed = [(one, line_alone(one)) for one in found]
    return drawn("results/parts/figure_list.html", nature=IndicatorNature(nature), listed=listed, is_open=is_open)
