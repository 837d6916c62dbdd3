"""Links, ids, headings, titles and sizes of every page, from the files as written."""
import gzip
import urllib.parse

import pytest
from conftest import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_is_there(kind, documents):
    assert KINDS[kind] in documents


def test_every_internal_link_leads_somewhere(documents, site):
    """Pages, pictures, style sheets, feeds and fragments."""
    broken = []
    for path, page in documents.items():
        for element in page.xpath("//*[@href or @src]"):
            target = element.get("href") or element.get("src")
            parts = urllib.parse.urlsplit(urllib.parse.urljoin(f"https://www.interconnect.example{path}", target))
            if parts.netloc != "www.interconnect.example":
                continue
            name = urllib.parse.unquote(parts.path)
            file = site / (name.lstrip("/") + ("index.html" if name.endswith("/") else ""))
            if not file.is_file():
                broken.append(f"{path}: {target}")
            elif parts.fragment and name in documents:
                if not documents[name].xpath("//*[@id=$id]", id=urllib.parse.unquote(parts.fragment)):
                    broken.append(f"{path}: {target} (no such id)")
    assert broken == []


def test_ids_are_unique_and_headings_in_order(documents):
    """A-1: one h1, no skipped level."""
    wrong = []
    for path, page in documents.items():
        ids = page.xpath("//@id")
        if len(ids) != len(set(ids)):
            wrong.append(f"{path}: an id twice")
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if levels.count(1) != 1:
            wrong.append(f"{path}: {levels.count(1)} h1")
        if any(later > earlier + 1 for earlier, later in zip(levels, levels[1:])):
            wrong.append(f"{path}: {levels}")
    assert wrong == []


def test_titles_and_descriptions(documents):
    """M-40: present everywhere, titles unique."""
    titles = {}
    for path, page in documents.items():
        titles.setdefault(page.findtext(".//title"), []).append(path)
        assert page.xpath("//meta[@name='description']/@content") != [""], path
        assert page.xpath("/html/@lang"), path
    assert {title: paths for title, paths in titles.items() if len(paths) > 1 or not title} == {}


def test_nothing_inline(documents):
    """A-5: no inline style, handler or script, apart from data blocks; a script only where there is an embed."""
    for path, page in documents.items():
        assert page.xpath("//*[@style]|//style") == [], path
        assert page.xpath("//script[not(@src)][not(@type='application/ld+json')]") == [], path
        assert len(page.xpath("//script[@src]")) == (1 if page.xpath("//figure[@data-service]") else 0), path
        assert [name for name in page.xpath("//@*") if str(name.attrname).startswith("on")] == [], path


def test_only_files_of_its_own(documents):
    """A-32: no script and no style sheet of another host, so there is nothing whose integrity must be checked."""
    for path, page in documents.items():
        addresses = page.xpath("//script/@src|//link[@rel='stylesheet' or @rel='preload']/@href")
        assert [address for address in addresses if not address.startswith("/")] == [], path


def test_the_picture_above_comes_first(documents):
    """A-21: one picture is fetched with haste and at once, the lead's; those in lists wait until they come into view."""
    for path, page in documents.items():
        hasty = page.xpath("//img[@fetchpriority='high']")
        assert len(hasty) <= 1 and not any(image.get("loading") for image in hasty), path
        assert all(image.get("loading") == "lazy" for image in page.xpath("//ul//article//img")), path
        assert all(image.get("decoding") == "async" for image in page.xpath("//img")), path
    for path in ("/", "/ai/gpt-5-launch/"):
        assert len(documents[path].xpath("//main//img[@fetchpriority='high']")) == 1, path


def test_fonts_come_with_the_readers_device(documents, site):
    """A-22: the theme downloads none."""
    assert [file for file in site.rglob("*") if file.suffix in (".woff", ".woff2", ".ttf", ".otf")] == []
    assert not any(page.xpath("//link[@as='font']") for page in documents.values())


def test_pictures_have_sizes_and_alternatives(documents):
    """A-3, A-20."""
    for path, page in documents.items():
        for image in page.xpath("//img"):
            assert image.get("alt") is not None, path
            assert image.get("width") and image.get("height"), (path, image.get("src"))


def test_budgets(articles, site):
    """A-23: bytes as a host would send them; all style sheets and all scripts, of which no page has all."""
    for path in articles:
        html = (site / path.lstrip("/") / "index.html").read_bytes()
        assert len(gzip.compress(html)) <= 20_000, path
    styles = {file.name.split(".")[0]: len(gzip.compress(file.read_bytes())) for file in site.rglob("*.css")}
    assert set(styles) == {"main", "shortcodes"} and sum(styles.values()) <= 12_000, styles
    assert sum(len(gzip.compress(file.read_bytes())) for file in site.rglob("*.js")) <= 8_000


def test_a_draft_and_an_embargoed_article_leave_no_trace(site):
    """E-7."""
    traces = ["model-cards-survey", "eleven-years-to-2038"]
    for file in site.rglob("*"):
        if file.is_file():
            assert not any(trace in file.as_posix() for trace in traces), file
            if file.suffix in (".html", ".xml", ".txt"):
                text = file.read_text()
                assert not any(trace in text for trace in traces), file
