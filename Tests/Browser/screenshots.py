"""Pictures of each kind of page of the demo publication: screenshots.py DIR. `bin/test --screenshots DIR` calls it."""
import pathlib
import sys
import tempfile

import servers
import variants
from conftest import KINDS, NAME, SITE, launch
from playwright.sync_api import sync_playwright
from test_consent import ASKING


def take(page, address, path):
    page.goto(address)
    # Pictures further down are loaded when they come into view.
    page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)


def take_question(page, address, folder, name):
    """The question and the settings, in a window as readers have it."""
    page.goto(address)
    page.wait_for_timeout(400)
    page.screenshot(path=folder / f"consent-bar-{name}")
    page.locator(".consent [data-consent=choose]").click()
    page.wait_for_timeout(400)
    page.screenshot(path=folder / f"consent-settings-{name}")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        temporary = pathlib.Path(temporary)
        host = servers.Host(temporary)
        host.publish(NAME, SITE)
        host.publish("asking.interconnect.example", variants.demo(temporary, ASKING))
        browser = launch(playwright, host, servers.Stub(host))
        for width in (390, 768, 1280):
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, ignore_https_errors=True)
                page, name = context.new_page(), f"{width}-{scheme}.png"
                for kind, path in KINDS.items():
                    take(page, f"https://{NAME}{path}", folder / f"{kind.replace(' ', '-')}-{name}")
                take_question(page, "https://asking.interconnect.example" + KINDS["article"], folder, name)
                context.close()
        browser.close()
        host.stop()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
