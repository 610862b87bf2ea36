"""What a piece of HTML quotes and links, for the judges beside this file."""
import html.parser


class Fragment(html.parser.HTMLParser):
    """The text, the quotes and the addresses of a page or of a feed's content."""

    def __init__(self, text):
        super().__init__()
        self.words, self.quotes, self.addresses, self.tags = [], [], [], set()
        self.depth, self.open = 0, None
        self.feed(text)
        self.close()
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            if name in ("href", "src", "cite") and value is not None:
                self.addresses.append(value)
        if tag == "blockquote":
            self.depth += 1
        if tag == "p" and self.depth:
            self.open = []
        self.words.append(" ")

    def handle_endtag(self, tag):
        if tag == "blockquote":
            self.depth -= 1
        if tag == "p" and self.open is not None:
            self.quotes.append(" ".join("".join(self.open).split()))
            self.open = None
        self.words.append(" ")

    def handle_data(self, data):
        self.words.append(data)
        if self.open is not None:
            self.open.append(data)
