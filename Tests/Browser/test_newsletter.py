"""The signup form: what a browser sends to each provider, with and without JavaScript, and what readers are told."""
import gzip
import json
import urllib.parse

import pytest
import variants
from conftest import KINDS, violations

# For each provider: its settings, where the form goes, and exactly what it sends besides the address.
PROVIDERS = {
    "buttondown": ("provider: buttondown, account: ic, tags: [site, weekly]",
                   "https://buttondown.com/api/emails/embed-subscribe/ic", "email",
                   {"embed": ["1"], "tag": ["site", "weekly"]}),
    "mailchimp": ("provider: mailchimp, account: {org: ic, dc: us1, u: a1b2, id: c3d4, f_id: e5f6}",
                  "https://ic.us1.list-manage.com/subscribe/post?u=a1b2&id=c3d4&f_id=e5f6", "EMAIL",
                  {"b_a1b2_c3d4": [""]}),
    "kit": ("provider: kit, account: 12345", "https://app.kit.com/forms/12345/subscriptions", "email_address", {}),
    "listmonk": ("provider: listmonk, account: {server: 'https://lists.example', list: 0d1f-22}, "
                 "successUrl: https://www.interconnect.example/newsletter/thanks/",
                 "https://lists.example/subscription/form", "email",
                 {"l": ["0d1f-22"], "nonce": [""], "next": ["https://www.interconnect.example/newsletter/thanks/"]}),
    "mailerlite": ("provider: mailerlite, account: {account: 12, form: 34}",
                   "https://assets.mailerlite.com/jsonp/12/forms/34/subscribe", "fields[email]",
                   {"ml-submit": ["1"], "anticsrf": ["true"]}),
    "brevo": ("provider: brevo, account: {host: ab12, form: MUIFAbc_d-e}, checkbox: {label: I agree, name: OPT_IN, value: 1}",
              "https://ab12.sibforms.com/serve/MUIFAbc_d-e", "EMAIL",
              {"locale": ["en"], "html_type": ["simple"], "email_address_check": [""], "OPT_IN": ["1"]}),
    "custom": ("action: 'https://mail.example/join', emailField: address, fields: {list: [a, b]}, honeypot: website, "
               "optionalFields: [{name: first, label: First name, autocomplete: given-name}]",
               "https://mail.example/join", "address", {"list": ["a", "b"], "website": [""], "first": [""]}),
    "own-row": ("provider: acme, account: 7, providers: {acme: {title: Acme Mail, action: 'https://acme.example/{account}', "
                "emailField: mail, fields: {k: '{account}'}, fetch: form}}",
                "https://acme.example/7", "mail", {"k": ["7"]}),
}
FETCHING = ["kit", "listmonk", "own-row"]
GHOST = "provider: ghost, account: 'https://members.example', fields: {label: site}"
BEEHIIV = "provider: beehiiv, account: ic"
CORS = {"Access_Control_Allow_Origin": "*", "Access_Control_Allow_Headers": "*"}


@pytest.fixture
def signup(publish):
    """The newsletter page of a small publication with a provider."""
    def publish_with(name, settings):
        return publish(f"with-{name}", variants.small, f"newsletter: {{{settings}}}\n") + "/newsletter/"
    return publish_with


def fill_in(page, address="reader@example.org"):
    form = page.locator("main form")
    form.locator("input[type=email]").fill(address)
    for box in form.locator("input[type=checkbox]").all():
        assert not box.is_checked()
        box.check()
    return form


def posts(stub):
    return [request for request in stub.requests if request[0] == "POST"]


@pytest.mark.parametrize("name", PROVIDERS)
def test_what_a_browser_submits_without_javascript(name, signup, open_page, stub):
    """N-2, N-7, N-10, N-12, N-13: a native POST with exactly the fields that the provider expects; nobody hears before."""
    settings, action, field, others = PROVIDERS[name]
    page = open_page(signup(name, settings), java_script_enabled=False)
    form = fill_in(page)
    assert stub.requests == [] and form.get_attribute("target") is None
    with page.expect_navigation():
        form.locator("button[type=submit]").click()
    [(_, address, body, headers)] = posts(stub)
    sent = urllib.parse.parse_qs(body, keep_blank_values=True, strict_parsing=True)
    assert address == action and headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert sent == {field: ["reader@example.org"], **others}
    assert page.url == action and page.complaints == []


