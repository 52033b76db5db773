"""A form as a browser without scripts has it: what it shows, and what it sends."""

from html.parser import HTMLParser

from django.http import QueryDict


class FormReader(HTMLParser):
    """Collects what the form with the hidden field `marker` would send; of buttons nothing, for none is pressed."""

    def __init__(self, marker):
        super().__init__()
        self.marker, self.found, self.fields = marker, None, None
        self.select = self.options = self.area = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.fields = QueryDict(mutable=True)
        if self.fields is None:
            return
        name = given.get("name")
        if tag == "input" and name:
            self.read_input(name, given)
        elif tag == "select":
            self.select, self.options = given, []
        elif tag == "option" and self.select is not None:
            self.options.append((given.get("value", ""), "selected" in given))
        elif tag == "textarea" and self.fields is not None:
            self.area = [name, ""]

    def read_input(self, name, given):
        kind = given.get("type", "text")
        if kind in ("submit", "button", "file") or (kind in ("checkbox", "radio") and "checked" not in given):
            return
        self.fields.appendlist(name, given.get("value", "on" if kind == "checkbox" else ""))

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            if self.area[0]:
                self.fields.appendlist(self.area[0], self.area[1].removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select" and self.select is not None:
            chosen = [value for value, is_selected in self.options if is_selected]
            if not chosen and "multiple" not in self.select and self.options:
                chosen = [self.options[0][0]]
            for value in chosen:
                self.fields.appendlist(self.select["name"], value)
            self.select = None
        elif tag == "form" and self.fields is not None:
            if self.marker in self.fields:
                self.found = self.fields
            self.fields = None


def form_on(page, marker="_opened"):
    """What the form on a page would send, as a QueryDict that can be changed; None when there is no such form."""
    reader = FormReader(marker)
    reader.feed(page.text)
    return reader.found


def send(client, address, form, **changes):
    """Sends a form; names with a list are those of more values."""
    data = {name: sent for name, sent in form.lists() if "__prefix__" not in name}
    data |= {name.replace("__", "-"): value if isinstance(value, list) else [value] for name, value in changes.items()}
    return client.post(address, data)


def press(client, address, data=None, **extra):
    """Opens the page of an act and presses its button, if it has one, with `data` filled in."""
    return client.post(address, read(client.get(address)) | (data or {}), **extra)


def press_for_chosen(client, address, data, **extra):
    """Ticks rows in a list, chooses an act on them, and presses the button of its page."""
    return client.post(address, read(client.post(address, data)) | data | {"apply": "1"}, **extra)


def read(page):
    """What the page of an act sends to say what it said; nothing when it has no button."""
    form = form_on(page, "_read")
    return {"_read": form["_read"]} if form else {}
