"""The question about optional services: what happens before it, after each answer, and when it is taken back."""
import gzip
import json
import re
import time

import pytest
import variants
from conftest import KINDS, violations

# The demo with two purposes, as a publication with an audience and advertisers would declare them.
ASKING = """
consent:
  notice: We would like to learn which stories are read, and to show advertising that pays for them.
  updated: 2025-11-03
  categories:
    - id: analytics
      title: Audience measurement
      description: Counts which articles are read, so that we know what is useful.
      services:
        - name: Example Counter
          provider: Example Analytics Ltd.
          purpose: Counts visits and pages.
          duration: 30 days
          storage: Cookies, local storage
          privacy: https://stats.example/privacy
          keys: [_count, /^_c_/]
          scripts: [https://stats.example/first.js, https://stats.example/second.js]
    - id: marketing
      title: Advertising
      description: Chooses advertisements by what you read here.
      services:
        - name: Example Ads
          provider: Example Ads Ltd.
          purpose: Chooses advertisements.
          duration: 13 months
          keys: [_ads]
          scripts: [https://ads.example/ads.js]
"""

# Everything that can be set otherwise: a cookie, a record of the publisher's own, Google, an exempt service.
GOOGLE = """
consent:
  storage: cookie
  cookieDomain: interconnect.example
  logEndpoint: https://log.example/consent
  google: {adsDataRedaction: true}
  categories:
    - id: analytics
      title: Audience measurement
      description: Counts which articles are read.
      services:
        - {name: Google Analytics, provider: Google Ireland Limited, purpose: Counts visits, duration: 13 months,
           type: google-tag, tag: G-TEST123, keys: [_ga, /^_ga_/]}
        - {name: Own counter, provider: The Interconnect, purpose: Counts pages, duration: 14 days,
           scripts: [https://own.example/count.js], exempt: It tells nobody apart and serves us alone.}
    - id: functional
      title: Comfort
      description: Remembers the size of the text.
      signals: false
      services:
        - {name: Text size, provider: The Interconnect, purpose: Remembers the size, duration: 1 year, keys: [size]}
"""

# Google's scripts run before the choice and send less, as the publication asked for in so many words.
ADVANCED = """
consent:
  google: {mode: advanced, urlPassthrough: true}
  categories:
    - id: analytics
      title: Audience measurement
      description: Counts which articles are read.
      services:
        - {name: Google Analytics, provider: Google Ireland Limited, purpose: Counts visits, duration: 13 months,
           type: google-tag, tag: G-TEST123, keys: [_ga]}
    - id: marketing
      title: Advertising
      description: Chooses advertisements by what you read here.
      services:
        - {name: Google Tag Manager, provider: Google Ireland Limited, purpose: Loads advertisements, duration: none,
           type: google-tag-manager, tag: GTM-TEST}
"""

EXTERNAL = ASKING.replace("consent:\n", "consent:\n  provider: external\n  script: https://cmp.example/cmp.js\n", 1)

RECORD = "localStorage.getItem('sitegen-consent')"
RAN = "(window.ran || []).map(address => new URL(address).pathname)"
GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})"
DNT = "Object.defineProperty(Navigator.prototype, 'doNotTrack', {get: () => '1'})"
EVERYTHING_STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length]"""
NOTHING = ["", 0, 0, 0, 0]


@pytest.fixture
def asking(publish):
    return publish("asking", variants.demo, ASKING)


@pytest.fixture
def google(publish):
    return publish("google", variants.demo, GOOGLE)


def until(page, expression):
    """Waits for a condition; Playwright's own way evaluates text in the page, which the policy forbids."""
    end = time.monotonic() + 5
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"in vain: {expression}"
        time.sleep(0.02)


def bar(page):
    return page.locator(".consent")


def press(page, name, within=".consent"):
    page.locator(within).get_by_role("button", name=name).click()


def record(page):
    return json.loads(page.evaluate(RECORD) or "null")


def settings(page):
    page.locator("footer [data-consent-open]").click()
    return page.locator(".consent-dialog")


def third_parties(stub):
    return [address for _, address, _, _ in stub.requests]