@pytest.mark.parametrize("name", [name for name in PROVIDERS if name not in FETCHING])
def test_no_script_where_the_provider_wants_a_form(name, signup, open_page, stub):
    """N-9: with JavaScript the same happens, since no script touches these forms."""
    settings, action, field, others = PROVIDERS[name]
    page = open_page(signup(name, settings))
    assert page.locator("script[src]").count() == 0
    with page.expect_navigation():
        fill_in(page).locator("button[type=submit]").click()
    [(_, address, body, _)] = posts(stub)
    assert address == action and urllib.parse.parse_qs(body, keep_blank_values=True) == {field: ["reader@example.org"], **others}
    assert page.complaints == []


@pytest.mark.parametrize("name", FETCHING)
def test_signing_up_without_leaving_the_page(name, signup, open_page, stub):
    """N-6, N-9: sent by a script, in the provider's way; success is announced and promises nothing too early."""
    settings, action, field, others = PROVIDERS[name]
    target = action.removeprefix("https://") if name != "listmonk" else "lists.example/api/public/subscription"
    stub.answer(target, body='{"data": {"has_optin": true}}', type="application/json", **CORS)
    page = open_page(signup(name, settings))
    form = fill_in(page)
    form.locator("button[type=submit]").click()
    status = form.locator("[role=status]")
    status.get_by_text("check your inbox to confirm").wait_for()
    assert status.evaluate("element => element === document.activeElement")
    [(_, address, body, headers)] = posts(stub)
    assert address == f"https://{target}" and page.url.endswith("/newsletter/")
    if name == "listmonk":
        assert json.loads(body) == {"email": "reader@example.org", "name": "", "list_uuids": ["0d1f-22"]}
    else:
        assert urllib.parse.parse_qs(body, keep_blank_values=True) == {field: ["reader@example.org"], **others}
        assert headers["Accept"] == "application/json"
    assert violations(page) == [] and page.complaints == []


def test_a_refusal_is_announced(signup, open_page, stub):
    """N-9, WCAG 3.3.1, 4.1.3: an alert, a marked field with the focus, and a way on; then it works."""
    stub.answer("app.kit.com/forms/12345/subscriptions", 422, '{"status": "failed"}', "application/json", **CORS)
    page = open_page(signup("kit", PROVIDERS["kit"][0]))
    form = page.locator("main form")
    email, alert = form.locator("input[type=email]"), form.locator("[role=alert]")
    form.locator("button[type=submit]").click()
    assert "enter an email address" in alert.inner_text() and posts(stub) == []
    assert email.get_attribute("aria-invalid") == "true" and email.evaluate("field => field === document.activeElement")
    assert alert.get_attribute("id") in email.get_attribute("aria-describedby").split()
    assert violations(page) == []
    email.fill("reader@example.org")
    page.keyboard.press("Enter")
    alert.get_by_text("not subscribed").wait_for()
    help = form.locator(".newsletter-help a")
    assert help.is_visible() and help.get_attribute("href") == "/newsletter/error/"
    stub.answer("app.kit.com/forms/12345/subscriptions", body='{"status": "success"}', type="application/json", **CORS)
    page.keyboard.press("Enter")
    form.get_by_text("check your inbox").wait_for()
    assert alert.inner_text() == "" and email.get_attribute("aria-invalid") is None


def test_a_form_when_the_script_reaches_nobody(signup, open_page, stub):
    """N-9: without an answer that the browser lets the script read, the form is sent as if there were no script."""
    settings, action, field, others = PROVIDERS["listmonk"]
    page = open_page(signup("listmonk", settings))
    with page.expect_navigation():
        fill_in(page).locator("button[type=submit]").click()
    _, address, body, headers = posts(stub)[-1]
    assert address == action and headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert urllib.parse.parse_qs(body, keep_blank_values=True) == {field: ["reader@example.org"], **others}


def test_ghost_with_and_without_javascript(signup, open_page, stub):
    """Section 2.1: JSON with a token where scripts run, a link where they do not."""
    stub.answer("members.example/members/api/integrity-token/", body="token-1", type="text/plain", **CORS)
    stub.answer("members.example/members/api/send-magic-link/", 201, "{}", "application/json", **CORS)
    address = signup("ghost", GHOST)
    page = open_page(address)
    form = fill_in(page)
    assert page.locator("main .newsletter-link").is_hidden()
    form.locator("button[type=submit]").click()
    form.get_by_text("check your inbox").wait_for()
    [(_, target, body, _)] = posts(stub)
    assert target == "https://members.example/members/api/send-magic-link/"
    assert json.loads(body) == {"email": "reader@example.org", "emailType": "subscribe", "labels": ["site"], "integrityToken": "token-1"}
    still = open_page(address, java_script_enabled=False)
    assert still.locator("main form").is_hidden()
    assert still.locator("main .newsletter-link a").get_attribute("href") == "https://members.example/#/portal/signup"
    assert still.locator("main .newsletter-consent").is_visible()


