"""How much room words take, and where a sentence breaks."""

# px: what letters of Public Sans take in bold at 16 px; those that are not here take 9.
LETTERS = {
    letter: wide
    for wide, letters in {
        4: " \N{NO-BREAK SPACE}.,:’i",
        5: "Ijl",
        6: "-fJ",
        7: "1rt",
        8: "svz",
        10: "027€bdgpquEFPT",
        11: "345689BCKRSVXZ",
        12: "ADGHOQU",
        13: "wN",
        14: "m",
        15: "%M",
        16: "W",
    }.items()
    for letter in letters
}


def width_of(text):
    """How many px the words `text` take."""
    return sum(LETTERS.get(letter, 9) for letter in text)


def wrapped(text, width):
    """`text` in lines of at most `width` px, as letters of 16 px take."""
    lines, taken = [[]], 0
    for word in filter(None, text.replace("\N{WORD JOINER}", "").split(" ")):
        wide = width_of(word)
        if lines[-1] and taken + LETTERS[" "] + wide > width:
            lines.append([])
        taken = taken + LETTERS[" "] + wide if lines[-1] else wide
        lines[-1].append(word)
    return [" ".join(line) for line in lines]