@pytest.mark.parametrize("kind", ["home", "article", "newsletter", "cookies", "not found"])
def test_nothing_before_a_choice(kind, asking, open_page, stub):
    """C-1, C-3, C-20, C-53, C-60: no storage, no other host, no box ticked, no error; the question is shown."""
    page = open_page(asking + KINDS[kind])
    page.wait_for_timeout(200)
    assert page.evaluate(EVERYTHING_STORED) == NOTHING and page.context.cookies() == []
    assert third_parties(stub) == []
    assert [url for url in page.requested if not url.startswith((asking, "data:"))] == []
    assert page.complaints == []
    assert bar(page).is_visible() and bar(page).get_attribute("data-nosnippet") is not None
    dialog = settings(page)
    boxes = dialog.locator("input[type=checkbox]")
    assert [box.is_checked() for box in boxes.all()] == [True, False, False]
    assert boxes.nth(0).is_disabled()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.reload()
    assert bar(page).is_visible() and third_parties(stub) == [], "scrolling is no consent"


def test_no_question_without_optional_services(documents, site):
    """C-11: the demo declares none, so there is no bar and no script; only the way to the page about cookies."""
    for path, page in documents.items():
        assert page.xpath("//*[@class='consent']|//dialog|//script[contains(@src, 'consent')]") == [], path
        if not page.xpath("//meta[@http-equiv='refresh']"):
            assert page.xpath("//footer//a[@data-consent-open][@href='/cookies/']"), path
    assert not (site / "consent").exists()


@pytest.mark.parametrize("options", [
    {"viewport": {"width": 320, "height": 640}}, {"viewport": {"width": 390, "height": 800}}, {},
    {"color_scheme": "dark"}, {"forced_colors": "active"},
], ids=["320 px", "390 px", "1280 px", "dark", "forced colours"])
def test_refusing_is_as_easy_as_accepting(options, asking, open_page):
    """C-2, C-22: every computed style alike, in the bar and in the settings; targets of 44 px."""
    page = open_page(asking + "/", **options)
    page.wait_for_timeout(300)
    compare = """element => {
        const style = getComputedStyle(element), all = {}
        for (const name of style) if (!/perspective-origin|transform-origin|inset-inline|left|right/.test(name)) all[name] = style.getPropertyValue(name)
        const box = element.getBoundingClientRect()
        return {...all, tag: element.tagName, width: box.width, height: box.height, y: box.y}
    }"""
    for within in (".consent", ".consent-dialog"):
        if within == ".consent-dialog":
            settings(page)
        page.mouse.move(1, 1)
        page.wait_for_timeout(300)
        accept, reject = (page.locator(within).get_by_role("button", name=name).evaluate(compare)
                          for name in ("Accept all", "Reject all"))
        assert accept == reject
        assert accept["tag"] == "BUTTON" and accept["height"] >= 44 and accept["width"] >= 100


def test_accepting(asking, open_page, stub):
    """C-6, C-30, C-33, C-40, C-43: waiting scripts run in order, and the answer is kept as it was."""
    page = open_page(asking + KINDS["article"])
    page.evaluate("document.addEventListener('consent:change', event => window.heard = event.detail)")
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    assert page.evaluate(RAN) == ["/first.js", "/second.js", "/ads.js"]
    assert sorted(third_parties(stub)) == [
        "https://ads.example/ads.js", "https://stats.example/first.js", "https://stats.example/second.js"]
    kept = record(page)
    assert set(kept) == {"s", "rev", "ts", "m", "c"} and kept["s"] == 1 and kept["m"] == "all"
    assert kept["c"] == {"analytics": True, "marketing": True}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", kept["ts"])
    heard = page.evaluate("window.heard")
    assert heard == page.evaluate("sitegenConsent.get()") and heard["c"] == kept["c"]
    assert bar(page).is_hidden() and page.context.cookies() == []
    page.reload()
    until(page, "window.ran?.length === 3")
    assert bar(page).is_hidden() and record(page) == kept, "the time of the choice is not extended"
    assert page.complaints == []


def test_refusing(asking, open_page, stub):
    """C-6: remembered exactly like acceptance."""
    page = open_page(asking + "/")
    press(page, "Reject all")
    kept = record(page)
    assert kept["m"] == "none" and kept["c"] == {"analytics": False, "marketing": False}
    page.goto(asking + KINDS["article"])
    assert bar(page).is_hidden() and record(page) == kept
    assert third_parties(stub) == [] and page.complaints == []


