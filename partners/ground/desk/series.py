"""Rows that grow over the years, such as measurements: a page of them beside the form of what they belong to.

Only what is shown as fields is sent, so a form stays as light with 2,000 rows as with ten. With `columns` the rows are
a table to read, in which each row is opened to change it; without, those of one page are fields. An empty row to add
another is always there. A form that comes back has the rows that it was sent with, whatever others did meanwhile.
"""

from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django import forms
from django.contrib.admin.utils import display_for_field, lookup_field, quote
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.text import capfirst

from partners.ground.admin import Rows
from partners.ground.templatetags.dutch import number

# How many rows are fields at once, and how many a table shows: what a person can take in without losing the rest.
AS_FIELDS = 8
AS_TABLE = 10
# The hidden input with the key of the newest row when the form was opened: what is newer was added meanwhile.
NEWEST = "NEWEST"
# No key of a row is a longer number.
MOST_DIGITS = 18
# What an address of the desk carries to find back the list that one came from.
KEPT = "_changelist_filters"
NOTHING = "–"


class ListedRow(NamedTuple):
    """A row of the table: what it is called, its (label, text)s, and where it is opened, with the word for that."""

    name: str
    cells: list[tuple[str, str]]
    address: str
    act: str
    is_open: bool


class PagedRows(Rows):
    """The rows of one page. Of a form that was sent: the rows that it had, and what was added since it was opened."""

    desk = request = None  # of the page that shows them; Paged gives each formset its own
    keys = None  # of the rows that are fields, where that is known beforehand

    def showing(self, keys):
        """The same rows with those that have one of the `keys` as fields."""
        other = type(self)(instance=self.instance, prefix=self.prefix, queryset=self.queryset)
        other.keys = keys
        return other

    @cached_property
    def every_row(self):
        """All rows, in an order in which none stands on two pages. Nothing is asked for yet."""
        found = super().get_queryset()
        return found.order_by(*(found.query.order_by or self.model._meta.ordering), "pk")

    @cached_property
    def totals(self):
        """How many rows there are, and the newest key among them. One query."""
        return self.every_row.aggregate(count=Count("pk"), newest=Max("pk"))

    @cached_property
    def page(self):
        paginator = Paginator(self.every_row, self.desk.per_page)
        paginator.count = self.totals["count"]
        return paginator.get_page(self.request.GET.get(f"{self.prefix}-page"))

    @cached_property
    def as_fields(self):
        """The rows that are fields of the form."""
        if self.keys is None and self.request.method == "POST":
            self.keys = [*self.sent_keys(), *self.added_keys()]
        keys = self.asked_keys() if self.keys is None else self.keys
        if keys or self.desk.columns or self.keys is not None:
            return self.every_row.filter(pk__in=keys)
        return self.page.object_list

    def get_queryset(self):
        return self.as_fields

    def asked_keys(self):
        """The keys of the rows that the address asks to open."""
        return could_be_keys(self.request.GET.getlist(self.prefix))[: self.desk.per_page]

    def sent_keys(self):
        """The keys of the rows in the form that was sent."""
        posted, pk = self.request.POST, self.model._meta.pk.name
        count = posted.get(f"{self.prefix}-INITIAL_FORMS", "")
        places = range(min(int(count), self.absolute_max)) if could_be_keys([count]) else ()
        return could_be_keys([posted.get(f"{self.prefix}-{place}-{pk}", "") for place in places])

    def added_keys(self):
        """The keys of rows that were added since the form was opened; of many only the first."""
        newest = could_be_keys([self.request.POST.get(f"{self.prefix}-{NEWEST}", "")])
        if not newest or self.instance.pk is None:
            return []
        added = self.every_row.filter(pk__gt=newest[0]).order_by("pk")
        return list(added.values_list("pk", flat=True)[:AS_FIELDS])

    @cached_property
    def management_form(self):
        form = super().management_form
        form.fields[NEWEST] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=self.totals["newest"] or 0
        )
        return form

    def clean(self):
        """Holds each row also to what no two rows may share, for most of the others are not in this form.

        Django leaves what a row shares with what it belongs to out of that.
        """
        super().clean()
        for form in self.forms:
            if form.has_changed() and form.is_valid() and not form.cleaned_data.get("DELETE"):
                unasked = {field.name for field in self.model._meta.fields} - form.fields.keys()
                try:
                    form.instance.validate_constraints(exclude=unasked)
                except ValidationError as error:
                    form.add_error(None, error)

    # What the page shows of them

    @property
    def labels(self):
        return [label for label, _ in self.desk.columns]

    @property
    def listed(self):
        """A ListedRow for each row of the page."""
        opened = {form.instance.pk for form in self.initial_forms}
        act = "Wijzig" if self.may_open else "Bekijk"
        for row in self.rows_of_page():
            cells = [(label, text_of(row, name, self.desk)) for label, name in self.desk.columns]
            yield ListedRow(str(row), cells, self.address_of(row), act, row.pk in opened)

    def rows_of_page(self):
        """The rows of the page, each with what it belongs to, so that none asks for it."""
        for row in self.page.object_list:
            setattr(row, self.fk.name, self.instance)
            yield row

    @cached_property
    def may_open(self):
        """Whether a row can be changed here; otherwise it is read at its own desk."""
        return self.desk.has_change_permission(self.request, self.instance)

    def address_of(self, row):
        """Where a row can be changed or read."""
        if self.may_open:
            here = {f"{self.prefix}-page": self.page.number} if self.page.number > 1 else {}
            return f"{self.way(here | {self.prefix: row.pk})}#{self.prefix}-0"
        return reverse(self.desk.own_address("change"), args=[quote(row.pk)])

    def way(self, query):
        """An address of this page with a `query`, from which one still comes back to the list one came from."""
        came_from = {KEPT: self.request.GET[KEPT]} if KEPT in self.request.GET else {}
        return f"?{urlencode(query | came_from)}"

    def to_page(self, asked):
        return f"{self.way({f'{self.prefix}-page': asked})}#{self.prefix}-series"

    @property
    def place(self):
        """Which of how many the page shows, in words."""
        first, last = (number(place) for place in (self.page.start_index(), self.page.end_index()))
        count, name = number(self.totals["count"]), self.model._meta.verbose_name_plural
        return f"{first} tot en met {last} van {count} {name}{self.desk.in_order}"

    @property
    def links(self):
        """The `ways` as links."""
        return format_html_join(" ", '<a href="{}">{}</a>', self.ways)

    @property
    def ways(self):
        """(Address, words) of the pages beside this one, and of the list of their own in which one can search."""
        if self.page.has_previous():
            yield self.to_page(self.page.previous_page_number()), "Vorige"
        if self.page.has_next():
            yield self.to_page(self.page.next_page_number()), "Volgende"
        if self.desk.has_registered_model and self.desk.is_in_own_list:
            every = f"{reverse(self.desk.own_address('changelist'))}?{self.fk.name}__id__exact={self.instance.pk}"
            yield every, f"Zoek in alle {self.model._meta.verbose_name_plural}"


