"""Feeds as validators, a parser library and a feed reader see them (M-30 to M-35)."""
import datetime
import email.utils
import json
import pathlib
import re
import sqlite3
import subprocess
import urllib.parse

import conftest
import feedparser
import lxml.etree
import lxml.html
import pytest

SCHEMAS = pathlib.Path(__file__).parent / "schemas"
HOST = f"https://{conftest.NAME}"
NAMES = {"feed.xml": "rss20", "atom.xml": "atom10", "feed.json": "json"}


@pytest.fixture(scope="module")
def feeds(site):
    """All feeds, by their path."""
    found = {name: sorted(site.rglob(name)) for name in NAMES}
    assert len({len(files) for files in found.values()}) == 1, "each feed is there in all formats"
    return found


@pytest.fixture(scope="module")
def headlines(site):
    """The headline of every article, by its full address."""
    found = {}
    for page in site.rglob("index.html"):
        tree = lxml.html.parse(page)
        if tree.xpath("//meta[@property='og:type'][@content='article']"):
            found[tree.xpath("//meta[@property='og:url']/@content")[0]] = tree.xpath("string(//h1)").strip()
    return found


def is_headline(title, headline):
    return title in (headline, f"Sponsored: {headline}")


def feed_address(site, file):
    return f"{HOST}/{file.relative_to(site).as_posix()}"


def test_everything_that_has_articles_has_feeds(site, feeds):
    """M-30: the publication, its sections, tags, authors and series."""
    folders = {file.parent.relative_to(site).as_posix() for file in feeds["feed.xml"]}
    assert {".", "ai", "tags/openai", "authors/amanda-zhang", "series/the-ai-act-step-by-step"} <= folders
    assert {page.parent.relative_to(site).as_posix() for page in site.glob("tags/*/index.html")} <= folders


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_feeds_are_valid(name, feeds, site):
    """M-30 and M-32, against schemas; every relation to itself is right, and every id stands once."""
    schema = lxml.etree.RelaxNG(file=SCHEMAS / ("rss.rng" if name == "feed.xml" else "atom.rng"))
    for file in feeds[name]:
        document = lxml.etree.parse(file)
        assert schema.validate(document), f"{file}: {schema.error_log}"
        own = document.xpath("//*[local-name()='link'][@rel='self']/@href")
        assert own == [feed_address(site, file)]
        ids = document.xpath("//*[local-name()='guid' or local-name()='id']/text()")
        assert len(ids) == len(set(ids)), file


def test_the_schemas_refuse_what_is_wrong(site):
    """A schema that takes everything would prove nothing."""
    for name, removed in [("feed.xml", "pubDate"), ("feed.xml", "description"), ("atom.xml", "updated"), ("atom.xml", "id")]:
        schema = lxml.etree.RelaxNG(file=SCHEMAS / ("rss.rng" if name == "feed.xml" else "atom.rng"))
        document = lxml.etree.parse(site / name)
        element = document.xpath(f"//*[local-name()='{removed}']")[0]
        element.getparent().remove(element)
        assert not schema.validate(document), (name, removed)


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_parser_reads_them(name, feeds, headlines):
    """M-30 and M-32, with a feed reader's own parser."""
    for file in feeds[name]:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo and feed.version == NAMES[name] and feed.entries, file
        for entry in feed.entries:
            assert is_headline(entry.title, headlines[entry.link]), file
            assert entry.id == entry.link and entry.published_parsed and entry.content[0].value
            assert "<script" not in entry.content[0].value and "style=" not in entry.content[0].value
            assert 'href="/' not in entry.content[0].value and 'src="/' not in entry.content[0].value


def test_json_feeds_are_complete(feeds, headlines, site):
    """M-33: what version 1.1 of the format asks for."""
    for file in feeds["feed.json"]:
        feed = json.loads(file.read_text())
        assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
        assert feed["feed_url"] == feed_address(site, file) and feed["home_page_url"].startswith(HOST)
        rss = lxml.etree.parse(file.with_name("feed.xml"))
        assert [item["url"] for item in feed["items"]] == rss.xpath("//item/link/text()")
        for item in feed["items"]:
            assert item["id"] == item["url"] and is_headline(item["title"], headlines[item["url"]])
            assert item["content_html"] and "author" not in item
            for key in ("date_published", "date_modified"):
                assert datetime.datetime.fromisoformat(item[key]).tzinfo
            assert all(author["name"] for author in item["authors"])


@pytest.fixture(scope="module", params=["site", "newsroom"])
def published(request):
    return request.getfixturevalue(request.param)


def content(file):
    """The full texts of a feed's entries, as HTML, by id."""
    if file.name == "feed.json":
        return {item["id"]: item["content_html"] for item in json.loads(file.read_text())["items"]}
    document = lxml.etree.parse(file)
    entries = document.xpath("//*[local-name()='item' or local-name()='entry']")
    part = lambda entry, names: entry.xpath(f"string(*[{' or '.join(f'name()={name!r}' for name in names)}])")
    return {part(entry, ["guid", "id"]): part(entry, ["content:encoded", "content"]) for entry in entries}


def test_dates_are_those_of_mail(published):
    """M-30: RFC 822 with a year of four digits, one space, a numeric zone; never later than the feed itself."""
    pattern = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
    for file in published.rglob("feed.xml"):
        document = lxml.etree.parse(file)
        built = email.utils.parsedate_to_datetime(document.findtext("channel/lastBuildDate"))
        for text in document.xpath("//pubDate/text()|//lastBuildDate/text()"):
            date = email.utils.parsedate_to_datetime(text)
            assert pattern.fullmatch(text) and date.strftime("%a") == text[:3] and date <= built, (file, text)