def test_choosing_by_keyboard_alone(asking, open_page, stub):
    """C-20, C-21, C-23: the question comes first, takes no focus by itself, and the settings are a true dialog."""
    page = open_page(asking + "/")
    assert page.evaluate("document.activeElement === document.body")
    seen = []
    for _ in range(10):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        if seen[-1] == "Choose":
            break
    assert seen[0] == "Skip to content" and seen[-3:] == ["Reject all", "Accept all", "Choose"]
    page.keyboard.press("Escape")
    assert bar(page).is_visible(), "Escape decides nothing"
    page.keyboard.press("Enter")
    dialog = page.locator(".consent-dialog")
    assert dialog.is_visible() and page.evaluate("document.querySelector('.consent-dialog').matches(':modal')")
    for _ in range(12):
        assert page.evaluate("!!document.activeElement.closest('.consent-dialog')"), "the focus stays inside"
        if page.evaluate("document.activeElement.name") == "analytics":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert dialog.is_hidden() and record(page) is None
    assert page.evaluate("document.activeElement.textContent") == "Choose", "the focus returns"
    page.keyboard.press("Enter")
    dialog.locator("[name=analytics]").focus()
    page.keyboard.press("Space")
    dialog.get_by_role("button", name="Save my choice").focus()
    page.keyboard.press("Enter")
    until(page, "window.ran?.length === 2")
    kept = record(page)
    assert kept["m"] == "custom" and kept["c"] == {"analytics": True, "marketing": False}
    assert page.evaluate("document.activeElement.id") == "main"
    assert all("ads.example" not in address for address in third_parties(stub))
    dialog = settings(page)
    assert dialog.locator("[name=analytics]").is_checked() and not dialog.locator("[name=marketing]").is_checked()
    dialog.get_by_role("button", name="Close without changes").click()
    assert record(page) == kept


@pytest.mark.parametrize("days,asks", [(179, False), (181, True), (-3, True)])
def test_an_answer_expires(days, asks, asking, open_page, stub):
    """C-6, C-32."""
    page = open_page(asking + "/")
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    stub.requests.clear()
    now = page.evaluate("Date.now()") / 1000
    page.context.clock.set_fixed_time(now + days * 86400)
    page.reload()
    page.wait_for_timeout(200)
    assert bar(page).is_visible() == asks
    assert (third_parties(stub) == []) == asks


@pytest.mark.parametrize("damage", [
    lambda kept: json.dumps(kept | {"rev": "0123456789abcdef"}),
    lambda kept: json.dumps(kept | {"s": 2}),
    lambda kept: json.dumps(kept | {"ts": "yesterday"}),
    lambda kept: json.dumps({name: value for name, value in kept.items() if name != "c"}),
    lambda kept: json.dumps(kept | {"c": {"analytics": "yes", "marketing": 1}}),
    lambda kept: json.dumps(kept)[:-4],
    lambda kept: "null",
], ids=["another revision", "another schema", "no time", "no choice", "no truth", "cut off", "null"])
def test_what_is_damaged_is_no_consent(damage, asking, open_page, stub):
    """C-7, C-32: another question, or a record that nobody could have written."""
    page = open_page(asking + "/")
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    page.evaluate("text => localStorage.setItem('sitegen-consent', text)", damage(record(page)))
    stub.requests.clear()
    page.reload()
    page.wait_for_timeout(200)
    assert third_parties(stub) == [] and page.complaints == []
    assert page.evaluate("sitegenConsent.get().c") == {"analytics": False, "marketing": False}


def test_withdrawing(asking, open_page, stub):
    """C-5, C-42: from any page; what the services stored is deleted, and the page is loaded once more."""
    page = open_page(asking + KINDS["article"])
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    page.evaluate("""() => {
        document.cookie = '_count=1; Path=/'
        document.cookie = '_ads=1; Path=/ai'
        document.cookie = '_c_wide=1; Path=/; Domain=interconnect.example'
        document.cookie = 'keep=1; Path=/'
        localStorage.setItem('_c_visits', '3')
        sessionStorage.setItem('_count', '1')
        localStorage.setItem('keep', '1')
    }""")
    page.reload()
    until(page, "window.ran?.length === 3")
    stub.requests.clear()
    loads = []
    page.on("load", lambda: loads.append(1))
    dialog = settings(page)
    with page.expect_navigation():
        dialog.get_by_role("button", name="Reject all").click()
    page.wait_for_timeout(300)
    assert len(loads) == 1 and third_parties(stub) == [] and bar(page).is_hidden()
    assert page.evaluate("document.cookie") == "keep=1"
    assert page.evaluate("[Object.keys(localStorage).sort(), Object.keys(sessionStorage)]") == [["keep", "sitegen-consent"], []]
    assert record(page)["m"] == "none" and page.complaints == []


