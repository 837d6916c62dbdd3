"""Publications that the tests build: the demo with other settings, and small ones."""
import pathlib
import shutil
import subprocess
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sitegen():
    """The program as compiled; `bin/test` and `bin/sitegen` see to it that it is there."""
    return ROOT / ".build" / "release" / "sitegen"


# The pictures of the demo, encoded once for all that is built of it.
IMAGES = ["--image-cache", ROOT / ".sitegen" / "images"]


def build(source, output, *options):
    subprocess.run([sitegen(), "build", "--source", source, "--output", output, "--quiet", *IMAGES, *options], check=True)
    return output


def demo(folder, settings):
    """The demo publication with settings over its own, as `environments:` puts them."""
    source = folder / "source"
    for name in ("Content", "Templates"):
        shutil.copytree(ROOT / name, source / name)
    text = (ROOT / "sitegen.yaml").read_text().split("\nenvironments:")[0]
    text += "\nenvironments:\n  test:\n" + textwrap.indent(textwrap.dedent(settings), "    ")
    (source / "sitegen.yaml").write_text(text)
    return build(source, folder / "site", "--environment", "test")


# What a newsroom needs that the demo has not, or not at once: by path below Content/.
NEWSROOM = {
    "ai/both.md": """
        title: "Two authors, <b>one</b> title & </script>"
        date: 2025-03-01T09:00:00+01:00
        updated: 2025-03-03
        authors: [amanda-zhang, priya-raghunathan]
        editors: [ingrid-solheim]
        tags: [Chips, "R&D"]
        series: {name: The long story, part: 1}
        summary: Both of them wrote it, and a third one edited it.
        cover:
          image: /cover.jpg
          alt: Arcs of five colors
          caption: Arcs.
          credit: The Interconnect
          copyright: 2025 The Interconnect
          license: https://licenses.example/by/4.0/
        corrections: [{date: 2025-03-02, text: "It was Tuesday, not <Monday>."}]
        updates: [{date: 2025-03-03, text: The court has ruled.}]
        """,
    "ai/second-part.md": """
        title: The second part
        date: 2025-03-02
        authors: [amanda-zhang]
        series: {name: The long story, part: 2}
        canonical: https://first.example/second-part/
        """,
    "business/paid.md": """
        title: Paid for
        date: 2025-03-09T10:00:00Z
        type: sponsored
        sponsor: Example Company
        disclosure: Example Company paid for this article.
        """,
    "ai/sent-in.md": """
        title: Sent in
        date: 2025-03-03
        submitted: {by: Dana Whitlock}
        cover: {image: /cover.jpg, alt: Arcs of five colors, aiGenerated: true}
        """,
    "ai/moved.md": """
        title: It has moved
        date: 2025-03-09T22:00:00-05:00
        authors: [amanda-zhang]
        aliases: [/ai/old-name/, /ai/second-name/]
        cover: {image: /cover.jpg, alt: Arcs of five colors}
        """,
    "ai/japanese.md": """
        title: 量子コンピュータの話
        date: 2025-03-04
        authors: [kenji-morita]
        language: ja
        """,
    "ai/hidden.md": """
        title: Not for search engines
        date: 2025-03-09
        authors: [amanda-zhang]
        noindex: true
        """,
}

NEWSROOM_SETTINGS = """
    title: The Newsroom (test)
    menu: [ai, business]
    check: {links: off}
    pageSize: 3
    markdown: {rawHTML: true}
    feeds: {hub: "https://hub.example/"}
    crawlers: {training: refuse, refuse: [NosyBot]}
    security:
      contact: ["mailto:security@interconnect.example", "https://www.interconnect.example/contact/"]
      expires: 2025-12-31
      languages: [en, de]
      policy: https://www.interconnect.example/editorial-policy/
    """


def newsroom(folder, settings=""):
    """A publication of March 10, 2025, with everything in it that metadata, feeds and sitemaps speak of."""
    source = folder / "source"
    shutil.copytree(ROOT / "Templates", source / "Templates")
    for name in ("pages", "authors"):
        shutil.copytree(ROOT / "Content" / name, source / "Content" / name)
    shutil.copy(ROOT / "Content/ai/gpt-5-launch/cover.jpg", source / "Content/cover.jpg")
    text = "Words with ![arcs](/cover.jpg) and [a link](/ai/both/#part).\n\n## Part\n\nMore words.\n"
    markup = '\n<img src="/cover.jpg" srcset="/cover.jpg 1x, ../x.jpg 2x" alt="Arcs"><a href="../../about/">About</a>\n'
    for path, matter in NEWSROOM.items():
        file = source / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / "Content/cover.jpg", file.parent / "x.jpg")
        file.write_text(f"---\n{textwrap.dedent(matter).strip()}\n---\n\n{text}{'' if 'submitted' in matter else markup}")
    configuration = (ROOT / "sitegen.yaml").read_text().split("\nenvironments:")[0]
    configuration += "\nenvironments:\n  test:\n" + textwrap.indent(textwrap.dedent(NEWSROOM_SETTINGS + settings), "    ")
    (source / "sitegen.yaml").write_text(configuration)
    return build(source, folder / "site", "--environment", "test", "--now", "2025-03-10T12:00:00Z")


def small(folder, settings, pages=("newsletter.md", "newsletter", "privacy-policy.md", "cookies.md", "legal-notice.md")):
    """A publication with one article and the standing pages that its forms lead to."""
    source = folder / "source"
    shutil.copytree(ROOT / "Templates", source / "Templates", ignore=lambda folder, names: [
        name for name in names if (source / pathlib.Path(folder).relative_to(ROOT) / name).is_file()], dirs_exist_ok=True)
    for page in pages:
        target = source / "Content" / "pages" / page
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / "Content/pages" / page).is_dir() else shutil.copy
        copy(ROOT / "Content/pages" / page, target)
    (source / "Content/ai").mkdir()
    (source / "Content/ai/one.md").write_text(
        "---\ntitle: One article\ndate: 2025-03-01\nsummary: What it says.\n---\n\nText.\n")
    (source / "sitegen.yaml").write_text(
        "title: The Small Paper\nbaseURL: https://www.interconnect.example\ncheck: {links: off}\n"
        + textwrap.dedent(settings))
    return build(source, folder / "site")
