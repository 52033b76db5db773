"""The description of the API (OpenAPI 3): made of the data sets, with real answers as its examples."""

from json import dumps, loads

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst

from partners.ground.state.pieces import piece
from regiozwolle.api import VERSION
from regiozwolle.api.feed.description import CHANGES, paths_of_feed
from regiozwolle.api.rows import page_of, row_of
from regiozwolle.open_data.datasets import DATASETS, licences_of_all

INTRODUCTION = """\
Alles wat op de site van Regio Zwolle voor iedereen te lezen is, voor programma’s. Zonder sleutel, alleen om te lezen.

Elke verzameling geeft de rijen in de volgorde van hun sleutel. Staat er in `links` een `volgende`, dan zijn er meer.
Een veld of verzameling krijgt nooit een andere naam; er kan een bij komen. Wat leeg is (`null`), is niet bekend of niet
van toepassing. Stuur de ETag van een antwoord mee als If-None-Match: dan krijgt u alleen een nieuw antwoord als er iets
is veranderd. Wat wij van een parameter niet kennen, weigeren wij. Namen van personen zitten er niet in."""

HEADERS = {
    "API-Version": {"description": "De versie van deze API.", "schema": {"type": "string", "example": VERSION}},
    "ETag": {"description": "De naam van dit antwoord.", "schema": {"type": "string"}},
}
LINK = {"type": "object", "required": ["href"], "properties": {"href": {"type": "string", "format": "uri"}}}
PROBLEM = {
    "type": "object",
    "description": "Wat er misging (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Wat u eraan kunt doen."},
    },
}
AFTER = {
    "name": "na",
    "in": "query",
    "description": "De sleutel van de laatste rij die u hebt; u krijgt de rijen daarna.",
    "schema": {"type": "integer", "format": "int64", "minimum": 0, "maximum": 10**18 - 1},
}
KEY = {
    "name": "sleutel",
    "in": "path",
    "required": True,
    "description": "De sleutel van de rij.",
    "schema": {"type": "integer", "format": "int64", "minimum": 0, "maximum": 10**18 - 1},
}
ERRORS = {
    "400": "De vraag klopt niet.",
    "404": "Deze rij is er niet, of niet meer.",
    "429": "U vroeg te vaak.",
    "503": "Het kan nu niet.",
}
# What a field of the database is in the description; the first that fits.
TYPES = (
    (models.BooleanField, {"type": "boolean"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.IntegerField, {"type": "integer"}),
    (models.ForeignKey, {"type": "integer"}),
    (models.DecimalField, {"type": "number"}),
    (models.URLField, {"type": "string", "format": "uri"}),
)
SORTS = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "euro": {"type": "number"},
    "date": {"type": "string", "format": "date"},
}


def written():
    """The whole description as JSON; a query for each data set, of which the last row is the example, and one."""
    return written_with(last_rows(), licences_of_all())


@piece
def last_rows():
    """The row with the highest key of each data set as the API gives it, in JSON; "null" where there is none."""
    rows = ((name, one.last()) for name, one in DATASETS.items())
    return tuple(dumps(row and row_of(name, row)) for name, row in rows)


@piece
def written_with(rows, licences):
    """The same with these `last_rows` and `licences_of_all`."""
    return dumps(described([loads(row) for row in rows], licences), ensure_ascii=False)


def described(rows, licences_of_all):
    paths = {}
    for (name, one), last, licences in zip(DATASETS.items(), rows, licences_of_all, strict=True):
        paths[f"/{name}"] = of_collection(name, one, last, rights=one.rights_under(licences))
        paths[f"/{name}/{{sleutel}}"] = of_row(name, one, last)
    paths |= paths_of_feed(answer, errors)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Open data van Regio Zwolle",
            "version": VERSION,
            "description": INTRODUCTION,
            "contact": {
                "name": "Regio Zwolle",
                "email": settings.CONTACT_EMAIL,
                "url": settings.SITE_URL + reverse("contact"),
            },
        },
        "servers": [{"url": f"{settings.SITE_URL}/api/v1"}],
        "tags": [
            {"name": "alles", "description": "Alle verzamelingen samen, om bij te houden."},
            *({"name": name, "description": one.description} for name, one in DATASETS.items()),
        ],
        "paths": paths,
        "components": {
            "schemas": {
                "Link": LINK,
                "Probleem": PROBLEM,
                "Wijzigingen": CHANGES,
                **{schema: content for name, one in DATASETS.items() for schema, content in schemas_of(name, one)},
            }
        },
    }