@pytest.mark.parametrize("signal", [GPC, DNT], ids=["GPC", "DNT"])
def test_a_signal_of_the_browser_refuses(signal, asking, open_page, stub):
    """C-13, C-15: it counts as a refusal and as nothing else; the settings say so, and the reader may still allow."""
    page = open_page(asking + "/", init=signal)
    assert bar(page).is_hidden() and page.evaluate(EVERYTHING_STORED) == NOTHING
    state = page.evaluate("sitegenConsent.get()")
    assert state["m"] == "gpc" and state["c"] == {"analytics": False, "marketing": False}
    dialog = settings(page)
    assert dialog.locator(".consent-signal").is_visible()
    dialog.locator("[name=analytics]").check()
    dialog.get_by_role("button", name="Save my choice").click()
    until(page, "window.ran?.length === 2")
    assert record(page)["c"] == {"analytics": True, "marketing": False}
    page.reload()
    until(page, "window.ran?.length === 2")
    assert [address for address in third_parties(stub) if "ads.example" in address] == []


def test_accepting_under_a_signal_leaves_what_it_refuses(google, open_page, stub):
    """C-13: what the signal does not cover is still asked for."""
    page = open_page(google + "/", init=GPC)
    press(page, "Accept all")
    state = page.evaluate("sitegenConsent.get()")
    assert state["m"] == "gpc" and state["c"] == {"analytics": False, "functional": True}
    assert [address for address in third_parties(stub) if "google" in address] == []


def test_without_javascript(asking, open_page, stub):
    """C-24, C-27: nothing optional runs, no question is shown, and the control leads to the page about cookies."""
    page = open_page(asking + "/", java_script_enabled=False)
    assert bar(page).is_hidden() and page.locator(".consent-dialog").is_hidden()
    page.locator("footer [data-consent-open]").click()
    assert page.url == asking + "/cookies/"
    table = page.locator("main table").nth(1)
    assert "Example Counter" in table.inner_text() and "30 days" in table.inner_text()
    assert third_parties(stub) == []


def test_storage_that_does_not_work(asking, open_page, stub):
    """C-33: the answer holds for the page, and the next page asks again."""
    broken = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})"
    page = open_page(asking + "/", init=broken)
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    page.reload()
    assert bar(page).is_visible() and page.complaints == []


def test_another_tab_follows(asking, open_page):
    page = open_page(asking + "/")
    other = open_page(asking + KINDS["article"], context=page.context)
    press(page, "Reject all")
    until(other, "document.querySelector('.consent').hidden")


def test_one_service_alone(asking, open_page, stub):
    """C-41: what a button beside an embed grants; the question stays until it is answered."""
    page = open_page(asking + "/")
    page.evaluate("sitegenConsent.grant('example-ads')")
    until(page, "window.ran?.length === 1")
    assert page.evaluate(RAN) == ["/ads.js"] and bar(page).is_visible()
    assert record(page)["v"] == ["example-ads"]
    page.reload()
    until(page, "window.ran?.length === 1")
    assert page.evaluate("sitegenConsent.allows('marketing', 'example-ads')")
    assert settings(page).locator("[name=marketing]").evaluate("box => box.indeterminate")
    with page.expect_navigation():
        press(page, "Reject all", ".consent-dialog")
    assert not page.evaluate("sitegenConsent.allows('marketing', 'example-ads')")


