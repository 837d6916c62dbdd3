"""Sitemaps against schemas and against the site that they describe (M-20 to M-24), robots.txt and security.txt."""
import datetime
import pathlib
import subprocess
import urllib.parse

import conftest
import lxml.etree
import lxml.html
import protego
import pytest
import sectxt
import variants

SCHEMAS = pathlib.Path(__file__).parent / "schemas"
HOST = f"https://{conftest.NAME}"
RECORDED = variants.ROOT / "Tests/SyndicationTests/Sitemaps"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "image": "http://www.google.com/schemas/sitemap-image/1.1",
         "news": "http://www.google.com/schemas/sitemap-news/0.9"}


def schema_of(document):
    return "sitemap-index.xsd" if document.getroot().tag.endswith("sitemapindex") else "sitemap.xsd"


def complaints(document):
    """What the schema says of a sitemap or an index."""
    schema = lxml.etree.XMLSchema(file=str(SCHEMAS / schema_of(document)))
    return "" if schema.validate(document) else str(schema.error_log)


@pytest.fixture(scope="module", params=["demo", "newsroom", "recorded"])
def files(request):
    """The sitemaps of a site; those of one with more than 50,000 pages are recorded by the tests in Swift."""
    if request.param == "recorded":
        return sorted(RECORDED.glob("*.xml"))
    return sorted(request.getfixturevalue("site" if request.param == "demo" else request.param).glob("*sitemap*.xml"))


def test_they_are_valid(files):
    assert files
    for file in files:
        assert complaints(lxml.etree.parse(file)) == "", file
        assert file.stat().st_size <= 50_000_000


def test_another_judge_agrees(files):
    """xmllint reads schemas by itself, and asks for nothing from the network."""
    for file in files:
        schema = SCHEMAS / schema_of(lxml.etree.parse(file))
        subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, file], check=True, capture_output=True)


@pytest.mark.parametrize("wrong", [
    ("<lastmod>2025-03-04T09:00:00-04:00</lastmod>", "<lastmod>2025-03-04T09:00:00</lastmod>"),
    ("<lastmod>2025-03-04T09:00:00-04:00</lastmod>", "<lastmod>March 4</lastmod>"),
    ("<lastmod>2025-03-04T09:00:00-04:00</lastmod>", "<priority>0.5</priority>"),
    ("<loc>https://x.example/r&#x26;d/</loc>\n", ""), ("<loc>https://x.example/r&#x26;d/</loc>", "<loc>/r/</loc>"),
    ("<loc>https://x.example/r&#x26;d/</loc>", "<loc>https://x.example/größe/</loc>"),
    ("<loc>https://x.example/r&#x26;d/</loc>", "<loc>https://x.example/r&#x26;d/ai/d4/</loc>"),
    ("<loc>https://x.example/r&#x26;d/</loc>", f"<loc>https://x.example/{'a' * 2_040}/</loc>"),
    ("<image:loc>https://x.example/r&#x26;d/ai/chip.jpg</image:loc>", "<image:title>A chip</image:title>"),
], ids=lambda pair: pair[1][:40])
def test_the_schema_of_sitemaps_refuses(wrong):
    check_refused("sitemap-1.xml", *wrong)


@pytest.mark.parametrize("wrong", [
    ("<news:name>The Daily Chip</news:name>", "<news:name>The Daily Chip (test)</news:name>"),
    ("<news:language>en</news:language>", "<news:language>en-US</news:language>"), ("<news:language>en</news:language>", ""),
    ("<news:publication_date>2025-03-04T09:00:00-04:00</news:publication_date>", ""),
    ("</news:title>", "</news:title><news:genres>Blog</news:genres>"),
    ("</news:news>", "</news:news><news:news/>"),
], ids=lambda pair: pair[1][:40])
def test_the_schema_of_news_refuses(wrong):
    check_refused("news-sitemap-1.xml", *wrong)


@pytest.mark.parametrize("wrong", [("<loc>https://x.example/r&#x26;d/sitemap-1.xml</loc>\n", ""), ("sitemap>", "url>")], ids=["loc", "url"])
def test_the_schema_of_the_index_refuses(wrong):
    check_refused("sitemap.xml", *wrong)


def check_refused(name, old, new):
    text = (RECORDED / name).read_text()
    assert old in text
    document = lxml.etree.ElementTree(lxml.etree.fromstring(text.replace(old, new).encode()))
    assert complaints(document) != ""
    empty = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
    assert complaints(lxml.etree.ElementTree(lxml.etree.fromstring(empty))) != "", "M-22"


