"""The head of every kind of page: what search engines and social networks are told (M-40 to M-44)."""
import re
import urllib.parse

import conftest
import lxml.html
import PIL.Image
import pytest
from conftest import KINDS

HOST = f"https://{conftest.NAME}"
ROBOTS = "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1"
# Kinds of pages that search engines shall not keep.
HIDDEN = {"newsletter thanks", "not found"}


def one(page, path):
    """The one value of a path."""
    found = page.xpath(path)
    assert len(found) == 1, (path, found)
    return str(found[0])


def meta(page, name):
    return one(page, f"/html/head/meta[@name='{name}']/@content")


def graph(page, name):
    return one(page, f"/html/head/meta[@property='og:{name}']/@content")


def link(page, relation):
    return one(page, f"/html/head/link[@rel='{relation}']/@href")


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def page(kind, documents):
    return documents[KINDS[kind]]


def test_search_engines(kind, page):
    """M-40: title, description, canonical address, and what they may show."""
    title = page.findtext("head/title")
    assert title == "The Interconnect" if kind == "home" else re.fullmatch(r".+ – The Interconnect", title), title
    assert 20 <= len(meta(page, "description")) <= 320
    assert meta(page, "robots") == ("noindex, follow" if kind in HIDDEN else ROBOTS)
    if kind == "not found":
        assert page.xpath("//link[@rel='canonical']") == []
    else:
        assert link(page, "canonical") == HOST + urllib.parse.quote(KINDS[kind])


def test_social_networks(kind, page, site):
    """M-41, M-42: a title without the site's, a picture of the right size, type and alternative, a card."""
    is_article = bool(page.xpath("/html/body/main/article[@class='article']"))
    assert graph(page, "type") == ("article" if is_article else "website")
    assert graph(page, "site_name") == "The Interconnect"
    assert graph(page, "locale") == ("ja_JP" if page.get("lang") == "ja" else "en_US")
    assert graph(page, "url") == HOST + urllib.parse.quote(KINDS[kind])
    assert "The Interconnect" not in graph(page, "title") or KINDS[kind] in ("/", "/about/", "/editorial-policy/"), graph(page, "title")
    assert graph(page, "title").startswith("Sponsored: ") == (kind == "sponsored article")
    assert graph(page, "description") == meta(page, "description")
    picture = graph(page, "image")
    assert picture.startswith(f"{HOST}/assets/")
    with PIL.Image.open(site / picture.removeprefix(f"{HOST}/")) as image:
        assert image.size == (1200, 630) == (int(graph(page, "image:width")), int(graph(page, "image:height")))
        assert graph(page, "image:type") == image.get_format_mimetype() and image.format in ("JPEG", "PNG")
    assert graph(page, "image:alt") == meta(page, "twitter:image:alt") != ""
    assert meta(page, "twitter:card") == "summary_large_image" and meta(page, "twitter:site") == "@interconnect"


def test_articles(kind, page, documents):
    """M-41, M-43: dates with offsets, section, tags, and each author with a page that is there."""
    property = lambda name: page.xpath(f"/html/head/meta[@property='article:{name}']/@content")
    if graph(page, "type") != "article":
        assert page.xpath("//meta[starts-with(@property, 'article:')]|//head/link[@rel='author']|//meta[@name='author']") == []
        return
    shown = page.xpath("//article//time/@datetime")
    (published,), (modified,) = property("published_time"), property("modified_time")
    assert published in shown and modified in shown and re.search(r"[+-]\d\d:\d\d$|Z$", published)
    assert len(property("section")) == 1 and property("tag")
    profiles = property("author")
    assert page.xpath("/html/head/link[@rel='author']/@href") == [profile.removeprefix(HOST) for profile in profiles]
    assert all(profile.removeprefix(HOST) in documents for profile in profiles)
    names = page.xpath("/html/head/meta[@name='author']/@content")
    assert names and (len(names) == len(profiles) or kind in ("submitted article", "sponsored article"))
    # What was paid for and names nobody is of whoever paid.
    shown = page.xpath("string(//article/header)")
    assert all(name in shown for name in names)


def test_readers_programs(page, site):
    """M-34, M-43: feeds in three formats, icons, manifest and colours; every file is there."""
    types = page.xpath("/html/head/link[@rel='alternate']/@type")
    assert types[:3] == ["application/rss+xml", "application/atom+xml", "application/feed+json"]
    assert all(page.xpath("/html/head/link[@rel='alternate']/@title"))
    colours = page.xpath("/html/head/meta[@name='theme-color']/@media")
    assert colours == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]
    icons = page.xpath("/html/head/link[@rel='icon']/@type")
    assert icons == ["image/svg+xml", "image/png"] and link(page, "apple-touch-icon") and link(page, "manifest") == "/site.webmanifest"
    for address in page.xpath("/html/head/link[not(@rel='canonical' or @rel='author' or @rel='prev' or @rel='next')]/@href"):
        assert (site / address.lstrip("/")).is_file(), address


def test_pages_of_a_list_know_one_another(newsroom):
    """M-43: there and back again, each under its own address."""
    read = lambda path: lxml.html.parse(newsroom / path.lstrip("/") / "index.html").getroot()
    first, second = read("/ai/"), read("/ai/page/2/")
    assert link(first, "next") == "/ai/page/2/" and link(second, "prev") == "/ai/"
    assert first.xpath("//link[@rel='prev']") == []
    assert link(second, "canonical") == f"{HOST}/ai/page/2/" and "page 2" in second.findtext("head/title")


def test_what_appeared_elsewhere_first_says_so(newsroom):
    """M-40."""
    page = lxml.html.parse(newsroom / "ai/second-part/index.html").getroot()
    assert link(page, "canonical") == "https://first.example/second-part/"
    hidden = lxml.html.parse(newsroom / "ai/hidden/index.html").getroot()
    assert meta(hidden, "robots") == "noindex, follow"


def test_old_addresses_lead_on(newsroom):
    """M-44: for hosts that follow no lists, a page that leads on and is not to be kept."""
    for path in ("ai/old-name", "ai/second-name"):
        page = lxml.html.parse(newsroom / path / "index.html").getroot()
        assert link(page, "canonical") == f"{HOST}/ai/moved/" and meta(page, "robots") == "noindex"
        assert one(page, "//meta[@http-equiv='refresh']/@content") == "0; url=/ai/moved/"
    assert {line.split()[0] for line in (newsroom / "_redirects").read_text().splitlines() if line} >= {"/ai/old-name/", "/ai/second-name/"}
