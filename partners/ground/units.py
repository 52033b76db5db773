"""Units, as a caption says them."""

# What is measured in, not counted: the first word of a unit, and how a caption says it when that is another word.
MEASURES = {"%": "procenten", "procent": "procenten", "euro": "euro’s"}
SIZES = {
    *("m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "ha", "hectare", "meter", "kilometer", "mm", "cm"),
    *("g", "gram", "kg", "kilo", "kilogram", "ton", "kton", "mton", "kiloton", "megaton", "liter", "µg"),
    *("w", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "j", "mj", "gj", "tj", "pj", "watt"),
    *("uur", "minuten", "seconden", "dagen", "weken", "maanden", "jaar", "db", "graden", "°c"),
}


def counted_in(unit):
    """'in procenten', 'in euro’s', 'in ton CO2', 'aantal inwoners'."""
    first, _, rest = unit.partition(" ")
    measure = MEASURES.get(first.lower(), first if first.lower() in SIZES else "")
    return f"in {measure} {rest}".strip() if measure else f"aantal {unit}"
