"""How a test reads a page: the words that a reader meets, where they stand, and what is linked to."""

import re
from html import unescape

BLOCKS = "p|div|section|table|thead|tbody|tr|th|td|ul|li|dl|dt|dd|details|summary|figure|svg|a class|polygon|rect|text"


def words(markup):
    """The words of `markup` on one line, with single spaces, also where a tag or a no-break space stands."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def visible(response):
    """The words of a page, or a piece of one, that a reader meets below its header."""
    return words(re.split(r'<main id="inhoud"[^>]*>', response.text)[-1].split("</main>")[0])


def section(response, anchor):
    """The words of one section of a page, the one whose heading has the id `anchor`."""
    parts = re.split(r'(?=<section class="section)', response.text)
    [part] = [part for part in parts if f'id="{anchor}"' in part]
    return words(part)


def link_of_chain(response, name):
    """The words beside one link of 'Waarom staat dit hier?'."""
    chain = re.split(r'<ol class="chain"[^>]*>', response.text)[1].split("</ol>")[0]
    [item] = [item for item in chain.split('<p class="numeral">') if f"<h3>{name}</h3>" in item]
    return words(item.split(f"<h3>{name}</h3>")[1])


def squeezed(markup):
    """Markup without the white space that no reader sees: around blocks, and just inside any tag."""
    markup = re.sub(r"[ \n]+", " ", markup)
    markup = re.sub(rf" ?(</?(?:{BLOCKS})\b[^>]*>) ?", r"\1", markup)
    return re.sub(r" (</\w+>)", r"\1", re.sub(r"(<[a-z][^>]*>) ", r"\1", markup))


def section_under(page, heading):
    """The markup of the section of `page` under the h2 `heading`, squeezed."""
    return re.search(
        rf'<section class="section"[^>]*>(?:(?!<section).)*?<h2[^>]*>{heading}</h2>.*?</section>', squeezed(page), re.S
    )[0]


def shown_codes(response):
    """The codes of the parts that stand on the page with the whole agenda, in order."""
    return re.findall(r'<(?:section class="chapter"|div class="passage") id="(RZ24-[^"]+)"', response.text)


def links(html, inside):
    """The addresses that the element with the id `inside` links to, up to the first end of such an element."""
    tag, part = re.search(rf'<(\w+)[^>]* id="{inside}".*?>(.*)', html, re.DOTALL).groups()
    return re.findall(r'href="([^"#]+)"', part.split(f"</{tag}>")[0])


def listed(response):
    """The partners in the list, by the last part of their address, in order."""
    part = response.text[response.text.index('<div id="partners">') : response.text.rindex("</div>")]
    return re.findall(r'href="/partners/([\w-]+)/"', part.split("</main>")[0])
