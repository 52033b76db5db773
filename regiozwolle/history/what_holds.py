"""The words in which the list of tables says what holds for each."""

from dataclasses import dataclass

EVERY = "true"


@dataclass(frozen=True)
class Kept:
    """What holds for one table.

    `unnoticed` are columns that change by themselves; of `words` is recorded that they changed and not what they
    say, because that is private or kept elsewhere; with a condition `words_when` on {row} only of such rows.
    `part_of` is the column with the row in whose history a change belongs. Of a change in the columns `corrected`,
    and of losing such a row, the site itself has a line, with the reason; of one in the columns `retold` only the
    page of what it is about has one, and nobody is asked why. What is `final` is never undone. `when` is a
    condition on {row}; without it nothing is recorded. `why` says why nothing is at all. A page that is kept may be
    another one after a change in what is public, unless `raises` says otherwise: with a condition on {row}, EVERY
    for all rows, or "" for none.

    A row is a person's own when one of the columns `of` has their key or address ("x_id.email": of the row it names);
    a row in which only one of `by` has, is of something that they did to it (`regiozwolle/own_data`).
    """

    is_public: bool
    is_recorded: bool = True
    part_of: str = ""
    words: tuple = ()
    words_when: str = ""
    unnoticed: tuple = ()
    when: str = ""
    why: str = ""
    corrected: tuple = ()
    retold: tuple = ()
    final: bool = False
    raises: str | None = None
    of: tuple = ()
    by: tuple = ()

    @property
    def raises_when(self):
        """The condition on {row} with which a change raises the state of kept pages; "" when none does."""
        usual = (self.when or EVERY) if self.is_public else ""
        return usual if self.raises is None else self.raises

    @property
    def can_be_put_back(self):
        """Whether an earlier state can be: what people said, and what is not kept whole, stays as it is."""
        return self.is_recorded and (not self.words or bool(self.words_when)) and not self.final


def public(part_of="", **more):
    """Pages that everyone may read are made of it."""
    return Kept(True, part_of=part_of, **more)


def private(part_of="", **more):
    """Only those who sign in, or have a link of their own, read it."""
    return Kept(False, part_of=part_of, **more)


def unrecorded(why, *, is_public=False, **more):
    return Kept(is_public, is_recorded=False, why=why, **more)
