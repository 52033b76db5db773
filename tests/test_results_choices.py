"""Lists of results that must have every member of their choices: a new member without a place is named here."""

import pytest

from partners.models import Certainty
from results.admin.confirmations import APPROVING
from results.charts.chart import LEGEND
from results.charts.line import UNSURE, LineChart
from results.forms.confirmations import ProposalForm
from results.models import (
    SOURCES,
    Attribution,
    Funder,
    Indicator,
    IndicatorNature,
    PhaseKind,
    ProjectRole,
    ProjectStage,
    ProposalKind,
    StatusRule,
    StatusWord,
)
from results.models.values.target import TargetWord
from results.money.funding import IN_REGION
from results.money.leverage import IN_REGION_NAMED, OTHERS
from results.sections import RESULTS
from results.status import JUDGES, rule_in_words

SURE = (Certainty.FINAL, Certainty.DERIVED, Certainty.CORRECTED, Certainty.UNKNOWN)


@pytest.mark.parametrize(
    ("choices", "parts"),
    [
        (IndicatorNature, [RESULTS, [IndicatorNature.CONTEXT]]),
        (Funder, [IN_REGION, OTHERS, [Funder.REGION, Funder.TOTAL]]),
        (IN_REGION, [IN_REGION_NAMED]),
        (Funder, [SOURCES, [Funder.REGION, Funder.TOTAL]]),
        (StatusRule, [JUDGES]),
        (ProposalKind, [APPROVING, [ProposalKind.REMOVAL]]),  # which only the desk proposes
        (Certainty, [UNSURE, SURE]),
    ],
    ids=["sections", "leverage", "region", "breakdown", "judges", "approving", "dotted circles"],
)
def test_a_list_has_every_member_once(choices, parts):
    listed = [member for part in parts for member in part]
    assert set(choices) - set(listed) == set()
    assert len(listed) == len(choices)


@pytest.mark.parametrize(
    ("choices", "name"),
    [
        (IndicatorNature, "explanation"),
        (IndicatorNature, "css"),
        (IndicatorNature, "date_word"),
        (Attribution, "explanation"),
        (StatusWord, "pattern"),
    ],
)
def test_every_member_has_a_word_of_its_own(choices, name):
    assert [member for member in choices if not getattr(member, name)] == []


def test_every_rule_is_explained():
    for rule in StatusRule:
        assert rule_in_words(Indicator(rule=rule, direction="meer"))


def test_every_kind_of_phase_is_a_stage_of_a_project():
    assert set(PhaseKind.values) - set(ProjectStage.values) == set()


def test_an_owner_is_offered_every_kind_of_proposal_but_to_take_a_value_away(helped):
    indicator = Indicator.objects.with_recent_values().get()
    [series] = indicator.series
    form = ProposalForm(None, indicator=indicator, series=series, earlier=None)
    offered = {value for value, label in form.fields["kind"].choices}
    assert offered == {"", *ProposalKind.values} - {ProposalKind.REMOVAL}


def test_every_mark_of_a_line_has_a_place_in_the_legend():
    stretch = type("Stretch", (), {"uncertain": True})
    marks = [None, TargetWord.MISSED, TargetWord.MOVED]
    points = [type("Point", (), {"hedged": True, "is_target": True, "mark": mark}) for mark in marks]
    line = LineChart(
        0, 0, 0, 0, [], [], points, [stretch], roads=[stretch], moves=[], since=[stretch], grid=[], notes=[]
    )
    assert line.marks == set(LEGEND)


def test_who_leads_stands_before_the_other_roles():
    assert list(ProjectRole)[:2] == [ProjectRole.LEAD, ProjectRole.PRESUMED_LEAD]
