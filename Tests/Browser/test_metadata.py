"""The structured data of every page, taken out by a crawler's library and judged by SHACL shapes (M-1 to M-11)."""
import copy
import json
import pathlib
import urllib.parse

import conftest
import extruct
import lxml.html
import pyshacl
import pytest
import rdflib

SHAPES = rdflib.Graph().parse(pathlib.Path(__file__).parent / "schemas" / "metadata.ttl")
HOST = f"https://{conftest.NAME}"
# Pages that say nothing: errors, old addresses, and what was removed.
ROBOTS = "string(//meta[@name='robots']/@content)"


def read(file):
    """The JSON of a page as a crawler finds it, in order."""
    return extruct.extract(file.read_text(), base_url=HOST, syntaxes=["json-ld"])["json-ld"]


def judge(blocks):
    """What the shapes refuse of a page, in their own words; nothing is fetched."""
    graph = rdflib.Graph()
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        graph.parse(data=json.dumps(block | {"@context": {"@vocab": "https://schema.org/"}}), format="json-ld", base=HOST)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=SHAPES, meta_shacl=False, advanced=False)
    return "" if conforms else text


@pytest.fixture(scope="module", params=["demo", "newsroom"])
def published(request):
    """A site, with what each of its pages says, by path."""
    site = request.getfixturevalue("site" if request.param == "demo" else "newsroom")
    return site, {"/" + file.relative_to(site).as_posix().removesuffix("index.html"): read(file) for file in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def data(newsroom):
    """What the pages of the newsroom say, by path and type."""
    def data(path, type):
        return next(block for block in read(newsroom / path.lstrip("/") / "index.html") if block["@type"] == type)
    return data


def test_the_shapes_accept_every_page(published):
    site, pages = published
    refused = {path: text for path, text in ((path, judge(blocks)) for path, blocks in pages.items()) if text}
    assert refused == {}
    silent = {path for path, blocks in pages.items() if not blocks}
    for path in silent:
        page = lxml.html.parse(site / (path.lstrip("/") + ("index.html" if path.endswith("/") else "")))
        assert page.xpath(ROBOTS).startswith("noindex"), path
    kinds = {block["@type"] for blocks in pages.values() for block in blocks}
    assert kinds >= {"NewsArticle", "AdvertiserContentArticle", "ProfilePage", "BreadcrumbList", "WebSite", "CollectionPage", "AboutPage"}


def wrong(change):
    """A page's data with a mistake in it."""
    return pytest.param(change, id=change.__doc__)


def remove(*path):
    def change(block):
        for key in path[:-1]:
            block = block[key]
        del block[path[-1]]
    change.__doc__ = f"without {'.'.join(map(str, path))}"
    return change


def put(value, *path):
    def change(block):
        for key in path[:-1]:
            block = block[key]
        block[path[-1]] = value
    change.__doc__ = f"{'.'.join(map(str, path))} is {json.dumps(value)}"
    return change


PERSON = {"@type": "Person", "@id": f"{HOST}/authors/x/#author", "name": "X", "url": f"{HOST}/authors/x/"}


@pytest.mark.parametrize("path, type, change", [
    ("/ai/both/", "NewsArticle", change) for change in [
        remove("headline"), remove("author"), remove("author", 0, "name"), remove("author", 1, "url"), remove("datePublished"),
        remove("dateModified"), remove("publisher"), remove("publisher", "name"), remove("publisher", "logo"),
        remove("publisher", "correctionsPolicy"), remove("image", 0, "url"), remove("correction", 0, "datePublished"),
        remove("correction", 0, "text"), remove("mainEntityOfPage"), remove("articleSection"), remove("isPartOf", "url"),
        put("2025-03-01", "datePublished"), put("2025-03-01T09:00:00", "dateModified"), put("3 minutes", "timeRequired"),
        put("By Amanda Zhang", "author", 0, "name"), put("Amanda Zhang and Priya Raghunathan", "author", 0, "name"),
        put("/cover.jpg", "image", 0, "url"), put("1200", "image", 0, "width"), put("AI", "image", 0, "digitalSourceType"),
        put("yes", "isAccessibleForFree"), put({"@type": "Organization", "name": "X"}, "sponsor"), put("News", "genre"),
        put(["A", "B"], "headline"), put("", "headline"), put("English", "inLanguage"), put("CC-BY", "image", 1, "license"),
        put("in spring", "publisher", "foundingDate"),
    ]
] + [
    ("/business/paid/", "AdvertiserContentArticle", remove("sponsor")),
    ("/authors/amanda-zhang/", "ProfilePage", remove("mainEntity")),
    ("/authors/amanda-zhang/", "ProfilePage", remove("mainEntity", "name")),
    ("/authors/amanda-zhang/", "ProfilePage", put("mailto:a@x.example", "mainEntity", "sameAs")),
    ("/authors/amanda-zhang/", "ProfilePage", put([PERSON, PERSON | {"@id": "urn:x"}], "mainEntity")),
    ("/ai/both/", "BreadcrumbList", remove("itemListElement", 1)), ("/ai/both/", "BreadcrumbList", remove("itemListElement", 0, "name")),
    ("/ai/both/", "BreadcrumbList", put("/ai/", "itemListElement", 0, "item")),
    ("/ai/", "CollectionPage", remove("mainEntity", "itemListElement", 0, "url")), ("/ai/", "CollectionPage", remove("name")),
    ("/", "WebSite", remove("publisher")), ("/", "WebSite", remove("name")),
], ids=lambda value: value if isinstance(value, str) else value.__doc__)
def test_the_shapes_refuse(path, type, change, data):
    """Shapes that take everything would prove nothing."""
    block = copy.deepcopy(data(path, type))
    assert judge([block]) == ""
    change(block)
    assert judge([block]) != ""


def test_the_data_is_strict_json_that_no_text_ends(published):
    """M-10: the library forgives more than search engines do."""
    site, pages = published
    for file in site.rglob("*.html"):
        for text in lxml.html.parse(file).xpath("//script[@type='application/ld+json']/text()"):
            assert "<" not in text and json.loads(text), file


def test_the_data_says_what_readers_see(published):
    """M-2, M-4, M-5, M-9, M-11: headline, byline, dates, corrections, who paid, and what a machine drew."""
    site, pages = published
    count = 0
    for path, blocks in pages.items():
        for article in blocks:
            if article["@type"] not in ("NewsArticle", "AdvertiserContentArticle"):
                continue
            count += 1
            page = lxml.html.parse(site / path.lstrip("/") / "index.html").getroot()
            assert article["headline"] == page.xpath("string(//h1)").strip(), path
            assert article["dateModified"] >= article["datePublished"] or article["dateModified"][19:] != article["datePublished"][19:]
            times = page.xpath("//article//time/@datetime")
            assert article["datePublished"] in times, path
            assert (article["dateModified"] == article["datePublished"]) or article["dateModified"] in times, path
            shown = " ".join(page.xpath("//article[@class='article']//text()"))
            for author in article["author"]:
                assert author["name"] in shown, path
            for correction in article.get("correction", []):
                assert correction["text"] in shown, path
            label = page.xpath("string(//article[@class='article']/header)")
            assert ("sponsor" in article) == ("Sponsored by" in label), path
            drawn = any("digitalSourceType" in image for image in article.get("image", []))
            assert drawn == ("AI-generated" in page.xpath("string(//article/figure/figcaption)")), path
            assert article["url"] == HOST + urllib.parse.quote(path)
    assert count >= 7


def test_what_the_data_names_is_there(published):
    """M-1, M-3, M-6, M-7: pictures, logo, policies, profiles, lists and breadcrumbs lead somewhere."""
    site, pages = published
    missing = set()

    def visit(value, path):
        if isinstance(value, dict):
            value = value.values()
        if isinstance(value, str):
            parts = urllib.parse.urlsplit(value)
            name = urllib.parse.unquote(parts.path).lstrip("/")
            if value.startswith(HOST) and not (site / name / ("index.html" if not name or name.endswith("/") else "")).is_file():
                missing.add((path, value))
        elif not isinstance(value, (int, float)):
            for part in value:
                visit(part, path)

    for path, blocks in pages.items():
        visit(blocks, path)
    assert missing == set()


def test_an_article_has_everything(data):
    """M-1 to M-5, M-7: all authors one by one, three crops, corrections, series and the way to it."""
    article = data("/ai/both/", "NewsArticle")
    assert [author["name"] for author in article["author"]] == ["Amanda Zhang", "Priya Raghunathan"]
    assert [author["url"] for author in article["author"]] == [f"{HOST}/authors/amanda-zhang/", f"{HOST}/authors/priya-raghunathan/"]
    assert [editor["name"] for editor in article["editor"]] == ["Ingrid Solheim"]
    shapes = [round(image["width"] / image["height"], 1) for image in article["image"]]
    assert shapes == [1.8, 1.3, 1.0] and all(image["width"] * image["height"] >= 50_000 for image in article["image"])
    assert {(image["license"], image["copyrightNotice"], image["creditText"]) for image in article["image"]} == {
        ("https://licenses.example/by/4.0/", "2025 The Interconnect", "The Interconnect")}
    assert article["correction"][0]["text"] == "It was Tuesday, not <Monday>."
    assert article["isPartOf"]["name"] == "The long story" and article["position"] == 1
    assert article["keywords"] == ["Chips", "R&D"]
    steps = data("/ai/both/", "BreadcrumbList")["itemListElement"]
    assert [step["item"] for step in steps] == [f"{HOST}/ai/", f"{HOST}/ai/both/"]


def test_who_paid_and_who_sent_it_in(data):
    """E-8, M-9, M-11."""
    paid = data("/business/paid/", "AdvertiserContentArticle")
    assert paid["sponsor"] == {"@type": "Organization", "name": "Example Company"} == paid["author"][0]
    sent = data("/ai/sent-in/", "NewsArticle")
    assert sent["author"] == [{"@type": "Person", "name": "Dana Whitlock"}] and "copyrightHolder" not in sent
    assert {image["digitalSourceType"] for image in sent["image"]} == {"https://schema.org/TrainedAlgorithmicMediaDigitalSource"}


def test_where_it_appeared_first(data):
    """M-40: the page elsewhere is the one to keep."""
    assert data("/ai/second-part/", "NewsArticle")["mainEntityOfPage"]["@id"] == "https://first.example/second-part/"