def test_everything_in_its_order(published):
    """M-30: items after all that describes the channel, a summary before the full text, one file at most, pictures with types."""
    for file in published.rglob("feed.xml"):
        channel = lxml.etree.parse(file).find("channel")
        names = [child.tag for child in channel]
        assert "item" not in names or set(names[names.index("item"):]) == {"item"}, file
        for item in channel.findall("item"):
            tags = [lxml.etree.QName(child).localname for child in item]
            assert "description" not in tags or tags.index("description") < tags.index("encoded"), file
            assert tags.count("enclosure") <= 1 and tags.count("guid") == 1
        for picture in channel.xpath("//*[local-name()='content'][@medium]"):
            assert picture.get("url").startswith("https://") and picture.get("type", "").startswith("image/"), file


def test_texts_work_wherever_they_are_read(published):
    """M-30: full addresses everywhere, also in lists of sizes; nothing that runs, frames, asks or is styled."""
    count = 0
    for name in NAMES:
        for file in published.rglob(name):
            for id, html in content(file).items():
                text = lxml.html.fragment_fromstring(html, create_parent="div")
                count += 1
                for value in text.xpath("//@href|//@src|//@poster|//@cite|//@action|//@data"):
                    assert re.match("(https?|mailto|tel):", value), (file, id, value)
                for value in text.xpath("//@srcset"):
                    assert all(part.strip().startswith("https://") for part in value.split(",")), (file, id, value)
                assert text.xpath("//script|//style|//iframe|//object|//embed|//form|//button|//input[not(@type='checkbox')]|//link|//meta|//@style") == [], (file, id)
                assert [at for at in text.xpath("//@*") if at.attrname.startswith(("on", "data-"))] == [], (file, id)
    assert count > 50


def test_feeds_are_no_larger_than_readers_take(published):
    """M-31."""
    for name in NAMES:
        for file in published.rglob(name):
            is_list = file.relative_to(published).parts[0] in ("tags", "authors", "series")
            assert file.stat().st_size <= 1_500_000 and len(content(file)) <= (10 if is_list else 50), file


def test_an_article_that_moved_is_known_by_its_first_address(newsroom):
    """M-30, M-32, M-33: in all formats, so that nobody gets it twice; it links to where it is now."""
    first, now = f"{HOST}/ai/old-name/", f"{HOST}/ai/moved/"
    for name in NAMES:
        ids = list(content(newsroom / name))
        assert first in ids and now not in ids, name
    feed = feedparser.parse((newsroom / "feed.xml").read_bytes())
    entry = next(entry for entry in feed.entries if entry.id == first)
    assert entry.link == now and not entry.guidislink
    assert (newsroom / "ai/old-name/index.html").is_file()


def test_feeds_name_their_hub(newsroom):
    """M-35: with the address that they have themselves."""
    for name in ("feed.xml", "atom.xml"):
        for file in newsroom.rglob(name):
            links = lxml.etree.parse(file).xpath("//*[local-name()='link'][@rel='hub']/@href")
            assert links == ["https://hub.example/"], file
    for file in newsroom.rglob("feed.json"):
        assert json.loads(file.read_text())["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}], file


def test_everybody_is_named(newsroom):
    """M-30, E-8, E-9: each author by themselves, whoever paid, whoever sent it in."""
    items = {item.findtext("link"): item for item in lxml.etree.parse(newsroom / "feed.xml").xpath("//item")}
    creators = lambda path: [creator.text for creator in items[f"{HOST}{path}"].findall("{http://purl.org/dc/elements/1.1/}creator")]
    assert creators("/ai/both/") == ["Amanda Zhang", "Priya Raghunathan"]
    assert creators("/business/paid/") == ["Example Company"] and creators("/ai/sent-in/") == ["Dana Whitlock"]
    assert items[f"{HOST}/business/paid/"].findtext("title") == "Sponsored: Paid for"


def test_pages_offer_their_feeds(site):
    """M-34: the publication's feeds on every page, those of what the page is about besides."""
    expected = {"index.html": ["/"], "ai/index.html": ["/", "/ai/"], "tags/openai/index.html": ["/", "/tags/openai/"],
                "ai/gpt-5-launch/index.html": ["/", "/ai/"], "authors/amanda-zhang/index.html": ["/", "/authors/amanda-zhang/"],
                "archive/index.html": ["/"]}
    for page, folders in expected.items():
        links = lxml.html.parse(site / page).xpath("//link[@rel='alternate']")
        assert [link.get("href") for link in links] == [folder + name for folder in folders for name in NAMES], page
        assert all((site / link.get("href").lstrip("/")).is_file() and link.get("title") for link in links)


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "tags/openai/feed.xml", "authors/amanda-zhang/atom.xml"])
def test_a_feed_reader_shows_every_article(path, site, headlines, tmp_path):
    """A program that people read with: titles, authors, dates and texts arrive as they are."""
    (tmp_path / "urls").write_text(f"file://{urllib.parse.quote(str(site / path))}\n")
    (tmp_path / "config").write_text("refresh-on-startup no\n")
    command = ["newsboat", "-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config", "-x", "reload"]
    subprocess.run([str(part) for part in command], check=True, timeout=300, capture_output=True)
    with sqlite3.connect(tmp_path / "cache.db") as database:
        items = database.execute("SELECT url, title, author, pubDate, content FROM rss_item").fetchall()
    for url, title, author, published, content in items:
        assert is_headline(title, headlines[url]), url
        assert author and published > 0 and len(content) > 100, url
    shown = {url for url, *_ in items}
    if "/" in path:
        assert shown and shown < set(headlines)
    else:
        assert shown == set(headlines), "the feed of the publication has all articles of the demo"
