"""`sitegen serve` on copies of the demo publication, for tests that edit them."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "sitegen"
ARTICLE = "ai/speculative-decoding-explained"


def copy_project(folder):
    """The demo publication, to be changed at will."""
    for name in ("Content", "Templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sitegen.yaml", folder)
    return folder


def wait_until(condition, seconds=20, what="the condition"):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.01)
    raise AssertionError(f"{what} did not come true in {seconds} s")


class Preview:
    """A running `sitegen serve`, and what it has said so far."""

    def __init__(self, folder, *options, environment=None):
        self.folder, self.output, self.errors = folder, "", ""
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--source", folder, "--image-cache", ROOT / ".sitegen" / "images", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, errors="replace", env={**os.environ, **(environment or {})})
        for name in ("stdout", "stderr"):
            threading.Thread(target=self._read, args=(name,), daemon=True).start()

    def _read(self, name):
        for line in getattr(self.process, name):
            if name == "stdout":
                self.output += line
            else:
                self.errors += line

    def wait_for(self, text, seconds=60):
        wait_until(lambda: text in self.output + self.errors or self.process.poll() is not None, seconds, text)
        assert text in self.output + self.errors, self.output + self.errors
        return self

    @property
    def address(self):
        self.wait_for("Press Ctrl+C")
        return re.search(r"available at (http://\S+?)/ ", self.output)[1]

    @property
    def port(self):
        return int(re.search(r":(\d+)", self.address[5:])[1])

    @property
    def builds(self):
        """How many builds have ended."""
        return self.output.count(" in the preview (") + self.errors.count("The preview was left as it was")

    @contextlib.contextmanager
    def building(self):
        """Waits for the build that follows what is done within."""
        before = self.builds
        yield
        wait_until(lambda: self.builds > before, 60, "a build")

    def memory(self, kind="VmRSS"):
        """In megabytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{kind}:\s+(\d+)", status)[1]) / 1024

    def stop(self, number=signal.SIGINT):
        """Ends it and gives its exit status and the seconds that took."""
        start = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(20)
        return status, time.monotonic() - start

    def __enter__(self):
        return self.wait_for("Press Ctrl+C")

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def send(self, request, timeout=10):
        """Sends bytes as they are and gives what comes back until the connection ends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as connection:
            answer = b""
            with contextlib.suppress(ConnectionResetError, BrokenPipeError):
                connection.sendall(request)
                while data := connection.recv(65536):
                    answer += data
            return answer

    def get(self, path, host="localhost", *headers):
        lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close", *headers, "", ""]
        return Answer(self.send("\r\n".join(lines).encode("utf-8", "surrogateescape")))


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1]) if head else 0
        self.headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}


def replace(file, old, new):
    """Edits a file the way an editor saves it: a new file takes its place."""
    text = file.read_text()
    assert old in text, f"{file} does not say {old}"
    write(file, text.replace(old, new))


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_text(text)
    os.replace(new, file)


def article(title, text="Text.", date="2025-05-05"):
    return f"""---
title: {title}
summary: What this article says in a sentence of the length that summaries have.
date: {date}
authors: [amanda-zhang]
tags: [Testing]
---

{text}
"""
