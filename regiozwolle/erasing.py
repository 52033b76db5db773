"""Erasing a person: what was said in the name of a body stays, who typed it goes."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from consultation.deciding.models import EntryLink
from consultation.models import Letter, Scan
from consultation.models.letter_choices import UNSENT
from consultation.models.sender_kind import SHARED
from partners.admin.people import may_touch
from partners.ground import history
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.models import Mail
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted
from partners.models import AccountInvitation, User
from regiozwolle.following.models import Follower
from regiozwolle.identity.models import OpenSession
from regiozwolle.meetings.models import Registration
from results.models import Owner


@history.act("persoon gewist")
def erase(*, user):
    """Takes `user` out of the database: the account, the name, the address, and the drafts nobody else works in.

    Letters that were sent stay without their writer, and so do the letters of a group. What somebody wrote about
    themselves in a letter is part of what was said; that is for the secretariat to read over. The record keeps what
    they did, and has of who did it a key alone; with the account that becomes nobody's. Raises Refused when it is gone.
    """
    user = User.objects.select_for_update().filter(pk=user.pk).first()
    if user is None:
        raise Refused("Deze persoon is al gewist.")
    own_drafts(user).delete()
    Letter.objects.filter(author=user).update(signed_name="")
    Scan.objects.filter(letter__sender_email__iexact=user.email).delete()
    Letter.objects.filter(sender_email__iexact=user.email).update(sender_email="")
    Owner.objects.filter(email__iexact=user.email).update(email="")
    nobodys = OpenSession.objects.filter(user=None)
    OpenSession.objects.filter(pk__in=[session.pk for session in nobodys if names(session, user)]).end()
    EntryLink.objects.filter(address__iexact=user.email).forget()
    AccountInvitation.objects.filter(email__iexact=user.email).delete()
    Registration.objects.filter(email__iexact=user.email).delete()
    Follower.objects.filter(email__iexact=user.email).delete()
    Mail.objects.filter(to__iexact=user.email).delete()
    user.delete()


def own_drafts(user):
    """What `user` did not send and writes alone: changes to what was sent too, and what can still be brought back."""
    return Letter.objects.filter(author=user, state__in=UNSENT).exclude(sender_kind__in=SHARED)


def names(session, user):
    """Whether a session in which nobody signed in yet holds the address of `user`."""
    return user.email in map(str.lower, texts_in(session.get_decoded()))


def texts_in(held):
    """Every text in what a session holds, each whole: the address of one person may be part of that of another."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict | list):
        for each in held.values() if isinstance(held, dict) else held:
            yield from texts_in(each)


@permission_required("partners.delete_user", raise_exception=True)
def erase_user(request, pk):
    """Shows what goes and what stays, and erases."""
    if answer := done_before(request):
        return answer
    user = get_object_or_404(User, pk=pk)
    if user == request.user or not may_touch(request.user, user):
        raise PermissionDenied

    def do():
        erase(user=user)
        messages.success(request, "De persoon is gewist. Wat namens een orgaan is gezegd, staat er nog.")
        return redirect("admin:partners_user_changelist")

    return confirm_and_do(request, page=lambda: erasure_page(user), do=do, locks=[User.objects.filter(pk=pk)])


def sent_by(user):
    return Letter.objects.filter(author=user).exclude(state__in=UNSENT)


def what_goes(user):
    """Sentences with what is no more once `user` is erased."""
    count = own_drafts(user).count()
    drafts = f"{counted(count, 'eigen concept verdwijnt,eigen concepten verdwijnen')}."
    return [
        "Het account, de naam, het e-mailadres, de hoedanigheden en elk akkoord verdwijnen.",
        *[drafts] * bool(count),
    ]


def what_stays(user):
    """Sentences with what is there still, without the name."""
    count = sent_by(user).count()
    letters = f"{counted(count, 'verstuurde reactie blijft,verstuurde reacties blijven')} staan, zonder naam."
    return [
        *[letters] * bool(count),
        "Concepten van een fractie, raad of college blijven van de groep.",
    ]


def erasure_page(user):
    """What goes with `user` and what stays."""
    return {
        "title": f"Wis {user}",
        "back": reverse("admin:partners_user_change", args=[user.pk]),
        "back_name": user,
        "lines": [
            *what_goes(user),
            *what_stays(user),
            "Staat de naam in de tekst van een reactie zelf? Die tekst blijft. Lees de tekst na.",
            "Wat de persoon in het beheer deed, blijft in de geschiedenis, als van ‘een gewiste gebruiker’.",
            "Wissen is niet terug te draaien.",
        ],
        "shown": [
            (letter.number, letter.sender) for letter in sent_by(user).select_related("body__partner", "table__session")
        ],
        "button": "Wis deze persoon",
    }
