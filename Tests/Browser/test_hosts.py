"""The demo publication on real hosts and on a plain server, at the root and under a path, with the files that sitegen writes for them."""
import gzip
import pathlib
import re
import shutil
import subprocess
import tempfile
import textwrap
import urllib.parse

import hosts
import lxml.html
import pytest
import variants

SETTINGS = """
precompress: true
redirects:
  - {from: /2019/old name/, to: "/ai/gpt-5-launch/#top"}
  - {from: /alt/größe/, to: /chips/, status: 308}
  - {from: /old-feed.rss, to: /feed.xml, status: 302}
  - {from: /tags/gone/, status: 410, reason: This tag is no longer used.}
  - {from: /shop/, to: "https://shop.example.com/?from=news&price=$1", status: 307}
"""
MOVED = {
    "/2019/old%20name/": (301, "/ai/gpt-5-launch/#top"),
    "/alt/gr%C3%B6%C3%9Fe/": (308, "/chips/"),
    "/old-feed.rss": (302, "/feed.xml"),
}


class Published:
    """The demo, built for an address; another host's files are a rebuild away."""

    def __init__(self, base):
        self.base = base
        # Apache reads as another user, to whom the folders of tests are closed.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hosted-"))
        self.folder.chmod(0o755)
        self.source, self.root = self.folder / "source", self.folder / "www"
        self.site = self.root / base.lstrip("/")
        for name in ("Content", "Templates"):
            shutil.copytree(variants.ROOT / name, self.source / name)
        (self.source / "Content/ai/retracted.md").write_text(
            "---\ntitle: A retracted story\ndate: 2025-05-01\ntype: removed\nreason: It was wrong.\n---\n\nText.\n")
        text = (variants.ROOT / "sitegen.yaml").read_text().split("\nenvironments:")[0]
        text += "\nenvironments:\n  test:\n" + textwrap.indent(SETTINGS, "    ")
        (self.source / "sitegen.yaml").write_text(text)

    def build(self, host):
        subprocess.run(
            [variants.sitegen(), "build", "--source", self.source, "--output", self.site, "--quiet", "--hosting", host,
             *variants.IMAGES, "--environment", "test", "--base-url", f"https://www.interconnect.example{self.base}"], check=True)


@pytest.fixture(scope="module")
def publications():
    known = {}
    yield lambda base: known.get(base) or known.setdefault(base, Published(base))
    for published in known.values():
        shutil.rmtree(published.folder)


@pytest.fixture(scope="module", params=[(base, kind) for base in ("", "/news/tech") for kind in hosts.KINDS],
                ids=lambda param: f"{param[1]}{param[0] and ' below a path'}")
def host(request, publications):
    base, kind = request.param
    published = publications(base)
    published.build(kind)
    host = hosts.Host(kind, published.root, published.site)
    host.kind, host.published = kind, published
    yield host
    host.stop()


@pytest.fixture
def published(host):
    return host.published


def sitemap(published):
    text = (published.site / "sitemap.xml").read_text()
    return [urllib.parse.urlsplit(address).path for address in re.findall("<loc>(.*?)</loc>", text)]


def test_every_page_of_the_sitemap_is_there(host, published):
    paths = sitemap(published)
    assert len(paths) > 100
    wrong = []
    for path in paths:
        answer = host.get(path)
        if answer.status != 200 or answer.headers["Content-Type"].lower() != "text/html; charset=utf-8":
            wrong.append((path, answer.status, answer.headers["Content-Type"]))
    assert wrong == [], host.complaints


