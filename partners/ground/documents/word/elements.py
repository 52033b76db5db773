"""The elements of WordprocessingML that several parts of a file are made of."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement


def make(tag, *children, **attributes):
    """An element of WordprocessingML; an attribute without a namespace of its own gets that of Word."""
    element = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    element.extend(children)
    return element


def field(instruction, *, is_dirty=False):
    """The runs of a field, which Word fills in; one that `is_dirty` it fills in when it opens the file."""
    return [*begun(instruction, is_dirty=is_dirty), make("r", make("fldChar", fldCharType="end"))]


def begun(instruction, *, is_dirty=False):
    """The runs with which a field begins; what follows up to its end is what it showed last."""
    words = make("instrText")
    words.text = f" {instruction} "
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin = make("fldChar", fldCharType="begin", **({"dirty": "true"} if is_dirty else {}))
    return [make("r", begin), make("r", words), make("r", make("fldChar", fldCharType="separate"))]


def kept(elements):
    """`elements` of which each paragraph stays on one page, together with what follows it."""
    for paragraph in (element for element in elements if element.tag == qn("w:p")):
        properties = paragraph.pPr
        for place, tag in enumerate(("keepNext", "keepLines"), 1):
            if properties.find(qn(f"w:{tag}")) is None:
                properties.insert(place, make(tag))
    return elements