@pytest.mark.parametrize("kind", ["site", "newsroom"])
def test_they_list_what_search_engines_may_keep(kind, request):
    """M-20, M-23: all pages that say so of themselves and no others, with the day of their own last change and their pictures."""
    site = request.getfixturevalue(kind)
    entries = lxml.etree.parse(site / "sitemap.xml").xpath("/s:urlset/s:url", namespaces=NAMES)
    listed = {entry.findtext("s:loc", namespaces=NAMES): entry for entry in entries}
    kept = {}
    for file in site.rglob("index.html"):
        page = lxml.html.parse(file)
        address = HOST + urllib.parse.quote("/" + file.relative_to(site).as_posix().removesuffix("index.html"))
        is_first = not page.xpath("//link[@rel='prev']")
        if page.xpath("//meta[@name='robots'][starts-with(@content, 'index')]") and page.xpath("string(//link[@rel='canonical']/@href)") == address and is_first:
            kept[address] = page
    assert set(listed) == set(kept)
    for address, page in kept.items():
        modified = page.xpath("string(//meta[@property='article:modified_time']/@content)")
        if modified:
            assert listed[address].findtext("s:lastmod", namespaces=NAMES) == modified, address
        for picture in listed[address].xpath("image:image/image:loc/text()", namespaces=NAMES):
            assert (site / urllib.parse.unquote(picture.removeprefix(HOST + "/"))).is_file(), picture


def test_news_is_what_is_two_days_old(newsroom, site):
    """M-21, M-22: nothing that was paid for or is hidden; without news there is no file, and nobody is told of one."""
    document = lxml.etree.parse(newsroom / "news-sitemap.xml")
    assert document.xpath("//s:loc/text()", namespaces=NAMES) == [f"{HOST}/ai/moved/"]
    assert document.xpath("//news:name/text()", namespaces=NAMES) == ["The Newsroom"]
    assert document.xpath("//news:title/text()", namespaces=NAMES) == ["It has moved"]
    for folder, count in ((newsroom, 2), (site, 1)):
        robots = protego.Protego.parse((folder / "robots.txt").read_text())
        assert len(list(robots.sitemaps)) == count == len(list(folder.glob("*sitemap*.xml")))
        assert all((folder / address.removeprefix(HOST + "/")).is_file() for address in robots.sitemaps)


def test_crawlers_know_what_they_may_read(newsroom, site):
    """M-24: as Google's own parser would understand it."""
    robots = protego.Protego.parse((newsroom / "robots.txt").read_text())
    for agent, may in {"Googlebot": True, "OAI-SearchBot": True, "GPTBot": False, "CCBot": False, "Google-Extended": False, "NosyBot": False}.items():
        assert robots.can_fetch(f"{HOST}/ai/both/", agent) == may, agent
    open_to_all = protego.Protego.parse((site / "robots.txt").read_text())
    assert all(open_to_all.can_fetch(f"{HOST}/ai/", agent) for agent in ("Googlebot", "GPTBot", "NosyBot"))


def security(newsroom, text=None):
    """What the validator of the Dutch government's Internet.nl says of the file."""
    text = text or (newsroom / ".well-known/security.txt").read_text()
    parser = sectxt.Parser(text.encode(), urls=f"{HOST}/.well-known/security.txt")
    # The file is from the time of the publication, and the validator knows no other clock than the wall's.
    return {error["code"] for error in parser.errors} - {"expired"}, parser


def test_security_contact(newsroom):
    """M-50, RFC 9116."""
    errors, parser = security(newsroom)
    assert errors == set()
    assert parser.preferred_languages == ["en", "de"]
    text = (newsroom / ".well-known/security.txt").read_text()
    expires = next(line for line in text.splitlines() if line.startswith("Expires: ")).removeprefix("Expires: ")
    assert datetime.datetime.fromisoformat(expires).isoformat() == "2025-12-31T00:00:00+00:00"
    for old, new, code in (
        ("Contact: mailto:", "Contact: ", "no_uri"), ("Expires: 2025-12-31T00:00:00Z", "Expires: soon", "invalid_expiry"),
        (f"Canonical: {HOST}/", "Canonical: https://other.example/", "no_canonical_match"),
    ):
        assert old in text
        assert code in security(newsroom, text.replace(old, new))[0], code
