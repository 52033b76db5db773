"""How forms look on the site: label, hint, error, field, in that order."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Renders every form and field from our own `templates/forms/`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
