"""What the record means for every desk."""

from django.contrib.admin import ModelAdmin


class RecordedDesk(ModelAdmin):
    """Leaves the log of Django's admin empty: the database records what changed, and under which act."""

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    def log_deletions(self, request, queryset):
        pass
