"""Reading a part of the agenda in a browser: a choice replaces the text, and Back brings the whole back."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def test_a_choice_replaces_the_text_and_back_brings_it_all_back(chromium, demo):
    page = chromium.new_page()
    page.goto(f"{demo}/agenda/")
    page.get_by_text("Lees een deel", exact=True).click()
    passages = page.locator(".passage")
    whole = passages.count()
    with page.expect_response(lambda response: "ambitie=RZ24-R3" in response.url) as answer:
        page.select_option("#id_ambitie", "RZ24-R3")
    assert answer.value.request.headers["hx-target"] == "passages"
    expect(page.get_by_role("status")).to_contain_text("U ziet een deel van de agenda.")
    assert 0 < passages.count() < whole
    assert parse_qs(urlsplit(page.url).query) == {"ambitie": ["RZ24-R3"]}
    page.go_back()
    expect(passages).to_have_count(whole)
    expect(page.locator("#id_ambitie")).to_have_value("")
    expect(page.locator("h1")).to_have_count(1)
    page.close()


def test_the_button_does_the_same_without_scripts(chromium, demo):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo}/agenda/")
    page.get_by_text("Lees een deel", exact=True).click()
    whole = page.locator(".passage").count()
    page.select_option("#id_ambitie", "RZ24-R3")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("status")).to_contain_text("U ziet een deel van de agenda.")
    assert 0 < page.locator(".passage").count() < whole
    assert page.input_value("#id_ambitie") == "RZ24-R3"
    context.close()


def test_a_filter_replaces_the_comparison(chromium, demo):
    page = chromium.new_page()
    page.goto(f"{demo}/agenda/voorbeeldagenda/vergelijken/")
    rows = page.locator("#comparison li[id]")
    whole = rows.count()
    page.get_by_text("Kies andere versies").click()
    with page.expect_response(lambda response: "alles=on" in response.url) as answer:
        page.get_by_label("Ook wat gelijk bleef").check()
    assert answer.value.request.headers["hx-target"] == "comparison"
    expect(rows).not_to_have_count(whole)
    assert rows.count() > whole > 0
    expect(page.get_by_role("status")).to_contain_text(f"van de {rows.count()}")
    page.go_back()
    expect(rows).to_have_count(whole)
    page.close()