def test_a_service_that_only_an_embed_names(asking, open_page):
    """C-41, C-42: the settings keep what they do not list, and refusing everything takes it back."""
    page = open_page(asking + "/")
    page.evaluate("sitegenConsent.grant('video')")
    settings(page).get_by_role("button", name="Save my choice").click()
    assert record(page)["v"] == ["video"] and record(page)["m"] == "custom" and bar(page).is_hidden()
    dialog = settings(page)
    with page.expect_navigation():
        dialog.get_by_role("button", name="Reject all").click()
    assert not page.evaluate("sitegenConsent.allows(null, 'video')") and record(page)["m"] == "none"


@pytest.mark.parametrize("kind,width", [("home", 390), ("article", 390), ("newsletter thanks", 390), ("not found", 390), ("home", 1280), ("article", 1280)])
def test_the_question_moves_nothing(kind, width, asking, open_page):
    """C-26: no layout shift, and the largest paint is never in the bar."""
    page = open_page(asking + KINDS[kind], viewport={"width": width, "height": 800})
    found = page.evaluate("""() => new Promise(done => {
        let largest = null, sources = []
        new PerformanceObserver(list => list.getEntries().forEach(entry => { sources.push(...entry.sources.map(source => source.node?.outerHTML?.slice(0, 60))) })).observe({type: 'layout-shift', buffered: true})
        new PerformanceObserver(list => list.getEntries().forEach(entry => largest = entry.element)).observe({type: 'largest-contentful-paint', buffered: true})
        const finish = () => done([sources, !!largest, !!largest?.closest('.consent, .consent-dialog')])
        // A busy machine paints late.
        const wait = () => largest || performance.now() > 20000 ? setTimeout(finish, 600) : setTimeout(wait, 50)
        wait()
    })""")
    assert found == [[], True, False]


@pytest.mark.parametrize("kind", ["home", "article"])
def test_the_focus_is_never_under_the_question(kind, asking, open_page):
    """C-25, WCAG 2.4.11: no focused control is wholly covered; the bar takes at most half of the window."""
    page = open_page(asking + KINDS[kind], viewport={"width": 320, "height": 568})
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('.consent').offsetHeight") <= 284
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    covered = []
    for _ in range(page.locator("a, button, input, summary, [tabindex='0']").count()):
        page.keyboard.press("Tab")
        name = page.evaluate("""() => {
            const element = document.activeElement, box = element.getBoundingClientRect()
            if (element === document.body || element.closest('.consent')) return null
            const top = document.querySelector('.consent').getBoundingClientRect().top
            return box.top >= top - 1 ? element.outerHTML.slice(0, 80) : null
        }""")
        if name:
            covered.append(name)
    assert covered == []


def test_motion_only_where_it_is_welcome(asking, open_page):
    """C-26, A-10."""
    still = open_page(asking + "/", reduced_motion="reduce")
    assert still.evaluate("getComputedStyle(document.querySelector('.consent')).animationName") == "none"


@pytest.mark.parametrize("options", [
    {}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}, {"forced_colors": "active"},
], ids=["light", "dark", "320 px", "forced colours"])
def test_accessible_while_it_asks(options, asking, open_page):
    """axe: the bar open, then the settings open."""
    page = open_page(asking + KINDS["article"], reduced_motion="reduce", **options)
    assert bar(page).is_visible() and violations(page) == []
    settings(page)
    assert violations(page) == []


def test_google_waits(google, open_page, stub):
    """C-50 to C-53: refused first, in the first place; nothing from Google before the choice; one update for it."""
    page = open_page(google + "/")
    page.wait_for_timeout(200)
    layer = "dataLayer.map(entry => entry.length ? [...entry] : entry)"
    first = page.evaluate(layer)[0]
    assert first[:2] == ["consent", "default"]
    assert {name: value for name, value in first[2].items() if value != "denied"} == {"security_storage": "granted", "wait_for_update": 500}
    assert len(first[2]) == 8
    hosts = ("google", "doubleclick")
    assert [address for address in third_parties(stub) if any(host in address for host in hosts)] == []
    press(page, "Accept all")
    until(page, "document.querySelector('script[src*=googletagmanager]')")
    updates = [entry for entry in page.evaluate(layer) if entry[:2] == ["consent", "update"]]
    assert len(updates) == 1
    assert {name for name, value in updates[0][2].items() if value == "granted"} == {
        "analytics_storage", "functionality_storage", "personalization_storage"}
    assert ["set", "ads_data_redaction", True] in page.evaluate(layer)
    page.wait_for_timeout(300)
    assert "https://www.googletagmanager.com/gtag/js?id=G-TEST123" in third_parties(stub)
    dialog = settings(page)
    page.evaluate("window.addEventListener('pagehide', () => sessionStorage.setItem('updates', JSON.stringify([...dataLayer.at(-1)])))")
    with page.expect_navigation():
        dialog.get_by_role("button", name="Reject all").click()
    last = json.loads(page.evaluate("sessionStorage.getItem('updates')"))
    assert last[:2] == ["consent", "update"] and set(last[2].values()) == {"denied"}
    assert page.complaints == []


