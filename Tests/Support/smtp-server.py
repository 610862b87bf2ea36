#!/usr/bin/env python3
"""A mail server on loopback for tests: takes messages, or misbehaves as it is told.

Needs aiosmtpd; with TLS also the program openssl. Prints its port, and with TLS the path of its
certificate, one a line, and serves until its standard input ends. Each message goes into a file of
its own, 1.eml, 2.eml and so on, as it was received, with its envelope beside it in 1.json.
"""

import argparse
import asyncio
import json
import logging
import os
import signal
import ssl
import subprocess
import tempfile
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    """What the server does with what it is told."""

    def __init__(self, options):
        self.options = options
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in self.options.refuse:
            return "550 5.1.1 no such user here"
        if address in self.options.defer:
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.options.reject:
            return "554 5.7.1 not this message"
        self.count += 1
        place = Path(self.options.folder) / f"{self.count}.eml"
        place.write_bytes(envelope.original_content)
        facts = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "helo": session.host_name,
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.auth_data.login.decode() if session.auth_data else None,
        }
        place.with_suffix(".json").write_text(json.dumps(facts, sort_keys=True) + "\n")
        if self.options.die == "reply":
            os._exit(0)
        if self.options.hang == "reply":
            await asyncio.sleep(3600)
        return "250 OK: taken"


class Server(SMTP):
    """The server, with a way to break off within a message."""

    async def smtp_DATA(self, argument):
        options = self.event_handler.options
        if options.die == "data":
            await self.push("354 go on")
            self.transport.abort()
            return
        await super().smtp_DATA(argument)


def certificate(folder):
    """A new key and a self-signed certificate for localhost and 127.0.0.1."""
    key, pem = Path(folder) / "key.pem", Path(folder) / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(key), "-out", str(pem)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return pem, key


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="where the messages go")
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.add_argument("--tls", choices=["no", "starttls", "implicit"], default="no")
    parser.add_argument("--user", help="asks for this user and --password")
    parser.add_argument("--password", default="")
    parser.add_argument("--refuse", action="append", default=[], metavar="ADDRESS",
                        help="a recipient that is refused for good")
    parser.add_argument("--defer", action="append", default=[], metavar="ADDRESS",
                        help="a recipient that is refused for now")
    parser.add_argument("--reject", action="store_true", help="refuses every message after DATA")
    parser.add_argument("--die", choices=["data", "reply"],
                        help="within the message, or after it and before the reply")
    parser.add_argument("--hang", choices=["reply"], help="never replies to a message")
    return parser.parse_args()


async def serve(options):
    context = None
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        if options.tls != "no":
            pem, key = certificate(folder)
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(pem, key)
            lines.append(str(pem))

        def check(server, session, envelope, mechanism, data):
            given = isinstance(data, LoginPassword) and (
                data.login.decode(), data.password.decode()) == (options.user, options.password)
            return AuthResult(success=given, handled=False, auth_data=data if given else None)

        handler = Handler(options)

        def connect():
            return Server(
                handler, hostname="localhost", loop=asyncio.get_running_loop(),
                tls_context=context if options.tls == "starttls" else None,
                require_starttls=options.tls == "starttls",
                auth_required=options.user is not None, auth_require_tls=False,
                authenticator=check if options.user is not None else None)

        server = await asyncio.get_running_loop().create_server(
            connect, "127.0.0.1", options.port,
            ssl=context if options.tls == "implicit" else None)
        print(server.sockets[0].getsockname()[1], *lines, sep="\n", flush=True)
        end = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, end.set)

        def listen():
            if not os.read(0, 4096):
                loop.remove_reader(0)
                end.set()

        loop.add_reader(0, listen)
        await end.wait()
        server.close()


if __name__ == "__main__":
    given = arguments()
    Path(given.folder).mkdir(parents=True, exist_ok=True)
    # On loopback a password may be asked for without TLS, and clients may break off.
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asyncio.run(serve(given))
