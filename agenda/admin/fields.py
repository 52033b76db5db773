"""How the desk of the agenda draws its fields."""

from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField

# Most texts of the agenda are one sentence.
SHORT = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}
