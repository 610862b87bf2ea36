// Searches what the issues print, in the reader's browser: no server is asked.
//
// The words of an issue lie in a script file of their own, search/SLUG.js, since a page that was
// opened from the disk may run scripts but not fetch. It calls `hallway` with the groups:
// [kind, title, anchor, author, [[anchor, quote, author], …]]; without an anchor the title has no
// place in the page. What a source says becomes text of elements, never markup.
(() => {
  "use strict";
  const [form, status, list, index, names] = ["search", "found", "hits", "index", "shards"]
    .map((id) => document.getElementById(id));
  const field = form.elements.q;
  const shards = [...names.content.children];
  const most = 100;
  const entries = [];
  let [asked, waiting, read, timer] = [false, 0, 0, 0];

  // Scripts that set no blanks between words: each letter is a word, and several are a phrase.
  const dense = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]";
  const word = RegExp(`${dense}\\p{M}*|(?:(?!${dense})[\\p{L}\\p{N}]\\p{M}*)+(?:\\+\\+|#)?`, "gu");
  const letters = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[æœßøłđı]/g, (letter) => letters[letter]);
  // Words between single blanks: " lo" finds where one begins, " lock " a whole one.
  const plain = (text) => ` ${(fold(text).match(word) ?? []).join(" ")} `;

  // English plurals and -ing, both ways; "news" and "thing" stay what they are. A short word could be
  // the beginning of many others, so it is looked for whole.
  const english = /^en\b/i.test(document.documentElement.lang);
  const endings = [
    [/ies$/, "y"], [/y$/, "ies"], [/(x|z|ch|sh|ss)es$/, "$1"], [/(?<!s| new)s$/, ""],
    [/ing$/, ""], [/(.)\1ing$/, "$1"], [/(?<! th)ing$/, "e"], [/(?<! th|^ .)e$/, "ing"],
  ];
  const forms = (text) => endings.filter(([end]) => english && end.test(text))
    .map(([end, other]) => text.replace(end, other)).filter((form) => form.length > 3)
    .flatMap((form) => form.length > 5 ? form : ["", "s", "ing"].map((end) => `${form}${end} `));

  // A word counts from its beginning, "a phrase" as it is, author:name only as a name.
  function parse(query) {
    const terms = [];
    const parts = query.replace(/[“”„]/g, '"').matchAll(/(author:\s*)?(?:"([^"]*)("?)|(\S+))/gi);
    for (const [, by, phrase, end, part] of parts) {
      const text = plain(phrase ?? part).trimEnd();
      const more = phrase !== undefined || text.includes(" ", 1) ? [] : forms(text);
      if (text) terms.push({ by, needles: [end ? `${text} ` : text, ...more] });
    }
    return terms;
  }

  const weigh = (text, needles) => text.includes(`${needles[0].trimEnd()} `) ? 3
    : needles.some((needle) => text.includes(needle)) ? 2 : 0;

  // Nothing unless all terms are there, and one of them in the entry, not just in its title.
  function rank(entry, terms) {
    let [sum, own] = [0, 0];
    for (const { by, needles } of terms) {
      const name = weigh(entry.by, needles) * 2;
      const said = name + (by ? 0 : weigh(entry.words, needles) * entry.weight);
      const above = by || !entry.text ? 0 : weigh(entry.group.words, needles);
      if (!said && !above) return 0;
      own += said;
      sum += said + above;
    }
    return own && sum;
  }

  function find(terms) {
    const words = terms.filter(({ by }) => !by).map(({ needles }) => needles[0].trim());
    const together = ` ${words.join(" ")}`;
    const topics = new Set();
    return entries.map((entry) => {
      const sum = rank(entry, terms);
      return [entry, sum && words[1] && entry.words.includes(together) ? sum + 5 : sum];
    }).filter(([, sum]) => sum)
      .sort(([one, a], [other, b]) => b - a || one.place - other.place)
      .map(([entry]) => entry)
      // A topic has one page for all its issues.
      .filter(({ kind, href }) => kind !== "topic" || !topics.has(href) && topics.add(href));
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function marked(text, needles) {
    const words = [...text.matchAll(word)];
    const starts = [];
    let line = " ";
    for (const [one] of words) {
      starts.push(line.length);
      line += `${fold(one)} `;
    }
    const pieces = [];
    let [done, next] = [0, 0];
    words.forEach(({ index }, i) => {
      const found = needles.filter((needle) => line.startsWith(needle, starts[i] - 1));
      if (i < next || !found.length) return;
      const end = starts[i] + Math.max(...found.map((needle) => needle.trim().length));
      for (next = i + 1; starts[next] < end;) next += 1;
      const last = words[next - 1];
      pieces.push(text.slice(done, index));
      done = last.index + last[0].length;
      pieces.push(make("mark", {}, text.slice(index, done)));
    });
    return [...pieces, text.slice(done)];
  }

  function item(group, hits, terms) {
    const said = terms.filter(({ by }) => !by).flatMap(({ needles }) => needles);
    const all = terms.flatMap(({ needles }) => needles);
    const name = (author) => make("cite", {}, ...marked(author, all));
    const link = (href, text) => make("a", { href }, ...marked(text, said));
    const quotes = hits.filter(({ text }) => text).map(({ href, text, author }) =>
      make("blockquote", {}, make("p", {}, link(href, text)),
        author ? make("footer", {}, name(author)) : ""));
    return make("li", {},
      make("h2", {}, link(group.href || hits[0].href, group.title)),
      make("p", { className: "state" }, `${group.kind} · `,
        ...group.author ? [name(group.author), " · "] : [],
        make("a", { href: group.page }, group.window)),
      ...quotes);
  }

  function show() {
    const terms = parse(field.value);
    if (terms.length) load();
    const hits = terms.length ? find(terms) : [];
    const groups = new Map();
    for (const hit of hits.slice(0, most)) {
      groups.set(hit.group, [...groups.get(hit.group) ?? [], hit]);
    }
    // Whoever is among the results already stays at the same one while others arrive.
    const kept = list.contains(document.activeElement) && document.activeElement.href;
    list.replaceChildren(...[...groups].map(([group, found]) => item(group, found, terms)));
    if (kept) [...list.querySelectorAll("a")].find(({ href }) => href === kept)?.focus();
    index.hidden = terms.length > 0;
    status.textContent = !terms.length ? "" : waiting ? "Searching …" : told(hits.length);
  }

  function told(count) {
    const number = `${count || "No"} result${count === 1 ? "" : "s"}.`;
    const part = count > most ? ` The first ${most} are shown; add a word for fewer.` : "";
    const missing = shards.length - read;
    return number + part + (missing ? ` Issues that could not be read: ${missing}.` : "");
  }

  function soon(delay) {
    clearTimeout(timer);
    timer = setTimeout(show, delay);
  }

  // All at once, the newest first; whatever has arrived is searched.
  function load() {
    if (asked) return;
    [asked, waiting] = [true, shards.length];
    shards.forEach(({ dataset: { slug } }, place) => {
      const script = make("script", { src: `search/${encodeURIComponent(slug)}.js` });
      script.dataset.place = place;
      script.onload = script.onerror = () => soon(--waiting ? 40 : 0);
      document.head.append(script);
    });
  }

  window.hallway = (groups) => {
    const number = Number(document.currentScript.dataset.place);
    const page = `issues/${shards[number].dataset.slug}.html`;
    let place = number * 1e5;
    read += 1;
    const add = (group, href, weight, text, own, author) => entries.push({
      kind: group.kind, group, href, weight, text, author,
      words: plain(own), by: plain(author), place: place++,
    });
    for (const [kind, title, anchor, author, quotes] of groups) {
      const href = anchor && (kind === "topic" ? `topics/${anchor}.html` : `${page}#${anchor}`);
      const window = shards[number].textContent;
      const group = { kind, title, author, page, window, href, words: plain(title) };
      if (href) add(group, href, kind === "topic" ? 6 : 5, "", title, author);
      for (const [id, text, by = ""] of quotes) add(group, `${page}#${id}`, 2, text, text, by);
    }
  };

  function changed(delay) {
    const query = field.value.trim();
    try {
      // For a bookmark or a link.
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // Some browsers refuse it for a file, or too often in a row; the search works all the same.
    }
    soon(delay);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed(0);
  });
  field.addEventListener("input", () => changed(150));
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  form.hidden = false;
  show();
})();
