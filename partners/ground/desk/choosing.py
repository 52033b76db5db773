"""What a chooser of the desk finds: a thing by its fields, and else by the name that it shows."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from partners.ground.admin import MOST_CHOICES, in_full


class ByName(AutocompleteJsonView):
    """Django's own finds ‘Uitvoeringslijn 1’ nowhere, for that name is put together and no field has it."""

    def get_queryset(self):
        found = super().get_queryset()
        return found if not self.term or found.exists() else self.named(self.term.casefold().split())

    def named(self, words):
        """Of a list that a page can hold, all with these `words` in their name; of a longer one none."""
        self.term = ""
        every = list(super().get_queryset()[: MOST_CHOICES + 1])
        if len(every) > MOST_CHOICES:
            return []
        return [one for one in every if all(word in in_full(one).casefold() for word in words)]

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {"text": in_full(obj)}
