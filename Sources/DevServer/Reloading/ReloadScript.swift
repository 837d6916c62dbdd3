import Hummingbird

/// What a page runs to follow the builds.
enum ReloadScript {
  /// Below this nothing of a publication can be.
  static let path = "/__sitegen/reload.js"
  static let eventsPath = "/__sitegen/events"

  /// The element that brings the script into a page, and tells it the version of the page.
  static func element(for version: PageVersion) -> String {
    element(page: version.page, styles: version.styles)
  }

  /// How long the element is, whatever the version.
  static let elementLength = {
    let digest = String(repeating: "0", count: PageVersion.digestLength)
    return element(page: digest, styles: digest).utf8.count
  }()

  private static func element(page: String, styles: String) -> String {
    "<script src=\"\(path)\" data-page=\"\(page)\" data-styles=\"\(styles)\" defer></script>"
  }

  static var response: Response {
    Response(
      status: .ok, headers: [.contentType: "text/javascript; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: source)))
  }

  /// What follows the builds, and shows the problems.
  ///
  /// The panel is in a shadow tree with a sheet of its own: neither the theme's styles nor the page's
  /// content security policy reach it. Only pages that are seen listen, since browsers open six
  /// connections at most; another one compares as soon as it is seen.
  private static let source = """
    (() => {
      "use strict";
      const own = document.currentScript.dataset;
      const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
      let styles = own.styles;
      let hidden = "";
      let panel = null;
      let events = null;

      const swapStyles = (state) => {
        if (links.length !== state.sheets.length) return location.reload();
        styles = state.styles;
        state.sheets.forEach((sheet, index) => {
          const old = links[index];
          const link = old.cloneNode();
          const isSame = old.getAttribute("href") === sheet;
          link.setAttribute("href", isSame ? `${sheet}?${styles}` : sheet);
          for (const end of ["load", "error"]) link.addEventListener(end, () => old.remove());
          old.after(link);
          links[index] = link;
        });
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

      const show = (state) => {
        if (state.target && state.target !== location.pathname) return location.assign(state.target);
        if (state.page !== own.page) return location.reload();
        if (state.styles !== styles) swapStyles(state);
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
