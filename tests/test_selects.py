"""A list to choose from is drawn without a template, exactly as Django draws it with three."""

import re

import pytest
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Select
from django.utils.safestring import mark_safe

from regiozwolle.forms import FormRenderer


@pytest.mark.parametrize(
    ("choices", "chosen"),
    [
        ([], ""),
        ([("", "Alle"), (1, "<b>Een</b> & “twee”"), ("a'\"b", mark_safe("met&nbsp;spatie"))], 1),
        ([("", "Alle"), ("Gemeenten & <co>", [("zwolle", "Zwolle"), (2, 3)]), (None, "Geen")], "zwolle"),
    ],
)
@pytest.mark.parametrize(
    "attrs", [{}, {"id": "id_x", "required": True, "disabled": False, "data-x": '<"&>', "size": 3}]
)
def test_it_is_the_same_as_djangos(choices, chosen, attrs):
    drawn = [Select(attrs, choices).render("naam", chosen, renderer=one()) for one in (FormRenderer, TemplatesSetting)]
    assert squeezed(drawn[0]) == squeezed(drawn[1])


def squeezed(html):
    """Without the lines between tags, of which Django's templates leave some empty."""
    return re.sub(r"\s*\n\s*", "", html)
