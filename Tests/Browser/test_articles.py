"""What an article page shows, and what it tells machines."""
import json
import re
import urllib.parse

import pytest


def text(page, path):
    """The text of an element; a wide space of Japanese text is no white space of HTML."""
    return re.sub(r"[ \n\t]+", " ", " ".join(page.xpath(path)[0].itertext())).strip()


def test_every_article_has_the_parts_of_an_article(articles):
    assert len(articles) >= 30
    for path, page in articles.items():
        assert page.xpath("//article//h1"), path
        assert page.xpath("//article//a[@href='/%s/']" % path.split("/")[1]), path
        assert page.xpath("//article//time/@datetime"), path
        assert " min read" in text(page, "//article"), path
        assert page.xpath("//a[@rel='prev' or @rel='next']"), path
        assert page.xpath("//footer//a[@href='/privacy-policy/']") and page.xpath("//a[@href='/terms-of-service/']"), path
        assert page.xpath("//footer//a[@href='/legal-notice/']") and page.xpath("//footer//a[@href='/cookies/']"), path


def test_you_may_also_like_has_four_other_articles(articles):
    for path, page in articles.items():
        if page.xpath("/html[@lang='ja']"):
            continue  # There is no other article in Japanese.
        assert text(page, "//aside[@aria-labelledby='related-heading']//h2") == "You May Also Like", path
        links = page.xpath("//aside[@aria-labelledby='related-heading']//li//h3//a/@href")
        assert len(set(links)) == len(links) == 4 and path not in links, path


def test_byline_with_two_authors(articles):
    page = articles["/chips/us-takes-intel-stake/"]
    assert text(page, "//*[@class='byline']") == "By Ingrid Solheim and Priya Raghunathan"
    assert page.xpath("//*[@class='byline']//a[@rel='author']/@href") == ["/authors/ingrid-solheim/", "/authors/priya-raghunathan/"]


def test_submitted_article_carries_its_note(articles):
    """E-9, E-10."""
    page = articles["/security/the-mail-that-will-not-come/"]
    whole = text(page, "//article")
    assert "Dana Whitlock" in whole and "News Submission Rules and Guidelines" in whole
    assert "Illustration: AI-generated" in whole and "computer" in whole
    assert page.xpath("//article//a[@href='/submission-guidelines/']")
    mail = page.xpath("//article//a[starts-with(@href, 'mailto:copyright@')]/@href")[0]
    fields = urllib.parse.parse_qs(urllib.parse.urlsplit(mail).query)
    assert fields["subject"][0].startswith("Copyright report: ")
    assert fields["body"] == ["https://www.interconnect.example/security/the-mail-that-will-not-come/"]


def test_sponsored_article_says_so_everywhere(articles, documents):
    """E-8: on its page before the headline, and on every card."""
    path = "/business/what-an-egress-bill-tells-you/"
    page = articles[path]
    assert "Sponsored by Harbor Light Hosting" in text(page, "//article//header").split("What an egress bill")[0]
    assert page.xpath("//meta[@property='og:title']/@content")[0].startswith("Sponsored: ")
    for other, document in documents.items():
        for link in document.xpath("//li[.//h3//a[@href=$path]]", path=path):
            assert "Sponsored" in " ".join(link.itertext()), other
    for other, document in articles.items():
        assert not document.xpath("//aside[@aria-labelledby='related-heading']//a[@href=$path]", path=path), other


def test_corrections_updates_series_and_contents(articles, documents):
    """E-5, E-6."""
    corrected = articles["/chips/nvidia-record-one-day-loss/"]
    assert corrected.xpath("//*[@id='corrections-heading']")
    assert documents["/corrections/"].xpath("//main//a[@href='/chips/nvidia-record-one-day-loss/']")
    assert articles["/ai/openai-liam-fedus-departure/"].xpath("//*[@id='updates-heading']")
    assert documents["/policy/ai-act-prohibitions-apply/"].xpath("//a[@href='/series/the-ai-act-step-by-step/']")
    assert articles["/ai/speculative-decoding-explained/"].xpath("//nav[@aria-labelledby='contents-heading']//a[starts-with(@href, '#')]")


def test_article_in_japanese(articles):
    """E-3: 500 characters a minute."""
    page = articles["/chips/rapidus-2nm-prototype/"]
    assert page.xpath("/html/@lang") == ["ja"]
    minutes = int(text(page, "//article").split(" min read")[0].split()[-1])
    characters = sum(0x3040 <= ord(c) <= 0x9fff for c in text(page, "//*[@class='prose']"))
    assert abs(minutes - characters / 500) <= 1


def structured(page):
    found = [json.loads(script.text) for script in page.xpath("//script[@type='application/ld+json']")]
    return [item for entry in found for item in (entry if isinstance(entry, list) else entry.get("@graph", [entry]))]


def test_structured_data_matches_the_page(articles):
    """M-1, M-2, M-4, M-11."""
    for path, page in articles.items():
        kinds = {"NewsArticle", "AdvertiserContentArticle", "OpinionNewsArticle", "AnalysisNewsArticle"}
        article = next(item for item in structured(page) if item["@type"] in kinds)
        assert article["headline"] == text(page, "//h1"), path
        assert article["datePublished"] == page.xpath("//article//time/@datetime")[0], path
        assert article["dateModified"] >= article["datePublished"][:10], path
        assert article["publisher"]["name"], path
        authors = [author["name"] for author in article["author"]]
        bylines = page.xpath("//*[@class='byline']//a[@rel='author']/text()")
        if bylines:
            assert authors == bylines, path
        assert page.xpath("//link[@rel='canonical']/@href") == [f"https://www.interconnect.example{path}"]
        assert page.xpath("//meta[@property='og:image']/@content")[0].startswith("https://"), path


def test_sitemap_lists_pages_that_are_there(site, documents):
    """M-20."""
    import lxml.etree

    tree = lxml.etree.parse(site / "sitemap.xml")
    addresses = [node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    paths = [urllib.parse.unquote(address.removeprefix("https://www.interconnect.example")) for address in addresses]
    assert len(paths) == len(set(paths)) and set(paths) <= set(documents)
    assert not {"/404.html", "/newsletter/thanks/", "/newsletter/error/"} & set(paths)
    assert "Sitemap: https://www.interconnect.example/sitemap.xml" in (site / "robots.txt").read_text()
