"""The desk for the scan of a letter that was typed in: putting it there, taking it away, and opening it."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from consultation.models import Channel, EnteredLetter, Letter, Scan
from consultation.scans.acts import put_scan, take_scan_away
from consultation.scans.forms import ScanForm
from partners.ground import files
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import moment

logger = logging.getLogger(__name__)

NAMES = "consultation_enteredletter_scan"
WHO_READS = "Alleen het secretariaat en de afzender zien dit bestand. Het staat niet op de site en niet in het archief."
NO_TEXT = "De hele tekst is nog leeg. Typ die ook over: een scan is niet te doorzoeken en niet voor te lezen."
GOES = "Zet u een ander bestand neer, dan gaat dit weg."


def scan_paths(site):
    """The addresses of these pages, to stand before those of the desk itself."""
    return [
        path("<int:pk>/scan/", site.admin_view(change_scan), name=f"{NAMES}_put"),
        path("<int:pk>/scan/bestand/", site.admin_view(scan_file), name=NAMES),
    ]


def to_scan(letter):
    """The scan of `letter` and the way to put one there, as HTML for its form."""
    letter = letter.original
    scan = Scan.objects.filter(letter=letter).select_related("file").first()
    put = reverse(f"admin:{NAMES}_put", args=[letter.pk])
    if scan is None:
        return format_html('Nog geen. <a href="{}">Zet een scan neer</a>', put)
    return format_html(
        '<a href="{}">Download de scan</a> ({}): {} <a href="{}">Vervang of haal weg</a>',
        reverse(f"admin:{NAMES}", args=[letter.pk]),
        scan.file.size_in_words,
        scan.description,
        put,
    )


@permission_required("consultation.change_enteredletter", raise_exception=True)
def change_scan(request, pk):
    """Asks for the file and what is to be seen in it, or takes it away."""
    is_away = request.method == "POST" and "more" in request.POST
    form = ScanForm(request.POST or None, request.FILES or None)

    def letter():
        # A draft that mends a letter has none of its own.
        own = EnteredLetter.objects.exclude(channel=Channel.SITE).filter(revises=None)
        return get_object_or_404(own.select_related("body__partner", "table__session"), pk=pk)

    def page():
        return scan_page(letter(), None if is_away else form)

    def do():
        if is_away:
            take_scan_away(letter=letter())
            messages.success(request, "De scan is weggehaald.")
        else:
            data = form.cleaned_data
            put_scan(letter=letter(), upload=data["file"], description=data["description"])
            messages.success(request, "De scan staat bij de reactie.")
        return redirect("admin:consultation_enteredletter_change", pk)

    return confirm_and_do(request, page=page, do=do, locks=[Letter.objects.filter(pk=pk)])


def scan_page(letter, form):
    """What is there now, and who can read it."""
    scan = Scan.objects.filter(letter=letter).first()
    there = f"{scan.description}, {moment(scan.put_at)}. {GOES}" if scan else "nog geen scan"
    return {
        "title": "Zet een scan bij de reactie",
        "back": reverse("admin:consultation_enteredletter_change", args=[letter.pk]),
        "back_name": letter.sender,
        "lines": [WHO_READS, *([] if letter.letter_text else [NO_TEXT])],
        "shown": [("Er staat nu", there)],
        "form": form,
        "button": "Zet de scan neer",
        "more": "Haal de scan weg" if scan else "",
    }


@require_safe
@permission_required("consultation.view_enteredletter", raise_exception=True)
def scan_file(request, pk):
    """The file itself, to take along; who may read the letters at the desk may read it."""
    return taken(request, get_object_or_404(Scan.objects.select_related("file", "letter"), letter=pk))


def taken(request, scan):
    """The file of `scan` as an answer. Raises Http404 when its bytes are not there."""
    if not scan.file.is_whole():
        logger.error("The file of the scan of letter %s is not there.", scan.letter_id)
        raise Http404("Dit bestand is er niet meer.")
    return files.attached(request, scan.file, scan.file_name)
