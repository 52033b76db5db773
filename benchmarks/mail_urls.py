"""One address, for benchmarks/mail.py: an act that asks for one mail, and says its Message-ID when it holds."""

from django.db import transaction
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from partners.ground import mail
from partners.ground.mail.kinds import KINDS
from regiozwolle.urls import urlpatterns as pages


@csrf_exempt
def act(request):
    kind = KINDS[request.POST["kind"]]
    with transaction.atomic():
        written = mail.queue(
            kind,
            to=request.POST["to"],
            context=kind.example(),
            unsubscribe="" if kind.stays else "https://example.org/stop/",
        )
    return HttpResponse(written.message_id)


urlpatterns = [path("mail/", act), *pages]