LAYER = "dataLayer.map(entry => entry.length ? [...entry] : entry)"


@pytest.mark.parametrize("answer,granted", [
    ("Accept all", {"analytics_storage", "ad_storage", "ad_user_data", "ad_personalization"}), ("Reject all", set()),
])
def test_google_runs_before_the_choice_only_where_that_is_asked_for(answer, granted, publish, open_page, stub):
    """C-50 to C-52, advanced mode: the refusal is the first thing that Google's scripts find, also on a page that
    begins with an answer, and each answer is told once."""
    stub.answer("www.googletagmanager.com/gtag/js", body="(window.ran ||= []).push(document.currentScript.src)", type="text/javascript")
    page = open_page(publish("advanced", variants.demo, ADVANCED) + "/")
    until(page, "window.ran?.length === 2")
    assert page.evaluate(RAN) == ["/gtag/js", "/gtm.js"]
    places = page.evaluate("['consent-mode', '/consent.', 'gtag/js'].map(name => [...document.scripts].findIndex(script => script.src.includes(name)))")
    assert -1 < places[0] < places[1] < places[2], "in the order in which they run"
    layer = page.evaluate(LAYER)
    assert layer[0][:2] == ["consent", "default"] and "granted" not in {
        value for name, value in layer[0][2].items() if name != "security_storage"}
    assert ["set", "url_passthrough", True] in layer and not any(entry[:2] == ["consent", "update"] for entry in layer if isinstance(entry, list))
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    press(page, answer)
    for again in (False, True):
        if again:
            page.reload()
            until(page, "window.ran?.length === 2")
        kinds = [entry[:2] for entry in page.evaluate(LAYER) if isinstance(entry, list) and entry[0] == "consent"]
        assert kinds == [["consent", "default"], ["consent", "update"]]
        update = [entry for entry in page.evaluate(LAYER) if isinstance(entry, list) and entry[:2] == ["consent", "update"]][0]
        assert {name for name, value in update[2].items() if value == "granted"} == granted and len(update[2]) == 6
    assert page.complaints == []


def test_nothing_of_google_without_a_google_tag(asking, open_page, host, stub):
    """C-50: no script, no global, no attribute and no host in the policy."""
    page = open_page(asking + "/")
    press(page, "Accept all")
    until(page, "window.ran?.length === 3")
    assert page.evaluate("[typeof window.dataLayer, typeof window.gtag]") == ["undefined", "undefined"]
    root = published(host, "asking.interconnect.example")
    assert "google" not in (root / "_headers").read_text()
    for words in ("consent-mode", "data-google", "googletagmanager"):
        assert words not in (root / "index.html").read_text()
    assert [address for address in third_parties(stub) if "google" in address] == []


def test_what_is_said_before_the_choice(asking, open_page):
    """C-4: the purposes with their descriptions in the question itself; who is behind them, and what is necessary, one click away."""
    page = open_page(asking + "/")
    question = bar(page).inner_text()
    for words in ("Audience measurement", "Counts which articles are read", "Advertising", "Chooses advertisements by what you read"):
        assert words in question
    assert [link.inner_text() for link in bar(page).locator("a").all()] == ["Privacy Policy", "Terms of Service", "Legal notice"]
    press(page, "Choose")
    dialog = page.locator(".consent-dialog")
    said = dialog.inner_text()
    for words in ("Strictly necessary", "Remembers this choice", "Example Counter, Example Analytics Ltd.: Counts visits", "30 days", "Example Ads Ltd."):
        assert words in said
    assert dialog.locator("a[href='https://stats.example/privacy']").count() == 1


