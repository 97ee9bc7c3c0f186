"""Words of a web page that a person can see."""

import re
from collections import defaultdict
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from groundfloor.sources.file_text import FileText
from groundfloor.text.clean import clean_text

_GONE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0\d*)?(?![.\d])"
    r"|font-size:(?:[0-2](?:\.\d+)?(?:px|pt)|0(?:\.[0-2]\d*)?(?:r?em|%)?(?![.\d]))"
    r"|(?:text-indent|left|top|right|margin-left|margin-top):-\d{3,}(?:px|pt|em)"
)
_WHITE = re.compile(
    r"(?<![\w-])color:(?:white|snow|transparent|#fff(?![\da-f])|#f[\da-f]f[\da-f]f[\da-f]|rgba?\((?:2[45]\d,?){3})"
)
_BACKGROUND = re.compile(r"background(?:-color|-image)?:(?!#fff|white|none|transparent)")
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?:[a-z]\w*)?[.#]?[\w-]+", re.IGNORECASE)
_MAY_HIDE = re.compile(r"style|color|\bhidden\b", re.IGNORECASE)
_NO_WORDS = frozenset({"script", "style", "template", "noscript"})
_MOST_RULES = 500


def read_html(html: str) -> FileText:
    """Reads the words of a web page; what its own styles hide is kept apart.

    Looked at are the ``hidden`` attribute, styles on elements, and rules for one tag, class or id in the page's own
    style sheet. White letters count as hidden where neither they nor an element around them has a background.

    Args:
        html: the page.

    Example:
        >>> read_html("<p>Cashier</p><p style='display: none'>Zendesk</p>").hidden
        'Zendesk'
    """
    if not _MAY_HIDE.search(html):
        return FileText(clean_text(html).text)
    page = LexborHTMLParser(html)
    styles = _styles(page)
    hidden = {node.mem_id: node for node in page.css("body *") if _is_hidden(node, styles)}
    outermost = [node for node in hidden.values() if not any(one.mem_id in hidden for one in _iter_around(node))]
    words = " ".join(node.text(separator=" ").strip() for node in outermost)
    for node in outermost:
        node.decompose()
    return FileText(clean_text(page.html or "").text, (), words)


def _styles(page: LexborHTMLParser) -> dict[int, str]:
    """All that is said of the look of each element, in small letters without blanks, by the element's number."""
    styles: defaultdict[int, str] = defaultdict(str)
    sheet = _AT_RULE.sub("", " ".join(node.text() for node in page.css("style")))
    for selectors, look in _RULE.findall(sheet)[:_MOST_RULES]:
        for selector in selectors.split(","):
            if _SIMPLE.fullmatch(selector.strip()):
                for node in page.css(selector.strip()):
                    styles[node.mem_id] += _plain(look)
    for name, property_ in (("style", ""), ("color", "color:"), ("bgcolor", "background:")):
        for node in page.css(f"[{name}]"):
            styles[node.mem_id] += _plain(property_ + (node.attributes[name] or ""))
    return styles


def _plain(style: str) -> str:
    return "".join(style.lower().split()) + ";"


def _is_hidden(node: LexborNode, styles: dict[int, str]) -> bool:
    if node.tag in _NO_WORDS:
        return False
    look = styles.get(node.mem_id, "")
    if "hidden" in node.attributes or _GONE.search(look):
        return True
    is_white = _WHITE.search(look) is not None
    return is_white and not any(_BACKGROUND.search(styles.get(one.mem_id, "")) for one in (node, *_iter_around(node)))


def _iter_around(node: LexborNode) -> Iterator[LexborNode]:
    around = node.parent
    while around is not None:
        yield around
        around = around.parent
