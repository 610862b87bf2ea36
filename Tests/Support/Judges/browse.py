#!/usr/bin/env python3
"""Opens pages of a folder in one headless Chromium and says as JSON what it saw.

    browse.py CHROMIUM AXE.MIN.JS FOLDER PAGE...

A page is a path in the folder and may end in ?query or #fragment. Each is loaded once from a server
on loopback and then looked at in light and dark at 1280 and 320 pixels, with all <details> open.
The output is a list with an object for each page, in order:

    page, status        the path as given, and the HTTP status it came with
    console             what was said on the console and by the browser, errors too: {level, text}
    requests            each request: {url, elsewhere, failure}; elsewhere: to another origin;
                        without the /favicon.ico that a browser asks for of its own
    bytes, transferred  of all answers, as they are and as they came (compressed, with their heads)
    states              {scheme, width, overflow, violations}: elements that stick out to the right
                        of a page that scrolls sideways, and what axe-core objects to

Only the standard library is used. The browser can reach nothing but loopback.
"""
import fcntl
import gzip
import http.server
import json
import os
import posixpath
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
import urllib.parse

PATIENCE = 30
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
ICON = "/favicon.ico"
TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".txt": "text/plain",
    ".json": "application/json", ".xml": "application/xml", ".opml": "text/x-opml",
    ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".ico": "image/x-icon",
}

OVERFLOW = """(() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    const spills = getComputedStyle(e).overflowX === 'visible' && box.left + e.scrollWidth > width;
    return box.right > width + 0.5 || spills;
  });
  const inner = out.filter(e => !out.some(o => o !== e && e.contains(o)));
  return (inner.length ? inner : [document.body]).slice(0, 5).map(e => e.outerHTML.slice(0, 160));
})()"""

# Nothing is loaded by axe itself (preload), and target-size, off by default, is part of WCAG 2.2.
AXE_RUN = """axe.run(document, {
  resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}},
}).then(result => result.violations.map(v => ({
  rule: v.id, impact: v.impact || '', help: v.help,
  nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + ' ' + n.any.map(c => c.message)),
})))"""

