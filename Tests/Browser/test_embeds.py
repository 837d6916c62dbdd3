"""Embeds ask before they load (C-1, C-41): on a page with every shortcode that ships, with the generated headers."""
import gzip
import shutil
import textwrap

import lxml.html
import pytest
import variants
from conftest import ROOT, violations

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
SERVICES = """
consent:
  notice: Some services need your consent.
  categories:
    - id: external-media
      title: Videos and maps
      description: Shows what other sites host.
      services:
        - {id: youtube, name: YouTube, provider: Google Ireland Ltd., purpose: Shows videos, duration: as its provider decides}
        - {id: openstreetmap, name: OpenStreetMap, provider: OpenStreetMap Foundation, purpose: Shows maps, duration: none}
"""
PATH = "/ai/every-shortcode/"


def every_shortcode(folder, settings):
    """The demo publication with one more article."""
    source = folder / "source"
    for name in ("Content", "Templates"):
        shutil.copytree(ROOT / name, source / name)
    article = source / "Content/ai/every-shortcode"
    article.mkdir()
    (article / "index.md").write_text(ARTICLE)
    shutil.copy(ROOT / "Content/ai/speculative-decoding-explained/cover.jpg", article / "poster.jpg")
    text = (ROOT / "sitegen.yaml").read_text().split("\nenvironments:")[0]
    text += "\nenvironments:\n  test:\n    title: Embeds\n" + textwrap.indent(settings, "    ")
    (source / "sitegen.yaml").write_text(text)
    return variants.build(source, folder / "site", "--environment", "test")


@pytest.fixture(scope="module")
def page_address(publish):
    return publish("embeds", every_shortcode, "") + PATH


@pytest.fixture(scope="module")
def output(page_address, host):
    """The files that are served there."""
    rules = (host.folder / "sites" / "embeds.interconnect.example.conf").read_text()
    return type(ROOT)(rules.split(" root ")[1].split(";")[0])


@pytest.fixture
def open_embeds(open_page, page_address, stub):
    """Opens the page; what leaves it for other hosts is in `stub.requests`."""
    return lambda **options: open_page(page_address, **options)


@pytest.fixture
def open_asked(open_page, publish, stub):
    """Opens the page of a publication that declares YouTube and OpenStreetMap as services."""
    address = publish("embeds-asked", every_shortcode, SERVICES)
    return lambda **options: open_page(address + PATH, **options)


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


def load_all(page):
    # A button is out of reach once its frame is there, so the first one left is always the next.
    buttons = page.get_by_role("button", name="Load once")
    while buttons.count():
        buttons.first.click()


def test_nothing_is_loaded_before_the_reader_asks(open_embeds, stub):
    """C-1: no request, no cookie, no storage, no frame; and no complaint of the policy (C-60)."""
    page = open_embeds()
    scroll_through(page)
    page.wait_for_timeout(300)
    assert stub.requests == [] and page.complaints == []
    assert frames(page).count() == 0 and page.locator("figure.embed").count() == 7
    assert page.context.cookies() == [] and page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate(SHIFTS) <= 0.01


def test_load_once(open_embeds, stub):
    """C-41: this one and no other, with a title, a policy on referrers and no more rights than it needs."""
    page = open_embeds()
    figure = page.locator("figure.embed").first
    figure.scroll_into_view_if_needed()
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
    asked = [url for _, url, _, _ in stub.requests if "favicon" not in url]
    assert asked == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&start=30"]
    assert stub.requests[0][3].get("Referer") == "https://embeds.interconnect.example/"
    assert page.complaints == []
    after = figure.bounding_box()
    assert (after["width"], after["height"]) == (before["width"], before["height"]) and page.evaluate(SHIFTS) <= 0.01
    page.reload()
    page.wait_for_timeout(300)
    assert frames(page).count() == 0


def test_always_needs_a_place_to_take_it_back(open_embeds):
    """C-5: without the consent component there is no lasting permission."""
    page = open_embeds()
    assert page.get_by_role("button", name="Always load").count() == 0
    assert page.get_by_role("button", name="Load once").count() == 7