def of_collection(name, dataset, last, *, rights):
    """Its example is the answer to who has all rows but the `last`, which is short."""
    after = last["sleutel"] - 1 if last else 0
    example = page_of(name, dataset, [last] if last else [], after=after, rights=rights)
    return {
        "get": {
            "operationId": f"{camel(name)}Lezen",
            "tags": [name],
            "summary": dataset.title,
            "description": dataset.description,
            "parameters": [{**AFTER, "example": after}],
            "responses": {"200": answer(f"{pascal(name)}Verzameling", example), **errors("400", "429", "503")},
        }
    }


def of_row(name, dataset, last):
    return {
        "get": {
            "operationId": f"{camel(name)}RijLezen",
            "tags": [name],
            "summary": f"Eén rij van ‘{dataset.title}’",
            "parameters": [{**KEY, "example": last["sleutel"]} if last else KEY],
            "responses": {
                "200": answer(f"{pascal(name)}Rij", last),
                **errors("400", "404", "429", "503"),
            },
        }
    }


def answer(schema, example):
    content = {"schema": reference(schema)}
    if example is not None:
        content["example"] = example
    return {"description": "Het antwoord.", "headers": HEADERS, "content": {"application/json": content}}


def errors(*statuses):
    content = {"application/problem+json": {"schema": PROBLEM}}
    headers = {"API-Version": HEADERS["API-Version"]}
    return {status: {"description": ERRORS[status], "headers": headers, "content": content} for status in statuses}


def reference(schema):
    return {"$ref": f"#/components/schemas/{schema}"}


def schemas_of(name, dataset):
    """(Name, schema) of a row and of the collection of it."""
    row, text = f"{pascal(name)}Rij", {"type": "string"}
    columns = {column.name: schema_of(column, codes, dataset.model) for column, codes in dataset.described}
    yield (
        row,
        {
            "type": "object",
            "required": ["links", *columns],
            "properties": {"links": links("self", "verzameling", maybe=("html",)), **columns},
        },
    )
    yield (
        f"{pascal(name)}Verzameling",
        {
            "type": "object",
            "required": ["links", "titel", "betekenis", "gebruik", "rijen"],
            "properties": {
                "links": links("self", "eerste", "csv", "html", maybe=("volgende",)),
                "titel": text,
                "betekenis": text,
                "gebruik": {**text, "description": "Wat u ermee mag, voor zover dat bekend is."},
                "rijen": {"type": "array", "items": reference(row)},
            },
        },
    )


def links(*always, maybe):
    return {
        "type": "object",
        "required": [*always],
        "properties": {name: reference("Link") for name in (*always, *maybe)},
    }


def schema_of(column, codes, model):
    """What a column holds; empty is null, but for the key."""
    unit = f" ({column.unit})" if column.unit else ""
    schema = {**kind_of(column, model), "description": capfirst(column.meaning) + unit}
    if column.name == "sleutel":
        return {**schema, "type": "integer", "format": "int64"}
    schema["nullable"] = True
    if choices := column.choices(model):
        schema["enum"] = [*(code for code, _ in choices), None]
    if codes:
        schema["description"] += f". {'; '.join(f'{code}: {label}' for code, label in codes)}."
    return schema


def kind_of(column, model):
    if not hasattr(column, "field"):
        return SORTS[column.sort]
    if column.pattern:
        return {"type": "string"}
    if column.page:
        return {"type": "string", "format": "uri"}
    field = column.model_field(model)
    return next((dict(schema) for kind, schema in TYPES if isinstance(field, kind)), {"type": "string"})


def pascal(name):
    return "".join(part.capitalize() for part in name.split("-"))


def camel(name):
    return name[0] + pascal(name)[1:]
