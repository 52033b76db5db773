"""How forms look on the site: label, hint, error, field, in that order."""

from django.forms.renderers import TemplatesSetting

# What HTML cannot hold, however it is written; the errors of the fields say that it was typed.
UNWRITABLE = dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF])


class FormRenderer(TemplatesSetting):
    """Renders every form and field from our own `templates/forms/`, without characters that HTML cannot hold."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def render(self, template_name, context, request=None):
        return super().render(template_name, context, request).translate(UNWRITABLE)
