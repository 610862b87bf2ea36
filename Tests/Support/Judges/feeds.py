#!/usr/bin/env python3
"""Reads what a site offers to programs and says as JSON what is wrong with it.

    feeds.py atom|json|sitemap|opml FOLDER BASE_URL

Reads feed.xml with feedparser, and feed.json, sitemap.xml and sources.opml with Python's own
readers. The output has `faults`, one line each, and `entries`: for a feed {id, title, published,
updated, quotes, missing}, where `quotes` counts the quotes of the entry's page and `missing` are
those that its content lacks; for a site map {id, updated}; for a list of sources {id, title}.

Needs feedparser for `atom`, and the standard library for the rest.
"""
import datetime
import json
import os
import sys
import urllib.parse
import xml.etree.ElementTree

from quotes import Fragment

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Report:
    """Faults and entries, and the pages of the folder by their addresses."""

    def __init__(self, folder, base):
        self.folder, self.base = folder, base
        self.faults, self.entries = [], []

    def expect(self, holds, fault):
        if not holds:
            self.faults.append(fault)

    def page(self, address):
        """The page at an address of the site as a path; None where there is none."""
        bare = urllib.parse.urldefrag(address)[0]
        if not bare.startswith(self.base):
            return None
        name = urllib.parse.unquote(bare[len(self.base):])
        path = os.path.join(self.folder, name)
        path = os.path.join(path, "index.html") if os.path.isdir(path) else path
        return path if os.path.isfile(path) else None

    def entry(self, id, title, published, updated, link, content):
        """Takes an entry of a feed whose content is HTML."""
        page, fragment = self.page(link), Fragment(content)
        self.expect(page, "%s: its page %r is not in the site" % (id, link))
        self.expect(not fragment.tags & {"script", "style", "iframe", "form", "link", "base"},
                    "%s: its content has elements that readers throw away" % id)
        for address in fragment.addresses:
            # In a reader a relative address leads into the reader's own pages.
            self.expect(is_web(address), "%s: its content links %r" % (id, address))
            if address.startswith(self.base):
                self.expect(self.page(address), "%s: %r is not in the site" % (id, address))
        quotes = []
        if page:
            with open(page, encoding="utf-8") as file:
                quotes = Fragment(file.read()).quotes
        self.entries.append({
            "id": id, "title": title, "published": published, "updated": updated,
            "quotes": len(quotes), "missing": [q for q in quotes if q not in fragment.text]})

    def have_own_ids(self):
        ids = [entry["id"] for entry in self.entries]
        self.expect(len(ids) == len(set(ids)), "two entries have one id")


def is_web(address):
    parts = urllib.parse.urlsplit(address)
    return parts.scheme in ("http", "https", "mailto") and bool(parts.netloc or parts.path)


def is_time(text):
    """Whether the text is a moment of RFC 3339, with its zone."""
    try:
        moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except (ValueError, AttributeError):
        return False
    return moment.tzinfo is not None and text[10:11] == "T"


def atom(report, path):
    import feedparser
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read(), sanitize_html=False, resolve_relative_uris=False)
    report.expect(not feed.bozo, "feedparser: %s" % feed.get("bozo_exception"))
    report.expect(feed.version == "atom10", "feedparser takes it for %r" % feed.version)
    head = feed.feed
    # RFC 4287 section 4.1.1.
    for name in ("id", "title", "updated", "author"):
        report.expect(head.get(name), "the feed has no %s" % name)
    links = {link.get("rel"): link for link in head.get("links", ())}
    report.expect(links.get("self", {}).get("href") == report.base + "feed.xml",
                  "its link to itself is not where it is")
    report.expect(links.get("alternate", {}).get("href") == report.base,
                  "it does not link the front page")
    times = [entry.get("updated", "") for entry in feed.entries]
    report.expect(head.get("updated") == max(times, default=""),
                  "the feed is not as new as its newest entry")
    for entry in feed.entries:
        id = entry.get("id", "")
        for name in ("id", "title", "link", "updated", "published", "summary"):
            report.expect(entry.get(name), "%s: no %s" % (id, name))
        for name in ("updated", "published"):
            report.expect(is_time(entry.get(name)) and entry.get(name + "_parsed"),
                          "%s: %s is %r" % (id, name, entry.get(name)))
        contents = entry.get("content", ())
        report.expect(len(contents) == 1, "%s: %d contents" % (id, len(contents)))
        kinds = [content.get("type") for content in contents]
        report.expect(set(kinds) <= {"text/html", "application/xhtml+xml"},
                      "%s: content of type %s" % (id, kinds))
        report.entry(id, entry.get("title", ""), entry.get("published", ""),
                     entry.get("updated", ""), entry.get("link", ""),
                     contents[0].value if contents else "")
    report.have_own_ids()


