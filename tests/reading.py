"""How a test reads a page: the words that a reader meets, where they stand, and what is linked to."""

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


def words(response):
    """What the page says, without its markup and with single spaces."""
    main = re.search(r"<main.*</main>", response.text, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("&#x27;", "'").split())


def links(html, inside):
    """The addresses that the element with the id `inside` links to, up to the first end of such an element."""
    tag, part = re.search(rf'<(\w+)[^>]* id="{inside}".*?>(.*)', html, re.DOTALL).groups()
    return re.findall(r'href="([^"#]+)"', part.split(f"</{tag}>")[0])


def listed(response):
    """The partners in the list, by the last part of their address, in order."""
    part = response.text[response.text.index('<div id="partners">') : response.text.rindex("</div>")]
    return re.findall(r'href="/partners/([\w-]+)/"', part.split("</main>")[0])