def test_files_have_their_types(host, published):
    style = next(published.site.glob("assets/css/main.*.css")).name
    script = next(published.site.glob("assets/js/*.js")).name
    for path, type in {
        "/feed.xml": "application/rss+xml; charset=utf-8", "/ai/feed.xml": "application/rss+xml; charset=utf-8",
        "/atom.xml": "application/atom+xml; charset=utf-8", "/ai/feed.json": "application/feed+json; charset=utf-8",
        f"/assets/css/{style}": "text/css; charset=utf-8", f"/assets/js/{script}": "text/javascript; charset=utf-8",
        "/robots.txt": "text/plain; charset=utf-8",
    }.items():
        answer = host.get(published.base + path)
        assert (answer.status, answer.headers["Content-Type"].lower()) == (200, type), path
    assert re.fullmatch(r"(text|application)/xml(; charset=utf-8)?", host.get(published.base + "/sitemap.xml").headers["Content-Type"].lower())


def test_headers_are_as_configured(host, published):
    """A-24, A-30, A-31: each once, on pages, files and errors alike."""
    style = next(published.site.glob("assets/css/main.*.css")).name
    for path, cache in {
        "/": "public, max-age=0, must-revalidate", "/ai/": "public, max-age=0, must-revalidate",
        "/feed.xml": "public, max-age=0, must-revalidate", "/nothing/": "public, max-age=0, must-revalidate",
        f"/assets/css/{style}": "public, max-age=31536000, immutable",
    }.items():
        headers = host.get(published.base + path).headers
        assert headers.get_all("Cache-Control") == [cache], path
        assert headers.get_all("X-Content-Type-Options") == ["nosniff"], path
        assert headers.get_all("Strict-Transport-Security") == ["max-age=63072000"], path
        assert headers.get_all("Permissions-Policy") == ["camera=(), geolocation=(), microphone=()"], path
        policy = headers.get_all("Content-Security-Policy")
        assert len(policy) == 1 and policy[0].startswith("default-src 'none'; manifest-src 'self'; script-src 'self'"), path


def test_old_addresses_lead_to_the_new_ones(host, published):
    for path, (status, target) in MOVED.items():
        answer = host.get(published.base + path)
        assert answer.status == status, path
        assert urllib.parse.urljoin("http://127.0.0.1", answer.headers["Location"]).removeprefix(
            f"http://127.0.0.1:{host.port}").removeprefix("http://127.0.0.1") == published.base + target, path
    answer = host.get(published.base + "/shop/")
    assert answer.status == 307
    assert answer.headers["Location"] == "https://shop.example.com/?from=news&price=%241"


def test_what_is_gone_is_said_to_be_so(host, published):
    for path, file, reason in (
        ("/ai/retracted/", "ai/retracted/index.html", "It was wrong."),
        ("/tags/gone/", "tags/gone/index.html", "This tag is no longer used."),
    ):
        answer = host.get(published.base + path)
        assert answer.status == 410, path
        assert answer.body == (published.site / file).read_bytes() and reason in answer.body.decode()
        assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
        assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
        assert published.base + path not in sitemap(published)


def test_what_is_not_there_is_said_to_be_so(host, published):
    page = (published.site / "404.html").read_bytes()
    for path in ("/nothing/", "/ai/nothing.html", "/.sitegen-files", "/.hosting/nginx.conf", "/.htaccess"):
        answer = host.get(published.base + path)
        assert answer.status in ((403, 404) if path == "/.htaccess" else (404,)), path
        if answer.status == 404:
            assert answer.body == page, path
            assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8", path


def test_compressed_files_go_to_whoever_takes_them(host, published):
    for path, file, type in (
        ("/ai/", "ai/index.html", "text/html; charset=utf-8"),
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/feed.xml", "feed.xml", "application/rss+xml; charset=utf-8"),
    ):
        plain = (published.site / file).read_bytes()
        assert host.get(published.base + path).body == plain
        answer = host.get(published.base + path, Accept_Encoding="gzip")
        assert answer.status == 200 and answer.headers["Content-Encoding"] == "gzip", path
        assert answer.body == (published.site / f"{file}.gz").read_bytes()
        assert gzip.decompress(answer.body) == plain
        assert answer.headers["Content-Type"].lower() == type
        assert "accept-encoding" in answer.headers["Vary"].lower()
        # nginx needs a module for brotli, which its settings say.
        if host.kind != "nginx":
            answer = host.get(published.base + path, Accept_Encoding="gzip, br")
            assert answer.headers["Content-Encoding"] == "br", path
            assert answer.headers["Content-Type"].lower() == type
            assert answer.body == (published.site / f"{file}.br").read_bytes()
            assert subprocess.run(["brotli", "-dc"], input=answer.body, capture_output=True, check=True).stdout == plain


