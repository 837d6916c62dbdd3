"""Pages that hold up with what editors really write: endless headlines, no picture, many authors, other scripts."""
import shutil

import pytest
import variants
from conftest import violations

LONG = ("An extraordinarily long headline about the semiconductor supply chain, which goes on and on because nobody could "
        "decide what to leave out, and so everything was left in, with the names of all companies and every date")
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
COVER = variants.ROOT / "Content/ai/gpt-5-launch/cover.jpg"
SETTINGS = """
title: The Extraordinarily Long-Winded Technology Tribune
baseURL: https://www.interconnect.example
check: {links: off}
menu: [ai]
newsletter: {provider: buttondown, account: x}
"""
BODY = """Text before.

> قال الرئيس التنفيذي إن الشركة ستنشر الأوزان خلال شهر.

| Model | A long heading of a column | Another long heading | And one more for good measure | Number |
|---|---|--:|:-:|---|
| x | 1 | 2 | 3 | 4 |

```python
def a_function(with_a_long_parameter, and_another_long_parameter, and_one_more_long_parameter, and_a_last_parameter): pass
```

See https://example.com/a/very/long/address/that/never/ends/because/it/has/no/blanks/at/all/and/goes/on/and/on and this.[^1]

[^1]: Here.
"""
ARTICLES = {
    "long": (LONG, "authors: [Maximilian von Habsburg-Lothringen, Anna-Katharina Schwarzenberger, "
                   "Wolfeschlegelsteinhausenbergerdorff, Chidi Okonkwo-Adebayo, Lise Meitner]\nsummary: Short.\n", True),
    "word": (WORD, f"authors: [A]\nsummary: {WORD}\ntags: [{WORD}]\n", False),
    "japanese": ("ラピダス、北海道千歳で2ナノGAAトランジスタの試作を開始　動作を確認し2027年の量産へ一歩", "language: ja\n", True),
    "arabic": ("شركة جديدة تعلن عن أكبر نموذج لغوي باللغة العربية", "language: ar\n", False),
    "nothing": ("No summary, no author, no picture", "", False),
}


def hard(folder, settings):
    source = folder / "source"
    shutil.copytree(variants.ROOT / "Templates", source / "Templates")
    for day, (name, (title, front, has_cover)) in enumerate(ARTICLES.items(), 1):
        article = source / "Content/ai" / name
        article.mkdir(parents=True)
        if has_cover:
            shutil.copy(COVER, article / "cover.jpg")
            front += "cover: {image: cover.jpg, alt: A drawing}\n"
        (article / "index.md").write_text(f'---\ntitle: "{title}"\ndate: 2025-03-0{day}\n{front}---\n\n{BODY}')
    (source / "sitegen.yaml").write_text(settings)
    return variants.build(source, folder / "site")


@pytest.mark.parametrize("path", ["/", "/ai/", "/archive/2025/03/", *(f"/ai/{name}/" for name in ARTICLES)])
def test_hard_content_fits_and_reads(path, publish, open_page):
    page = open_page(publish("hard", hard, SETTINGS) + path, viewport={"width": 320, "height": 700})
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        outside = page.evaluate("""() => [...document.querySelectorAll('h1, h2, h3, p, li, time')]
            .filter(element => !element.closest('pre, .table-scroll, .table-wrap, .table, .visually-hidden, .honeypot, .skip-link'))
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1).map(element => element.outerHTML.slice(0, 60))""")
        assert outside == [], width
    assert violations(page) == []


def test_a_quotation_runs_in_its_own_direction(publish, open_page):
    page = open_page(publish("hard", hard, SETTINGS) + "/ai/long/")
    edges = page.evaluate("""() => {
        const paragraph = document.querySelector('blockquote p'), range = document.createRange()
        range.selectNodeContents(paragraph)
        return [paragraph.getBoundingClientRect().right, range.getBoundingClientRect().right]
    }""")
    assert abs(edges[0] - edges[1]) < 2