def test_beehiiv_is_a_link(signup, open_page, stub):
    """Section 2.1: there is no public form, and a frame would need consent."""
    page = open_page(signup("beehiiv", BEEHIIV))
    assert page.locator("form").count() == 0 and stub.requests == []
    assert page.locator("main .newsletter-link a").get_attribute("href") == "https://ic.beehiiv.com/subscribe"
    assert "beehiiv" in page.locator("main .newsletter").inner_text()


def test_a_provider_may_lead_to_another_host(publish, open_page, stub):
    """N-10: the host of the page of thanks is in the policy, or the reader would see nothing."""
    stub.answer("mail.example/join", 303, Location="https://thanks.example/inbox/")
    settings = "newsletter: {action: 'https://mail.example/join', redirectHosts: [thanks.example]}\n"
    page = open_page(publish("with-redirect", variants.small, settings) + "/newsletter/")
    with page.expect_navigation():
        fill_in(page).locator("button[type=submit]").click()
    assert page.url == "https://thanks.example/inbox/" and page.complaints == []


def test_words_and_labels(documents):
    """N-1, N-3, N-4, N-5, N-8: on the demo's own page, form by form."""
    page = documents["/newsletter/"]
    [form] = page.xpath("//form")
    [email] = form.xpath(".//input[@type='email']")
    for name, value in {"autocomplete": "email", "inputmode": "email", "required": "", "maxlength": "254",
                        "spellcheck": "false", "autocapitalize": "none"}.items():
        assert email.get(name) == value, name
    assert email.get("placeholder") is None
    assert form.xpath(".//label[@for=$id]", id=email.get("id"))[0].text_content() == "Email address"
    assert len(form.xpath(".//input[@required]")) == 1
    [button] = form.xpath(".//button")
    assert button.get("type") == "submit"
    consent = page.xpath("//*[@id=$id]", id=email.get("aria-describedby"))[0].text_content()
    for word in ("Interconnect Media Cooperative", "once a week", "Buttondown", "unsubscribe at any time", "Privacy Policy"):
        assert word in consent
    assert page.xpath("//main//h2/text()")[0] == "Subscribe to our Newsletter"
    for name in ("thanks", "confirmed", "error"):
        answer = documents[f"/newsletter/{name}/"]
        assert "noindex" in answer.xpath("//meta[@name='robots']/@content")[0]
        assert answer.xpath("//form") == [], "who has just signed up is not asked again"
    assert "check your inbox to confirm" in documents["/newsletter/thanks/"].text_content().lower()


def test_where_the_form_stands(documents, articles):
    """N-1, N-3: under each article and in the footer with ids of their own, and never one right after another."""
    for path, page in articles.items():
        assert len(page.xpath("//main//form")) == 1 and len(page.xpath("//footer//form")) == 1, path
    assert len(documents["/newsletter/"].xpath("//form")) == 1
    assert len(documents["/"].xpath("//form")) == 1


@pytest.mark.parametrize("name,settings", [(name, PROVIDERS[name][0]) for name in ("custom", "brevo", "kit")] + [("ghost", GHOST), ("beehiiv", BEEHIIV)])
def test_accessible_and_narrow(name, settings, signup, open_page):
    """N-13: axe, 320 px, and the keyboard alone reaches what it needs and not the trap for machines."""
    page = open_page(signup(name, settings), viewport={"width": 320, "height": 700})
    assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= 320
    names = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        names.add(page.evaluate("document.activeElement.name ?? ''"))
    assert not names & {"website", "email_address_check"}
    if name in ("custom", "brevo"):
        assert names >= {"custom": {"address", "first"}, "brevo": {"EMAIL", "OPT_IN"}}[name]


def test_the_script_is_small():
    """N-9."""
    script = (variants.ROOT / "Templates" / "assets" / "js" / "newsletter.js").read_bytes()
    assert len(gzip.compress(script)) <= 1_500
