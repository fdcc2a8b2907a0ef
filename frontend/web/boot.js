// Starts the app. A classic script in <head>: it sets language and theme before the first paint
// and loads everything the app needs at the same time instead of one after the other.
//
// What the app finds in `window.__verbund` when its main function runs:
//   locale       "de" or "en"
//   messages     the compiled messages of that locale for the folder of pages one enters at, by key
//   folder       that folder
//   messageUrls  where the messages are, by locale and folder
//   parts        areas of pages on their way: area -> promise of a Response; taken by `parts.js`
//   build        names this build of the app
//   early        GraphQL requests already sent: operation name -> promise of a Response; the app
//                takes each at most once and sends it again itself when the promise was refused
//   fail()       shows that the app could not start
//   style(of)    whether the style sheet that a folder of pages needs is there: a promise
(() => {
  "use strict";
  const facts = __BUILD_FACTS__;
  const root = document.documentElement;

  // Absent where a browser forbids storage.
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const isLocale = (tag) => tag === "de" || tag === "en";
  const chosen = stored("verbund.locale");
  const spoken = (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  const locale = isLocale(chosen) ? chosen : spoken.find(isLocale) || "de";
  root.lang = locale;

  const theme = stored("verbund.theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }

  // The area of the page one enters at, so that neither its code nor its words wait for the main module.
  const matches = (pattern) => {
    const wanted = pattern.split("/");
    const given = location.pathname.replace(/(.)\/$/, "$1").split("/");
    return (
      wanted.length === given.length &&
      wanted.every((part, index) => part[0] === ":" || part === given[index])
    );
  };
  const area = facts.pages[Object.keys(facts.pages).find(matches)];
  const folder = facts.folders[area] || "base";
  const parts = {};
  if (area) {
    parts[area] = fetch(facts.parts + area + ".parts");
    // Whoever takes it sees that it failed; nobody taking it is no error.
    parts[area].catch(() => {});
  }

  // The second style sheet, for the pages of those who are signed in: fetched once, tried again after a failure.
  let sheet = null;
  const style = (of) => {
    if (!facts.sheet.folders.includes(of)) {
      return Promise.resolve(true);
    }
    sheet ??= new Promise((resolve) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = facts.sheet.url;
      link.onload = () => resolve(true);
      link.onerror = () => {
        link.remove();
        sheet = null;
        resolve(false);
      };
      document.head.append(link);
    });
    return sheet;
  };
  style(folder);

  const early = {};
  for (const [name, body] of Object.entries(facts.early)) {
    // Without a session there is nothing to refresh.
    if (name === "SessionRefresh" && stored("verbund.session") !== "1") {
      continue;
    }
    early[name] = fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "x-verbund-request": "1" },
      body: JSON.stringify(body),
    });
    // Whoever takes it sees the refusal; nobody taking it is no error.
    early[name].catch(() => {});
  }

  const found = (response) => {
    if (!response.ok) {
      throw new Error(response.url + ": " + response.status);
    }
    return response;
  };
  const messages = fetch(facts.messages[locale][folder]).then((response) => found(response).json());
  const module = WebAssembly.compileStreaming(fetch(facts.wasm).then(found));
  const page = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  const fail = (error) => {
    if (error) {
      console.error(error);
    }
    page.then(() => {
      const failed = document.getElementById("boot-failed");
      if (failed) {
        failed.hidden = false;
        document.getElementById("boot-wait").remove();
      }
    });
  };

  // A bug that stopped the app: without a word one would go on pressing what is dead.
  const stopped = ({ error, reason }) => {
    if ((error || reason) instanceof WebAssembly.RuntimeError) {
      document.getElementById("app-stopped").hidden = false;
    }
  };
  addEventListener("error", stopped);
  addEventListener("unhandledrejection", stopped);

  window.__verbund = {
    build: facts.build,
    early,
    fail,
    folder,
    locale,
    messageUrls: facts.messages,
    messages: {},
    parts,
    style,
  };

  Promise.all([import(facts.script), module, messages, page])
    .then(([app, compiled, texts]) => {
      window.__verbund.messages = texts;
      return app.default({ module_or_path: compiled });
    })
    .then(() => document.getElementById("boot").remove())
    .catch(fail);

  // In development: load anew when something was built.
  if (facts.reload) {
    let seen = null;
    setInterval(async () => {
      try {
        const response = await fetch("/build.txt", { cache: "no-store" });
        const stamp = response.ok ? await response.text() : seen;
        if (seen !== null && stamp !== seen) {
          location.reload();
        }
        seen = stamp;
      } catch {
        // The server is being built.
      }
    }, 1000);
  }
})();