FEED_FIELDS = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "user_comment": str, "next_url": str, "icon": str, "favicon": str, "authors": list,
    "language": str, "expired": bool, "hubs": list, "items": list,
}
ITEM_FIELDS = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str,
    "content_text": str, "summary": str, "image": str, "banner_image": str, "date_published": str,
    "date_modified": str, "authors": list, "tags": list, "language": str, "attachments": list,
}


def have_types(report, where, values, types):
    """Notes fields that JSON Feed 1.1 does not know, or that are of another type there."""
    for name, value in values.items():
        if name.startswith("_"):
            continue
        report.expect(name in types, "%s: JSON Feed 1.1 has no field %r" % (where, name))
        report.expect(isinstance(value, types.get(name, object)),
                      "%s: %s is of the wrong type" % (where, name))
        if name.endswith("url"):
            report.expect(is_web(str(value)), "%s: %s is %r" % (where, name, value))
    for author in values.get("authors", ()):
        report.expect(any(author.get(name) for name in ("name", "url", "avatar")),
                      "%s: an author without name, url or avatar" % where)


def json_feed(report, path):
    with open(path, encoding="utf-8") as file:
        feed = json.load(file)
    have_types(report, "the feed", feed, FEED_FIELDS)
    report.expect(feed.get("version") == "https://jsonfeed.org/version/1.1",
                  "version is %r" % feed.get("version"))
    for name in ("title", "items"):
        report.expect(name in feed, "the feed has no %s" % name)
    report.expect(feed.get("feed_url") == report.base + "feed.json", "feed_url is not its own")
    report.expect(feed.get("home_page_url") == report.base, "home_page_url is not the front page")
    for item in feed.get("items", ()):
        id = item.get("id", "")
        have_types(report, id, item, ITEM_FIELDS)
        report.expect(id, "an item without id")
        report.expect("content_html" in item or "content_text" in item, "%s: no content" % id)
        published = item.get("date_published", "")
        updated = item.get("date_modified", published)
        for moment in (published, updated):
            report.expect(is_time(moment), "%s: %r is no time" % (id, moment))
        report.entry(id, item.get("title", ""), published, updated, item.get("url", ""),
                     item.get("content_html", ""))
    report.have_own_ids()


def sitemap(report, path):
    root = xml.etree.ElementTree.parse(path).getroot()
    report.expect(root.tag == SITEMAP + "urlset", "the root is %s" % root.tag)
    listed = set()
    for url in root:
        report.expect(url.tag == SITEMAP + "url", "an element %s" % url.tag)
        place = (url.findtext(SITEMAP + "loc") or "").strip()
        date = (url.findtext(SITEMAP + "lastmod") or "").strip()
        page = report.page(place)
        report.expect(page, "%r is not in the site" % place)
        if page:
            listed.add(os.path.relpath(page, report.folder))
        try:
            datetime.datetime.fromisoformat((date or "2000-01-01").replace("Z", "+00:00"))
        except ValueError:
            report.faults.append("%s: lastmod is %r" % (place, date))
        report.entries.append({"id": place, "updated": date})
    report.have_own_ids()
    for place, _, names in os.walk(report.folder):
        for name in names:
            page = os.path.relpath(os.path.join(place, name), report.folder)
            # A page of results is no page to be found by a search.
            if page.endswith(".html") and page != "search.html":
                report.expect(page in listed, "%s is not listed" % page)


def opml(report, path):
    root = xml.etree.ElementTree.parse(path).getroot()
    report.expect(root.tag == "opml" and root.get("version") == "2.0", "no OPML 2.0")
    report.expect(root.findtext("head/title"), "no title")
    report.expect(root.find("body") is not None, "no body")
    for outline in root.iterfind("body//outline"):
        title, address = outline.get("text"), outline.get("xmlUrl")
        report.expect(title, "an outline without text")
        # An outline without an address is a folder.
        if len(outline) == 0:
            report.expect(outline.get("type") == "rss", "%r is no subscription" % title)
            report.expect(address, "%r has no xmlUrl" % title)
            # Where a file lies on the machine that prints the site is nobody's business.
            report.expect(address and not address.startswith(("/", "file:")),
                          "%r has the address %r" % (title, address))
            report.entries.append({"id": address or "", "title": title or ""})
    report.have_own_ids()


READERS = {
    "atom": (atom, "feed.xml"), "json": (json_feed, "feed.json"),
    "sitemap": (sitemap, "sitemap.xml"), "opml": (opml, "sources.opml"),
}


def main(kind, folder, base):
    reader, name = READERS[kind]
    report, path = Report(folder, base), os.path.join(folder, name)
    try:
        reader(report, path)
    except FileNotFoundError:
        report.faults.append("%s is not there" % name)
    except (ValueError, xml.etree.ElementTree.ParseError) as error:
        report.faults.append("%s cannot be read: %s" % (name, error))
    print(json.dumps({"faults": report.faults, "entries": report.entries}))


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in READERS:
        sys.exit("usage: feeds.py atom|json|sitemap|opml FOLDER BASE_URL")
    main(*sys.argv[1:])
