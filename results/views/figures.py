"""The overview of what the collaboration yields and costs, and a page per figure."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agenda.models import Statement, StatementKind
from results.charts import chart_of
from results.models import Indicator, IndicatorNature, Programme, Scope


@require_safe
def dashboard(request):
    """Achieved, promised and invested apart and never summed; then charts, programmes, and what is not known."""
    natures = Indicator.objects.by_nature()
    context = [one for one in natures[IndicatorNature.CONTEXT] if one.shown]
    indicators = [indicator for group in natures.values() for indicator in group]
    programmes = Programme.objects.whole().with_project_counts()
    statements = Statement.objects.filter(kind=StatementKind.RESULT).select_related("source")
    return render(
        request,
        "results/dashboard.html",
        {
            "sections": [
                {
                    "nature": nature,
                    "headlines": [one for one in natures[nature] if one.shown and one.is_headline],
                    "others": [one for one in natures[nature] if one.shown and not one.is_headline],
                    "statements": statements if nature == IndicatorNature.ACHIEVED else [],
                }
                for nature in (IndicatorNature.ACHIEVED, IndicatorNature.PROMISED, IndicatorNature.INVESTED)
            ],
            "charts": [chart for chart in map(chart_of, indicators) if chart],
            "programmes": programmes,
            "context_nature": IndicatorNature.CONTEXT,
            "context": [one for one in context if one.scope == Scope.REGION],
            "elsewhere": [one for one in context if one.scope != Scope.REGION],
            "unmeasured": [one for one in indicators if not one.latest],
            "unnamed": [programme for programme in programmes if programme.unnamed],
        },
    )


@require_safe
def indicator(request, slug):
    """One figure with all its measurements, whatever their sources say."""
    indicator = get_object_or_404(Indicator.objects.with_values().select_related("owner__partner"), slug=slug)
    return render(
        request,
        "results/indicator.html",
        {
            "indicator": indicator,
            "explanation": IndicatorNature(indicator.nature).explanation,
            "chart": chart_of(indicator),
            "elements": indicator.elements.all(),
        },
    )