def test_where_the_signals_are_declared(asking, publish, open_page, host):
    """C-14: two members and the type of JSON; nothing where signals are not honored."""
    page = open_page(asking + "/")
    type, text = page.evaluate("async () => { const answer = await fetch('/.well-known/gpc.json'); return [answer.headers.get('content-type'), await answer.text()] }")
    assert type == "application/json" and json.loads(text) == {"gpc": True, "lastUpdate": "2025-11-03"}
    publish("unsignalled", variants.demo, ASKING.replace("consent:\n", "consent:\n  signals: false\n", 1))
    assert not (published(host, "unsignalled.interconnect.example") / ".well-known/gpc.json").exists()


def test_the_choice_in_a_cookie_and_reported(google, open_page, stub):
    """C-9, C-30, C-33."""
    page = open_page(google + "/")
    assert page.context.cookies() == []
    press(page, "Reject all")
    [cookie] = page.context.cookies()
    assert cookie["name"] == "sitegen-consent" and cookie["domain"] == ".interconnect.example" and cookie["path"] == "/"
    assert cookie["secure"] and cookie["sameSite"] == "Lax" and not cookie["httpOnly"]
    assert abs(cookie["expires"] - page.evaluate("Date.now()") / 1000 - 180 * 86400) < 60
    page.wait_for_timeout(300)
    [(method, _, body, _)] = [request for request in stub.requests if request[1] == "https://log.example/consent"]
    sent = json.loads(body)
    assert method == "POST" and re.fullmatch(r"[0-9a-f-]{36}", sent["id"]) and sent["m"] == "none"
    page.reload()
    assert bar(page).is_hidden() and page.evaluate("localStorage.length") == 0


def test_a_service_that_needs_no_consent(google, open_page, stub):
    """C-10: it runs at once, and the page about cookies says why it may."""
    page = open_page(google + "/cookies/")
    until(page, "window.ran?.length === 1")
    assert "It tells nobody apart and serves us alone." in page.locator("main").inner_text()
    assert "Own counter" not in page.locator(".consent-dialog").inner_text()


def test_a_platform_of_the_publishers_choice(publish, open_page, stub):
    """C-12: no question of our own; its script comes first, and the scripts wait for it in the same markup."""
    address = publish("platform", variants.demo, EXTERNAL)
    page = open_page(address + "/")
    assert page.locator(".consent, .consent-dialog").count() == 0
    assert page.evaluate("document.scripts[0].src") == "https://cmp.example/cmp.js"
    waiting = page.locator("script[type='text/plain'][data-category][data-service]")
    assert [script.get_attribute("data-category") for script in waiting.all()] == ["analytics", "analytics", "marketing"]
    assert third_parties(stub) == ["https://cmp.example/cmp.js"] and page.complaints == []
    assert page.locator("footer [data-consent-open]").count() == 1


def test_what_was_asked_is_kept(publish, asking, host):
    """C-8, C-31: a file with every word of the question, under the revision that answers name."""
    root = published(host, "asking.interconnect.example")
    page = (root / "index.html").read_text()
    revision = re.search(r'data-revision="([0-9a-f]{16})"', page)[1]
    proof = json.loads((root / "consent" / f"{revision}.json").read_text())
    assert proof["revision"] == revision and proof["updated"] == "2025-11-03"
    assert [category["id"] for category in proof["categories"]] == ["analytics", "marketing"]
    for text in [proof["notice"], *proof["wording"].values(), *(service["purpose"] for category in proof["categories"] for service in category["services"])]:
        assert text in page
    assert json.loads((root / ".well-known" / "gpc.json").read_text()) == {"gpc": True, "lastUpdate": "2025-11-03"}


def published(host, name):
    text = (host.folder / "sites" / f"{name}.conf").read_text()
    return variants.pathlib.Path(re.search(r"root (\S+);", text)[1])


def test_small_and_blind_to_who_asks():
    """C-28, section 1.4: bytes as sent, and no word about browsers."""
    assets = variants.ROOT / "Templates" / "assets"
    script = (assets / "js" / "consent.js").read_bytes()
    assert len(gzip.compress(script)) <= 3_500
    assert len(gzip.compress((assets / "css" / "consent.css").read_bytes())) <= 1_500
    assert not re.search(rb"userAgent|webdriver|eval\(|innerHTML|\.style\s*=", script)
