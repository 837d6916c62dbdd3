#!/usr/bin/env python3
"""Measure the picture engine beside libvips' own command, for the same outputs.

    swift build -c release --product pictures
    Benchmarks/pictures/measure.py PICTURE...

Each picture is encoded as pages ask for it: every width in AVIF, WebP and JPEG (or PNG), three crops and the picture for
sharing. `vips thumbnail` makes each of these files with the same quality and effort, in a process of its own, which is
how the command makes several. Both use one thread for each picture's pixels. Times are medians of three runs.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / ".build" / "release" / "pictures"
OPTIONS = {
    "avif": "Q=55,effort=2,compression=av1,bitdepth=8,strip",
    "webp": "Q=78,effort=4,smart_subsample,strip",
    "jpg": "Q=80,optimize_coding,interlace,strip",
    "png": "compression=9,strip",
}


def run(*command):
    """Wall and processor time of a command, in seconds."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], env=os.environ | {"VIPS_CONCURRENCY": "1"})
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def engine(picture, folder):
    return run(ENGINE, "encode", picture, folder)


def command(picture, files, folder):
    times = []
    for name in files:
        shape, width, height, kind = re.fullmatch(r"(\w+)-(\d+)x(\d+)\.(\w+)", name).groups()
        crop = ["--size", "force"] if shape == "scaled" else ["--crop", "centre"]
        times.append(run(
            "vips", "thumbnail", picture, f"{folder}/{name}[{OPTIONS[kind]}]", width, "--height", height, *crop,
            "--export-profile", "srgb"))
    return tuple(map(sum, zip(*times)))


def median(function, *arguments):
    return tuple(map(statistics.median, zip(*(function(*arguments) for _ in range(3)))))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(f"{'picture':<24} {'files':>5} {'engine':>9} {'cpu':>9} {'vips':>9} {'cpu':>9} {'ratio':>6} {'cpu':>6}")
    for picture in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
            wall, cpu = median(engine, picture, ours)
            files = sorted(os.listdir(ours))
            their_wall, their_cpu = median(command, picture, files, theirs)
        name = "/".join(picture.parts[-2:])[-24:]
        print(f"{name:<24} {len(files):>5} {wall:>8.3f}s {cpu:>8.3f}s {their_wall:>8.3f}s {their_cpu:>8.3f}s"
              f" {wall / their_wall:>6.2f} {cpu / their_cpu:>6.2f}")


if __name__ == "__main__":
    main()
