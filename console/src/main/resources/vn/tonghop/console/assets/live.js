// Keeps a page as new as its table without moving it under the reader. An event names the newest
// record; the page is then asked for again as a whole, so that all its figures are from one record.
(() => {
  "use strict";
  const TOGETHER_MS = 1000;
  const SHOWN_MS = 4000;
  const AGAIN_MS = 5000;

  const page = document.querySelector("[data-live]");
  if (!page || !window.EventSource) {
    return;
  }
  const status = page.querySelector("[role=status]");
  let wanted = page.dataset.version;
  let asking = false;
  let over = false;
  let source = null;

  listen();
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("pagehide", () => source.close());
  // The browser may bring a page back as it was left.
  window.addEventListener("pageshow", (shown) => {
    if (shown.persisted) {
      listen();
    }
  });

  function listen() {
    if (over) {
      return;
    }
    if (source) {
      source.close();
    }
    const opened = new EventSource(page.dataset.live);
    source = opened;
    opened.addEventListener("open", () => {
      if (status.textContent === page.dataset.waiting) {
        status.textContent = "";
      }
    });
    opened.addEventListener("table", (event) => {
      wanted = event.data;
      ask();
    });
    opened.addEventListener("error", () => {
      status.textContent = page.dataset.waiting;
      // The browser itself asks again only when the connection is lost, not after an answer such as 503.
      if (opened.readyState === EventSource.CLOSED) {
        listenAgain();
      }
    });
  }

  // First the page: it alone says whether anybody is signed in.
  function listenAgain() {
    setTimeout(() => load().then(listen, listenAgain), AGAIN_MS);
  }

  function ask() {
    if (over || asking || document.hidden || wanted === page.dataset.version) {
      return;
    }
    asking = true;
    load()
      .catch((failure) => console.warn("the page could not be made new:", failure))
      .finally(() => setTimeout(() => { asking = false; ask(); }, TOGETHER_MS));
  }

  function load() {
    return fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((text) => {
        const next = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
        if (next) {
          take(next);
        } else {
          end();
        }
      });
  }

  // What came is the form to sign in by: whoever goes on asking gets it for ever.
  function end() {
    over = true;
    source.close();
    status.textContent = page.dataset.over;
  }

  function take(next) {
    const anchor = firstInSight();
    const top = anchor ? anchor.getBoundingClientRect().top : 0;
    const focused = document.activeElement ? closestId(document.activeElement) : null;
    const changed = rows(next) + parts(next);
    page.dataset.version = next.dataset.version;
    const stays = anchor ? document.getElementById(anchor.id) : null;
    if (stays) {
      window.scrollBy({ top: stays.getBoundingClientRect().top - top, behavior: "instant" });
    }
    refocus(focused);
    if (changed > 0) {
      status.textContent = page.dataset.said + changed;
    }
  }

  // Cells by their names where the rows are the same, else all rows of that table.
  function rows(next) {
    let changed = 0;
    for (const table of page.querySelectorAll("table[id]")) {
      const other = next.querySelector("table[id='" + table.id + "']");
      if (!other) {
        continue;
      }
      const ours = Array.from(table.tBodies[0].rows);
      const theirs = Array.from(other.tBodies[0].rows);
      const same = ours.length === theirs.length && ours.every((row, i) => row.id === theirs[i].id);
      if (!same) {
        table.tBodies[0].replaceChildren(...theirs.map((row) => document.importNode(row, true)));
        changed++;
        continue;
      }
      ours.forEach((row, i) => {
        row.className = theirs[i].className;
        Array.from(row.cells).forEach((cell, j) => {
          const fresh = theirs[i].cells[j];
          if (cell.textContent.trim() !== fresh.textContent.trim() || cell.dataset.v !== fresh.dataset.v) {
            const copy = document.importNode(fresh, true);
            cell.replaceWith(copy);
            show(copy);
            changed++;
          }
        });
      });
    }
    return changed;
  }

  function parts(next) {
    let changed = 0;
    for (const part of page.querySelectorAll("[data-part]")) {
      const other = next.querySelector("[data-part='" + part.dataset.part + "']");
      if (other && other.innerHTML !== part.innerHTML) {
        const said = part.dataset.part !== "notes" && other.textContent !== part.textContent;
        part.replaceChildren(...Array.from(other.childNodes).map((node) => document.importNode(node, true)));
        changed += said ? 1 : 0;
      }
    }
    return changed;
  }

  function show(cell) {
    cell.classList.add("changed");
    setTimeout(() => cell.classList.remove("changed"), SHOWN_MS);
  }

  function firstInSight() {
    for (const each of page.querySelectorAll("h1, h2[id], tr[id]")) {
      if (each.id && each.getBoundingClientRect().bottom > 0) {
        return each;
      }
    }
    return null;
  }

  function closestId(element) {
    const named = element.closest("td[id], tr[id]");
    return named && page.contains(named) ? named.id : null;
  }

  function refocus(id) {
    const there = id ? document.getElementById(id) : null;
    const link = there ? there.querySelector("a") : null;
    if (link && !there.contains(document.activeElement)) {
      link.focus({ preventScroll: true });
    }
  }
})();
