"""The desk for the packages of a dossier: who has which version, and the acts that make, send and hand them over."""

from dataclasses import dataclass
from datetime import datetime, time

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.models import Dossier, Package, Track
from consultation.deciding.packages import acts
from consultation.deciding.packages.forms import HandOverForm, SendForm
from partners.ground import mail
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.templatetags.dutch import counted, day, listed

MAKE = "Maak de pakketten"
SEND = "Stuur het pakket"
NO_CONTACT = "geen contact bekend"
NOBODY = "Voor {} is geen contact bekend. Geef hun het pakket zelf, en leg dat hier vast."


@dataclass(frozen=True)
class PackageRow:
    """One body of a dossier at the desk: its Packages, the last at the front, and who would get one by mail."""

    track: Track
    packages: list[Package]
    receivers: list[str]

    @property
    def newest(self):
        """The last that was made, or None."""
        return next((one for one in self.packages if one.file_id), None)

    @property
    def waiting(self):
        """That a package is being made, or why it cannot, as a sentence; "" when none was asked for."""
        asked = next((one for one in self.packages if not one.file_id), None)
        if asked is None:
            return ""
        return f"Versie {asked.number} kan niet worden gemaakt. {asked.trouble}" if asked.trouble else BEING_MADE

    @property
    def deliveries(self):
        """Every Delivery, the last version at the front, each with its package."""
        return [(package, one) for package in self.packages for one in package.deliveries.all()]

    def last(self, field):
        """'versie 2, 3 mei 2027' of the last version of which a Delivery has a moment in `field`; "" when none has."""
        for package, one in self.deliveries:
            if getattr(one, field) and not one.is_lost:
                return f"versie {package.number}, {day(getattr(one, field))}"
        return ""

    @property
    def has_newest(self):
        """Whether somebody got the newest version by mail or took it with an account."""
        return any(package == self.newest and one.user_id and not one.is_lost for package, one in self.deliveries)

    @property
    def delivered(self):
        return self.last("delivered_at")

    @property
    def opened(self):
        return self.last("opened_at")

    @property
    def confirmed(self):
        return self.last("confirmed_at")

    @property
    def to_whom(self):
        return listed(self.receivers) or NO_CONTACT


BEING_MADE = "Wij maken een nieuwe versie."
PIECE = "being-made"


@dataclass(frozen=True)
class PackagesBeingMade:
    """How far the worker is with the packages of a dossier: of `step` of its `steps` bodies all is made."""

    step: int
    steps: int

    @property
    def is_wanted(self):
        """Whether the worker is still to make one."""
        return self.step < self.steps

    @property
    def said(self):
        """How far it is, as a sentence."""
        if not self.is_wanted:
            return "Alle pakketten zijn gemaakt."
        return f"Wij maken de pakketten. Van {self.step} van de {self.steps} organen is het klaar."

    @property
    def what_next(self):
        """What the button says."""
        return "Kijk of het klaar is" if self.is_wanted else "Bekijk de pakketten"


def rows_of(dossier):
    """A PackageRow for each body of `dossier`, in the order of its table. Six queries, however many bodies."""
    tracks = list(Track.objects.filter(dossier=dossier).in_order())
    packages, receivers = {}, {}
    for one in Package.objects.filter(track__dossier=dossier).defer("content").with_log():
        packages.setdefault(one.track_id, []).append(one)
    for mandate in acts.mandates_for([track.body_id for track in tracks]):
        receivers.setdefault(mandate.body_id, {})[mandate.user_id] = str(mandate.user)
    return [
        PackageRow(track, packages.get(track.pk, []), list(receivers.get(track.body_id, {}).values()))
        for track in tracks
    ]


