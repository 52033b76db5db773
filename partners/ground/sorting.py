"""The order in which names stand on a list."""

from django.db import models


class SortKey(models.Func):
    """Orders names as a Dutch reader expects, the same on every PostgreSQL: without accents, case or 't."""

    function = "sort_key"
    output_field = models.TextField()
