#!/usr/bin/env python3
"""Follows every link of a static site within its folder and says as JSON what leads nowhere.

    links.py FOLDER BASE_URL

An address below BASE_URL is one of the site's own. The output has

    faults     one line each: a link, a fragment or a picture that is not there, a link out of the
               folder, an id given twice, something that a browser would load from elsewhere
    unreached  pages that no chain of links from index.html leads to
    links      how many links within the site were followed

Only the standard library is used.
"""
import html.parser
import json
import os
import posixpath
import sys
import urllib.parse

# By element: the attributes that hold addresses, and whether a browser loads them by itself.
ADDRESSES = {
    "a": (("href", False), ("xlink:href", False)), "area": (("href", False),),
    "form": (("action", False),),
    "blockquote": (("cite", False),), "q": (("cite", False),), "img": (("src", True),),
    "script": (("src", True),), "iframe": (("src", True),), "audio": (("src", True),),
    "video": (("src", True), ("poster", True)), "source": (("src", True),),
    "track": (("src", True),), "embed": (("src", True),), "object": (("data", True),),
    "image": (("href", True), ("xlink:href", True)), "use": (("href", True),),
}
# Links of the head that only name something; all others are loaded or prepared for.
NAMING = {"alternate", "canonical", "author", "license", "next", "prev", "self", "me", "search"}


class Document(html.parser.HTMLParser):
    """The addresses and ids of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.twice = [], set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        name = values.get("id")
        if name is not None:
            if name in self.ids:
                self.twice.append(name)
            self.ids.add(name)
        if tag == "a" and values.get("name"):
            self.ids.add(values["name"])
        for attribute, is_loaded in ADDRESSES.get(tag, ()):
            if values.get(attribute) is not None:
                self.links.append((tag, values[attribute].strip(), is_loaded))
        if tag == "link" and values.get("href") is not None:
            kinds = set((values.get("rel") or "").lower().split())
            self.links.append((tag, values["href"].strip(), not kinds <= NAMING))
        for candidate in (values.get("srcset") or "").split(","):
            if candidate.split():
                self.links.append((tag, candidate.split()[0], True))


class Site:
    """The pages of a folder and where their links lead."""

    def __init__(self, folder, base):
        self.base = base if base.endswith("/") else base + "/"
        self.files, self.pages = set(), {}
        self.faults, self.reached, self.count = [], {}, 0
        for place, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), folder)
                self.files.add(path)
                if path.endswith(".html"):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        self.pages[path] = Document(file.read())

    def own(self, page, address):
        """The address as (path, fragment) in the folder; None where it leads elsewhere."""
        absolute = urllib.parse.urljoin(self.base + page, address)
        bare, fragment = urllib.parse.urldefrag(absolute)
        bare = bare.split("?")[0]
        if not (bare + "/").startswith(self.base):
            return None
        path = urllib.parse.unquote(bare[len(self.base):])
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, urllib.parse.unquote(fragment)

    def is_outside(self, page, address):
        """Whether a relative address climbs out of the folder, which urljoin would hide."""
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            return False
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
        return parts.path.startswith("/") or path.split("/")[0] == ".."

    def follow(self, page):
        document = self.pages[page]
        for name in document.twice:
            self.faults.append("%s: the id '%s' is there twice" % (page, name))
        for tag, address, is_loaded in document.links:
            where = "%s: <%s> '%s'" % (page, tag, address)
            if address.startswith("data:"):
                continue
            if address == "":
                self.faults.append(where + " is empty")
            elif self.is_outside(page, address):
                self.faults.append(where + " leads out of the site's folder")
            elif (own := self.own(page, address)) is None:
                if is_loaded:
                    self.faults.append(where + " is loaded from elsewhere")
                elif urllib.parse.urlsplit(address).scheme not in ("http", "https", "mailto"):
                    self.faults.append(where + " is no web address")
            else:
                self.count += 1
                self.arrive(page, where, *own)

    def arrive(self, page, where, path, fragment):
        if path not in self.files:
            self.faults.append(where + " is not there")
            return
        self.reached.setdefault(page, set()).add(path)
        # An empty fragment and 'top' mean the top; text fragments name no id.
        if path in self.pages and fragment not in ("", "top") and ":~:" not in fragment:
            if fragment not in self.pages[path].ids:
                self.faults.append(where + " names an id that is not there")

    def unreached(self):
        seen, new = set(), ["index.html"]
        while new:
            page = new.pop()
            if page not in seen:
                seen.add(page)
                new += self.reached.get(page, ())
        return sorted(set(self.pages) - seen)


def main(folder, base):
    site = Site(folder, base)
    for page in sorted(site.pages):
        site.follow(page)
    print(json.dumps(
        {"faults": site.faults, "unreached": site.unreached(), "links": site.count}))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: links.py FOLDER BASE_URL")
    main(*sys.argv[1:])
