"""What the API says of a data set and of a row in it; the description gives the same as its examples."""

from django.conf import settings
from django.urls import reverse

from partners.ground.documents.interchange import value_of
from partners.ground.documents.text import as_data

# As many rows as one page of a collection has.
MOST = 200


def address(name, *arguments):
    return settings.SITE_URL + reverse(f"api:{name}", args=arguments)


def link(href):
    return {"href": href}


def collection_of(name, dataset, *, after=0):
    """A page of the collection: the rows whose key is more than `after`, by their keys. Two queries."""
    found = [row_of(name, row) for row in dataset.after(after, MOST + 1)]
    return page_of(name, dataset, found, after=after, rights=dataset.rights)


def page_of(name, dataset, found, *, after, rights):
    """The page with the rows `found`, as `row_of` gives them; one more than MOST says that more follow."""
    rows = found[:MOST]
    here = address("collection", name)
    links = {"self": link(f"{here}?na={after}" if after else here), "eerste": link(here)}
    if len(found) > MOST:
        links["volgende"] = link(f"{here}?na={rows[-1]['sleutel']}")
    links["csv"] = link(settings.SITE_URL + reverse("open_data_download", args=[name, "csv"]))
    links["html"] = link(settings.SITE_URL + dataset.page_path)
    return {
        "links": links,
        "titel": dataset.title,
        "betekenis": dataset.description,
        "gebruik": as_data(rights),
        "rijen": rows,
    }


def row_of(name, row):
    """A row, with its own address and, where it has one, that of its page."""
    said = {column: value_of(value) for column, value in row.items()}
    here = address("collection", name)
    links = {"self": link(f"{here}/{row['sleutel']}"), "verzameling": link(here)}
    if said.get("pagina"):
        links["html"] = link(said["pagina"])
    return {"links": links, **said}
