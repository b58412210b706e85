// What did it say on that day, and what changed between two versions? Answered from what stands in the page.
(() => {
  "use strict";
  const two = (number) => String(number).padStart(2, "0");
  const arabic = (digits) => digits.replace(/[๐-๙]/g, (digit) => String(digit.codePointAt(0) - 0xe50));

  const dayOf = (form, offset) => {
    const [day, written] = ["day", "year"].map((name) => {
      const digits = arabic(form.elements[name].value.trim());
      return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
    });
    const month = Number(form.elements.month.value);
    // Years of the Buddhist era are far ahead of any policy's common-era year.
    const year = written >= 2400 ? written - offset : written;
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = year > 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists ? `${year}-${two(month)}-${two(day)}` : null;
  };

  // The instants are written in the site's own time zone, so that they compare as text.
  const boundOn = (day, item) => {
    const { begins, ends } = item.dataset;
    return begins.slice(0, 19) <= `${day}T23:59:59` && (!ends || ends.slice(0, 19) > `${day}T00:00:00`);
  };

  const answer = (form, day) => {
    const place = form.querySelector(".as-of__answer");
    place.replaceChildren();
    if (day === null) {
      place.textContent = form.dataset.invalid;
      return;
    }
    const lists = [...document.querySelectorAll("[data-spans]")];
    for (const list of lists) {
      const line = document.createElement("p");
      if (lists.length > 1) {
        const title = document.createElement("strong");
        title.textContent = `${list.dataset.title}: `;
        line.append(title);
      }
      const found = [...list.children].filter((item) => boundOn(day, item));
      if (found.length === 0) {
        line.append(form.dataset.none);
      }
      for (const item of found) {
        const link = item.querySelector("a").cloneNode(true);
        link.textContent = form.dataset.answer.replace("{version}", item.dataset.name);
        line.append(link, " ");
      }
      place.append(line);
    }
  };

  // A day that was asked for stands in the address, so that the answer can be passed on.
  for (const form of document.querySelectorAll("[data-as-of]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const day = dayOf(form, Number(form.dataset.offset));
      history.replaceState(null, "", day ? `?on=${day}` : location.pathname);
      answer(form, day);
    });
    const asked = /^(\d{4})-(\d\d)-(\d\d)$/.exec(new URLSearchParams(location.search).get("on") ?? "");
    if (asked) {
      form.elements.year.value = Number(asked[1]) + Number(form.dataset.era);
      form.elements.month.value = Number(asked[2]);
      form.elements.day.value = Number(asked[3]);
      answer(form, dayOf(form, Number(form.dataset.offset)));
    }
  }

  // Two choices instead of a long list of links; only pairs that have a page can be chosen.
  for (const form of document.querySelectorAll("[data-comparisons]")) {
    const { newer, older } = form.elements;
    const rows = [...document.getElementById(form.dataset.comparisons).children];
    const option = (element, position) => new Option(element.textContent, String(position));
    const links = () => [...rows[Number(newer.value)].querySelectorAll("a")];
    const offer = () => older.replaceChildren(...links().map(option));
    newer.replaceChildren(...rows.map((row, position) => option(row.querySelector("strong"), position)));
    newer.addEventListener("change", offer);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(links()[Number(older.value)].href);
    });
    offer();
    form.hidden = false;
  }
})();
