"""The API: by the Dutch rules, with real answers as examples, and never anything that is not public."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultation.models import Sharing
from partners.models import Partner, PartnerKind
from regiozwolle.api import VERSION, rows
from regiozwolle.keeping.middleware import Keeper
from regiozwolle.open_data.datasets import DATASETS
from tests.letters import close

ROOT = Path(__file__).resolve().parent.parent
# The rules as Logius publishes them, where that folder lies beside the project.
RULES = ROOT.parent / "shared" / "standards" / "api-design-rules-linter.yaml"
SPECTRAL = "@stoplight/spectral-cli@6.16.3"
# What no answer may ever be made of: who somebody is.
OF_PERSONS = r'partners_user|"(?:signed_name|sender_email|author_id|handler_id|entered_by_id|confirmed_by_id)"'

NUMBERS = st.integers(-(10**20), 10**20).map(str)
ODD = st.one_of(NUMBERS, st.integers(0, 9).map(str), st.text(max_size=12), st.sampled_from(["", "٣", "1e9", "\0", "%"]))
NAMES = st.one_of(st.sampled_from(["na", "tot", "sleutel", "pagina"]), st.text(max_size=5))


def path_of(href):
    return re.sub("^https?://[^/]+", "", href)


def all_pages(client, path):
    """The answers of a collection, page after page, as its own links lead."""
    while path:
        content = client.get(path).json()
        yield content
        path = path_of(content["links"].get("volgende", {}).get("href", ""))


def test_a_row_is_found_as_page_as_json_and_as_csv_and_each_leads_to_the_others(client, zwolle):
    page = client.get("/api/v1/partners").json()
    [row] = [row for row in page["rijen"] if row["adres"] == "zwolle"]
    assert client.get(path_of(row["links"]["self"]["href"])).json() == row
    assert (row["cbs"], row["deed_mee_tot"]) == ("GM0193", None)
    assert client.get(path_of(row["links"]["html"]["href"])).status_code == 200
    assert "GM0193" in client.get(path_of(page["links"]["csv"]["href"])).text
    assert client.get(path_of(page["links"]["html"]["href"])).status_code == 200
    index = client.get("/open-data/").text
    assert 'href="/api/v1/partners"' in index
    assert 'href="/api/v1/openapi.json"' in index


def test_a_collection_has_all_rows_once_page_after_page(client, db, monkeypatch):
    for number in range(7):
        Partner.objects.create(slug=f"school-{number}", name=f"School {number}", kind=PartnerKind.EDUCATION)
    monkeypatch.setattr(rows, "MOST", 3)
    pages = list(all_pages(client, "/api/v1/partners"))
    assert [len(page["rijen"]) for page in pages] == [3, 3, 1]
    assert [row["adres"] for page in pages for row in page["rijen"]] == [f"school-{number}" for number in range(7)]
    answer = client.get("/api/v1/partners")
    assert answer.headers["Link"] == f'<{answer.json()["links"]["volgende"]["href"]}>; rel="next"'


def test_a_collection_asks_as_much_however_long_it_is(client, zwolle):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/api/v1/partners")
        return len(queries)

    few = asked()
    for number in range(40):
        Partner.objects.create(slug=f"school-{number}", name=f"School {number}", kind=PartnerKind.EDUCATION)
    assert asked() == few


def test_every_answer_has_its_version_and_may_be_read_by_any_site(client, zwolle, settings):
    settings.KEPT_MEGABYTES = 1
    answer = client.get("/api/v1/partners", headers={"host": "testserver"})
    assert answer.headers["API-Version"] == VERSION
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get("/api/v1/partners", headers={"host": "testserver", "if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/api/v1/partners", headers={"host": "testserver"})
    assert (head.status_code, head.content, head.headers["API-Version"]) == (200, b"", VERSION)
    refused = client.get("/api/v1/partners?x=1", headers={"host": "testserver"})
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (400, "*")
    Keeper.in_use.known.close()


@pytest.mark.parametrize(
    ("method", "path", "status", "told"),
    [
        ("get", "/api/v1/onbekend", 404, "Dit is er niet"),
        ("get", "/api/v1/partners/", 404, "Dit is er niet"),
        ("get", "/api/v1/partners/999999", 404, "Dit is er niet"),
        ("get", "/api/v1/geld-van-besluiten/999999", 404, "Dit is er niet"),
        ("get", "/api/v2/partners", 404, "Dit is er niet"),
        ("get", "/api/v1/partners?pagina=2", 400, "Een parameter is niet bekend. Bekend is hier alleen: na."),
        ("get", "/api/v1/openapi.json?x=1", 400, "Een parameter is niet bekend. Hier is er geen."),
        ("get", "/api/v1/partners?na=-1", 400, "een geheel getal vanaf 0"),
        ("get", f"/api/v1/partners?na={'9' * 19}", 400, "een geheel getal vanaf 0"),
        ("get", f"/api/v1/momentopname?tot={'9' * 19}", 400, "een geheel getal vanaf 0"),
        ("get", "/api/v1/momentopname?tot=-1", 400, "een geheel getal vanaf 0"),
        ("post", "/api/v1/partners", 405, "met GET of HEAD"),
        ("delete", "/api/v1/openapi.json", 405, "met GET of HEAD"),
    ],
)
def test_what_goes_wrong_is_told_as_data(client, db, method, path, status, told):
    answer = getattr(client, method)(path, headers={"host": "testserver"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.headers["API-Version"] == VERSION
    content = answer.json()
    assert (content["status"], told in content["detail"]) == (status, True), content
    if status == 405:
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "QUERY", "TRACE"])
def test_what_does_not_read_is_refused_whoever_asks(db, method):
    answer = Client(enforce_csrf_checks=True).generic(method, "/api/v1/partners", "{}", "application/json")
    assert (answer.status_code, answer.json()["status"], answer.headers["API-Version"]) == (405, 405, VERSION)


def test_a_page_of_another_site_may_send_the_etag_that_it_has(client, db):
    answer = client.options("/api/v1/partners")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_whatever_is_asked_has_an_answer_as_it_is_described(client, sent):
    """As schemathesis does: of every operation of the description odd keys, parameters and methods."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    kinds = {"200": "application/json", "302": None}

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(path=st.sampled_from(sorted(paths)), key=ODD, asked=st.dictionaries(NAMES, ODD, max_size=2))
    def ask(path, key, asked):
        operation = paths[path]["get"]
        known = {one["name"] for one in operation["parameters"] if one["in"] == "query"}
        answer = client.get(f"/api/v1{path.replace('{sleutel}', quote(key, safe=''))}", asked)
        described = {*operation["responses"], "404"} if "{sleutel}" in path else {*operation["responses"]}
        assert str(answer.status_code) in described, (path, key, asked)
        if answer.status_code >= 400:
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.json()["status"] == answer.status_code
        elif answer.status_code == 200:
            assert set(asked) <= known
            assert answer.headers["Content-Type"] in (kinds["200"], "application/x-ndjson")

    ask()


