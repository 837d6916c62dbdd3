"""What clients may do to `sitegen serve`: load, silence, and requests that no browser makes."""
import concurrent.futures
import os
import re
import shutil
import socket
import subprocess
import threading
import time

import previews
import pytest
from previews import ARTICLE, Answer, Preview, replace

HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = previews.copy_project(tmp_path_factory.mktemp("load") / "project")
    with Preview(folder) as preview:
        yield preview


# --- Paths ----------------------------------------------------------------------------------------

SECRET = "SECRET of this machine"


@pytest.fixture(scope="module")
def traps(preview):
    """Files outside the folder, and links to them within."""
    served = preview.folder / ".sitegen" / "preview"
    (served.parent / "secret.txt").write_text(SECRET)
    (preview.folder / ".sitegen" / "preview-2").mkdir()
    (preview.folder / ".sitegen" / "preview-2" / "secret.txt").write_text(SECRET)
    for name, target in [("link.txt", "../secret.txt"), ("up", ".."), ("root", "/"), ("sibling", "../preview-2"), ("loop", "loop")]:
        os.symlink(target, served / name)
    yield preview
    for name in ("link.txt", "up", "root", "sibling", "loop"):
        (served / name).unlink()


PATHS = [
    "/../secret.txt", "/ai/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/..%2fsecret.txt",
    "/ai%2f..%2f..%2fsecret.txt", "/.%2e/secret.txt", "/%252e%252e/secret.txt", "/..\\secret.txt", "/..%5csecret.txt",
    "/%c0%ae%c0%ae/secret.txt", "/%uff0e%uff0e/secret.txt", "//secret.txt", "/./secret.txt", "/link.txt", "/up/secret.txt",
    "/sibling/secret.txt", "/root/etc/passwd", "/loop", "/secret.txt%00.html", "/%00", "/.sitegen-files", "/.sitegen-lock",
    "/%0d%0aSet-Cookie:%20x", "/%", "/%zz", "/..;/secret.txt", "/etc/passwd", "file:///etc/passwd", "http://localhost/../secret.txt",
    "http://localhost/%2e%2e/secret.txt", "*", "secret.txt", "/" + "a/" * 4_000, "/" + "a" * 5_000, "/" + "a" * 200_000,
    "/__sitegen/../../secret.txt", "/__sitegen/", "/../../../../../../etc/passwd", "/ai/%2e%2e%2f%2e%2e%2fsecret.txt",
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
def test_no_path_leaves_the_folder(traps, path):
    answer = traps.get(path)
    assert answer.status == 0 or 400 <= answer.status < 500
    assert SECRET.encode() not in answer.body and b"root:" not in answer.body
    assert "set-cookie" not in answer.headers
    assert traps.get("/").status == 200


@pytest.mark.parametrize("host, status", [
    ("localhost", 200), ("localhost:1", 200), ("LocalHost", 200), ("127.0.0.1", 200), ("[::1]:1313", 200),
    ("evil.example", 421), ("localhost.evil.example", 421), ("evil.example:1313", 421), ("127.0.0.1.nip.io", 421),
    ("192.168.1.7", 421), ("localhost@evil.example", 421), ("", 421), ("[::1", 421), ("localhost, evil.example", 421),
    ("0x7f000001", 421), ("2130706433", 421),
])
def test_only_the_names_of_this_machine_are_answered_to(preview, host, status):
    for path in ("/", "/__sitegen/reload.js", "/__sitegen/events", "/nothing"):
        if (path, status) == ("/__sitegen/events", 200):
            continue
        assert preview.get(path, host).status == (404 if (path, status) == ("/nothing", 200) else status), path


@pytest.mark.parametrize("request_text, statuses", [
    (HEAD + "X: " + "a" * 20_000 + "\r\n\r\n", {0, 400, 431}),
    (HEAD + "".join(f"X{number}: a\r\n" for number in range(200)) + "\r\n", {0, 400, 431}),
    (HEAD + "X: " + "a" * 2_000_000, {0, 400, 431}),
    ("GET / HTTP/1.1\r\n\r\n", {400, 421}),
    ("GET / HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\nConnection: close\r\n\r\n", {400, 421}),
    ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", {400, 421}),
    ("G\x00ET / HTTP/1.1\r\nHost: localhost\r\n\r\n", {0, 400}),
    ("GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n", {0, 400}),
    ("GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n", {0, 400, 505}),
    ("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", {0, 400}),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", {405}),
    ("DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", {405}),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", {0, 400}),
], ids=lambda value: repr(value)[:48])
def test_broken_requests_are_refused(preview, request_text, statuses):
    answer = Answer(preview.send(request_text.encode("latin-1"), timeout=20))
    assert answer.status in statuses
    assert preview.get("/").status == 200


# --- Load -----------------------------------------------------------------------------------------


def test_load_while_edits_go_on(preview):
    """10,000 requests and more from 64 connections."""
    if not shutil.which("wrk"):
        pytest.skip("there is no wrk")
    file = preview.folder / f"Content/{ARTICLE}/index.md"
    before, ended = preview.memory(), threading.Event()
    edits = []

    def edit():
        while not ended.is_set():
            number = len(edits)
            text = file.read_text()
            replace(file, re.search(r"^title: .*$", text, re.M)[0], f"title: Under load {number}")
            edits.append(number)
            time.sleep(0.25)

    editor = threading.Thread(target=edit)
    editor.start()
    requests, output = 0, ""
    # However slow the machine is: wrk knows seconds only, so it is asked until there were enough.
    while requests < 10_000:
        run = subprocess.run(["wrk", "-t2", "-c64", "-d15s", "--timeout", "60s", f"{preview.address}/{ARTICLE}/"],
                             capture_output=True, text=True)
        output += run.stdout
        answered = int(re.search(r"(\d+) requests in", run.stdout)[1])
        requests += answered
        if not answered:
            break
    ended.set()
    editor.join()
    print(f"{requests} requests, {len(edits)} edits, memory {before:.0f} -> {preview.memory():.0f} MB, peak {preview.memory('VmHWM'):.0f} MB")
    assert requests >= 10_000, output
    assert "Socket errors" not in output and "Non-2xx" not in output, output
    assert preview.memory() < before + 150
    previews.wait_until(lambda: f"Under load {edits[-1]}".encode() in preview.get(f"/{ARTICLE}/").body, what="the last edit")


def test_slow_clients_keep_nobody_waiting(preview):
    """300 clients that send a letter at a time, and 30 that take no answer."""
    slow = []
    for number in range(330):
        client = socket.create_connection(("127.0.0.1", preview.port))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        client.sendall(b"GET / HTTP/1.1\r\nHost: loc" if number < 300 else (HEAD.replace("close", "keep-alive") + "\r\n").encode() * 10)
        slow.append(client)
    times = []
    start = time.monotonic()
    while time.monotonic() - start < 3:
        for client in slow[:300:10]:
            client.sendall(b"a")
        begin = time.monotonic()
        assert preview.get("/").status == 200
        times.append(1000 * (time.monotonic() - begin))
        time.sleep(0.05)
    print(f"beside 330 slow clients: worst {max(times):.0f} ms, memory {preview.memory():.0f} MB")
    # Less than the server waits for a request: nobody waited for the slow ones to be given up.
    assert max(times) < 8_000
    # Whoever does not finish a request within ten seconds is sent away, letter by letter or not.
    deadline, gone = time.monotonic() + 20, 0
    for client in slow[:300]:
        client.settimeout(max(0.1, deadline - time.monotonic()))
        try:
            gone += client.recv(1) == b""
        except ConnectionError:
            gone += 1
        except TimeoutError:
            pass
    assert gone == 300
    for client in slow:
        client.close()


def test_browsers_that_leave_are_forgotten(preview):
    def listen(_):
        with socket.create_connection(("127.0.0.1", preview.port)) as client:
            client.sendall(b"GET /__sitegen/events?path=/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
            heard = b""
            while b"event: state" not in heard and (data := client.recv(65536)):
                heard += data
            return b"event: state" in heard

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert all(pool.map(listen, range(300)))
    before = len(os.listdir(f"/proc/{preview.process.pid}/fd"))
    previews.wait_until(lambda: len(os.listdir(f"/proc/{preview.process.pid}/fd")) < 100, what=f"the end of {before} open files")
