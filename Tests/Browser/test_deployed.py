"""What tools for webmasters say of the finished publication: lychee of its links, csp-toolkit of its policy."""
import pathlib
import subprocess
import sys

import hosts
import pytest
import variants

# Everything that opens the policy further: a form elsewhere, frames, and services with scripts, pictures and frames of their own.
OPEN = """
newsletter: {provider: mailchimp, account: {org: ic, dc: us1, u: a1, id: b2, f_id: c3}}
embeds: {allow: [www.youtube-nocookie.com, player.vimeo.com]}
contentSecurityPolicy: {images: [https://media.example], fonts: [https://fonts.example]}
consent:
  categories:
    - id: analytics
      title: Audience measurement
      description: Counts which articles are read.
      services:
        - {name: Google Analytics, provider: Google Ireland Limited, purpose: Counts visits, duration: 13 months,
           type: google-tag, tag: G-TEST123, keys: [_ga]}
        - name: Example Counter
          provider: Example Analytics Ltd.
          purpose: Counts visits and pages.
          duration: 30 days
          scripts: [https://stats.example/count.js]
          hosts: {images: https://stats.example, connections: https://log.stats.example, frames: https://frames.stats.example}
"""


def test_no_link_of_the_demo_is_broken(site):
    """Pages, fragments, pictures with all their sizes, style sheets, icons, feeds, and full addresses of its own."""
    assert hosts.broken_links(site, site) == {}


def test_no_link_of_the_newsroom_is_broken(newsroom):
    wrong = {page: [url for url in urls if not url.endswith("/x.jpg")] for page, urls in hosts.broken_links(newsroom, newsroom).items()}
    assert {page: urls for page, urls in wrong.items() if urls} == {}


def test_a_broken_link_is_found(site, tmp_path):
    """A tool that finds nothing would prove nothing: one of each kind."""
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><title>Seeded</title><link rel="stylesheet" href="/lost.css"><a href="/lost/">A</a><a href="/ai/#lost">B</a>'
        '<a href="#lost">C</a><a href="/ai/">D</a><img src="/lost.png" srcset="/lost-2.png 2x" alt="">'
        f'<link rel="canonical" href="{hosts.NAME}/lost-page/">')
    found = hosts.broken_links(site, site, page)[str(page)]
    assert sorted(url.removeprefix(f"file://{site}").removeprefix(f"file://{page}") for url in found) == [
        "#lost", "/ai#lost", "/lost", "/lost-2.png", "/lost-page/", "/lost.css", "/lost.png"]


def policy(site):
    return next(line for line in (site / "_headers").read_text().splitlines() if "Content-Security-Policy: " in line).split(": ", 1)[1]


def grade(policy):
    """Whether the toolkit gives it an A, without a finding that it calls more than low."""
    command = [pathlib.Path(sys.executable).parent / "csp-toolkit", "analyze", "--min-grade", "A", "--fail-on", "medium", policy]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="module")
def policies(site, newsroom, tmp_path_factory):
    """The policies that hosts send: of the demo, of a newsroom, and of a publication that loads much from elsewhere."""
    opened = variants.small(tmp_path_factory.mktemp("open"), OPEN)
    return {"demo": policy(site), "newsroom": policy(newsroom), "open": policy(opened)}


@pytest.mark.parametrize("name", ["demo", "newsroom", "open"])
def test_the_policy_is_graded_a(name, policies):
    """A-30."""
    passes, words = grade(policies[name])
    assert passes, words


def test_the_open_policy_is_open(policies):
    """Else its grade would say nothing about newsletters, embeds and services."""
    for host in ("list-manage.com", "www.youtube-nocookie.com", "www.googletagmanager.com", "stats.example", "media.example"):
        assert host in policies["open"], host


@pytest.mark.parametrize("weak", [
    ("script-src 'self'", "script-src 'self' 'unsafe-inline'"), ("script-src 'self'", "script-src *"), ("base-uri 'none'; ", ""),
    ("default-src 'none'; ", ""),
], ids=lambda pair: pair[1] or pair[0])
def test_a_weak_policy_is_refused(weak, policies):
    assert weak[0] in policies["demo"]
    passes, words = grade(policies["demo"].replace(*weak))
    assert not passes, words
