"""How forms look on the site: label, hint, error, field, in that order."""

from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Select
from django.utils.html import conditional_escape

from partners.ground.documents.text import UNFIT


class FormRenderer(TemplatesSetting):
    """Renders every form and field from our own `templates/forms/`, without characters that HTML cannot hold."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def render(self, template_name, context, request=None):
        if template_name == Select.template_name:
            return UNFIT.sub("", select(context["widget"]))
        return UNFIT.sub("", super().render(template_name, context, request))


def select(widget):
    """What Django's template gives, which includes two others for each option: one with fifty took 12 ms."""
    options = "".join(map(group, widget["optgroups"]))
    return f'<select name="{conditional_escape(widget["name"])}"{attributes(widget)}>{options}\n</select>'


def group(of_options):
    """Some options of a select, below their heading if they have one."""
    heading, options, _ = of_options
    inside = "".join(
        f'\n  <option value="{conditional_escape(str(one["value"]))}"{attributes(one)}>'
        f"{conditional_escape(one['label'])}</option>"
        for one in options
    )
    return f'\n  <optgroup label="{conditional_escape(heading)}">{inside}\n  </optgroup>' if heading else inside


def attributes(widget):
    """Those of an HTML element; of one that is only there or not, its name alone."""
    given = ((name, value) for name, value in widget["attrs"].items() if value is not False)
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"' for name, value in given
    )
