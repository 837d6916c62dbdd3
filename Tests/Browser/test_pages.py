"""The pages in a real browser: accessibility, layout, bytes, policy, storage."""
import re

import pytest
import variants
from conftest import KINDS, violations

SHIFT = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value })
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(() => done(sum), 150)
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_page_in_a_browser(kind, open_page, address, stub):
    """A-1 to A-23, C-1: accessible at 390, 320 and 1280 px, light and dark; nothing shifts, overflows, fails, is
    stored or asked of anyone else; no violation of the policy."""
    page = open_page(KINDS[kind], viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    assert page.evaluate(SHIFT) <= 0.01, "A-20"
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate(SHIFT) <= 0.01, "A-20: on the way down"
    found = {}
    for name, width, scheme in [("light", 1280, "light"), ("dark", 1280, "dark"), ("320 px", 320, "light"), ("768 px", 768, None)]:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"WCAG 1.4.10 at {width} px"
        if scheme:
            page.emulate_media(color_scheme=scheme)
            found[name] = violations(page)
    assert found == {"light": [], "dark": [], "320 px": []}
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((address, "data:"))] == [] and stub.requests == []
    assert page.context.cookies() == [] and page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("kind", ["home", "article", "submitted article", "sponsored article", "newsletter", "not found"])
def test_accessible_in_forced_colours(kind, open_page):
    """A-10."""
    assert violations(open_page(KINDS[kind], forced_colors="active")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_first_view_is_light(kind, browser, address):
    """A-23: what a phone needs for its first view, in bytes as sent and in requests."""
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    sizes, addresses = {}, {}
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda event: addresses.__setitem__(event["requestId"], event["response"]["url"]))
    session.on("Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]))
    page.goto(address + KINDS[kind], wait_until="networkidle")
    later = page.evaluate("""() => [...document.images].filter(image => image.getBoundingClientRect().top > innerHeight)
        .map(image => image.src)""")
    needed = {addresses[request]: size for request, size in sizes.items() if addresses.get(request) not in later}
    context.close()
    assert sum(needed.values()) <= 250_000, needed
    assert len(needed) <= 12, needed


def test_an_article_without_a_script_or_a_style(open_page):
    """A-2: without the style sheet and JavaScript the order is that of reading."""
    page = open_page(KINDS["article"], java_script_enabled=False)
    text = page.locator("main").inner_text()
    places = [text.index(words) for words in ("How speculative decoding", "A small model guesses", "Jonah Feldman", "Published", "5 min read", "A chatbot writes", "You May Also Like")]
    assert places == sorted(places)


def test_measure_and_rhythm(open_page):
    """A line of text holds 60 to 75 characters on a wide screen, and headings stand nearer to what follows."""
    page = open_page(KINDS["article"])
    found = page.evaluate("""() => {
        const text = document.querySelector('.prose > p').firstChild
        const range = document.createRange()
        let lines = 0, last = null
        for (let index = 0; index < text.length; index++) {
            range.setStart(text, index); range.setEnd(text, index + 1)
            const top = range.getBoundingClientRect().top
            if (last === null || top > last + 5) { lines++; last = top }
        }
        const heading = getComputedStyle(document.querySelector('.prose > h2'))
        return [text.length / lines, parseFloat(heading.marginTop), parseFloat(heading.marginBottom)]
    }""")
    assert 55 <= found[0] <= 75 and found[1] > 1.5 * found[2]


def test_print(open_page):
    """A-11: no navigation, no forms; addresses of links and of the page itself; black on white."""
    page = open_page(KINDS["article"], color_scheme="dark")
    page.emulate_media(media="print")
    for part in (".menu", ".newsletter", ".related", ".footer-grid", ".skip-link"):
        assert all(not element.is_visible() for element in page.locator(part).all()), part
    assert page.locator(".print-only").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.prose a[href^=http]'), '::after').content") not in ("none", "")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_skip_link_comes_first(open_page):
    """A-1."""
    page = open_page(KINDS["article"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_targets_are_large_enough(open_page):
    """WCAG 2.5.8: 24 px, but for links within a sentence."""
    page = open_page(KINDS["article"], viewport={"width": 390, "height": 800})
    small = page.evaluate("""() => [...document.querySelectorAll('nav a, button, input:enabled:not([type=hidden]), .tags a, footer a, .kicker a')]
        .filter(element => !element.closest('p:not(.kicker), .honeypot') && element.getClientRects().length)
        .filter(element => element.getBoundingClientRect().height < 24)
        .map(element => element.outerHTML.slice(0, 90))""")
    assert small == []


def test_missing_address_shows_the_error_page(open_page, address):
    page = open_page("/no/such/page/")
    assert "not found" in page.title().lower() and page.locator("main .index-list a").count() >= 5
    assert page.complaints == ["Failed to load resource: the server responded with a status of 404 ()"]


def test_headers_as_generated(open_page, address):
    """A-24, A-30, A-31: from the host that serves the demo, for a page, a file of the theme and an error."""
    page = open_page("/")
    for path in ("/", page.locator("link[rel=stylesheet]").get_attribute("href"), "/no/such/page/"):
        headers = page.evaluate("async path => Object.fromEntries((await fetch(path)).headers)", path)
        assert headers["content-security-policy"].startswith("default-src 'none'; ")
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert "max-age=63072000" in headers["strict-transport-security"]
        if path.endswith(".css"):
            assert headers["cache-control"] == "public, max-age=31536000, immutable"


def tokens(scheme):
    """The colours of tokens.css in a scheme."""
    text = (variants.ROOT / "Templates/assets/css/tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    read = lambda part: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
    return read(light) | (read(dark) if scheme == "dark" else {})


def contrast(one, other):
    def luminance(colour):
        channels = [int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5)]
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear))
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_palette(scheme):
    """A-12: text 4.5:1 on both grounds, borders of fields 3:1."""
    colours = tokens(scheme)
    for ground in ("paper", "tint"):
        for text in ("ink", "ink-soft", "accent", "note", "tip", "important", "warning", "caution"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        assert contrast(colours["rule-field"], colours[ground]) >= 3, ground
    assert contrast(colours["accent-ink"], colours["accent"]) >= 4.5
