"""Pictures of each kind of page, and of pages that are hard to set: screenshots.py DIR [WORD...]. `bin/test --screenshots`
calls it. With words, only kinds whose name holds one of them are taken."""
import pathlib
import sys
import tempfile

import servers
import variants
from conftest import KINDS, NAME, SITE, launch
from playwright.sync_api import sync_playwright
from test_consent import ASKING
from test_embeds import PATH, SERVICES, every_shortcode
from test_hard_content import ARTICLES, SETTINGS, hard

# Publications beside the demo: how they are built, and their pages.
BESIDE = {
    "asking": (variants.demo, ASKING, {}),
    "embeds": (every_shortcode, SERVICES, {"every shortcode": PATH}),
    "hard": (hard, SETTINGS, {"hard home": "/", "hard section": "/ai/"} | {f"hard {name}": f"/ai/{name}/" for name in ARTICLES}),
}


def take(page, address, path):
    page.goto(address)
    # Pictures further down are loaded when they come into view.
    page.evaluate("""async () => {
        for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
            scrollTo(0, top)
            await new Promise(resolve => setTimeout(resolve, 30))
        }
        const isLoaded = image => image.complete && image.naturalWidth > 0
        for (let turn = 0; turn < 100 && ![...document.images].every(isLoaded); turn++)
            await new Promise(resolve => setTimeout(resolve, 50))
        scrollTo(0, 0)
    }""")
    page.screenshot(path=path, full_page=True)


def take_question(page, address, folder, name):
    """The question and the settings, in a window as readers have it."""
    page.goto(address)
    page.wait_for_timeout(400)
    page.screenshot(path=folder / f"consent-bar-{name}")
    page.locator(".consent [data-consent=choose]").click()
    page.wait_for_timeout(400)
    page.screenshot(path=folder / f"consent-settings-{name}")


def main(folder, words):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        temporary = pathlib.Path(temporary)
        host = servers.Host(temporary)
        host.publish(NAME, SITE)
        pages = {kind: f"https://{NAME}{path}" for kind, path in KINDS.items()}
        for name, (build, settings, paths) in BESIDE.items():
            host.publish(f"{name}.interconnect.example", build(temporary / name, settings))
            pages |= {kind: f"https://{name}.interconnect.example{path}" for kind, path in paths.items()}
        wanted = lambda kind: not words or any(word in kind for word in words)
        browser = launch(playwright, host, servers.Stub(host))
        for width in (390, 768, 1280):
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, ignore_https_errors=True)
                page, name = context.new_page(), f"{width}-{scheme}.png"
                for kind, address in pages.items():
                    if wanted(kind):
                        take(page, address, folder / f"{kind.replace(' ', '-')}-{name}")
                if wanted("consent"):
                    take_question(page, "https://asking.interconnect.example" + KINDS["article"], folder, name)
                context.close()
        if wanted("print"):
            # The width of a sheet of A4 between its margins.
            page = browser.new_page(viewport={"width": 680, "height": 960}, ignore_https_errors=True)
            page.emulate_media(media="print")
            take(page, pages["article"], folder / "print.png")
        browser.close()
        host.stop()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
