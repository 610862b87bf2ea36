// Tries a site's search in Chromium, from the disk and over HTTP, as a reader would use it.
//
// node search-check.mjs SITE QUERIES [BROWSER]: SITE is the folder that has search.html, QUERIES a
// file with [{"q": "lock file", "ids": ["t-412", "q-1"], "marks": ["lock", "file"]}]. The ids are
// where the results lead to, in order: of each the heading's (a topic's is its slug) and then its
// quotes'. The marks are what is highlighted in the first result; they may be left out.
// Says what is wrong, a line each, and ends with status 1; else with 0.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, queries, browser = "chromium"] = process.argv.slice(2);
const types = { html: "text/html; charset=utf-8", js: "text/javascript" };
const faults = [];
const fault = (text) => faults.push(text);

/** The browser by its pipe: messages are JSON, a NUL after each (Chrome DevTools Protocol). */
class Browser {
  constructor(path) {
    this.profile = mkdtempSync(join(tmpdir(), "search-check-"));
    this.process = spawn(
      path,
      ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--remote-debugging-pipe", `--user-data-dir=${this.profile}`, "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    [this.next, this.waiting, this.events] = [1, new Map(), []];
    const chunks = [];
    this.process.stdio[4].on("data", (data) => {
      for (let end; (end = data.indexOf(0)) >= 0; data = data.subarray(end + 1)) {
        this.take(JSON.parse(Buffer.concat([...chunks.splice(0), data.subarray(0, end)])));
      }
      chunks.push(data);
    });
    this.process.stdio[3].on("error", () => {});
    this.gone = new Promise((done) => this.process.once("close", done));
    this.gone.then(() => {
      for (const { reject } of this.waiting.values()) reject(new Error("the browser has ended"));
    });
  }

  take(message) {
    if (!message.id) return this.events.push(message);
    const { resolve, reject } = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    return message.error ? reject(new Error(message.error.message)) : resolve(message.result);
  }

  ask(method, params = {}) {
    const id = this.next++;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    const message = { id, method, params, sessionId: this.session };
    this.process.stdio[3].write(`${JSON.stringify(message)}\0`);
    return answer;
  }

  /** Opens a page of its own and hears all that it asks for and complains about. */
  async begin() {
    const { targetId } = await this.ask("Target.createTarget", { url: "about:blank" });
    const attached = await this.ask("Target.attachToTarget", { targetId, flatten: true });
    this.session = attached.sessionId;
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await this.ask(`${domain}.enable`);
  }

  async value(expression) {
    const answer = await this.ask("Runtime.evaluate", {
      expression, returnByValue: true, awaitPromise: true, allowUnsafeEvalBlockedByCSP: false,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception.description);
    return answer.result.value;
  }

  async until(expression, what) {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await this.value(expression)) return;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`${what} did not come within 10 seconds`);
  }

  async open(address) {
    this.events = [];
    await this.ask("Page.navigate", { url: address });
    const here = `location.href === ${JSON.stringify(new URL(address).href)}`;
    await this.until(`${here} && document.readyState === "complete"`, address);
  }