class PackagesOfDossier(admin.ModelAdmin):
    """The pages of the packages, at the desk of their dossier."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/pakketten/", wrap(self.packages), name="deciding_dossier_packages"),
            path("<int:pk>/pakketten/maken/", wrap(self.make_packages), name="deciding_dossier_make_packages"),
            path("<int:pk>/pakketten/versturen/", wrap(self.send_packages), name="deciding_dossier_send_packages"),
            path("<int:pk>/pakketten/<int:track>/", wrap(self.hand_over), name="deciding_dossier_hand_over"),
            *super().get_urls(),
        ]

    def packages(self, request, pk):
        """Who has which version, whether it was taken, and whether the body confirmed that."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        dossier = get_object_or_404(Dossier, pk=pk)
        rows = rows_of(dossier)
        made = PackagesBeingMade(sum(row.waiting != BEING_MADE for row in rows), len(rows))
        if request.htmx.target == PIECE:
            return TemplateResponse(request, "_being_made.html", {"made": made})
        context = {
            **admin.site.each_context(request),
            "title": f"De pakketten bij {dossier}",
            "dossier": dossier,
            "rows": rows,
            "made": made,
            "counts": counts_of(rows),
            "writes": request.user.writes,
            "last_column": "Wat u kunt doen" if request.user.writes else "Afleveringen",
            "make": MAKE,
            "send": SEND,
        }
        return TemplateResponse(request, "admin/deciding/packages.html", context)

    def make_packages(self, request, pk):
        dossier = self.dossier_to_change(request, pk)
        back = list_of(dossier)

        def page():
            problems = [] if dossier.is_public_now else [acts.CONCEPT]
            return {
                "title": MAKE,
                "back": back,
                "back_name": "De pakketten",
                "lines": [
                    "Voor elk orgaan van dit dossier maakt de portal een pakket: de stukken, een model voor het "
                    "voorstel en een samenvatting. Dat duurt enkele minuten. Er gaat nog niets de deur uit.",
                    "Is er bij een orgaan niets veranderd sinds de vorige versie? Dan komt er geen nieuwe versie.",
                ],
                "shown": [("Organen", str(dossier.tracks.count()))],
                "problems": problems,
                "button": "" if problems else MAKE,
            }

        def do():
            count = acts.ask(dossier=dossier)
            messages.success(request, f"{counted(count, 'pakket wordt,pakketten worden')} gemaakt.")
            return redirect(back)

        return confirm_and_do(request, page=page, do=do, locks=[Dossier.objects.filter(pk=pk)])

    def send_packages(self, request, pk):
        """Asks to which bodies, and shows to whom each goes before it goes."""
        dossier = self.dossier_to_change(request, pk)
        if (done := done_before(request)) is not None:
            return done
        form = SendForm(request.POST or None, rows=to_send(dossier))

        def page():
            form.is_valid()
            return sending_page(dossier, form)

        def do():
            count = acts.send(packages=form.packages)
            messages.success(request, f"{counted(count, 'mail wordt,mails worden')} verstuurd.")
            return redirect(list_of(dossier))

        locks = [Dossier.objects.filter(pk=pk), Package.objects.filter(track__dossier=pk)]
        return confirm_and_do(request, page=page, do=do, locks=locks)

    def hand_over(self, request, pk, track):
        """Writes down that the secretariat gave a body its package itself."""
        dossier = self.dossier_to_change(request, pk)
        track = get_object_or_404(Track.objects.select_related("body"), pk=track, dossier=dossier)
        if (done := done_before(request)) is not None:
            return done
        form = HandOverForm(request.POST or None, initial={"on": timezone.localdate()})

        def page():
            form.is_valid()
            newest = Package.objects.newest().filter(track=track).first()
            return {
                "title": f"Afgegeven aan {track.body.in_sentence}",
                "back": list_of(dossier),
                "back_name": "De pakketten",
                "lines": ["Leg vast dat u het pakket zelf hebt gegeven. Er gaat geen mail uit."],
                "shown": [("Pakket", f"versie {newest.number}" if newest else "nog niet gemaakt")],
                "problems": [] if newest else ["Voor dit orgaan is nog geen pakket gemaakt."],
                "form": form,
                "button": "Leg vast" if newest else "",
            }

        def do():
            at = timezone.make_aware(datetime.combine(form.cleaned_data["on"], time(12)))
            acts.hand_over(track=track, note=form.cleaned_data["note"], at=min(at, timezone.now()))
            messages.success(request, f"Vastgelegd dat {track.body.in_sentence} het pakket heeft.")
            return redirect(list_of(dossier))

        return confirm_and_do(request, page=page, do=do, locks=[Track.objects.filter(pk=track.pk)])

    def dossier_to_change(self, request, pk):
        if not self.has_change_permission(request):
            raise PermissionDenied
        return get_object_or_404(Dossier, pk=pk)


def list_of(dossier):
    """Where the packages of `dossier` are at the desk."""
    return reverse("admin:deciding_dossier_packages", args=[dossier.pk])


def counts_of(rows):
    """How many bodies got a package, took one and confirmed one, in sentences."""
    delivered, opened, confirmed = (
        sum(bool(row.last(field)) for row in rows) for field in ("delivered_at", "opened_at", "confirmed_at")
    )
    return (
        f"{counted(len(rows), 'orgaan,organen')}. Een pakket kregen er {delivered}, opgehaald hebben er {opened}, "
        f"en de ontvangst bevestigd hebben er {confirmed}."
    )


def to_send(dossier):
    """The rows of which a package was made."""
    return [row for row in rows_of(dossier) if row.newest]


def sending_page(dossier, form):
    """What is sent to whom, with one of the mails; who cannot be mailed stands apart."""
    chosen = form.chosen
    without = [row.track.body.in_sentence for row in chosen if not row.receivers]
    return {
        "title": SEND,
        "back": list_of(dossier),
        "back_name": "De pakketten",
        "lines": [
            "Ieder hieronder krijgt een mail met een eigen link naar de nieuwste versie. Wie een eerdere versie had, "
            "leest in de mail wat er anders is. Wie deze versie al heeft, krijgt niets.",
            *([NOBODY.format(listed(without))] if without else []),
        ],
        "problems": [] if form.rows else [f"Er is nog geen pakket gemaakt. Kies eerst ‘{MAKE}’."],
        "shown": [(capfirst(str(row.track.body)), told(row)) for row in chosen],
        "most": len(chosen),
        "form": form if form.rows else None,
        "mail": preview_of([row for row in chosen if not row.has_newest]),
        "button": "Verstuur" if form.rows else "",
    }


def told(row):
    """Which version goes to whom, and whether they had it."""
    to_whom = f"aan {row.to_whom}" if row.receivers else NO_CONTACT
    return f"versie {row.newest.number}, {to_whom}{' (kreeg deze versie al)' if row.has_newest else ''}"


def preview_of(rows):
    """The mail that the first of `rows` with a receiver would get, with no link that works; None without any."""
    found = list(Package.objects.filter(pk__in=[row.newest.pk for row in rows]).select_related("track__dossier"))
    package, mandate = next(iter(acts.receivers_of(found)), (None, None))
    if package is None:
        return None
    earlier = acts.last_delivered([package]).get(package.pk)
    path = reverse("deciding:package", args=["(eigen-link)"])
    context = acts.mail_context(package, mandate, path, earlier)
    return mail.composed(acts.PACKAGE, to=mandate.user.email, context=context)
