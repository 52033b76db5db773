"""How a test types in a form that is saved meanwhile: what the browser sends by itself, and what a button sends."""

import re

FORM = "/consultaties/conceptagenda/reageren/RZ24-L1.2/"
QUESTIONS = "/consultaties/conceptagenda/vragen/"
TYPING = {"HX-Request": "true", "HX-Target": "saved"}
IN_PLACE = {"HX-Request": "true", "HX-Target": "links-RZ24-L1.2", "HX-Current-URL": "http://testserver/agenda/"}
WISH = {"kind": "wens", "text": "Noem ook het mkb.", "proposal": ""}


def fields(page):
    """What the form on a page would send if nothing were typed: its hidden fields, and the first name if it asks."""
    hidden = dict(re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', page.text))
    names = re.findall(r'type="radio" name="sender" value="([^"]+)"', page.text)
    return ({"sender": names[0]} if names else {}) | hidden


def type_in(browser, address, form, text, **others):
    """What the form sends by itself while one types; the form then holds what it is answered."""
    answer = browser.post(address, form | WISH | {"text": text} | others, headers=TYPING)
    assert answer.status_code == 200
    form |= fields(answer)
    return answer.text


def press(browser, address, form, **typed):
    """What the button under the form sends."""
    return browser.post(address, form | WISH | typed)
