"""nginx, Caddy and Apache on this machine, told what to do by the files that sitegen writes for them."""
import getpass
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import pathlib

import servers

MODULES = pathlib.Path("/usr/lib/apache2/modules")


def nginx(folder, root, settings, port):
    user = f"user {getpass.getuser()};" if os.getuid() == 0 else ""
    (folder / "server.conf").write_text(f"""
        {user} daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
        events {{}}
        http {{
          access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
          fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
          server {{ listen 127.0.0.1:{port}; root {root}; include {settings}/.hosting/nginx.conf; }}
        }}""")
    return ["nginx", "-p", folder, "-c", folder / "server.conf"]


def caddy(folder, root, settings, port):
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\n"
        f"http://127.0.0.1:{port} {{\n\troot * {root}\n\timport {settings}/.hosting/Caddyfile\n}}\n")
    return ["caddy", "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"]


def apache(folder, root, settings, port):
    names = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias", "env"]
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    user = "User nobody\nGroup nogroup" if os.getuid() == 0 else ""
    (folder / "apache.conf").write_text(f"""
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{modules}
{user}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Require all granted
</Directory>
""")
    return ["apache2", "-D", "FOREGROUND", "-f", folder / "apache.conf"]


def plain(folder, root, settings, port):
    return [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", root]


KINDS = {"nginx": nginx, "caddy": caddy, "apache": apache}
NAME = "https://www.interconnect.example"


def broken_links(site, root, pages=None):
    """What lychee finds wrong in the pages of a site, by page; nothing leaves this machine.

    Full addresses of the site itself (canonical ones, pictures for social networks) are looked up in its files too.
    """
    command = [pathlib.Path(sys.executable).parent / "lychee", "--offline", "--no-progress", "--format", "json", "--root-dir", root,
               "--include-fragments", "--index-files", "index.html", "--remap", f"{NAME}/(.*) file://{root}/$1", pages or f"{site}/**/*.html"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    found = json.loads(run.stdout)
    assert found["total"] > 0 and (run.returncode == 0) == (found["errors"] == 0), run.stderr
    return {page: [entry["url"] for entry in entries] for page, entries in found["error_map"].items()}


class Host:
    """A host that serves a folder, in which the publication lies somewhere."""

    def __init__(self, kind, root, settings):
        # Apache gives up its rights, so the folders of tests, readable for one user alone, will not do.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{kind}-"))
        self.folder.chmod(0o755)
        self.port = servers.free_port()
        command = {**KINDS, "plain": plain}[kind](self.folder, root, settings, self.port)
        self.log = open(self.folder / "output.log", "w")
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=self.log, env={**os.environ, "HOME": str(self.folder)})
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, self.complaints
            time.sleep(0.05)
        raise AssertionError(f"{kind} does not listen: {self.complaints}")

    @property
    def complaints(self):
        return "\n".join(file.read_text() for file in self.folder.glob("*.log"))

    def get(self, path, **headers):
        """The answer as it is: nothing is followed, nothing decompressed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
