// What a page can do beyond being read. Everything here is an addition: without it, nothing is missing but comfort.
// Nothing is sent anywhere; what is remembered stays in this browser's storage.
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);
  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));

  const storage = {
    get: (key) => {
      try {
        return localStorage.getItem(`promulgate:${key}`);
      } catch {
        return null;
      }
    },
    set: (key, value) => {
      try {
        localStorage.setItem(`promulgate:${key}`, value);
      } catch {
        // Private windows and full storage: the page works without a memory.
      }
    },
  };

  // A page that was not built again in time is put right by the reader's clock.
  const showWhatHolds = () => {
    const now = Date.now();
    for (const element of all("[data-from], [data-until]")) {
      const { from, until } = element.dataset;
      element.hidden = Boolean((from && now < Date.parse(from)) || (until && now >= Date.parse(until)));
    }
    for (const element of all("[data-days-until]")) {
      const instant = element.dataset.daysUntil;
      const offset = instant.slice(19) === "Z" ? "+00:00" : instant.slice(19);
      const sign = offset[0] === "-" ? -1 : 1;
      const zone = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * 60000;
      const today = Math.floor((now + zone) / 86400000);
      const days = Math.floor((Date.parse(instant) + zone) / 86400000) - today;
      element.hidden = days < 1;
      element.textContent = days === 1 ? element.dataset.one : element.dataset.many.replace("{days}", days);
    }
  };

  // One notice at a time: what changed since the last visit comes before what is coming.
  const showOneNotice = () => {
    let shown = false;
    for (const notice of all(".notice[data-since], .notice[data-notice]")) {
      if (notice.hidden || shown) {
        notice.hidden = true;
        continue;
      }
      shown = true;
      const button = notice.querySelector("[data-dismiss]");
      button.hidden = false;
      button.addEventListener("click", () => {
        if (notice.dataset.notice) {
          storage.set(`dismissed:${notice.dataset.notice}`, "1");
        }
        notice.remove();
        document.querySelector("h1").setAttribute("tabindex", "-1");
        document.querySelector("h1").focus();
      });
    }
  };

  const noticeChangeSinceLastVisit = () => {
    for (const notice of all("[data-since]")) {
      const { policy, version, versions } = notice.dataset;
      const known = JSON.parse(versions);
      const seen = storage.get(`seen:${policy}`);
      const position = known.findIndex(([name]) => name === seen);
      const later = position < 0 ? [] : known.slice(position + 1);
      if (later.some(([, alarming]) => alarming)) {
        const link = notice.querySelector("a");
        link.href = link.dataset.compare.replace("%7Bseen%7D", encodeURIComponent(seen));
        notice.hidden = false;
      }
      storage.set(`seen:${policy}`, version);
    }
    for (const notice of all("[data-notice]")) {
      if (storage.get(`dismissed:${notice.dataset.notice}`)) {
        notice.hidden = true;
      }
    }
  };

  const say = (words) => {
    const place = document.querySelector(".said");
    place.textContent = words;
    setTimeout(() => {
      place.textContent = "";
    }, 3000);
  };

  // The place becomes the page's address and its target, and neither the page nor the focus moves.
  const choose = (link) => {
    const top = scrollY;
    location.replace(link.hash);
    scrollTo({ top, behavior: "instant" });
    link.focus({ preventScroll: true });
  };

  const copyCitations = () => {
    for (const text of all("[data-citation]")) {
      text.addEventListener("click", async (event) => {
        const link = event.target.closest("a.cite");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
          return;
        }
        event.preventDefault();
        const anchor = anchorOf(link);
        const [section, number] = anchor.split(".");
        const title = document.getElementById(section)?.textContent.trim() ?? text.dataset.preamble;
        const place = title + (number ? ` (${number})` : "");
        const citation = text.dataset.citation
          .replace("{place}", place)
          .replace("{address}", `${text.dataset.address}#${anchor}`);
        choose(link);
        try {
          await navigator.clipboard.writeText(citation);
          say(text.dataset.copied);
        } catch {
          say(text.dataset.copyFailed);
        }
      });
    }
  };

  const offerPrintAndShare = () => {
    for (const button of all("[data-print]")) {
      button.parentElement.hidden = false;
      button.addEventListener("click", () => print());
    }
    for (const button of all("[data-share]")) {
      if (navigator.share) {
        button.parentElement.hidden = false;
        button.addEventListener("click", () => {
          navigator.share({ title: document.title, url: location.href }).catch(() => {});
        });
      }
    }
  };

  const contentsLinks = () => [...all("#_contents a")];
  const hasPassed = (element) => element.getBoundingClientRect().top < 96;

  // Where the reader is: at the place the address names if they see it, else in the section they scrolled to; from the
  // top of the page, at the place they came for.
  const placeInView = () => {
    const named = document.getElementById(anchorOf(location));
    const box = named?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight) {
      return location.hash;
    }
    const passed = contentsLinks().filter((link) => {
      const heading = document.getElementById(anchorOf(link));
      return heading && hasPassed(heading);
    });
    return passed.at(-1)?.hash ?? location.hash;
  };

  const keepPlaceAcrossLanguages = () => {
    for (const link of all("[data-keep-place]")) {
      link.addEventListener("click", () => {
        link.hash = placeInView();
        link.search = location.search; // what was searched for, the day that was asked for
      });
    }
  };

  const followContents = () => {
    const list = document.getElementById("_contents");
    if (!list) {
      return;
    }
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && list.matches(":popover-open")) {
        list.hidePopover();
      }
    });
    const links = new Map(contentsLinks().map((link) => [anchorOf(link), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let current = null;
    let waiting = false;
    const follow = () => {
      waiting = false;
      const passed = headings.filter(hasPassed);
      const link = links.get(passed.at(-1)?.id);
      if (link !== current) {
        current?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "true");
        current = link;
      }
    };
    addEventListener(
      "scroll",
      () => {
        if (!waiting) {
          waiting = true;
          requestAnimationFrame(follow);
        }
      },
      { passive: true },
    );
    follow();
  };

  document.documentElement.classList.replace("no-js", "js");
  showWhatHolds();
  noticeChangeSinceLastVisit();
  showOneNotice();
  copyCitations();
  offerPrintAndShare();
  keepPlaceAcrossLanguages();
  followContents();
})();