def test_always_load_holds_for_the_service_until_it_is_taken_back(open_asked, stub):
    page = open_asked()
    page.locator(".consent [data-consent=none]").click()
    page.get_by_role("button", name="Always load YouTube").first.click()
    page.wait_for_timeout(300)
    services = page.locator("figure.embed:has(iframe)").evaluate_all("all => all.map(one => one.dataset.service)")
    assert services == ["youtube"] * 3
    stub.requests.clear()
    page.reload(wait_until="load")
    scroll_through(page)
    page.wait_for_timeout(500)
    hosts = {url.split("/")[2] for _, url, _, _ in stub.requests}
    assert hosts == {"www.youtube-nocookie.com"} and frames(page).count() == 3
    assert page.complaints == [] and page.evaluate(SHIFTS) <= 0.01
    page.locator("[data-consent-open]").first.click()
    page.locator(".consent-dialog [data-consent=none]").click()
    page.wait_for_load_state("load")
    page.wait_for_timeout(500)
    assert frames(page).count() == 0


def test_accepting_all_loads_what_was_declared(open_asked, stub):
    page = open_asked()
    page.locator(".consent [data-consent=all]").click()
    page.wait_for_timeout(300)
    # The category is that of every embed.
    assert frames(page).count() == 7


@pytest.mark.parametrize("width", [320, 1280])
def test_a_frame_takes_the_room_of_its_placeholder(open_embeds, width):
    """CLS 0: each figure is as tall when it is loaded as before."""
    page = open_embeds(viewport={"width": width, "height": 800})
    heights = "all => all.map(one => one.offsetHeight)"
    before = page.locator("figure.embed").evaluate_all(heights)
    load_all(page)
    assert frames(page).count() == 7
    assert page.locator("figure.embed").evaluate_all(heights) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_there_is_a_link(open_embeds, stub):
    page = open_embeds(java_script_enabled=False)
    assert stub.requests == []
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
def test_accessible(options, open_asked, stub):
    """axe on placeholders, then on loaded embeds."""
    page = open_asked(**options)
    page.locator(".consent [data-consent=none]").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    load_all(page)
    scroll_through(page)
    assert violations(page) == []


def test_budgets(output):
    """The script is at most 1.5 KB, and pages without shortcodes have neither it nor the style sheet."""
    [script] = (output / "assets/js").glob("embeds.*.js")
    assert len(gzip.compress(script.read_bytes())) <= 1_536
    home = (output / "index.html").read_text()
    assert "js/embeds." not in home and "css/shortcodes." not in home


def test_policy_names_the_hosts_of_embeds(output):
    """C-60: those whose shortcodes are used, and no others."""
    policy = next(line for line in (output / "_headers").read_text().splitlines() if "frame-src" in line)
    hosts = policy.split("frame-src ")[1].split(";")[0].split()
    assert hosts == ["https://" + host for host in [
        "codepen.io", "open.spotify.com", "player.vimeo.com", "www.openstreetmap.org", "www.youtube-nocookie.com"]]


def test_feeds_hold_what_is_left_without_scripts(output):
    """M-30: a title and a link, a figure's picture; nothing that loads."""
    feed = (output / "ai/feed.xml").read_text()
    item = next(item for item in feed.split("<item>") if "every-shortcode" in item)
    for word in ["<iframe", "<script", "<button", "<form", "data-", "youtube-nocookie"]:
        assert word not in item, word
    for word in ["A talk about chips", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "every-shortcode/poster-1200.", "https://x.com/name/status/123"]:
        assert word in item, word


def test_markup(output):
    """Nothing loads by itself, and every frame's address waits in an attribute."""
    page = lxml.html.fromstring((output / PATH.strip("/") / "index.html").read_bytes())
    assert not page.xpath("//main//iframe | //main//script | //main//@style")
    for figure in page.xpath("//figure[contains(@class, 'embed')]"):
        assert figure.get("data-category") == "external-media" and figure.get("data-service")
        assert figure.get("data-source").startswith("https://") and figure.xpath(".//a[starts-with(@href, 'https://')]")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
