"""Embeds ask before they load (C-1, C-41): on a page with every shortcode that ships, under a strict policy."""
import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import threading

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT

HOSTS = ["codepen.io", "open.spotify.com", "player.vimeo.com", "www.openstreetmap.org", "www.youtube-nocookie.com"]
# C-60: no inline script, no inline style.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-src " + " ".join("https://" + host for host in HOSTS)
)
ARTICLE = """---
title: A page with every shortcode
date: 2025-06-01
authors: [amanda-zhang]
summary: For the tests.
---

First a paragraph, so that the page does not begin with an embed.

{{< youtube dQw4w9WgXcQ title="A talk about chips" start=30 poster="poster.jpg" >}}

{{< youtube aaaaaaaaaaa title="Another talk, with a headline so long that it takes several lines on a small screen" caption="A caption." >}}

{{< vimeo 146022717 title="A film" >}}

{{< spotify episode 4uLU6hMCjMI75M1A2tKUQC title="An episode" >}}

{{< map bbox="13.37,52.51,13.39,52.52" marker="52.516,13.378" title="The gate" >}}

{{< codepen user abcdef title="A grid" >}}

<iframe src="https://www.youtube.com/embed/bbbbbbbbbbb" title="Pasted"></iframe>

{{< x user="name" id="123" author="A Name" text="What it *says*" date="3 May 2025" >}}

{{< mastodon url="https://social.example/@name/123" handle="@name@social.example" text="Post" >}}

{{< bluesky user="name.example" id="3kabc" author="A Name" text="Post" >}}

{{< figure src="poster.jpg" alt="A picture" caption="A caption" attr="A Name" attrlink="https://photos.example" >}}

{{< gallery caption="Two pictures" >}}
![One](poster.jpg)
![Two](poster.jpg)
{{< /gallery >}}

{{< pullquote by="The Interconnect" >}}
A sentence that is *worth* reading twice.
{{< /pullquote >}}

{{< callout type="tip" title="In short" >}}
Only this.
{{< /callout >}}

{{< newsletter >}}

{{< related "chips/nvidia-record-one-day-loss" >}}

{{< related >}}

The end.
"""
# Stands for the consent component, with what embeds.js may ask of it.
CONSENT = """
window.sitegenConsent = {
  get: () => ({ c: {}, v: JSON.parse(localStorage.getItem('granted') ?? '[]') }),
  grant: service => {
    localStorage.setItem('granted', JSON.stringify([...window.sitegenConsent.get().v, service]))
    document.dispatchEvent(new CustomEvent('consent:change'))
  },
}
"""
PATH = "/ai/every-shortcode/"
AXE = Axe()


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """The demo publication with one more article."""
    source = tmp_path_factory.mktemp("embeds")
    for name in ["Content", "Templates"]:
        shutil.copytree(ROOT / name, source / name)
    shutil.copy(ROOT / "sitegen.yaml", source)
    folder = source / "Content/ai/every-shortcode"
    folder.mkdir()
    (folder / "index.md").write_text(ARTICLE)
    shutil.copy(ROOT / "Content/ai/speculative-decoding-explained/cover.jpg", folder / "poster.jpg")
    sitegen = os.environ.get("SITEGEN", ROOT / "bin" / "sitegen")
    subprocess.run([sitegen, "build", "--source", source, "--output", source / "Site", "--quiet"], check=True)
    return source / "Site"


