"""How forms look on the site: label, hint, error, field, in that order."""

from django.forms.renderers import TemplatesSetting

from partners.ground.documents.text import UNFIT


class FormRenderer(TemplatesSetting):
    """Renders every form and field from our own `templates/forms/`, without characters that HTML cannot hold."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def render(self, template_name, context, request=None):
        return UNFIT.sub("", super().render(template_name, context, request))