def test_a_folder_without_its_slash_leads_to_it(host, published):
    answer = host.get(published.base + "/ai")
    assert answer.status in (301, 308)
    assert urllib.parse.urlsplit(answer.headers["Location"]).path == published.base + "/ai/"


@pytest.fixture(scope="module", params=["", "/news/tech"], ids=["plain", "plain below a path"])
def plain(request, publications):
    """Python's own server: it serves files, and knows neither redirects nor headers nor error pages."""
    published = publications(request.param)
    published.build("none")
    host = hosts.Host("plain", published.root, published.site)
    yield host, published
    host.stop()


def test_a_plain_server_has_every_page_of_the_sitemap(plain):
    host, published = plain
    paths = sitemap(published)
    answers = {path: host.get(path) for path in paths}
    assert len(paths) > 100
    assert {path for path, answer in answers.items() if answer.status != 200 or answer.headers["Content-Type"] != "text/html"} == set()
    # Every page says by itself how it is written.
    assert all(b'<meta charset="utf-8">' in answer.body for answer in answers.values())


def test_a_plain_server_has_every_file(plain):
    """Feeds come as XML or JSON, which every reader takes; what the sitemap and robots.txt name is there."""
    host, published = plain
    for path, types in {
        "/feed.xml": ("text/xml", "application/xml"), "/ai/atom.xml": ("text/xml", "application/xml"), "/feed.json": ("application/json",),
        "/sitemap.xml": ("text/xml", "application/xml"), "/robots.txt": ("text/plain",), "/llms.txt": ("text/plain",),
        "/404.html": ("text/html",), f"/assets/css/{next(published.site.glob('assets/css/main.*.css')).name}": ("text/css",),
    }.items():
        answer = host.get(published.base + path)
        assert answer.status == 200 and answer.headers["Content-Type"] in types, (path, answer.headers["Content-Type"])
    pictures = re.findall("<image:loc>(.*?)</image:loc>", (published.site / "sitemap.xml").read_text())
    assert len(pictures) > 20
    for picture in pictures:
        answer = host.get(urllib.parse.urlsplit(picture).path)
        assert answer.status == 200 and answer.headers["Content-Type"].startswith("image/"), picture


def test_on_a_plain_server_pages_lead_on_in_the_place_of_redirects(plain):
    """M-44: 200 with a page that says where it went, or that it is gone, and is not to be kept."""
    host, published = plain
    pages = {path: target for path, (_, target) in MOVED.items() if path.endswith("/")}
    for path, target in pages.items():
        answer = host.get(published.base + path)
        page = lxml.html.document_fromstring(answer.body)
        assert answer.status == 200 and page.xpath("//meta[@name='robots']/@content") == ["noindex"], path
        assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={published.base}{target}"]
        assert host.get(published.base + target.split("#")[0]).status == 200
    for path, reason in (("/ai/retracted/", "It was wrong."), ("/tags/gone/", "This tag is no longer used.")):
        answer = host.get(published.base + path)
        page = lxml.html.document_fromstring(answer.body)
        assert answer.status == 200 and reason in page.text_content(), path
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
    assert host.get(published.base + "/nothing/").status == 404
    assert host.get(published.base + "/ai").headers["Location"].endswith(published.base + "/ai/")


def test_below_a_path_no_link_leads_out_of_it(plain):
    """As lychee sees it, which resolves links from the root of the host."""
    host, published = plain
    assert hosts.broken_links(published.site, published.root) == {}
