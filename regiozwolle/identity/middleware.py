"""Who asks, with the rights that this session may use."""

from functools import partial

from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.utils.functional import SimpleLazyObject

from regiozwolle.identity import factors


class Authentication(AuthenticationMiddleware):
    """Django's own. Who is of the secretariat is so in a session that passed the second step, and nowhere else.

    So a page cannot forget to ask: without that step there is nobody of the secretariat.
    """

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(partial(user_of, request))


def user_of(request):
    """The user of this session, without the rights of the secretariat when it did not pass the second step."""
    user = get_user(request)
    if user.is_staff and not factors.proofs(request, user):
        user.give_up_rights()
    return user
