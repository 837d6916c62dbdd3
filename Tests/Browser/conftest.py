"""The demo publication as built, a server that serves it as a strict host would, and a browser."""
import functools
import http.server
import os
import pathlib
import subprocess
import threading

import lxml.html
import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / ".build" / "demo-site"

# A-30, without what the demo does not need; the provider of the newsletter may receive the form.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self' https://buttondown.com; frame-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

# One page of each kind.
KINDS = {
    "home": "/",
    "article": "/ai/speculative-decoding-explained/",
    "article with corrections": "/chips/nvidia-record-one-day-loss/",
    "submitted article": "/security/the-mail-that-will-not-come/",
    "sponsored article": "/business/what-an-egress-bill-tells-you/",
    "article in Japanese": "/chips/rapidus-2nm-prototype/",
    "article without cover": "/chips/nvidia-five-trillion/",
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


class StrictHandler(http.server.SimpleHTTPRequestHandler):
    """Pretty addresses, the 404 page, and the Content-Security-Policy of a careful host."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        body = (SITE / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def site():
    if not (SITE / "index.html").exists():
        subprocess.run([ROOT / "bin" / "sitegen", "build", "--source", ROOT, "--output", SITE, "--quiet"], check=True)
    return SITE


@pytest.fixture(scope="session")
def address(site):
    handler = functools.partial(StrictHandler, directory=os.fspath(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        # Debian's Chromium; its sandbox needs privileges that containers do not have.
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens a page of the site; options go to the browser's context (viewport, colour scheme …)."""
    contexts = []

    def open(path, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.requested = [], []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(address + path, wait_until="load")
        return page

    yield open
    for context in contexts:
        context.close()


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
