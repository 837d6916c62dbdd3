"""Pictures of each kind of page: screenshots.py DIR. Called by bin/screenshots."""
import functools
import http.server
import pathlib
import sys
import threading

from conftest import KINDS, SITE, StrictHandler
from playwright.sync_api import sync_playwright


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(StrictHandler, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in (390, 1280):
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                for kind, path in KINDS.items():
                    page.goto(f"http://127.0.0.1:{server.server_port}{path}")
                    # Pictures further down are loaded when they come into view.
                    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
                    page.wait_for_load_state("networkidle")
                    name = f"{kind.replace(' ', '-')}-{width}-{scheme}.png"
                    page.screenshot(path=folder / name, full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
