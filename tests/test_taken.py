"""A drawing to take along: as a file that stands by itself, and within a page of another site."""

import re
import struct
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from consultation import actions
from consultation.deciding.models import Dossier
from consultation.models import Answer, Theme, Verdict
from partners.ground.templatetags.dutch import day
from partners.models import User
from results.models import Funder, ProjectRole
from tests.letters import close, letter
from tests.reading import squeezed, words

FIGURE = "/resultaten/cijfers/naar-werk/"


def test_a_drawing_is_a_file_with_its_message_its_source_and_its_day(client, helped):
    answer = client.get(f"{FIGURE}grafiek/svg/")
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "image/svg+xml",
        'attachment; filename="cijfer-naar-werk.svg"',
    )
    root = ElementTree.fromstring(answer.content)
    told = words(" ".join(one.text for one in root.iter("{http://www.w3.org/2000/svg}text")))
    assert told.startswith("Sinds begin 2021 zijn steeds meer inwoners ondersteund naar werk")
    assert "1.400 ruim 1.800 meer dan 4.500" in told
    assert "Bron: Presentatie Samenwerken in Regio Zwolle" in told
    assert f"Regio Zwolle, {words(day(timezone.localdate()))}" in told
    assert told.endswith(FIGURE)
    assert "class=" not in answer.text, "its looks come with it"


