"""Fills the database of the Wagtail site, and prints the address of a page of each kind.

It runs in the Python of that site.
"""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.peer.settings"

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from benchmarks.peer.models import Front, Section, Text  # noqa: E402

SECTIONS, TEXTS, PARAGRAPHS, WORDS = 6, 14, 8, 60
SAID = ["gemeenten", "en", "provincies", "werken", "samen", "aan", "wonen", "en", "bereikbaarheid"]


def words(begin, count):
    """So many words, from the one at `begin` on, again and again."""
    return " ".join(SAID[(begin + number) % len(SAID)] for number in range(count))


def body(number, links_to):
    """Paragraphs of rich text as Wagtail keeps it, of which each leads to a page."""
    link = f'<a linktype="page" id="{links_to.pk}">{links_to.title}</a>'
    return "".join(f"<p>{words(number + place, WORDS)} {link}</p>" for place in range(PARAGRAPHS))


def main():
    call_command("makemigrations", "peer", verbosity=0)
    call_command("migrate", verbosity=0)
    for page in Page.get_first_root_node().get_children():
        page.delete()
    front = Front(title="Voorpagina", slug="voor", intro=f"<p>{words(0, WORDS)}</p>")
    Page.get_first_root_node().add_child(instance=front)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": front, "site_name": "Vergelijking"}
    )
    for at in range(SECTIONS):
        new = Section(title=f"Lijst {at}", slug=f"lijst-{at}", show_in_menus=True, intro=f"<p>{words(at, WORDS)}</p>")
        section = front.add_child(instance=new)
        for number in range(TEXTS):
            text = Text(title=f"Tekst {number}", slug=f"tekst-{number}", intro=words(number, 20))
            text.body = body(at, section)
            section.add_child(instance=text)
    print("voorpagina /\nlijst /lijst-2/\ntekst /lijst-2/tekst-3/")


if __name__ == "__main__":
    main()
