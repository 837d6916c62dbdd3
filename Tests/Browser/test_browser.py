"""The pages in a real browser: accessibility, layout, storage, requests, the newsletter form."""
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import KINDS

AXE = Axe()


def violations(page):
    found = AXE.run(page).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("kind", KINDS)
def test_page_in_a_browser(kind, open_page, address):
    """Accessible (axe); no error; nothing stored, no one else contacted (C-1); fits 1280 px."""
    page = open_page(KINDS[kind])
    assert violations(page) == []
    assert page.complaints == []
    assert [url for url in page.requested if not url.startswith((address, "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_page_fits_a_phone(kind, width, open_page):
    """WCAG 1.4.10: no scrolling in two directions."""
    page = open_page(KINDS[kind], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("options", [
    {"color_scheme": "dark"},
    {"viewport": {"width": 320, "height": 800}},
    {"forced_colors": "active"},
], ids=["dark", "320 px", "forced colours"])
@pytest.mark.parametrize("kind", ["home", "article", "submitted article", "sponsored article", "newsletter", "not found"])
def test_accessible_in_other_settings(kind, options, open_page):
    assert violations(open_page(KINDS[kind], **options)) == []


@pytest.mark.parametrize("kind", ["home", "article", "section"])
def test_layout_does_not_shift(kind, open_page):
    """A-20: CLS at most 0.01."""
    page = open_page(KINDS[kind])
    shift = page.evaluate("""() => new Promise(done => {
        let sum = 0
        new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
            .observe({type: 'layout-shift', buffered: true})
        window.scrollTo(0, document.body.scrollHeight)
        setTimeout(() => done(sum), 400)
    })""")
    assert shift <= 0.01


def test_missing_address_shows_the_error_page(open_page, address, browser):
    page = browser.new_page()
    answer = page.goto(address + "/no/such/page/")
    assert answer.status == 404 and "not found" in page.title().lower()
    page.close()


def test_skip_link_comes_first(open_page):
    """A-1."""
    page = open_page(KINDS["article"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_newsletter_form_without_javascript(browser, address):
    """N-2, N-4, N-13: a native POST with exactly the fields that the provider expects."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sent = []

    def answer(route):
        sent.append((route.request.method, route.request.url, route.request.post_data))
        route.fulfill(status=200, content_type="text/html", body="<title>Check your inbox</title>")

    context.route("https://buttondown.com/**", answer)
    page.goto(address + KINDS["newsletter"])
    form = page.locator("main form")
    form.locator("input[type=email]").fill("reader@example.org")
    form.locator("button[type=submit]").click()
    page.wait_for_url("https://buttondown.com/**")
    method, url, body = sent[0]
    assert method == "POST" and url == "https://buttondown.com/api/emails/embed-subscribe/interconnect-demo"
    fields = urllib.parse.parse_qs(body, keep_blank_values=True)
    assert fields.pop("email") == ["reader@example.org"] and set(fields) <= {"embed", "tag"}
    context.close()
