"""A host that sends what sitegen generated, and a stub that stands for the rest of the internet.

Both speak TLS with a certificate of their own, and the browser is told that every name leads here. So
addresses, cookies and policies are those of the published site, and no test can reach the network.
"""
import getpass
import http.server
import os
import socket
import ssl
import subprocess
import threading
import time
import urllib.parse

# Types that Debian's list lacks, and those of feeds.
TYPES = """types {
  text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg;
  image/jpeg jpg; image/png png; application/xml xml; text/plain txt; font/woff2 woff2;
}"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(folder):
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=tests",
         "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return key, certificate


def header_rules(site):
    """The rules of `_headers`: for each pattern of paths its headers."""
    rules, headers = {}, {}
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            headers[name] = value
        elif line:
            headers = rules.setdefault(line, {})
    return rules


class Host:
    """nginx with one server for each published site, by the name of its host."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        self.key, self.certificate = make_certificate(folder)
        (folder / "sites").mkdir()
        # The folders of tests are readable for the one who runs them only.
        user = f"user {getpass.getuser()};" if os.getuid() == 0 else ""
        (folder / "nginx.conf").write_text(f"""
            {user} daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
            events {{}}
            http {{
              {TYPES}
              default_type application/octet-stream; access_log off; server_tokens off;
              gzip on; gzip_comp_level 9; gzip_min_length 200;
              gzip_types text/css text/javascript application/json application/xml image/svg+xml;
              client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
              fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
              include {folder}/sites/*.conf;
            }}""")

    def publish(self, name, site):
        """Serves the files of a site under a name."""
        rules = header_rules(site)
        everywhere, assets = rules["/*"], rules["/assets/*"]
        lines = lambda headers: "".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
        (self.folder / "sites" / f"{name}.conf").write_text(f"""
            server {{
              listen 127.0.0.1:{self.port} ssl http2; server_name {name}; root {site};
              ssl_certificate {self.certificate}; ssl_certificate_key {self.key};
              error_page 404 /404.html; index index.html; port_in_redirect off;
              {lines(everywhere)}
              location /assets/ {{ {lines(everywhere | assets)} }}
            }}""")
        self.start()

    def start(self):
        if self.process:
            subprocess.run(["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf", "-s", "reload"],
                           check=True, capture_output=True)
            time.sleep(0.3)
            return
        self.process = subprocess.Popen(
            ["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError((self.folder / "error.log").read_text())

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()


class Stub(http.server.ThreadingHTTPServer):
    """Everything that is not the publication: records each request, and answers as it is told."""

    daemon_threads = True

    def __init__(self, host):
        super().__init__(("127.0.0.1", 0), StubHandler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(host.certificate, host.key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.requests, self.answers = [], {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def answer(self, address, status=200, body="", type="text/html; charset=utf-8", **headers):
        """What a request for an address is answered with, by its host and path."""
        self.answers[address] = (status, body, type, headers)

    def forget(self):
        self.requests, self.answers = [], {}

    def handle_error(self, request, client_address):
        pass  # Browsers open connections ahead and let them go.


class StubHandler(http.server.BaseHTTPRequestHandler):
    def respond(self):
        host = self.headers["Host"]
        path = urllib.parse.urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        # Browsers ask for the icon of a page that they were led to when they like, perhaps in the next test.
        if path != "/favicon.ico":
            self.server.requests.append((self.command, f"https://{host}{self.path}", body, dict(self.headers)))
        script = "(window.ran ||= []).push(document.currentScript.src)" if path.endswith(".js") else ""
        status, text, type, headers = self.server.answers.get(
            host + path, (200, script or "<!doctype html><title>Stub</title><h1>Stub</h1>",
                          "text/javascript" if script else "text/html; charset=utf-8", {}))
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_GET = do_POST = do_OPTIONS = do_HEAD = respond

    def log_message(self, *arguments):
        pass
