"""Reading a page before it is public, with a link: the acts that make and take back a link, and the page it opens."""

from copy import copy

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect
from django.urls import resolve
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.ground import history
from partners.ground.links import Lapsed, unlisted
from partners.ground.models import PreviewLink
from partners.ground.models.preview_link import PREVIEW_SALT
from partners.ground.refusal import Refused

IS_READ = "Dit staat al op de site. Stuur het adres van de pagina zelf."


@history.act("link gemaakt om vooraf te lezen")
def make_link(*, thing, audience, ends_on, by):
    """Makes the link with which `audience` reads `thing`, which has a page of its own. Raises Refused."""
    if thing.can_be_read:
        raise Refused(why_not_ahead(thing))
    return PreviewLink.objects.create(thing=thing, audience=audience, ends_on=ends_on, made_by=by)


@history.act("links ingetrokken om vooraf te lezen")
def revoke(*, links):
    """Lets the queryset `links` work no longer, and says how many did until now."""
    keys = list(links.working().select_for_update().values_list("pk", flat=True))
    return PreviewLink.objects.filter(pk__in=keys).update(revoked_at=timezone.now())


@unlisted
@require_safe
def preview(request, token):
    """The page of the thing as everyone will read it, made by its own view; once it is public, the page itself."""
    link = opened(token)
    thing = link.thing
    if thing is None:
        raise Http404("Dit is er niet meer.")
    address = thing.get_absolute_url()
    if thing.can_be_read:
        return redirect(address)
    found = resolve(address)
    # Its view gets to know nothing of who asks, only what they may read besides.
    asked = copy(request)
    asked.path = asked.path_info = address
    asked.user, asked.resolver_match, asked.previewed = AnonymousUser(), found, link
    return found.func(asked, *found.args, **found.kwargs)


def why_not_ahead(thing):
    """What is said when everyone can read `thing` already."""
    return getattr(thing, "nothing_ahead", IS_READ)


def opened(token):
    """The PreviewLink of which `token` is the key. Raises Lapsed when it is over, Http404 when it is not ours."""
    try:
        key = signing.Signer(salt=PREVIEW_SALT).unsign_object(token)
    except signing.BadSignature:
        raise Http404("Deze link klopt niet.") from None
    link = PreviewLink.objects.filter(pk=key).first()
    if link is None or link.revoked_at:
        raise Http404("Deze link is ingetrokken.")
    if not link.works:
        raise Lapsed((link.ends_on - timezone.localdate(link.made_at)).days)
    return link
