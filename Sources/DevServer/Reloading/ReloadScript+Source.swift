extension ReloadScript {
  /// What a page runs: it follows the builds, and shows the problems.
  ///
  /// A page whose words alone have changed is not loaded anew, which takes a browser longer than most
  /// builds take: what differs is put in its place. That is right as long as nothing in the page acts,
  /// since then a page is no more than its elements. Whatever else is new, the browser loads.
  ///
  /// The panel is in a shadow tree with a sheet of its own: neither the theme's styles nor the page's
  /// content security policy reach it. Only pages that are seen listen, since browsers open six
  /// connections at most; another one compares as soon as it is seen.
  static let source = """
    (() => {
      "use strict";
      const sheets = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]')];
      let shown = { ...document.currentScript.dataset };
      let links = sheets(document);
      let wanted = null;
      let renewal = null;
      let hidden = "";
      let panel = null;
      let events = null;

      const swapStyles = (state) => {
        if (links.length !== state.sheets.length) return location.reload();
        shown.styles = state.styles;
        state.sheets.forEach((sheet, index) => {
          const old = links[index];
          const link = old.cloneNode();
          const isSame = old.getAttribute("href") === sheet;
          link.setAttribute("href", isSame ? `${sheet}?${shown.styles}` : sheet);
          for (const end of ["load", "error"]) link.addEventListener(end, () => old.remove());
          old.after(link);
          links[index] = link;
        });
      };

      // What a page is apart from its nodes, and what nodes do only in a page that is loaded.
      const frame = (page) => [page.compatMode, page.documentElement.cloneNode().outerHTML,
        ...[...page.querySelectorAll("base, meta[http-equiv]")].map((element) => element.outerHTML)].join();
      const acts = (page) => page.querySelector(
        'noscript, template, script:not([type="application/ld+json"], [src="\(path)"])');

      // Makes one node the same as another of a page that is not shown, and lets alone what is the same.
      const patch = (old, now) => {
        if (old.isEqualNode(now)) return;
        if (old.nodeType !== Node.ELEMENT_NODE || !old.cloneNode().isEqualNode(now.cloneNode()))
          return old.replaceWith(now);
        const olds = [...old.childNodes], nows = [...now.childNodes];
        const areSame = (index) => olds.length && nows.length && olds.at(index).isEqualNode(nows.at(index));
        let next = null;
        while (areSame(0)) { olds.shift(); nows.shift(); }
        while (areSame(-1)) { next = olds.pop(); nows.pop(); }
        if (olds.length === nows.length) return olds.forEach((node, index) => patch(node, nows[index]));
        for (const node of olds) node.remove();
        for (const node of nows) old.insertBefore(node, next);
      };

      // A policy of the publication may forbid to parse.
      const parse = (html) => {
        try { return new DOMParser().parseFromString(html, "text/html"); } catch { return null; }
      };

      // Changes what the page says; if more than that is new, or something in it acts, it is loaded anew.
      const renew = async () => {
        if (acts(document)) return location.reload();
        renewal?.abort();
        renewal = new AbortController();
        let answer, html;
        try {
          answer = await fetch(location.href, { cache: "no-store", signal: renewal.signal });
          html = await answer.text();
        } catch {
          return; // Something newer is on its way; or the server is gone, and is heard of when it is back.
        }
        const page = parse(html);
        const version = page?.querySelector('script[src="\(path)"]')?.dataset;
        if (!version || version.files !== shown.files || version.styles !== shown.styles || answer.redirected
          || acts(page) || frame(document) !== frame(page)) return location.reload();
        sheets(page).forEach((link, index) => link.setAttribute("href", links[index].getAttribute("href")));
        hide();
        patch(document.head, page.head);
        patch(document.body, page.body);
        links = sheets(document);
        shown = { ...version };
      };

      const hide = () => {
        panel?.remove();
        panel = null;
      };

      const showProblem = (text) => {
        hide();
        panel = document.createElement("sitegen-problem");
        const root = panel.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh;
            box-sizing: border-box; display: flex; flex-direction: column; color: #f5f3f7;
            background: #1c1b22; border-top: 4px solid #ff6b5e; font: 14px/1.5 system-ui, sans-serif; }
          div { display: flex; gap: 1rem; align-items: center; padding: .5rem 1.5rem 0; }
          h2 { flex: 1; margin: 0; font-size: 1rem; }
          button { font: inherit; color: inherit; background: #3a3844; border: 1px solid #8f8ca0;
            border-radius: 4px; padding: .25rem .75rem; cursor: pointer; }
          pre { margin: 0; padding: .5rem 1.5rem 1rem; overflow: auto; white-space: pre;
            font: 13px/1.5 ui-monospace, monospace; text-align: left; tab-size: 8; }
          :focus-visible { outline: 2px solid #8ec7ff; outline-offset: -2px; }
          @media print { section { display: none; } }`);
        root.adoptedStyleSheets = [sheet];
        const add = (parent, name, text = "", attributes = {}) => {
          const element = document.createElement(name);
          element.textContent = text;
          for (const key in attributes) element.setAttribute(key, attributes[key]);
          parent.append(element);
          return element;
        };
        const section = add(root, "section", "", { role: "alert", lang: "en", dir: "ltr" });
        const header = add(section, "div");
        add(header, "h2", "The publication could not be built");
        const button = add(header, "button", "Hide", { type: "button" });
        button.addEventListener("click", () => { hidden = text; hide(); });
        add(section, "pre", text, { tabindex: "0", role: "group", "aria-label": "Diagnostics" });
        document.body.append(panel);
      };

      const show = async (state) => {
        if (state.target && state.target !== location.pathname) return location.assign(state.target);
        const isReworded = state.text !== shown.text;
        const isRestyled = state.styles !== shown.styles;
        if (state.files !== shown.files || (isReworded && isRestyled)) return location.reload();
        wanted = state;
        if (isRestyled) swapStyles(state);
        if (isReworded) await renew();
        if (state !== wanted) return;
        if (!state.problem) { hidden = ""; hide(); }
        else if (state.problem !== hidden) showProblem(state.problem);
      };

      const leave = () => {
        events?.close();
        events = null;
      };

      const follow = () => {
        leave();
        if (document.visibilityState === "hidden") return;
        const mine = new EventSource(`\(eventsPath)?path=${encodeURIComponent(location.pathname)}`);
        events = mine;
        mine.addEventListener("state", (event) => show(JSON.parse(event.data)));
        mine.addEventListener("error", () => {
          // Most browsers try again by themselves; then they are not closed.
          if (mine.readyState === EventSource.CLOSED && mine === events) setTimeout(follow, 1000);
        });
      };

      document.addEventListener("visibilitychange", follow);
      addEventListener("pagehide", leave);
      addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
      follow();
    })();

    """
}
