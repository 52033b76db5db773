"""How a test reads the pages of the agenda: the words that a reader meets, and in which order."""

import re


def visible(response):
    """The words of a page as a reader meets them, on one line."""
    main = response.text.split('<main id="inhoud"')[-1].split("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", main)
    return re.sub(r"[ \n]+", " ", words.replace("\xa0", " ").replace("&#x27;", "'").replace("&amp;", "&"))


def section(response, anchor):
    """What a reader meets in one section of a page, the one whose heading has the id `anchor`."""
    parts = re.split(r'(?=<section class="section)', response.text)
    [part] = [part for part in parts if f'id="{anchor}"' in part]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).strip()


def link_of_chain(response, name):
    """What stands beside one link of 'Waarom staat dit hier?'."""
    chain = response.text.split('<ol class="chain" id="chain">')[1].split("</ol>")[0]
    [item] = [item for item in chain.split('<p class="numeral">') if f"<h3>{name}</h3>" in item]
    words = re.sub(r"<[^>]+>", " ", item.split(f"<h3>{name}</h3>")[1])
    return re.sub(r"\s+", " ", words).strip()


def shown_codes(response):
    """The codes of the parts that stand on the page with the whole agenda, in order."""
    return re.findall(r'<(?:section class="chapter"|div class="passage") id="(RZ24-[^"]+)"', response.text)


BLOCKS = "p|div|section|table|thead|tbody|tr|th|td|ul|li|dl|dt|dd|details|summary|figure|svg|a class|polygon|rect|text"


def squeezed(markup):
    """Markup without the white space that no reader sees: around blocks, and just inside any tag."""
    markup = re.sub(r"[ \n]+", " ", markup)
    markup = re.sub(rf" ?(</?(?:{BLOCKS})\b[^>]*>) ?", r"\1", markup)
    return re.sub(r" (</\w+>)", r"\1", re.sub(r"(<[a-z][^>]*>) ", r"\1", markup))


def section_under(page, heading):
    """The part of `page` under the h2 `heading`, up to the next section of the page, squeezed."""
    return re.search(
        rf'<section class="section"[^>]*>(?:(?!<section).)*?<h2[^>]*>{heading}</h2>.*?</section>', squeezed(page), re.S
    )[0]