# Two frames and a task: what the page does on its own at load has begun by then.
SETTLE = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
  setTimeout(done, 0))))"""


class Handler(http.server.BaseHTTPRequestHandler):
    """Files of a folder as a plain web server gives them out, text compressed."""
    protocol_version = "HTTP/1.1"
    folder = "."

    def do_GET(self):
        path = posixpath.normpath(urllib.parse.unquote(self.path.split("?")[0].split("#")[0]))
        place = os.path.join(self.folder, path.lstrip("/"))
        if os.path.isdir(place):
            place = os.path.join(place, "index.html")
        kind = TYPES.get(os.path.splitext(place)[1], "application/octet-stream")
        try:
            with open(place, "rb") as file:
                status, body = 200, file.read()
        except OSError:
            if path == ICON:
                self.send_response(204)
                self.end_headers()
                return
            status, body, kind = 404, b"not found\n", "text/plain"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if "gzip" in self.headers.get("Accept-Encoding", "") and not kind.startswith("image/p"):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Browser:
    """A Chromium spoken to through the pipes 3 and 4: JSON messages, each ended by a zero byte."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="hallway-browser-")
        self.words = os.path.join(self.profile, "stderr.txt")
        self.count, self.rest, self.hear = 0, b"", lambda message: None
        # Out of the way of 3 and 4, which the browser's side gets.
        low = os.pipe() + os.pipe()
        high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low]
        for end in low:
            os.close(end)
        theirs_in, self.out, self.into, theirs_out = high
        arguments = [
            program, "--headless=new", "--remote-debugging-pipe", "--user-data-dir=" + self.profile,
            "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-default-apps", "--disable-dev-shm-usage", "--disable-breakpad",
            "--disable-features=Translate,OptimizationHints,MediaRouter",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--proxy-server=direct://",
        ]
        # Neither root nor most containers can have its sandbox; the pages are our own.
        arguments.append("--no-sandbox")
        # What it writes beside its profile goes there too.
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), self.profile)
        environment = {**os.environ, **homes}
        flags = os.O_WRONLY | os.O_CREAT
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, self.words, flags, 0o600),
            (os.POSIX_SPAWN_DUP2, theirs_in, 3), (os.POSIX_SPAWN_DUP2, theirs_out, 4),
        ]
        arguments.append("about:blank")
        try:
            self.pid = os.posix_spawnp(program, arguments, environment, file_actions=actions)
        except OSError:
            shutil.rmtree(self.profile)
            raise
        os.close(theirs_in)
        os.close(theirs_out)

    def read(self, end):
        """The next message; None when there is none until `end`."""
        while b"\0" not in self.rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.into], [], [], left)[0]:
                return None
            data = os.read(self.into, 1 << 20)
            if not data:
                with open(self.words, encoding="utf-8", errors="replace") as file:
                    raise RuntimeError("the browser ended: " + file.read()[-600:])
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """What the browser answers; what else it says meanwhile goes to `hear`."""
        self.count += 1
        request = {"id": self.count, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        data = json.dumps(request).encode() + b"\0"
        try:
            while data:
                data = data[os.write(self.out, data):]
        except BrokenPipeError:
            # What it said before it ended is told where its end is read.
            pass
        end = time.monotonic() + PATIENCE
        while (message := self.read(end)) is not None:
            if message.get("id") == request["id"]:
                if "error" in message:
                    raise RuntimeError(method + ": " + message["error"].get("message", ""))
                return message["result"]
            self.hear(message)
        raise RuntimeError(method + ": no answer in %d s" % PATIENCE)

    def wait(self, holds, seconds=PATIENCE):
        """Hears messages until `holds()`; whether it did within the time."""
        end = time.monotonic() + seconds
        while not holds():
            message = self.read(end)
            if message is None:
                return False
            self.hear(message)
        return True

    def close(self):
        """Ends the browser and removes its profile."""
        # Without its pipe it ends by itself; one that does not is killed.
        os.close(self.out)
        os.close(self.into)
        end = time.monotonic() + 5
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                break
            time.sleep(0.02)
        # Its helpers may still be writing.
        end = time.monotonic() + 5
        while os.path.exists(self.profile) and time.monotonic() < end:
            shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """One page in a tab of its own, and what is heard of it."""

    def __init__(self, browser, origin, path):
        self.browser, self.origin, self.path = browser, origin, path
        self.console, self.requests, self.under_way = [], {}, set()
        self.status, self.is_loaded, self.bytes, self.transferred = 0, False, 0, 0
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call(
            "Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        browser.hear = self.hear

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def evaluate(self, script, **more):
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, **more)
        if "exceptionDetails" in answer:
            raise RuntimeError(self.path + ": " + describe(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def hear(self, message):
        method, values = message.get("method"), message.get("params", {})
        if message.get("sessionId") != self.session:
            return
        if method == "Page.loadEventFired":
            self.is_loaded = True
        elif method == "Runtime.consoleAPICalled":
            text = " ".join(str(a.get("value", a.get("description", ""))) for a in values["args"])
            self.console.append({"level": values["type"], "text": text})
        elif method == "Runtime.exceptionThrown":
            text = describe(values["exceptionDetails"])
            self.console.append({"level": "exception", "text": text})
        elif method == "Log.entryAdded":
            entry = values["entry"]
            text = (entry["text"] + " " + entry.get("url", "")).strip()
            self.console.append({"level": entry["level"], "text": text})
        elif method and method.startswith("Network."):
            self.hear_network(method[len("Network."):], values)

    def hear_network(self, event, values):
        key = values.get("requestId")
        if event == "requestWillBeSent":
            url = values["request"]["url"]
            if url.startswith("data:") or url == self.origin + ICON:
                return
            # A redirection comes with the id of the request that it goes on from.
            self.requests.setdefault(key, []).append({
                "url": url, "elsewhere": not url.startswith(self.origin + "/"), "failure": ""})
            self.under_way.add(key)
        elif key not in self.requests:
            return
        elif event == "responseReceived":
            if values["type"] == "Document" and not self.status:
                self.status = values["response"]["status"]
        elif event == "dataReceived":
            self.bytes += values["dataLength"]
        elif event == "loadingFinished":
            self.transferred += int(values["encodedDataLength"])
            self.under_way.discard(key)
        elif event == "loadingFailed":
            self.requests[key][-1]["failure"] = values.get("blockedReason") or values["errorText"]
            self.under_way.discard(key)

    def look(self, axe):
        """Loads the page and looks at it in every state."""
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(domain + ".enable")
        self.call("Network.setCacheDisabled", cacheDisabled=True)
        self.show(SCHEMES[0], WIDTHS[0])
        answer = self.call("Page.navigate", url=self.origin + "/" + self.path)
        if "errorText" in answer:
            raise RuntimeError(self.path + ": " + answer["errorText"])
        if not self.browser.wait(lambda: self.is_loaded):
            raise RuntimeError(self.path + ": not loaded in %d s" % PATIENCE)
        self.settle()
        self.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        # A world of its own: the page's policy stays, and its scripts meet no axe.
        frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = self.call("Page.createIsolatedWorld", frameId=frame)["executionContextId"]
        self.evaluate(axe + "\n;0", contextId=world)
        states = []
        for scheme in SCHEMES:
            for width in WIDTHS:
                self.show(scheme, width)
                self.settle()
                states.append({
                    "scheme": scheme, "width": width, "overflow": self.evaluate(OVERFLOW),
                    "violations": self.evaluate(AXE_RUN, contextId=world)})
        self.browser.call("Target.closeTarget", targetId=self.target)
        return {
            "page": self.path, "status": self.status, "console": self.console,
            "requests": [one for chain in self.requests.values() for one in chain],
            "bytes": self.bytes, "transferred": self.transferred, "states": states}

    def settle(self):
        """Waits until the page has drawn and asks for nothing more."""
        self.evaluate(SETTLE)
        while self.under_way:
            if not self.browser.wait(lambda: not self.under_way):
                raise RuntimeError(self.path + ": an answer never ended")
            self.evaluate(SETTLE)

    def show(self, scheme, width):
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=False)


def describe(details):
    """A script's exception in words."""
    thrown = details.get("exception", {})
    return thrown.get("description") or str(thrown.get("value", details.get("text", "")))


def main(program, axe, folder, *pages):
    # Told to stop, it still takes the browser down with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with open(axe, encoding="utf-8") as file:
        script = file.read()
    browser = Browser(program)
    try:
        Handler.folder = folder
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = "http://127.0.0.1:%d" % server.server_port
        print(json.dumps([Page(browser, origin, path).look(script) for path in pages]))
    finally:
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit("usage: browse.py CHROMIUM AXE.MIN.JS FOLDER PAGE...")
    try:
        main(*sys.argv[1:])
    except (RuntimeError, OSError) as error:
        sys.exit("browse.py: %s" % error)
