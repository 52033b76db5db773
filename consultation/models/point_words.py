"""What a point says, and when two say the same."""

from hashlib import blake2s

from django.db import models

# Some eight pages of text; the form says so, and nothing is ever cut.
POINT_LENGTH = 20_000


class PointKind(models.TextChoices):
    """What sort of remark it is."""

    SUPPORT = "steun", "steun"
    WISH = "wens", "wens"
    OBJECTION = "bezwaar", "bezwaar"
    QUESTION = "vraag", "vraag"
    ERROR = "fout", "fout in de tekst"


# What a point says; whoever joins it joins these.
WORDS = ("kind", "text", "proposal", "proposes_deletion")


def folded(value):
    """A text as its words alone, for line ends and spaces say nothing; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value


def same_words(said, other):
    """Whether two points, each as a dictionary with WORDS, say the same."""
    return all(folded(said[name]) == folded(other[name]) for name in WORDS)


def fingerprint(*, kind="", text="", proposal="", proposes_deletion=False):
    """A short text that differs when what a point says differs."""
    said = [kind, text, proposal, *(["schrap"] if proposes_deletion else [])]
    return blake2s("\0".join(said).encode(), digest_size=8).hexdigest()


def proposal_heading(proposal, proposes_deletion):
    """What stands above a proposal: for another text, or to delete the text; "" without one."""
    if proposes_deletion:
        return "Voorstel: schrap deze passage"
    return "Voorstel voor een andere tekst" if proposal else ""
