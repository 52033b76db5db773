"""The money of one component as a bar: its numbers are those of its ComponentShare and nothing else."""

from dataclasses import dataclass

from django.utils.html import format_html_join

from consultation.deciding.models import Component
from consultation.deciding.standing import DRAWERS, ComponentShare
from partners.ground.templatetags.dutch import counted, euro, number
from partners.ground.templatetags.parts import or_unknown

# What each of DRAWERS is called below the bar, and its class in the stylesheet.
PARTS = {
    "pledged": ("toegezegd", "agreed"),
    "conditional": ("toegezegd met een voorwaarde", "conditional"),
    "unsaid": ("gevraagd van wie meedoet, maar nog geen bedrag noemde", "pending"),
    "open": ("gevraagd van wie nog besluit", "later"),
    "out": ("gevraagd van wie niet meedoet", "absent"),
    "short": ("minder toegezegd dan gevraagd", "unconfirmed"),
}


@dataclass(frozen=True)
class MoneyBar:
    """Who takes part in a component with how much money. Nothing is drawn of what is not known."""

    component: Component
    share: ComponentShare

    @property
    def sums(self):
        """(Large, small) of the three sums above the bar."""
        share = self.share
        people = (
            f"van de {number(share.all_inhabitants)} inwoners"
            if share.are_all_counted
            else "inwoners, voor zover bekend"
        )
        needed = "hoeveel nodig is, is nog niet bekend" if share.needed is None else f"van {euro(share.needed)}"
        is_unknown = share.needed is None and share.promised is None
        return [
            (f"{share.taking_part} van de {share.bodies}", "doen mee"),
            (number(share.inhabitants), people),
            (or_unknown(euro(share.promised)), "toegezegd en nodig" if is_unknown else f"toegezegd, {needed}"),
        ]

    @property
    def parts(self):
        """(Its name, words, class and amount) of each of DRAWERS with an amount."""
        amounts = zip(DRAWERS, self.share.parts, strict=True)
        return [(name, *PARTS[name], amount) for name, amount in amounts if amount]

    @property
    def key(self):
        """Each part with its amount and its word, as safe HTML; they add up to what is known."""
        line = '<span class="cell {}"></span> <strong>{}</strong> {}'
        return [format_html_join("", line, [(css, euro(amount), words)]) for _, words, css, amount in self.parts]

    @property
    def unknown(self):
        """Of whom nothing is known, in a sentence; "" when all is known."""
        count = self.share.unknown
        return f"Van {counted(count, 'orgaan,organen')} is geen bedrag bekend." if count else ""

    @property
    def drawn(self):
        """The bar in SVG, true to scale; "" when it is not known how much is needed, or nothing is."""
        total = sum(self.share.parts)
        if not total or self.share.needed is None:
            return ""
        return format_html_join("\n", '<rect class="{}" x="{}%" width="{}%" y="{}" height="{}"/>', self.rects(total))

    def rects(self, total):
        """(Class, place, width, top, height) of each part; who does not take part is a line."""
        start = 0
        for name, _, _, amount in self.parts:
            width = round(float(100 * amount / total), 2)
            yield (name, round(start, 2), width, *((14, 4) if name == "out" else (1, 30)))
            start += width

    @property
    def described(self):
        """The bar in words."""
        return ", ".join(f"{euro(amount)} {words}" for _, words, _, amount in self.parts)
