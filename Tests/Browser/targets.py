"""Targets on this machine to which the tests deploy, each with what it saw."""
import http.server
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.parse

import servers


def wait_for(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens at {port}")


class Served:
    """A folder that a program serves, with its log."""

    def __init__(self, folder, command, port):
        self.folder, self.root, self.port = folder, folder / "root", port
        self.root.mkdir(exist_ok=True)
        self.log = folder / "server.log"
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self.log.open("w"))
        wait_for(port)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class WebDAV(Served):
    """`rclone serve webdav`, which logs every request."""

    settings = "type = webdav\nurl = http://127.0.0.1:{port}\nvendor = other\n"
    program, address = "rclone", "{remote}:www"

    def __init__(self, folder):
        port = servers.free_port()
        (folder / "root").mkdir()
        super().__init__(folder, ["rclone", "serve", "webdav", folder / "root", "--addr", f"127.0.0.1:{port}", "-v"], port)
        self.site = self.root / "www"

    def requests(self, method):
        """The paths of the requests so far, in their order."""
        found = re.findall(rf": /www/(\S*): {method} from", self.log.read_text())
        return [urllib.parse.unquote(path) for path in found]


class SFTP(Served):
    settings = "type = sftp\nhost = 127.0.0.1\nport = {port}\nuser = paper\npass = {password}\n"
    program, address = "rclone", "{remote}:www"

    def __init__(self, folder):
        port = servers.free_port()
        (folder / "root").mkdir()
        super().__init__(
            folder, ["rclone", "serve", "sftp", folder / "root", "--addr", f"127.0.0.1:{port}", "--user", "paper",
                     "--pass", "secret-word", "-v"], port)
        self.site = self.root / "www"


class Rsync(Served):
    """A daemon of rsync, which logs every file that it took or removed."""

    program = "rsync"

    def __init__(self, folder):
        port, root = servers.free_port(), folder / "root"
        (folder / "rsyncd.conf").write_text(
            f"use chroot = no\nlog file = {folder}/transfers.log\npid file = {folder}/pid\n"
            f"uid = {os.getuid()}\ngid = {os.getgid()}\n"
            f"transfer logging = yes\nlog format = %o %f\n[www]\npath = {root}\nread only = no\n")
        super().__init__(
            folder, ["rsync", "--daemon", "--no-detach", "--address=127.0.0.1", f"--port={port}",
                     f"--config={folder}/rsyncd.conf"], port)
        self.site, self.address = root, f"rsync://127.0.0.1:{port}/www"


class Folder:
    """A folder on this machine, to which rclone or rsync copies."""

    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        self.site = folder / "www"
        self.address = str(self.site)

    def stop(self):
        pass


class Store(http.server.ThreadingHTTPServer):
    """As much of an object store as rclone asks for, which keeps the headers of each object."""

    daemon_threads = True
    settings = ("type = s3\nprovider = Other\nendpoint = http://127.0.0.1:{port}\naccess_key_id = paper\n"
                "secret_access_key = secret-word\nforce_path_style = true\nno_check_bucket = true\n")
    program, address = "rclone", "{remote}:bucket/www"

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), StoreHandler)
        self.folder, self.port = folder, self.server_address[1]
        self.objects, self.log = {}, []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        pass  # A client that was killed has hung up.


class StoreHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def respond(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    @property
    def key(self):
        return urllib.parse.unquote(urllib.parse.urlsplit(self.path).path).removeprefix("/bucket/")

    def do_PUT(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.objects[self.key] = (body, dict(self.headers))
        self.server.log.append(("PUT", self.key))
        self.respond(200, ETag='"0"')

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        if "prefix" in query or "list-type" in query:
            prefix, delimiter = query.get("prefix", [""])[0], query.get("delimiter", [""])[0]
            keys, folders = [], set()
            for key in sorted(key for key in self.server.objects if key.startswith(prefix)):
                rest = key.removeprefix(prefix)
                if delimiter and delimiter in rest:
                    folders.add(prefix + rest.split(delimiter)[0] + delimiter)
                else:
                    keys.append(key)
            items = "".join(
                f"<Contents><Key>{key}</Key><Size>{len(self.server.objects[key][0])}</Size><ETag>0</ETag>"
                "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>" for key in keys)
            items += "".join(f"<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>" for folder in folders)
            return self.respond(200, (
                f"<?xml version='1.0'?><ListBucketResult><IsTruncated>false</IsTruncated>{items}</ListBucketResult>").encode(),
                Content_Type="application/xml")
        if self.key not in self.server.objects:
            return self.respond(404, b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>", Content_Type="application/xml")
        body, headers = self.server.objects[self.key]
        self.respond(200, body, ETag='"0"', Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT",
                     Content_Type=headers.get("Content-Type", "text/plain"))

    do_HEAD = do_GET

    def do_DELETE(self):
        self.server.objects.pop(self.key, None)
        self.server.log.append(("DELETE", self.key))
        self.respond(204)

    def log_message(self, *arguments):
        pass


class Paper:
    """A small publication, and a target for it."""

    def __init__(self, folder, root, target, sitegen, articles=6):
        self.folder, self.target, self.program = folder, target, sitegen
        self.source, self.site = folder / "source", folder / "source" / "Site"
        (self.source / "Content/ai").mkdir(parents=True)
        shutil.copytree(root / "Templates", self.source / "Templates")
        for number in range(articles):
            self.write(f"story-{number}", f"Story {number}")
        remote = "paper"
        address = target.address.format(remote=remote)
        self.configure(f"deploy: {{targets: [{{name: production, {target.program}: '{address}'}}]}}\n")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        self.environment["RCLONE_CONFIG"] = str(folder / "rclone.conf")
        if hasattr(target, "settings"):
            password = subprocess.run(
                ["rclone", "obscure", "secret-word"], check=True, capture_output=True, text=True).stdout.strip()
            (folder / "rclone.conf").write_text(
                f"[{remote}]\n" + target.settings.format(port=target.port, password=password))

    def configure(self, settings, base="https://paper.example"):
        self.settings = settings
        (self.source / "sitegen.yaml").write_text(
            f"title: The Paper\nbaseURL: {base}\ncheck: {{links: off}}\nimages: {{cards: no}}\n"
            f"security: {{contact: 'mailto:desk@paper.example', expires: 2090-01-01}}\n{settings}")

    def write(self, name, title, text="Text.", **keys):
        more = "".join(f"{key}: {value}\n" for key, value in keys.items())
        (self.source / f"Content/ai/{name}.md").write_text(
            f"---\ntitle: {title}\ndate: 2025-03-01\nsummary: What it says.\n{more}---\n\n{text}\n")

    def command(self, name, *options):
        return [self.program, name, "--source", self.source, *options]

    def run(self, name, *options, status=0, **variables):
        done = subprocess.run(
            self.command(name, *options), capture_output=True, text=True, timeout=120,
            env=self.environment | variables)
        assert done.returncode == status, done.stdout + done.stderr
        assert "secret-word" not in done.stdout + done.stderr
        return done.stdout if status == 0 else done.stderr

    def build(self, *options):
        self.run("build", "--quiet", *options)

    def deploy(self, *options, **more):
        return self.run("deploy", *options, **more)

    def files(self):
        """What has to be at the target, by path."""
        listed = (self.site / ".sitegen-files").read_text().split("\n")
        return {path: (self.site / path).read_bytes() for path in listed if path}


def state(folder):
    """The files of a folder, each as the system knows it."""
    folder = pathlib.Path(folder)
    stats = {file.relative_to(folder).as_posix(): file.stat() for file in folder.rglob("*") if file.is_file()}
    return {path: (stat.st_ino, stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}


def contents(folder):
    folder = pathlib.Path(folder)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
