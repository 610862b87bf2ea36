#!/usr/bin/env python3
"""A web server with TLS on loopback for tests: answers, or vanishes at a point that it is told.

Usage: tls-server.py FOLDER MODE FILE. MODE: `answer` with FILE; or vanish after the `handshake`'s first flight, so that
the client writes to nobody. Needs the program openssl. Prints its port and the path of its certificate, one a line,
and serves until its standard input ends.
"""

import os
import socket
import ssl
import subprocess
import sys
import threading

folder, mode, file = sys.argv[1:]
body = open(file, "rb").read()
certificate, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
    check=True,
    stderr=subprocess.DEVNULL,
)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


def vanish(connection):
    """Sends the first flight, and closes without reading what comes then."""
    taken, sent = ssl.MemoryBIO(), ssl.MemoryBIO()
    session = context.wrap_bio(taken, sent, server_side=True)
    while not sent.pending:
        taken.write(connection.recv(65536))
        try:
            session.do_handshake()
        except ssl.SSLWantReadError:
            pass
    connection.sendall(sent.read())


def answer(connection):
    with context.wrap_socket(connection, server_side=True) as session:
        while b"\r\n\r\n" not in session.recv(65536):
            pass
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        session.sendall(head.encode() + body)


def serve(listener):
    while True:
        connection, _ = listener.accept()
        with connection:
            try:
                (answer if mode == "answer" else vanish)(connection)
            except OSError:
                pass


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=serve, args=(listener,), daemon=True).start()
print(listener.getsockname()[1], certificate, sep="\n", flush=True)
sys.stdin.read()
