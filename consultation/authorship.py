"""Who of a group wrote and changed what, in words that pages and mails share. Only those of the group read them."""

from partners.ground.templatetags.dutch import moment

ERASED = "iemand van wie de naam is gewist"
NAMELESS = "een lid zonder naam"


def named(user, reader=None):
    """The name of `user`, a member of a group, to the others; 'u' to themselves, and None is somebody erased."""
    if user is None:
        return ERASED
    return "u" if user == reader else user.name or NAMELESS


def sentence(words):
    """`words` with a capital, as a sentence begins; what follows the first letter stays as people wrote their name."""
    return words[:1].upper() + words[1:]


def is_of_others(point, reader):
    """Whether somebody else than `reader`, None at a table, wrote in `point`, as far as is known."""
    hands = [(point.author_id, point.written_at), (point.changed_by_id, point.changed_at)]
    return any(hand != (reader and reader.pk) for hand, at in hands if at)


def authorship(point, reader):
    """Who wrote a point of a group and who changed it last, to `reader`; "" for one's own letter and when unknown.

    Wants the point's letter, `author` and `changed_by`.
    """
    if not point.letter.is_shared:
        return ""
    said = []
    if point.written_at:
        said.append(f"{sentence(named(point.author, reader))} schreef dit op {moment(point.written_at)}.")
    if point.changed_at:
        said.append(f"Het laatst gewijzigd door {named(point.changed_by, reader)}, op {moment(point.changed_at)}.")
    return " ".join(said)


def last_hand(point, reader):
    """Who wrote the words that stand in `point` now, to `reader`: 'u' or a name; "" when that is not known."""
    if point.changed_at:
        return named(point.changed_by, reader)
    return named(point.author, reader) if point.written_at else ""


def told(change, reader):
    """What was done, and by whom, to `reader`: 'Fenna Fractielid wijzigde een punt over Opgave 1.2'."""
    about = f" over {change.subject}" if change.subject else ""
    return f"{sentence(named(change.by, reader))} {change.get_act_display()}{about}"