class Paged:
    """For an inline with rows that grow. Comes before its other bases."""

    formset = PagedRows
    per_page = 0  # when it is not said: as many as a person can take in
    columns = ()  # (label, name of the field or property) of each column, where the rows are a table
    in_order = ""  # how the rows are ordered, in words after a comma
    is_in_own_list = True  # whether the list at the desk of the rows has them all

    def __init__(self, *args):
        super().__init__(*args)
        self.heading = capfirst(self.verbose_name_plural)
        self.per_page = self.per_page or (AS_TABLE if self.columns else AS_FIELDS)
        if self.columns:
            self.verbose_name_plural = f"{self.verbose_name} toevoegen of wijzigen"

    @property
    def template(self):
        return f"admin/edit_inline/{'listed' if self.columns else 'paged'}.html"

    @property
    def as_fields_template(self):
        """How rows that are fields are drawn."""
        return super().template

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.desk, formset.request = self, request
        return formset

    def own_address(self, act):
        """The name of a page at the own desk of the rows."""
        return f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{act}"


def could_be_keys(texts):
    """Those of `texts` that could be the key of a row."""
    return [text for text in texts if text.isdecimal() and len(text) <= MOST_DIGITS]


def text_of(row, name, desk):
    """What a reader sees of a field or property of a row, or of what its `desk` says of it under that name."""
    field, _, value = lookup_field(name, row, desk)
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value) if field is None or field.is_relation else display_for_field(value, field, NOTHING)
