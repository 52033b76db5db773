"""What the description of the API says of the snapshot and the changes."""

NUMBER = {"type": "integer", "format": "int64", "minimum": 0, "maximum": 10**18 - 1}
LINK = {"$ref": "#/components/schemas/Link"}
CHANGE = {
    "type": "object",
    "required": ["nummer", "moment", "verzameling", "sleutel", "rij"],
    "properties": {
        "nummer": {**NUMBER, "description": "Het nummer van deze wijziging; elk volgend nummer is hoger."},
        "moment": {"type": "string", "format": "date-time"},
        "verzameling": {"type": "string", "description": "De naam van de verzameling."},
        "sleutel": {**NUMBER, "description": "De sleutel van de rij."},
        "rij": {
            "type": "object",
            "nullable": True,
            "description": "De rij zoals die nu is, als in de verzameling; null als die weg is. Wis die dan ook bij u.",
        },
    },
}
CHANGES = {
    "type": "object",
    "required": ["links", "tot", "meer", "wijzigingen"],
    "properties": {
        "links": {
            "type": "object",
            "required": ["self", "volgende", "momentopname"],
            "properties": {"self": LINK, "volgende": LINK, "momentopname": LINK},
        },
        "tot": {**NUMBER, "description": "Tot en met welk nummer u nu bent."},
        "meer": {"type": "boolean", "description": "Of er nu al meer wijzigingen zijn; anders vraagt u het later."},
        "wijzigingen": {"type": "array", "items": CHANGE},
    },
}
AFTER = {
    "name": "na",
    "in": "query",
    "description": "Het nummer tot waar u bent; u krijgt wat daarna wijzigde. 0 is alles.",
    "schema": NUMBER,
    "example": 0,
}
UP_TO = {
    "name": "tot",
    "in": "query",
    "description": "Tot en met welke wijziging. Laat het weg: u wordt naar het laatste nummer geleid.",
    "schema": NUMBER,
}
LINES = {
    "application/x-ndjson": {
        "schema": {"type": "string", "description": "Op elke regel een object; op de eerste het nummer (tot)."}
    }
}


def paths_of_feed(answer, errors):
    """The two paths; `answer` and `errors` describe answers as those of the collections."""
    followed = {
        "operationId": "wijzigingenLezen",
        "tags": ["alles"],
        "summary": "Wat er wijzigde",
        "description": "Elke rij één keer, zoals die nu is. Eens per minuut is er nieuws, als er iets is gewijzigd.",
        "parameters": [AFTER],
        "responses": {"200": answer("Wijzigingen", None), **errors("400", "429", "503")},
    }
    whole = answer("Wijzigingen", None)
    taken = {
        "operationId": "momentopnameLezen",
        "tags": ["alles"],
        "summary": "Alles in één bestand",
        "description": "Alle rijen zoals ze nu zijn. Is het bestand groot, dan wordt het eerst gemaakt (503).",
        "parameters": [UP_TO],
        "responses": {
            "200": {**whole, "content": LINES},
            "302": {"description": "Naar het laatste nummer.", "headers": whole["headers"]},
            **errors("400", "429", "503"),
        },
    }
    return {"/wijzigingen": {"get": followed}, "/momentopname": {"get": taken}}
