"""Something of a person is taken out of a point: everyone reads what it was, the desk keeps it, the writer is told."""

import pytest
from django.urls import reverse

from consultation.actions.redacting import ONLY_OUT, is_only_taken_out
from consultation.models import Point, Redaction, SenderKind
from partners.ground.models import Change
from tests.filling import press


@pytest.mark.parametrize(
    ("before", "after", "is_so"),
    [
        ("Bel 06 12345678 nu.", "Bel [weggehaald] nu.", True),
        ("Jan, Piet en Jan", "[weggehaald], Piet en [weggehaald]", True),
        ("Bel 06 12345678 nu.", "Bel nu.", False),
        ("Bel 06 12345678 nu.", "Mail [weggehaald] nu.", False),
        ("Bel nu.", "Bel nu.", True),
        ("Bel nu.", "Bel nu.[weggehaald]", False),
    ],
)
def test_nothing_else_is_changed(before, after, is_so):
    assert is_only_taken_out(before, after) is is_so


def test_what_is_taken_out_is_read_by_the_desk_alone_and_told_to_who_wrote_it(
    client, secretary, send, join, open_consultation, mailoutbox
):
    letter = send(join("robin"), SenderKind.PERSONAL)
    point = letter.points.get()
    Point.objects.filter(pk=point.pk).update(text="Bel Jan op 06 12345678, graag.")
    client.force_login(secretary)
    address = reverse("admin:consultation_point_redact", args=[point.pk])
    taken = {"text": "Bel Jan op [weggehaald], graag.", "proposal": point.proposal, "reason": "telefoon"}
    refused = press(client, address, taken | {"text": "Bel Piet op [weggehaald], graag."})
    assert ONLY_OUT in refused.text
    press(client, address, taken)
    point.refresh_from_db()
    assert point.text == "Bel Jan op [weggehaald: een telefoonnummer], graag."
    assert Redaction.objects.get().text == "Bel Jan op 06 12345678, graag."
    assert "06 12345678" in client.get(address).text
    assert "06 12345678" not in str(list(Change.objects.values_list("before", "after")))
    (told,) = [one for one in mailoutbox if "weggehaald" in one.subject]
    assert (told.to, "een telefoonnummer" in told.body) == (["robin@example.org"], True)
    assert "06 12345678" not in told.body