@pytest.fixture(scope="module")
def server(output):
    handler = functools.partial(Handler, directory=os.fspath(output))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def open_embeds(browser, server):
    """Opens the page; requests of other hosts are answered here and written down in `page.foreign`."""
    contexts = []

    def open(consent=False, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.foreign, page.complaints = [], []

        def answer(route):
            if route.request.url.startswith(server):
                return route.continue_()
            page.foreign.append((route.request.url, route.request.headers.get("referer")))
            route.fulfill(status=200, content_type="text/html", body="<!DOCTYPE html><html lang=en><title>Stub</title><p>Loaded")

        context.route("**/*", answer)
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if consent:
            context.add_init_script(CONSENT)
        page.goto(server + PATH, wait_until="load")
        return page

    yield open
    for context in contexts:
        context.close()


def violations(page):
    found = AXE.run(page).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def scroll_through(page):
    page.evaluate("""async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 500) {
            scrollTo(0, y)
            await new Promise(done => setTimeout(done, 30))
        }
    }""")


SHIFTS = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(() => done(sum), 300)
})"""


def frames(page):
    return page.locator("figure.embed iframe")


def test_nothing_is_loaded_before_the_reader_asks(open_embeds):
    """C-1: no request, no cookie, no storage, no frame; and no complaint of the policy (C-60)."""
    page = open_embeds()
    scroll_through(page)
    page.wait_for_timeout(300)
    assert page.foreign == [] and page.complaints == []
    assert frames(page).count() == 0 and page.locator("figure.embed").count() == 7
    assert page.context.cookies() == [] and page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate(SHIFTS) <= 0.01


def test_load_once(open_embeds):
    """C-41: this one and no other, with a title, a policy on referrers and no more rights than it needs."""
    page = open_embeds()
    figure = page.locator("figure.embed").first
    before = figure.bounding_box()
    figure.get_by_role("button", name="Load once").click()
    frame = figure.locator("iframe")
    frame.wait_for()
    assert frames(page).count() == 1
    assert frame.get_attribute("title") == "A talk about chips"
    assert frame.get_attribute("loading") == "lazy"
    assert frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert "allow-top-navigation" not in frame.get_attribute("sandbox") and "camera" not in frame.get_attribute("allow")
    page.wait_for_timeout(300)
    [(url, referrer)] = page.foreign
    assert url == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&start=30"
    assert page.complaints == []
    assert figure.bounding_box() == before and page.evaluate(SHIFTS) <= 0.01
    page.reload()
    page.wait_for_timeout(300)
    assert frames(page).count() == 0


def test_always_needs_a_place_to_take_it_back(open_embeds):
    """C-5: without the consent component there is no lasting permission."""
    page = open_embeds()
    assert page.get_by_role("button", name="Always load").count() == 0
    assert page.get_by_role("button", name="Load once").count() == 7


def test_always_load_holds_for_the_service_and_the_next_visit(open_embeds):
    page = open_embeds(consent=True)
    page.get_by_role("button", name="Always load YouTube").first.click()
    page.wait_for_timeout(300)
    services = page.locator("figure.embed:has(iframe)").evaluate_all("all => all.map(one => one.dataset.service)")
    assert services == ["youtube"] * 3
    page.foreign.clear()
    page.reload(wait_until="load")
    scroll_through(page)
    page.wait_for_timeout(500)
    assert {url.split("/")[2] for url, _ in page.foreign} == {"www.youtube-nocookie.com"} and len(page.foreign) == 3
    assert page.complaints == [] and page.evaluate(SHIFTS) <= 0.01


@pytest.mark.parametrize("width", [320, 1280])
def test_a_frame_takes_the_room_of_its_placeholder(open_embeds, width):
    """CLS 0: each figure is as tall when it is loaded as before."""
    page = open_embeds(consent=True, viewport={"width": width, "height": 800})
    heights = "all => all.map(one => one.offsetHeight)"
    before = page.locator("figure.embed").evaluate_all(heights)
    for button in page.get_by_role("button", name="Load once").all():
        button.click()
    assert frames(page).count() == 7
    assert page.locator("figure.embed").evaluate_all(heights) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_there_is_a_link(open_embeds):
    page = open_embeds(java_script_enabled=False)
    assert page.foreign == []
    assert page.locator("figure.embed button:visible").count() == 0
    link = page.locator("figure.embed").first.get_by_role("link", name="Watch on YouTube")
    assert link.get_attribute("href") == "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30s" and link.is_visible()


def test_keyboard_only(open_embeds):
    """The frame takes the focus of the button that asked for it."""
    page = open_embeds()
    page.locator("figure.embed").first.locator("a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Load once"
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert page.evaluate("document.querySelector('figure.embed .embed-panel').inert")


@pytest.mark.parametrize("options", [
    {}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 800}}, {"forced_colors": "active"},
], ids=["light", "dark", "320 px", "forced colours"])
def test_accessible(options, open_embeds):
    """axe on placeholders, then on loaded embeds."""
    page = open_embeds(consent=True, **options)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    for button in page.get_by_role("button", name="Load once").all():
        button.click()
    scroll_through(page)
    assert violations(page) == []


def test_the_script_keeps_its_budget(output):
    import gzip

    [script] = (output / "assets/js").glob("embeds.*.js")
    assert len(gzip.compress(script.read_bytes())) <= 1_536
    home = (output / "index.html").read_text()
    assert "embeds." not in home and "shortcodes." not in home


def test_feeds_hold_what_is_left_without_scripts(output):
    """M-30: a title and a link, a figure's picture; nothing that loads."""
    feed = (output / "ai/feed.xml").read_text()
    item = next(item for item in feed.split("<item>") if "every-shortcode" in item)
    for word in ["<iframe", "<script", "<button", "<form", "data-", "youtube-nocookie"]:
        assert word not in item, word
    for word in ["A talk about chips", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "every-shortcode/poster.jpg", "https://x.com/name/status/123"]:
        assert word in item, word


def test_markup_conforms(output):
    """Nothing loads by itself, and every frame's address waits in an attribute."""
    page = lxml.html.fromstring((output / PATH.strip("/") / "index.html").read_bytes())
    assert not page.xpath("//main//iframe | //main//script | //main//@style")
    for figure in page.xpath("//figure[contains(@class, 'embed')]"):
        assert figure.get("data-category") == "external-media" and figure.get("data-service")
        assert figure.get("data-source").startswith("https://") and figure.xpath(".//a[starts-with(@href, 'https://')]")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
