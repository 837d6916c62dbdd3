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
