"""The demo publication as built, a host that serves it with its headers, and a browser."""
import pathlib

import lxml.html
import pytest
import servers
import variants
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / ".build" / "demo-site"

# One page of each kind.
KINDS = {
    "home": "/",
    "article": "/ai/speculative-decoding-explained/",
    "article with corrections": "/chips/nvidia-record-one-day-loss/",
    "submitted article": "/security/the-mail-that-will-not-come/",
    "sponsored article": "/business/what-an-egress-bill-tells-you/",
    "article in Japanese": "/chips/rapidus-2nm-prototype/",
    "article without cover": "/chips/nvidia-five-trillion/",
    "article with an embed": "/chips/tsmc-arizona-expansion/",
    "article with a pull quote": "/chips/us-takes-intel-stake/",
    "part of a series": "/policy/ai-act-prohibitions-apply/",
    "section": "/ai/",
    "tags": "/tags/",
    "tag": "/tags/openai/",
    "authors": "/authors/",
    "author": "/authors/amanda-zhang/",
    "series index": "/series/",
    "series": "/series/the-ai-act-step-by-step/",
    "archive": "/archive/",
    "year": "/archive/2025/",
    "month": "/archive/2025/03/",
    "about": "/about/",
    "contact": "/contact/",
    "editorial policy": "/editorial-policy/",
    "corrections": "/corrections/",
    "submission guidelines": "/submission-guidelines/",
    "privacy policy": "/privacy-policy/",
    "terms of service": "/terms-of-service/",
    "legal notice": "/legal-notice/",
    "accessibility": "/accessibility/",
    "newsletter": "/newsletter/",
    "newsletter thanks": "/newsletter/thanks/",
    "cookies": "/cookies/",
    "not found": "/404.html",
}


NAME = "www.interconnect.example"


@pytest.fixture(scope="session")
def site():
    return SITE if (SITE / "index.html").exists() else variants.build(ROOT, SITE)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """A publication with everything in it that machines are told about."""
    return variants.newsroom(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture(scope="session")
def host(tmp_path_factory, site):
    """The host of the demo publication and of the others that tests build."""
    host = servers.Host(tmp_path_factory.mktemp("host"))
    host.publish(NAME, site)
    yield host
    host.stop()


@pytest.fixture(scope="session")
def internet(host):
    """Everything that is not the publication, for the whole run."""
    return servers.Stub(host)


@pytest.fixture
def stub(internet):
    """The same, with no request recorded yet."""
    internet.forget()
    return internet


@pytest.fixture(scope="session")
def address(host):
    return f"https://{NAME}"


@pytest.fixture(scope="session")
def publish(host, tmp_path_factory):
    """Builds a publication once and serves it: publish(name, variants.demo, settings)."""
    known = {}

    def publish(name, kind, settings):
        if name not in known:
            known[name] = kind(tmp_path_factory.mktemp(name), settings)
            host.publish(f"{name}.interconnect.example", known[name])
        return f"https://{name}.interconnect.example"

    return publish


def launch(playwright, host, internet):
    """Debian's Chromium, for which every name leads to this machine."""
    port = internet.server_address[1]
    rules = f"MAP *.interconnect.example 127.0.0.1:{host.port}, MAP * 127.0.0.1:{port}"
    # Its sandbox needs privileges that containers do not have.
    return playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", f"--host-resolver-rules={rules}", "--disable-features=HttpsUpgrades"])


@pytest.fixture(scope="session")
def browser(host, internet):
    with sync_playwright() as playwright:
        browser = launch(playwright, host, internet)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens a page; options go to the browser's context (viewport, colour scheme …)."""
    contexts = []

    def open(path, context=None, init=None, **options):
        if context is None:
            options.setdefault("viewport", {"width": 1280, "height": 900})
            context = browser.new_context(ignore_https_errors=True, **options)
            contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.complaints, page.requested = [], []
        page.on("console", lambda message: message.type in ("error", "warning") and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(path if path.startswith("https:") else address + path, wait_until="load")
        return page

    yield open
    for context in contexts:
        context.close()


def violations(page):
    """What axe finds, element by element."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="session")
def documents(site):
    """Every HTML page of the site, parsed, by its address."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = "/" + file.relative_to(site).as_posix()
        path = path.removesuffix("index.html") if path.endswith("/index.html") else path
        found[path] = lxml.html.document_fromstring(file.read_bytes(), parser=parser)
    return found


@pytest.fixture(scope="session")
def articles(documents):
    """The pages of articles, by their address."""
    return {path: page for path, page in documents.items() if page.xpath("//meta[@property='og:type'][@content='article']")}
