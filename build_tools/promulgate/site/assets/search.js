// Search over the sections of what binds. A match may begin anywhere, so that words inside unspaced Thai are found.
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  if (!form) {
    return;
  }
  const input = form.elements.q;
  const count = document.querySelector(".results__count");
  const results = document.querySelector(".results");
  const everything = document.querySelector(".all-sections");
  const around = 70;
  const most = 100;

  // One spelling for index and query; no letter is added or taken away in the index, so that positions stay.
  const sameLength = (words) =>
    [...words].map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join("");
  const folded = (words) =>
    sameLength(words)
      .replace(/[๐-๙]/g, (digit) => String(digit.codePointAt(0) - 0xe50))
      .replace(/[“”„]/g, '"')
      .replace(/[‘’‚]/g, "'");
  const query = (words) =>
    folded(
      words
        .normalize("NFC")
        .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
        .replace(/ํ([่-๋]?)า/g, "$1ำ")
        .replace(/([่-๋])ํา/g, "$1ำ"),
    )
      .split(/\s+/)
      .filter(Boolean);

  const load = (link) =>
    fetch(link.href).then(async (response) => {
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const index = await response.json();
      const sections = index.sections.map(([policy, id, title, text, titleLanguage]) => ({
        policy: index.policies[policy],
        id,
        title,
        titleLanguage,
        text,
        foldedTitle: folded(title),
        foldedText: folded(text),
      }));
      return { language: link.dataset.index, name: link.dataset.name, sections };
    });

  let loading = null;
  const indexes = () => {
    loading ??= Promise.all([...form.querySelectorAll("[data-index]")].map(load)).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  const find = (sections, terms) =>
    sections
      .filter((section) =>
        terms.every((term) => section.foldedTitle.includes(term) || section.foldedText.includes(term)),
      )
      .map((section) => ({ section, weight: terms.filter((term) => section.foldedTitle.includes(term)).length }))
      .sort((one, other) => other.weight - one.weight)
      .map(({ section }) => section);

  const marked = (words, foldedWords, terms) => {
    const spans = [];
    for (const term of terms) {
      for (let at = foldedWords.indexOf(term); at >= 0; at = foldedWords.indexOf(term, at + term.length)) {
        spans.push([at, at + term.length]);
      }
    }
    spans.sort(([one], [other]) => one - other);
    const nodes = [];
    let end = 0;
    for (const [from, until] of spans) {
      if (from < end) {
        continue;
      }
      nodes.push(words.slice(end, from));
      const mark = document.createElement("mark");
      mark.textContent = words.slice(from, until);
      nodes.push(mark);
      end = until;
    }
    nodes.push(words.slice(end));
    return nodes;
  };

  // A snippet never begins or ends between a Thai consonant and the marks above or below it.
  const isMark = (letter) => /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e33]/.test(letter ?? "");
  const snippet = (section, terms) => {
    const first = Math.min(...terms.map((term) => section.foldedText.indexOf(term)).filter((at) => at >= 0));
    const at = Number.isFinite(first) ? first : 0;
    let from = Math.max(0, at - around);
    let until = Math.min(section.text.length, at + 2 * around);
    while (from > 0 && isMark(section.text[from])) {
      from -= 1;
    }
    while (until < section.text.length && isMark(section.text[until])) {
      until += 1;
    }
    const words = document.createElement("p");
    words.append(
      from > 0 ? "…" : "",
      ...marked(section.text.slice(from, until), section.foldedText.slice(from, until), terms),
      until < section.text.length ? "…" : "",
    );
    return words;
  };

  const item = (section, terms, language) => {
    const place = document.createElement("section");
    place.className = "result";
    place.lang = language;
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = form.dataset.root + section.policy.address + (section.id ? `#${section.id}` : "");
    if (section.titleLanguage) {
      link.lang = section.titleLanguage;
    }
    link.append(...marked(section.title, section.foldedTitle, terms));
    heading.append(link);
    const policy = document.createElement("p");
    policy.className = "result__policy";
    policy.textContent = section.policy.title;
    place.append(heading, policy, snippet(section, terms));
    return place;
  };

  let latest = 0;
  const search = async () => {
    const turn = (latest += 1);
    const terms = query(input.value);
    everything.hidden = terms.length > 0;
    if (terms.length === 0) {
      results.replaceChildren();
      count.textContent = "";
      return;
    }
    try {
      const [own, ...others] = await indexes();
      if (turn !== latest) {
        return;
      }
      const found = find(own.sections, terms);
      const nodes = found.slice(0, most).map((section) => item(section, terms, own.language));
      let total = found.length;
      for (const other of others) {
        const more = find(other.sections, terms);
        total += more.length;
        if (more.length > 0) {
          const heading = document.createElement("p");
          heading.className = "results__language";
          heading.textContent = form.dataset.more.replace("{language}", other.name);
          nodes.push(heading, ...more.slice(0, most).map((section) => item(section, terms, other.language)));
        }
      }
      results.replaceChildren(...nodes);
      const words = total === 0 ? "none" : total === 1 ? "one" : "many";
      count.textContent = form.dataset[words].replace("{count}", total);
    } catch {
      count.textContent = form.dataset.failed;
    }
  };

  input.addEventListener("input", search);
  input.addEventListener("focus", () => indexes().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  for (const hint of document.querySelectorAll(".when-no-script")) {
    hint.hidden = true;
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    search();
  }
})();
