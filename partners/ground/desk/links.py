"""Taking back the links that were ticked in a list, whatever they open."""

from django.contrib import messages
from django.shortcuts import redirect

from partners.ground.desk.acts import confirm_and_do, page_of_chosen


def take_back_chosen(desk, request, queryset, *, revoke, title, line, shown):
    """The page that asks, or what follows from it: `revoke(links=…)` ends them and gives how many still worked.

    `line` says what ends with them, and `shown` of each link (what it is, more about it).
    """
    links = list(queryset)
    chosen = queryset.model.objects.filter(pk__in=[link.pk for link in links])

    def do():
        desk.message_user(request, f"Ingetrokken: {revoke(links=chosen)}.", messages.SUCCESS)
        return redirect(request.get_full_path())

    def page():
        return page_of_chosen(
            desk,
            request,
            links,
            action="take_back",
            title=title,
            lines=[line],
            shown=[shown(link) for link in links],
            button="Trek in",
        )

    return confirm_and_do(request, page=page, do=do, locks=[chosen], is_pressed="apply" in request.POST)