  async press(key) {
    const text = key === "Enter" ? "\r" : undefined;
    const code = { Enter: 13, Tab: 9 }[key];
    const event = { key, code: key, windowsVirtualKeyCode: code };
    await this.ask("Input.dispatchKeyEvent", { type: "keyDown", text, ...event });
    await this.ask("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async end() {
    this.session = undefined;
    this.ask("Browser.close").catch(() => {});
    await this.gone;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const settled = `/[.]$/.test(document.getElementById("found").textContent)`;
const found = `[...document.querySelectorAll("#hits h2 a, #hits blockquote a")].map((link) => {
  const { pathname, hash } = new URL(link.href);
  return decodeURIComponent(hash.slice(1)) || pathname.split("/").pop().replace(/[.]html$/, "");
})`;
const marks = `[...(document.querySelector("#hits li")?.querySelectorAll("mark") ?? [])]
  .map((mark) => mark.textContent)`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What the page complained about, and what it asked for outside the site. */
function complaints(page, base) {
  for (const { method, params } of page.events) {
    switch (method) {
      case "Runtime.exceptionThrown":
        fault(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
        break;
      case "Runtime.consoleAPICalled":
        fault(`console: ${JSON.stringify(params.args)}`);
        break;
      case "Log.entryAdded":
        fault(`${params.entry.level}: ${params.entry.text} ${params.entry.url ?? ""}`);
        break;
      case "Network.requestWillBeSent":
        if (!params.request.url.startsWith(base)) fault(`asked for ${params.request.url}`);
        break;
    }
  }
}

const hasAskedForShards = (page) => page.events.some(({ method, params }) =>
  method === "Network.requestWillBeSent" && /\/search\/[^/]*[.]js$/.test(params.request.url));

async function tryQueries(page, base, list) {
  for (const { q, ids, marks: words } of list) {
    await page.open(`${base}search.html?q=${encodeURIComponent(q)}`);
    await page.until(settled, `the answer to '${q}'`);
    const [links, first] = [await page.value(found), await page.value(marks)];
    if (!same(links, ids)) fault(`'${q}' finds ${links.join(" ")}; expected ${ids.join(" ")}`);
    if (words && !same(first, words)) {
      fault(`'${q}' marks ${first.join("|")}; expected ${words.join("|")}`);
    }
    complaints(page, base);
  }
}

/** By keyboard: to the field, a question, its answer, and on to the first result. */
async function tryKeyboard(page, base, { q, ids }) {
  await page.open(`${base}search.html`);
  if (hasAskedForShards(page)) fault("a shard is loaded before anything is asked");
  const isThere = `document.activeElement.id === "q"`;
  for (let steps = 0; steps < 20 && !(await page.value(isThere)); steps += 1) {
    await page.press("Tab");
  }
  if (!(await page.value(isThere))) return fault("the field cannot be reached with the tabulator");
  await page.ask("Input.insertText", { text: q });
  await page.press("Enter");
  await page.until(settled, `the answer to '${q}', typed`);
  const links = await page.value(found);
  if (!same(links, ids)) fault(`'${q}', typed, finds ${links.join(" ")}`);
  const kept = await page.value("new URLSearchParams(location.search).get('q')");
  if (kept !== q) fault(`the address keeps '${kept}' of '${q}' from ${base}`);
  const inResults = `document.getElementById("hits").contains(document.activeElement)`;
  for (let steps = 0; steps < 3 && !(await page.value(inResults)); steps += 1) {
    await page.press("Tab");
  }
  if (!(await page.value(inResults))) fault("the results cannot be reached with the tabulator");
  const { nodes } = await page.ask("Accessibility.getFullAXTree");
  const roles = new Set(nodes.filter((node) => !node.ignored).map((node) => node.role.value));
  for (const role of ["search", "searchbox", "status", "list", "heading"]) {
    if (!roles.has(role)) fault(`a screen reader is not told of a ${role}`);
  }
  const box = nodes.find((node) => node.role?.value === "searchbox");
  if (!box?.name?.value) fault("the field has no name");
  complaints(page, base);
}

/** The policy, a narrow window, and no script at all. */
async function tryPage(page, base, { q }) {
  const narrow = { width: 320, height: 640, deviceScaleFactor: 1, mobile: false };
  await page.ask("Emulation.setDeviceMetricsOverride", narrow);
  await page.open(`${base}search.html?q=${encodeURIComponent(q)}`);
  await page.until(settled, `the answer to '${q}'`);
  const width = await page.value("document.documentElement.scrollWidth");
  if (width > 320) fault(`the page is ${width} pixels wide in a window of 320`);
  const small = await page.value(`[...document.querySelectorAll("#search input, #search button")]
    .filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.tagName)`);
  if (small.length) fault(`too low to be touched: ${small.join(" ")}`);
  const policy = await page.value(`document.querySelector("meta[http-equiv]").content`);
  if (!policy.includes("default-src 'none'") || /script-src[^;]*unsafe/.test(policy)) {
    fault(`the policy is ${policy}`);
  }
  const isRun = await page.value(
    `(() => { try { return eval("true"); } catch { return false; } })()`);
  if (isRun) fault("the policy lets a text be run as a script");
  await page.ask("Emulation.clearDeviceMetricsOverride");
  await page.ask("Emulation.setScriptExecutionDisabled", { value: true });
  await page.open(`${base}search.html`);
  const isShown = await page.value(`document.getElementById("search").checkVisibility()`);
  if (isShown) fault("without script the form is shown");
  const isIndex = await page.value(`[...document.querySelectorAll("#index a[href^='issues/']")]
    .some((link) => link.checkVisibility())`);
  if (!isIndex) fault("without script there is no index of the issues");
  await page.ask("Emulation.setScriptExecutionDisabled", { value: false });
}

const list = JSON.parse(readFileSync(queries, "utf8"));
const top = resolve(site);
const server = createServer((request, response) => {
  // Resolved as an address, a path has no way up.
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  try {
    const body = readFileSync(join(top, path));
    const type = types[path.split(".").pop()] ?? "text/plain";
    response.writeHead(200, { "Content-Type": type }).end(body);
  } catch {
    // The browser asks for an icon by itself.
    response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const page = new Browser(browser);
page.process.once("error", (error) => {
  console.error(`${browser}: ${error.message}`);
  process.exit(1);
});
// Whatever hangs, a test that waits for this program must not.
setTimeout(() => {
  console.log("not done after two minutes", ...faults);
  page.process.kill();
  process.exit(1);
}, 120_000).unref();
try {
  await page.begin();
  const web = `http://127.0.0.1:${server.address().port}/`;
  for (const base of [`${pathToFileURL(top).href}/`, web]) {
    const sample = list.find(({ ids }) => ids.length);
    try {
      await tryQueries(page, base, list);
      await tryKeyboard(page, base, sample);
      await tryPage(page, base, sample);
    } catch (error) {
      fault(error.message);
      complaints(page, base);
    }
  }
} catch (error) {
  fault(error.message);
}
await page.end();
server.close();
for (const text of faults) console.log(text);
process.exitCode = faults.length ? 1 : 0;