def test_a_drawing_is_a_picture_of_one_size_whatever_is_asked(client, helped):
    answer = client.get(f"{FIGURE}grafiek/png/?width=90000")
    assert answer["Content-Type"] == "image/png"
    wide, high = struct.unpack(">II", answer.content[16:24])
    assert wide == 1728
    assert 800 < high < 1400


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_drawing_that_is_as_it_was_is_not_sent_again(client, helped, kind):
    tag = client.get(f"{FIGURE}grafiek/{kind}/")["ETag"]
    again = client.get(f"{FIGURE}grafiek/{kind}/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    helped.measurements.update(value=3)
    assert client.get(f"{FIGURE}grafiek/{kind}/", headers={"If-None-Match": tag}).status_code == 200


def test_there_is_no_file_of_another_kind_nor_of_a_figure_that_is_not_drawn(client, helped):
    assert client.get(f"{FIGURE}grafiek/exe/").status_code == 404
    helped.measurements.all().delete()
    for address in ("grafiek/svg/", "insluiten/"):
        assert client.get(f"{FIGURE}{address}").status_code == 404


@pytest.mark.parametrize("what", ["geld", "projecten"])
def test_what_is_known_of_a_programme_may_be_taken_along_as_well(client, deal, deck, what):
    address = f"{deal.get_absolute_url()}{what}/"
    if what == "geld":
        assert client.get(f"{address}grafiek/svg/").status_code == 404, "no amount is known"
        deal.fundings.create(
            funder=Funder.STATE, committed=22_500_000, reference_on=date(2020, 6, 19), reference_text="x", source=deck
        )
    page = client.get(deal.get_absolute_url())
    for form in ("grafiek/svg/", "grafiek/png/", "insluiten/"):
        assert f'href="{address}{form}"' in page.text
    root = ElementTree.fromstring(client.get(f"{address}grafiek/svg/").content)
    told = words(" ".join(one.text for one in root.iter("{http://www.w3.org/2000/svg}text")))
    embedded = client.get(f"{address}insluiten/")
    assert "frame-ancestors * file:" in embedded["Content-Security-Policy"]
    said = "Het totaal is nog niet bekend." if what == "geld" else "2 van de 4 projecten zijn met naam bekend"
    for text in (told, words(embedded.text)):
        assert said in text
        assert "Gestreept:" in text
        assert "Bron: Presentatie Samenwerken in Regio Zwolle" in text
    assert told.endswith(deal.get_absolute_url())
    if what == "projecten":
        boxes = [float(one.get("width")) for one in root.iter("{http://www.w3.org/2000/svg}rect")][1:]
        assert boxes == [20.0] * 4, "squares stay square in a file"


def test_another_site_may_show_the_drawing_alone_and_no_other_page(client, helped):
    embedded = client.get(f"{FIGURE}insluiten/")
    assert "frame-ancestors * file:" in embedded["Content-Security-Policy"]
    assert "script-src" not in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    for address in (FIGURE, f"{FIGURE}grafiek/svg/", "/resultaten/", "/"):
        answer = client.get(address)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


def test_the_drawing_alone_has_its_values_as_a_table_and_leads_to_its_figure(client, growth):
    page = squeezed(client.get("/resultaten/cijfers/economische-groei/insluiten/").text)
    wide, narrow = re.findall(r"<svg class=\"drawn.*?</svg>", page)
    in_table = re.findall(r'<td class="number" data-label="[^"]+"><span>([^<]+)', page)
    assert in_table == ["2,7%", "2,2%", "3,3%", "2,9%"]
    for drawing in (wide, narrow):
        assert set(in_table) <= set(re.findall(r'<text class="value"[^>]*>([^<]+)</text>', drawing))
    assert re.search(r'<a href="[^"]+/resultaten/cijfers/economische-groei/">', page)
    figure = client.get("/resultaten/cijfers/economische-groei/").text
    assert "&lt;iframe src=" in figure


def test_verdicts_the_board_growth_and_maps_are_taken_along_in_the_same_way(
    client, open_consultation, councillor, council, dalfsen, secretary, wording, deck, deal
):
    zwolle = council.partner
    for partner, later in ((zwolle, 1_100), (dalfsen, 1_030)):
        for year, count in ((2021, 1_000), (2026, later)):
            partner.populations.create(reference_on=date(year, 1, 1), count=count, source=deck)
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", summary="Een besluit.")
    dossier.tracks.create(body=council)
    project = deal.lines.get().projects.get(slug="station")
    project.project_partners.create(partner=dalfsen, role=ProjectRole.LOCATION)
    consultation = close(open_consultation)
    point = letter(consultation, council, councillor, (wording, "Noem de dorpen.")).points.get()
    theme = Theme.objects.create(consultation=consultation, name="Dorpen")
    theme.points.add(point)
    done = f"{consultation.get_absolute_url()}wat-is-ermee-gedaan/"
    assert client.get(f"{done}grafiek/svg/").status_code == 404, "no answer is on the site"
    answer = Answer(verdict=Verdict.ADOPTED, reason="Goed.")
    actions.write_answer(answer=answer, points=[point], wordings=[wording], by=secretary)
    actions.review(answer=answer, by=User.objects.create_superuser("tweede@example.org", name="Toon"))
    actions.publish(consultation=consultation, by=secretary)
    drawings = {
        done: (done, "Overgenomen: 1", "rect", 2),
        f"{done}thema-{theme.pk}/": (done, "over Dorpen? 1 persoonlijk punt Overgenomen: 1", "rect", 2),
        f"{dossier.get_absolute_url()}bord/": ("/besluiten/", "Zwolle Nog niet bekend", "path", 1),
        "/partners/zwolle/groei/": ("/partners/zwolle/", "1.000 2021 1.100 2026", "circle", 1),
        "/partners/zwolle/kaart/": ("/partners/zwolle/", "Buurgemeenten: Dalfsen.", "path", 2),
        "/resultaten/inwoners/": ("/resultaten/inwoners/", "Zwolle +10,0%", "path", 2),
        "/resultaten/projecten/station/kaart/": (project.get_absolute_url(), "ligt het project: Dalfsen.", "path", 2),
    }
    svg = "{http://www.w3.org/2000/svg}"
    for address, (page, said, shape, count) in drawings.items():
        shown = client.get(page).text
        for form in ("grafiek/svg/", "grafiek/png/", "insluiten/"):
            assert f'href="{address}{form}"' in shown, address
        root = ElementTree.fromstring(client.get(f"{address}grafiek/svg/").content)
        told = words(" ".join(one.text for one in root.iter(f"{svg}text")))
        assert said in told
        assert f"Regio Zwolle, {words(day(timezone.localdate()))}" in told
        assert len(root.findall(f"{svg}g/{svg}{shape}")) == count, address
        assert client.get(f"{address}grafiek/png/").content.startswith(b"\x89PNG")
        embedded = client.get(f"{address}insluiten/")
        assert "frame-ancestors * file:" in embedded["Content-Security-Policy"]
        assert '<base target="_top">' in embedded.text, "what it links to may not stand in the frame"
        assert embedded.text.count("<svg") >= 2, "the patterns and the drawing"
    for address in ("/partners/overijssel/groei/", f"{done}thema-{theme.pk + 1}/", "/besluiten/niets/bord/"):
        assert client.get(f"{address}insluiten/").status_code == 404
