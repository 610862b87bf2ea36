#!/usr/bin/env python3
"""Reads a mail with Python's own email package and says as JSON what it finds.

    mail.py MAIL

    type          the content type of the whole
    parts         of each part of a multipart: {type, charset, encoding, text}
    headers       the headers by their names, as decoded
    defects       what the package objects to, anywhere in the mail
    faults        what RFC 5322 and RFC 2919 want otherwise, one line each
    bytes         the size of the mail with the line ends that SMTP gives it
    addresses     what the HTML part links or loads: {tag, address}

Only the standard library is used.
"""
import email
import email.policy
import email.utils
import html.parser
import json
import re
import sys


class Addresses(html.parser.HTMLParser):
    """The addresses of an HTML part."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found += [{"tag": tag, "address": value or ""} for name, value in attributes
                       if name in ("href", "src", "background")]


def faults(data, message):
    """What the forms of the headers want otherwise."""
    found = []
    for name in ("Date", "From", "To", "Subject", "Message-ID", "List-Id", "MIME-Version"):
        count = len(message.get_all(name, []))
        if count != 1:
            found.append("%s is there %d times" % (name, count))
    # RFC 5322 section 3.6.4; RFC 2919 section 2: at the end, in brackets, a name like a domain's.
    if not re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", str(message.get("Message-ID", ""))):
        found.append("Message-ID is %r" % message.get("Message-ID"))
    if not re.search(r"<[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+>$", str(message.get("List-Id", ""))):
        found.append("List-Id is %r" % message.get("List-Id"))
    if message["Date"] is not None and message["Date"].datetime is None:
        found.append("Date is %r" % message["Date"])
    for name in ("From", "To"):
        for address in message[name].addresses if message[name] is not None else ():
            if not (address.username and address.domain):
                found.append("%s has the address %r" % (name, str(address)))
    head = data.split(b"\n\n")[0]
    if not head.isascii():
        found.append("the headers are not ASCII")
    # RFC 5322 section 2.1.1, without the line's end.
    for number, line in enumerate(data.split(b"\n"), 1):
        if len(line) > 998:
            found.append("line %d has %d bytes" % (number, len(line)))
    return found


def describe(part):
    text = part.get_content() if part.get_content_maintype() == "text" else ""
    return {
        "type": part.get_content_type(), "charset": part.get_content_charset() or "",
        "encoding": str(part.get("Content-Transfer-Encoding", "7bit")).lower(), "text": text}


def main(path):
    with open(path, "rb") as file:
        # On the way every line ends with CR and LF; here it may end with LF.
        data = file.read().replace(b"\r\n", b"\n")
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = [describe(part) for part in message.iter_parts()]
    defects = [type(defect).__name__ for part in message.walk() for defect in part.defects]
    for name, value in message.items():
        defects += ["%s: %s" % (name, type(defect).__name__) for defect in value.defects]
    print(json.dumps({
        "type": message.get_content_type(), "parts": parts,
        "headers": {name: str(value) for name, value in message.items()},
        "defects": defects, "faults": faults(data, message),
        "bytes": len(data.replace(b"\n", b"\r\n")),
        "addresses": [address for part in parts if part["type"] == "text/html"
                      for address in Addresses(part["text"]).found]}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: mail.py MAIL")
    main(sys.argv[1])
