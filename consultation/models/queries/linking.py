"""Linking many rows to many others at once."""


def link(through, one, other, wanted):
    """Makes `through` say what is `wanted`: by key of `one`, the keys of `other`. In three statements for all."""
    asked = {(key, linked) for key, keys in wanted.items() for linked in keys}
    found = through.objects.filter(**{f"{one}__in": wanted}).values_list(one, other, "pk")
    there = {(key, linked): pk for key, linked, pk in found}
    through.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in asked]).delete()
    missing = sorted(asked - set(there))
    through.objects.bulk_create(through(**{one: key, other: linked}) for key, linked in missing)
