"""What may stand in the addresses of this app."""


class ElementCode:
    """The code of an element, such as RZ24-L1.2."""

    regex = "[A-Za-z0-9.-]{1,32}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
