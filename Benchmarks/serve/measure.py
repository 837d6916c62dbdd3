#!/usr/bin/env python3
"""Measure `sitegen serve`: from save to the new page, at several sizes, and its memory.

    bin/sitegen build --quiet && bin/browser-environment      # the program, and the browser's packages
    .venv/bin/python Benchmarks/serve/measure.py [--articles 100,1000,10000] [--edits 50] [--memory-edits 200]
        [--headline]

A browser shows an article; a sentence is added to its text, or to its headline, which lists and other articles show
too. The time is taken from the rename that saves it to the moment when the browser has drawn the new page with
everything that it shows, be it that the words were put in their place or that the page was loaded anew. Beside it
stands the time of the build as `serve` itself reports it: the rest is the silence after the save, the notice to the
browser, and the browser. The articles are those of bin/bench
(Benchmarks/corpus.py), on a file system in memory if there is one.
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "Tests" / "Browser"))
import previews  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

# Tells this program the last sentence of the page when it has been drawn: after a load, and after words were replaced.
SEEN = """addEventListener('load', () => {
    const sentence = () => document.body.textContent.match(/Sentence number \\d+/g)?.pop() ?? '';
    const tell = () => requestAnimationFrame(() => setTimeout(() => seen(sentence())));
    new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
    tell();
})"""


def make_project(folder, articles):
    subprocess.run([sys.executable, PROJECT / "Benchmarks" / "corpus.py", folder / "Content", str(articles)],
                   check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(PROJECT / "Content" / "pages", folder / "Content" / "pages")
    shutil.copytree(PROJECT / "Templates", folder / "Templates")
    shutil.copy(PROJECT / "sitegen.yaml", folder)


def page_of(file):
    """The address of an article of the corpus."""
    return f"/{file.parent.name}/{file.stem}/"


def measure(browser, folder, articles, edits, is_headline):
    make_project(folder, articles)
    file = sorted((folder / "Content").glob("*/*.md"))[articles // 3]
    while file.parent.name in ("pages", "authors"):
        file = sorted((folder / "Content").glob("ai/*.md"))[0]
    with previews.Preview(folder) as preview:
        page, drawn, loads = browser.new_page(), {}, []
        page.expose_function("seen", lambda sentence: drawn.setdefault(sentence, time.perf_counter()))
        page.on("load", lambda _: loads.append(1))
        page.add_init_script(SEEN)
        page.goto(preview.address + page_of(file), wait_until="load")
        while not drawn:
            page.wait_for_timeout(5)
        time.sleep(2)
        times, builds = [], []
        text = file.read_text()
        for number in range(edits):
            sentence, built = f"Sentence number {number}", preview.builds
            new = file.with_name(f".{file.name}.new")
            new.write_text(text.replace('title: "', f'title: "{sentence}: ', 1) if is_headline
                           else f"{text}\n{sentence}.\n")
            start = time.perf_counter()
            os.replace(new, file)
            # Seldom enough to be in nobody's way; what the page tells has its time all the same.
            while sentence not in drawn:
                page.wait_for_timeout(50)
            times.append(1000 * (drawn[sentence] - start))
            while preview.builds == built:
                page.wait_for_timeout(50)
            builds.append(duration(preview.output))
            # Nobody saves again while the browser is still at work on the page.
            page.wait_for_timeout(500)
        assert len(drawn) == edits + 1, f"{len(drawn)} versions for {edits} edits"
        page.close()
        return times, builds, len(loads) - 1, preview.memory(), preview.memory("VmHWM")


def duration(output):
    """What the last build took, in milliseconds."""
    value, unit = re.findall(r"in the preview \(([\d.]+) (ms|s)\)", output)[-1]
    return float(value) * (1000 if unit == "s" else 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", default="100,1000,10000")
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--memory-edits", type=int, default=200, help="edits at the smallest size, for the memory")
    parser.add_argument("--headline", action="store_true", help="edit the headline instead of the text")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.articles.split(",")]
    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        print("articles  edits  loads  save to new page (ms): median  worst   its build: median  worst   memory MB  peak MB")
        for index, size in enumerate(sizes):
            edits = max(arguments.edits, arguments.memory_edits) if index == 0 else arguments.edits
            with tempfile.TemporaryDirectory(dir=parent) as folder:
                times, builds, loads, resident, peak = measure(
                    browser, pathlib.Path(folder), size, edits, arguments.headline)
            print(f"{size:8}  {edits:5}  {loads:5}  {statistics.median(times):29.0f}  {max(times):5.0f}"
                  f"  {statistics.median(builds):18.0f}  {max(builds):5.0f}  {resident:10.0f}  {peak:7.0f}", flush=True)


if __name__ == "__main__":
    main()
