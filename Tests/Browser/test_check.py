"""`sitegen check` on the demo, and asking other sites over loopback."""
import http.server
import json
import subprocess
import threading
import time

import pytest
import variants

ROOT = variants.ROOT


def check(source, output, *options):
    run = subprocess.run(
        [variants.sitegen(), "check", "--source", source, "--output", output, "--format", "json", *options],
        capture_output=True, text=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return run.returncode, [line for line in lines if line["kind"] == "diagnostic"], lines[-1]


def test_the_demo_is_clean(site):
    status, found, report = check(ROOT, site, "--release")
    assert [entry for entry in found if entry["severity"] != "note"] == []
    assert (status, report["errors"], report["warnings"]) == (0, 0, 0)
    assert report["pages"] > 100


class OtherSite(http.server.BaseHTTPRequestHandler):
    """Answers in all the ways in which hosts do."""
    asked = []

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        self.asked.append((time.monotonic(), self.command, self.path))
        status = {"/gone": 404, "/moved-to-gone": 301, "/moved": 302, "/shy": 403, "/broken": 500,
                  "/loop": 302}.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        if self.path == "/slow":
            time.sleep(2.5)
        self.send_response(status)
        target = {"/moved": "/here", "/moved-to-gone": "/gone", "/loop": "/loop"}.get(self.path)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def other_site():
    OtherSite.asked.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_other_sites_are_asked(other_site, tmp_path):
    paths = ["here", "gone", "no-head", "moved", "moved-to-gone", "shy", "broken", "loop", "slow", "here#part"]
    text = "\n".join(f"[{path}]({other_site}/{path})" for path in paths)
    output = variants.small(tmp_path, "", pages=("newsletter.md", "legal-notice.md"))
    source = tmp_path / "source"
    article = source / "Content/ai/one.md"
    article.write_text(article.read_text() + f"\n{text}\n[closed](http://127.0.0.1:9/)\n")
    variants.build(source, output)
    options = ("--external", "--timeout", "1", "--pause", "50")
    status, found, report = check(source, output, *options)
    outside = {line["summary"].replace(other_site, ""): line for line in found if line["rule"] == "check/external"}
    assert set(outside) == {
        "/gone is not there any more (404)",
        "/moved-to-gone is not there any more (404)",
        "/broken is answered with an error (500)",
        "/loop is redirected without end",
        "/slow is not answered within 1 s",
        "http://127.0.0.1:9/ is on a host that takes no connection",
    }
    lines = article.read_text().split("\n")
    for summary, line in outside.items():
        assert line["severity"] == "warning" and line["file"] == "Content/ai/one.md"
        assert summary.split(" is ")[0] in lines[line["line"] - 1]
    assert report["asked"] == 11
    # HEAD comes first; GET is only tried where that failed.
    asked = [(method, path) for _, method, path in OtherSite.asked]
    assert ("GET", "/no-head") in asked and ("GET", "/gone") in asked
    assert ("GET", "/here") not in asked
    # What was good is not asked for again.
    _, again, report = check(source, output, *options)
    assert report["asked"] == 6
    assert [line for line in again if line["rule"] == "check/external"] == [
        line for line in found if line["rule"] == "check/external"]


def test_no_host_is_hurried(other_site, tmp_path):
    output = variants.small(tmp_path, "", pages=("newsletter.md", "legal-notice.md"))
    source = tmp_path / "source"
    article = source / "Content/ai/one.md"
    article.write_text(article.read_text() + "".join(f"\n[x]({other_site}/{n})" for n in range(4)))
    variants.build(source, output)
    check(source, output, "--external", "--pause", "300")
    times = [moment for moment, _, _ in OtherSite.asked]
    assert len(times) == 4
    assert all(later - earlier >= 0.3 for earlier, later in zip(times, times[1:]))