def test_the_public_points_are_open_data_without_the_name_of_a_person(client, sent):
    sent.signed_name, sent.sharing = "P. Zeldzaam", Sharing.COUNCILS
    sent.save()
    close(sent.consultation)
    assert client.get("/api/v1/punten").json()["rijen"] == []
    sent.sharing = Sharing.PUBLIC
    sent.save()
    answer = client.get("/api/v1/punten")
    [row] = answer.json()["rijen"]
    assert row["tekst"] == sent.points.get().text
    assert "Zeldzaam" not in answer.text


def test_what_the_data_are_made_of_never_says_who_somebody_is(db):
    with CaptureQueriesContext(connection) as queries:
        for one in DATASETS.values():
            one.after(0, 10)
    assert len(queries) >= len(DATASETS)
    assert [query["sql"] for query in queries if re.search(OF_PERSONS, query["sql"])] == []


def test_every_row_holds_what_the_description_says_and_each_example_is_a_real_answer(content_of_demo, client, db):
    description = client.get("/api/v1/openapi.json").json()
    paths, schemas = description["paths"], description["components"]["schemas"]
    assert len(paths) == 2 * len(DATASETS) + 2
    shown, faults = 0, []
    for path, operations in paths.items():
        content = operations["get"]["responses"]["200"]["content"].get("application/json", {})
        asked = operations["get"]["parameters"][0]
        example = content.get("example")
        if example is None:
            continue
        shown += 1
        address = f"/api/v1{path}".replace("{sleutel}", str(asked["example"]))
        answered = client.get(address, {"na": asked["example"]} if asked["in"] == "query" and asked["example"] else {})
        assert answered.json() == example, path
        schema = schemas[content["schema"]["$ref"].split("/")[-1].replace("Verzameling", "Rij")]
        given = client.get(address).json().get("rijen", []) if "rijen" in example else [example]
        faults += [(path, fault) for row in given for fault in faults_of(row, schema)]
    assert faults == []
    assert shown > 50
    examples = client.get("/open-data/voorbeelden/")
    shown = re.findall(r'href="([^"]+/insluiten/)"', examples.text)
    assert [client.get(path).status_code for path in shown] == [200] * 3
    # The names, streets and figures of the demo's own town stand in none of them.
    assert "oorbeeldstad" not in json.dumps([one.after(0, 10_000) for one in DATASETS.values()], default=str)


def faults_of(row, schema):
    """What a row has otherwise than its schema says, by name."""
    kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "object": dict}
    said = schema["properties"]
    for name in row.keys() ^ said.keys():
        yield f"{name} is in one of both"
    for name, value in row.items():
        of = said.get(name, {})
        if value is None:
            if not of.get("nullable"):
                yield f"{name} is null"
        elif not isinstance(value, kinds[of["type"]]) or (of["type"] != "boolean" and isinstance(value, bool)):
            yield f"{name}: {value!r}"
        elif "enum" in of and value not in of["enum"]:
            yield f"{name}: {value!r} is no code"
        elif of.get("format") == "date":
            date.fromisoformat(value)


def test_the_description_meets_the_dutch_rules_by_their_own_linter(content_of_demo, client, db, tmp_path):
    if not RULES.exists():
        pytest.skip("De regels van Logius liggen niet naast dit project.")
    if not shutil.which("npm"):
        pytest.skip("Zonder npm is de linter van de regels niet te draaien.")
    folder = ROOT / "var" / "spectral"
    if not (folder / "node_modules/.bin/spectral").exists():
        installing = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(folder), SPECTRAL]
        if subprocess.run(installing, check=False, timeout=180).returncode:
            pytest.skip("De linter van de regels is niet te installeren.")
    description = tmp_path / "openapi.json"
    description.write_bytes(client.get("/api/v1/openapi.json").content)
    linting = [str(folder / "node_modules/.bin/spectral"), "lint", "-r", str(RULES), "-f", "json", str(description)]
    told = subprocess.run(linting, capture_output=True, text=True, check=False)
    found = json.loads(told.stdout[: told.stdout.rindex("]") + 1])
    serious = [(one["code"], one["path"]) for one in found if one["severity"] == 0]
    assert serious == []
    assert {one["code"] for one in found} <= {"nlgov:servers-use-https"}  # as the test has no https
