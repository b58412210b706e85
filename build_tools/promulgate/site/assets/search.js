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
  const atOnce = 10; // as many results as a screen may show; the others follow when those are drawn
  const shortestStem = 4;

  // One spelling for index and query; no letter is added or taken away in the index, so that positions stay.
  // Going letter by letter takes longer than everything else about an index, and next to no text needs it.
  const sameLength = (words) => {
    const lower = words.toLowerCase();
    const kept = (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter);
    return lower.length === words.length ? lower : [...words].map(kept).join("");
  };
  const folded = (words) =>
    sameLength(words)
      .replace(/[๐-๙]/g, (digit) => String(digit.codePointAt(0) - 0xe50))
      .replace(/[“”„]/g, '"')
      .replace(/[‘’‚]/g, "'");
  const spelled = (words) =>
    folded(
      words
        .normalize("NFC")
        .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
        .replace(/ํ([่-๋]?)า/g, "$1ำ")
        .replace(/([่-๋])ํา/g, "$1ำ"),
    );

  // An English word in its other forms: who looks for “cookies” means “cookie” too.
  const stems = (word) => {
    if (!/^[a-z]+$/.test(word)) {
      return [];
    }
    const endings = [
      [/ies$/, ["ie", "y"]],
      [/(?<=ss|sh|ch|x|z)es$/, [""]],
      [/(?<!s)s$/, [""]],
      [/(?:ing|ed)$/, ["", "e"]],
    ];
    return endings
      .filter(([ending]) => ending.test(word))
      .flatMap(([ending, others]) => others.map((other) => word.replace(ending, other)))
      .filter((stem) => stem.length >= shortestStem);
  };
  // What stands in quotation marks is one term, spaces and all, and is not varied.
  const termsOf = (query) =>
    [...spelled(query).matchAll(/"([^"]+)"|[^\s"]+/g)]
      .map(([word, quoted]) => ({ word: (quoted ?? word).replace(/\s+/g, " ").trim(), quoted: quoted !== undefined }))
      .filter(({ word }) => word)
      .map(({ word, quoted }) => [word, ...(quoted ? [] : stems(word))]);

  const segmenters = new Map();
  const segmenter = (language) => {
    if (!segmenters.has(language)) {
      try {
        segmenters.set(language, new Intl.Segmenter(language, { granularity: "word" }));
      } catch {
        segmenters.set(language, null); // an older browser
      }
    }
    return segmenters.get(language);
  };
  // The words of a query that was written as one run, for when no section holds the whole run; a quotation is kept.
  const wordsOf = (query, language) => {
    if (spelled(query).includes('"')) {
      return [];
    }
    const spoken = [...(segmenter(language)?.segment(spelled(query)) ?? [])].filter(({ isWordLike }) => isWordLike);
    return [...new Set(spoken.map(({ segment }) => segment))].filter((word) => word.length > 1).map((word) => [word]);
  };

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

  // The word as typed counts more than another form of it, a title more than the text; 0 is not found.
  const weightOf = (section, [word, ...others]) => {
    if (section.foldedTitle.includes(word)) {
      return 4;
    }
    if (section.foldedText.includes(word)) {
      return 3;
    }
    const found = others.some((other) => section.foldedTitle.includes(other) || section.foldedText.includes(other));
    return found ? 2 : 0;
  };
  const find = (sections, terms, enough = terms.length) =>
    sections
      .map((section) => ({ section, weights: terms.map((term) => weightOf(section, term)).filter(Boolean) }))
      .filter(({ weights }) => weights.length > 0 && weights.length >= enough)
      .map(({ section, weights }) => ({ section, found: weights.length, weight: weights.reduce((a, b) => a + b, 0) }))
      .sort((one, other) => other.found - one.found || other.weight - one.weight)
      .map(({ section }) => section);

  // Nothing begins or ends between a Thai consonant and what belongs to it: marks after it, a vowel written before it.
  const isMark = (letter) => /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f\udc00-\udfff]/.test(letter ?? "");
  const awaitsConsonant = (letter) => /[เ-ไ]/.test(letter ?? "");
  const divides = (words, at) => isMark(words[at]) || awaitsConsonant(words[at - 1]);

  const spansOf = (words, foldedWords, terms) => {
    const spans = [];
    for (const form of terms.flat()) {
      for (let at = foldedWords.indexOf(form); at >= 0; at = foldedWords.indexOf(form, at + form.length)) {
        let until = at + form.length;
        while (until < words.length && isMark(words[until])) {
          until += 1;
        }
        spans.push([at, until]);
      }
    }
    return spans.sort(([one, oneEnd], [other, otherEnd]) => one - other || otherEnd - oneEnd);
  };

  const marked = (words, foldedWords, terms) => {
    const nodes = [];
    let end = 0;
    for (const [from, until] of spansOf(words, foldedWords, terms)) {
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

  // The ends of words near `at`; where the browser knows no words of the language, places that part no letter.
  const boundaries = (words, at, segments) => {
    const from = Math.max(0, at - around);
    const nearby = words.slice(from, at + around);
    if (segments) {
      return [...segments.segment(nearby)].map(({ index }) => from + index);
    }
    return [...nearby].map((_, index) => from + index).filter((place) => !divides(words, place));
  };

  const snippet = (section, terms, language) => {
    const { text } = section;
    const places = terms.flat().map((form) => section.foldedText.indexOf(form));
    const [first = 0] = places.filter((at) => at >= 0).sort((one, other) => one - other);
    const segments = segmenter(language);
    let from = Math.max(0, first - around);
    let until = Math.min(text.length, first + 2 * around);
    if (from > 0) {
      from = Math.min(first, boundaries(text, from, segments).find((place) => place >= from) ?? first);
    }
    if (until < text.length) {
      until = boundaries(text, until, segments).findLast((place) => place <= until) ?? until;
    }
    const words = document.createElement("p");
    words.className = "result__text";
    words.append(
      from > 0 ? "…" : "",
      ...marked(text.slice(from, until).trimEnd(), section.foldedText.slice(from, until), terms),
      until < text.length ? "…" : "",
    );
    return words;
  };

  const item = (section, terms, language, level) => {
    const place = document.createElement("section");
    place.className = "result";
    place.lang = language;
    const heading = document.createElement(level);
    heading.className = "result__title";
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
    place.append(heading, policy, snippet(section, terms, language));
    return place;
  };

  // The results of all languages, those of the page's own first; each is made when it is called.
  const shown = (all, terms, enough) => {
    const [own, ...others] = all;
    const found = find(own.sections, terms, enough);
    const nodes = found.slice(0, most).map((section) => () => item(section, terms, own.language, "h2"));
    let total = found.length;
    for (const other of others) {
      const more = find(other.sections, terms, enough);
      total += more.length;
      if (more.length > 0) {
        const heading = document.createElement("h2");
        heading.className = "results__language";
        heading.textContent = form.dataset.more.replace("{language}", other.name);
        const items = more.slice(0, most).map((section) => () => item(section, terms, other.language, "h3"));
        nodes.push(() => heading, ...items);
      }
    }
    return { nodes, total };
  };

  const say = (key, values = {}) => {
    count.textContent = form.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  };

  let latest = 0;
  const search = async () => {
    const turn = (latest += 1);
    const terms = termsOf(input.value);
    if (terms.length === 0) {
      everything.hidden = false;
      results.replaceChildren();
      count.textContent = "";
      return;
    }
    try {
      const all = await indexes();
      if (turn !== latest) {
        return;
      }
      let { nodes, total } = shown(all, terms, terms.length);
      const whole = total > 0;
      if (!whole) {
        const words = terms.length > 1 ? terms : wordsOf(input.value, all[0].language);
        ({ nodes, total } = shown(all, words, Math.ceil(words.length / 2)));
      }
      results.replaceChildren(...nodes.slice(0, atOnce).map((make) => make()));
      const follow = () => {
        if (turn === latest) {
          results.append(...nodes.slice(atOnce).map((make) => make()));
        }
      };
      requestAnimationFrame(() => setTimeout(follow));
      everything.hidden = total > 0;
      const key = total === 0 ? "none" : !whole ? "partly" : total === 1 ? "one" : "many";
      say(key, { count: total, query: input.value.trim() });
    } catch {
      say("failed");
    }
  };

  input.addEventListener("input", search);
  indexes().catch(() => {}); // whoever opens this page is about to search
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  for (const hint of document.querySelectorAll(".when-no-script")) {
    hint.hidden = true;
  }
  // What was typed before this script ran counts, then what the address asks for.
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  search();
})();
