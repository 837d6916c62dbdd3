"""`sitegen notify` against a hub and a search engine on this machine."""
import http.server
import json
import threading
import urllib.parse

import pytest
import targets
import variants

KEY = "0123456789abcdef"


class Listener(http.server.ThreadingHTTPServer):
    """A hub and a search engine, which write down what they are told."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), ListenerHandler)
        self.told, self.status = [], {"/hub": 204, "/indexnow": 202}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def take(self):
        """The feeds and addresses that it was told since it was last asked."""
        told, self.told = self.told, []
        return (sorted(body["hub.url"][0] for path, body in told if path == "/hub"),
                sorted(address for path, body in told if path == "/indexnow" for address in body["urlList"]))


class ListenerHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/indexnow":
            assert self.headers["Content-Type"] == "application/json; charset=utf-8"
            body = json.loads(text)
            assert body["host"] == "paper.example" and body["key"] == KEY
            assert body["keyLocation"] == f"https://paper.example/{KEY}.txt"
        else:
            assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            body = urllib.parse.parse_qs(text)
            assert body["hub.mode"] == ["publish"]
        self.server.told.append((self.path, body))
        self.send_response(self.server.status[self.path])
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def listener():
    listener = Listener()
    yield listener
    listener.shutdown()
    listener.server_close()


def settings(listener, deploy=""):
    address = f"http://127.0.0.1:{listener.server_address[1]}"
    return f"feeds: {{hub: {address}/hub}}\nindexNow: {{key: {KEY}, endpoint: {address}/indexnow}}\n{deploy}"


@pytest.mark.parametrize("kind", ["no target", "a target"])
def test_only_news_is_told(tmp_path, listener, kind):
    (tmp_path / "target").mkdir()
    paper = targets.Paper(tmp_path, variants.ROOT, targets.Folder(tmp_path / "target", "rsync"), variants.sitegen())
    has_target = kind == "a target"
    paper.configure(settings(listener, paper.settings if has_target else ""))

    def publish():
        paper.build()
        if has_target:
            assert "Deploy first" in paper.run("notify", status=1)
            paper.deploy()

    publish()
    assert (paper.site / f"{KEY}.txt").read_text() == KEY
    assert f'rel="hub"' in (paper.site / "feed.xml").read_text()
    assert "first time" in paper.run("notify")
    assert listener.take() == ([], [])
    assert "Nothing is new" in paper.run("notify")

    paper.write("story-0", "Story 0 is another", updated="2025-03-02")
    paper.write("story-1", "Story 1 only looks different")
    (paper.source / "Content/ai/story-2.md").unlink()
    publish()
    planned = paper.run("notify", "--dry-run")
    assert listener.take() == ([], [])
    listener.status["/hub"] = 503
    said = paper.run("notify", status=1)
    assert "[notify/message]" in said and "status 503" in said and "tells it again" in said
    feeds, addresses = listener.take()
    base = "https://paper.example"
    assert f"{base}/ai/story-0/" in addresses and f"{base}/ai/story-2/" in addresses
    assert f"{base}/ai/story-1/" not in addresses and f"{base}/about/" not in addresses
    assert all(f"  {address}" in planned for address in addresses)
    assert f"{base}/feed.xml" in feeds and f"{base}/ai/atom.xml" in feeds

    # What failed is told again, and nothing else.
    listener.status["/hub"] = 204
    paper.run("notify")
    assert listener.take() == (feeds, [])
    paper.run("notify")
    assert listener.take() == ([], [])
    listener.status["/indexnow"] = 403
    said = paper.run("notify", "--all", status=1)
    assert "the key was not found on the site" in said
    listener.status["/indexnow"] = 200
    paper.run("notify")
    assert f"{base}/ai/story-3/" in listener.take()[1]


def test_nobody_is_told_without_settings(tmp_path):
    (tmp_path / "target").mkdir()
    paper = targets.Paper(tmp_path, variants.ROOT, targets.Folder(tmp_path / "target", "rsync"), variants.sitegen())
    paper.build()
    assert "names nobody to tell" in paper.run("notify", status=1)
