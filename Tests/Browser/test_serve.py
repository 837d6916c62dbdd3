"""`sitegen serve` as editors and designers see it: every edit shows, once, and nothing else happens."""
import contextlib
import datetime
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import time

import conftest
import playwright.sync_api
import previews
import pytest
import servers
from previews import ARTICLE, Preview, article, replace, wait_until, write

# A longer run than bin/test takes: SERVE_EDITS=200 is what the closing note of a change reports.
EDITS = int(os.environ.get("SERVE_EDITS", "60"))


@pytest.fixture(scope="module")
def chromium(browser):
    """A browser that may see this machine, unlike the one of the other tests."""
    chromium = browser.browser_type.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    yield chromium
    chromium.close()


@pytest.fixture
def project(tmp_path):
    return previews.copy_project(tmp_path / "project")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A preview that several tests edit, each by its own articles."""
    folder = previews.copy_project(tmp_path_factory.mktemp("shared") / "project")
    with Preview(folder) as preview:
        yield preview


@pytest.fixture
def show(chromium):
    """Opens a page of a preview: it counts how often it was loaded and asked for new words, and keeps what the
    browser complains about."""
    contexts = []

    def show(preview, path, **options):
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.loads, page.renewals, page.complaints = [], [], []
        page.on("request", lambda request: request.is_navigation_request() and page.loads.append(request.url))
        page.on("request", lambda request: request.resource_type == "fetch" and page.renewals.append(request.url))
        page.on("console", lambda message: message.type in ("error", "warning") and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(preview.address + path, wait_until="load")
        return page

    yield show
    for context in contexts:
        context.close()


def content(preview, path):
    return preview.folder / "Content" / path


def heading(page):
    return page.locator("h1").first


VERSION = "document.querySelector('script[src^=\"/__sitegen/\"]')?.dataset.text + performance.timeOrigin"


def version(page):
    """Differs after the page was given new words, and after it was loaded anew; None while it loads."""
    try:
        return page.evaluate(VERSION)
    except playwright.sync_api.Error:
        return None


@contextlib.contextmanager
def renewal(page):
    """Waits until a page is another, by new words in their place or by a load."""
    before = version(page)
    yield
    wait_until(lambda: version(page) not in (None, before), what="another version of the page")
    page.wait_for_load_state("load")


def versions(page):
    """How many versions a page has shown; one that was asked for in vain counts too."""
    return len(page.loads) + len(page.renewals)


def settle(page, milliseconds=300):
    """Long enough for a second reload to show itself, if there were one."""
    page.wait_for_timeout(milliseconds)


def becomes(page, expression):
    """Waits for something to be true in a page, which may reload meanwhile."""
    def holds():
        try:
            return page.evaluate(f"!!({expression})")
        except playwright.sync_api.Error:
            return False
    wait_until(holds, what=expression)


def problem(page):
    return page.locator("sitegen-problem pre")


# --- Every kind of edit ---------------------------------------------------------------------------


def edit_article(project):
    replace(project / f"Content/{ARTICLE}/index.md", "How speculative decoding makes", "How guessing makes")


def edit_template(project):
    replace(project / "Templates/article.mustache", '<article class="article">', '<article class="article changed">')


def edit_partial(project):
    replace(project / "Templates/partials/masthead.mustache", "<header", '<header data-changed="yes"')


def edit_configuration(project):
    replace(project / "sitegen.yaml", "title: The Interconnect\n", "title: The Disconnect\n")


def edit_picture(project):
    shutil.copy(project / "Content/ai/gpt-5-launch/cover.jpg", project / f"Content/{ARTICLE}/cover.jpg")


# What is edited, what shows it, and whether the page is loaded anew (the name of the publication is in its manifest).
KINDS = {
    "article": (edit_article, "document.querySelector('h1').textContent.includes('guessing')", False),
    "template": (edit_template, "document.querySelector('article.changed')", False),
    "partial": (edit_partial, "document.querySelector('header[data-changed]')", False),
    "configuration": (edit_configuration, "document.title.includes('Disconnect')", True),
    "picture": (edit_picture, "performance.now() > 0", True),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_shows_once(project, show, kind):
    edit, expectation, loads = KINDS[kind]
    with Preview(project) as preview:
        page = show(preview, f"/{ARTICLE}/")
        start = time.monotonic()
        with renewal(page):
            edit(project)
        print(f"{kind}: {1000 * (time.monotonic() - start):.0f} ms")
        becomes(page, expectation)
        settle(page)
        assert [len(page.loads), len(page.renewals)] == ([2, 0] if loads else [1, 1])
        assert page.complaints == []


def test_a_style_sheet_is_swapped_without_a_reload(project, show):
    with Preview(project) as preview:
        page = show(preview, f"/{ARTICLE}/")
        page.evaluate("window.mark = 1; scrollTo(0, 700)")
        for number, color in enumerate(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]):
            start = time.monotonic()
            with open(project / "Templates/assets/css/base.css", "a") as sheet:
                sheet.write(f"\nbody {{ background-color: {color} !important; }}\n")
            becomes(page, f"getComputedStyle(document.body).backgroundColor === '{color}'")
            print(f"style sheet: {1000 * (time.monotonic() - start):.0f} ms")
        settle(page)
        assert page.evaluate("[window.mark, scrollY]") == [1, 700]
        assert versions(page) == 1 and page.complaints == []
        sheets = page.locator("link[rel~=stylesheet]").count()
        page.reload()
        assert page.locator("link[rel~=stylesheet]").count() == sheets
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(4, 5, 6)"
        settle(page)
        assert versions(page) == 2


def test_the_scroll_position_stays(shared, show):
    file = content(shared, "ai/long.md")
    with shared.building():
        write(file, article("Long", "\n\n".join(["A paragraph of a long article."] * 300)))
    for path in ("/ai/long/", "/ai/long/#main"):
        page = show(shared, path)
        page.evaluate("scrollTo(0, 3000)")
        with renewal(page):
            replace(file, "title: Long", "title: Longer" if path.endswith("/") else "title: Longest")
        becomes(page, "scrollY === 3000")


# One after another, these make an article of the next text; what shows them must be the same as a new load.
TEXTS = [
    "One.\n\nTwo, *with* [a link](/about/).\n\nThree.",
    "One.\n\nThree.",
    "Zero.\n\nOne.\n\nTwo.\n\n## A heading\n\nThree.",
    "## A heading\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThree.[^1]\n\n[^1]: A note.",
    "## A heading\n\n| a | b |\n|---|---|\n| 1 | 3 |\n| 4 | 5 |\n\n- one\n- two",
    "> Three.\n\n- two\n- one\n- three\n\n## Another heading\n\n## A heading",
    "",
    "One.",
]


def test_new_words_take_the_place_of_the_old_ones(shared, show):
    file = content(shared, "ai/words.md")

    def article(title, text):
        # Other words could bring other pictures below the article, which only a load is sure to show.
        pins = "related: [ai/speculative-decoding-explained, ai/gpt-5-launch, ai/llama-4-release, ai/deepseek-r1-release]"
        return previews.article(title, text).replace("tags:", f"{pins}\ntags:")

    with shared.building():
        write(file, article("Words", TEXTS[-1]))
    page = show(shared, "/ai/words/")
    page.evaluate("""window.mark = 1;
        document.querySelector('footer a').focus();
        window.kept = document.querySelector('footer');""")
    for number, text in enumerate(TEXTS):
        with renewal(page):
            write(file, article(f"Words {number // 2}", text))
        fresh = show(shared, "/ai/words/")
        assert page.evaluate("document.documentElement.outerHTML") == fresh.evaluate("document.documentElement.outerHTML"), text
        fresh.context.close()
    settle(page)
    assert [len(page.loads), len(page.renewals)] == [1, len(TEXTS)]
    assert page.evaluate("[window.mark, window.kept.contains(document.activeElement)]") == [1, True]
    assert page.complaints == []


@pytest.mark.parametrize("partial, old, new", [
    ("scripts", "", "<script>window.acted = true</script>"),
    ("scripts", "", "<noscript>No scripts</noscript>"),
    ("scripts", "", "<template><p>Later</p></template>"),
    ("head", '<meta name="viewport"', '<base target="_top"><meta name="viewport"'),
], ids=["script", "noscript", "template", "base"])
def test_a_page_in_which_something_acts_is_loaded(project, show, partial, old, new):
    """When such a thing comes, while it is there and when it goes, for all but a base that stays as it is."""
    template = project / f"Templates/partials/{partial}.mustache"
    before = template.read_text()
    assert old in before
    with Preview(project) as preview:
        page = show(preview, f"/{ARTICLE}/")
        for number, text in enumerate([before.replace(old, new, 1) if old else before + new, None, before]):
            page.evaluate("window.mark = 1")
            with renewal(page):
                if text is None:
                    edit_article(project)
                else:
                    write(template, text)
            settle(page)
            stays = page.evaluate("window.mark === 1")
            assert stays == (text is None and partial == "head"), number
        assert "guessing" in heading(page).inner_text()


def test_pages_that_did_not_change_stay(shared, show):
    page, other = show(shared, "/about/"), show(shared, f"/{ARTICLE}/")
    with renewal(other):
        replace(content(shared, f"{ARTICLE}/index.md"), "A chatbot writes", "A program writes")
    settle(page)
    assert versions(page) == 1 and versions(other) == 2


def test_articles_come_go_and_move(shared, show):
    page = show(shared, "/ai/a-new-one/")
    assert heading(page).inner_text() == "This page is not here" or page.title()
    file = content(shared, "ai/a-new-one.md")
    with renewal(page):
        write(file, article("A new one"))
    assert heading(page).inner_text() == "A new one"
    section = show(shared, "/ai/")
    assert section.get_by_text("A new one").count()
    with renewal(page):
        file.rename(content(shared, "ai/moved.md"))
    assert heading(page).inner_text() != "A new one"
    wait_until(lambda: section.locator("a[href='/ai/moved/']").count(), what="the new address on the section's page")
    moved = show(shared, "/ai/moved/")
    with renewal(moved):
        content(shared, "ai/moved.md").unlink()
    assert heading(moved).inner_text() != "A new one"
    settle(moved)
    assert versions(page) == 3 and versions(moved) == 2


def test_articles_come_and_go_at_their_times(project, show):
    """E-7: nobody has to save anything for an embargo to end."""
    with Preview(project) as preview:
        page = show(preview, "/ai/")
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=6)
        times = f"{soon:%Y-%m-%dT%H:%M:%SZ}", f"{soon + datetime.timedelta(seconds=8):%Y-%m-%dT%H:%M:%SZ}"
        text = article("Under embargo").replace("date: 2025-05-05", f"date: {times[0]}\nexpiryDate: {times[1]}")
        with preview.building():
            write(content(preview, "ai/under-embargo.md"), text)
        status = preview.get("/ai/under-embargo/").status
        assert status == 404 or datetime.datetime.now(datetime.timezone.utc) >= soon
        becomes(page, "document.body.textContent.includes('Under embargo')")
        assert preview.get("/ai/under-embargo/").status == 200
        becomes(page, "!document.body.textContent.includes('Under embargo')")
        assert preview.get("/ai/under-embargo/").status == 404


def test_a_picture_is_added_to_an_open_article(shared, show):
    folder = content(shared, "ai/with-picture")
    with shared.building():
        write(folder / "index.md", article("With a picture"))
    page = show(shared, "/ai/with-picture/")
    shutil.copy(content(shared, "ai/gpt-5-launch/cover.jpg"), folder / "new.jpg")
    with renewal(page):
        write(folder / "index.md", article("With a picture", "![A launch](new.jpg)"))
    becomes(page, "[...document.images].some((image) => /\\/new-\\d+\\./.test(image.src) && image.naturalWidth)")


# --- Problems -------------------------------------------------------------------------------------


def test_a_broken_template_lies_over_the_last_good_page_until_it_is_mended(project, show):
    template = project / "Templates/article.mustache"
    with Preview(project) as preview:
        page = show(preview, f"/{ARTICLE}/")
        replace(template, "{{> kicker}}", "{{> kikcer}}")
        problem(page).wait_for()
        shown = problem(page).inner_text()
        preview.wait_for("The preview was left as it was")
        assert shown.strip() in preview.errors
        assert re.match(r"Templates/article\.mustache:\d+:\d+: error: ", shown)
        assert "^~" in shown and "  hint: " in shown
        assert heading(page).is_visible() and versions(page) == 1
        assert page.complaints == []
        assert [rule for rule in conftest.violations(page)] == []
        # A page that is opened now is the last good one as well, with the same text.
        second = show(preview, "/about/")
        problem(second).wait_for()
        assert problem(second).inner_text() == shown
        second.get_by_role("button", name="Hide").click()
        assert problem(second).count() == 0
        replace(template, "{{> kikcer}}", "{{> kicker}}")
        problem(page).wait_for(state="detached")
        settle(page)
        assert versions(page) == 1 and versions(second) == 1


@pytest.mark.parametrize("file, old, new, text", [
    (f"Content/{ARTICLE}/index.md", "date: 2025-05-22", "date: 2025-13-22", "Content/ai/speculative-decoding-explained/index.md:3:"),
    ("sitegen.yaml", "pageSize: 12", "pageSize: twelve", "sitegen.yaml:"),
    ("Templates/assets/css/main.css", '@import "tokens.css";', '@import "token.css";', "Templates/assets/css/main.css:"),
])
def test_other_problems_show_and_go(shared, show, file, old, new, text):
    page = show(shared, f"/{ARTICLE}/")
    replace(shared.folder / file, old, new)
    problem(page).wait_for()
    assert problem(page).inner_text().startswith(text)
    replace(shared.folder / file, new, old)
    problem(page).wait_for(state="detached")
    assert versions(page) == 1


def test_a_start_with_a_problem_shows_it_and_then_the_publication(project, show):
    replace(project / "sitegen.yaml", "pageSize: 12", "pageSize: twelve")
    with Preview(project) as preview:
        page = show(preview, "/about/")
        assert heading(page).inner_text() == "The publication could not be built"
        assert page.locator("pre").inner_text().startswith("sitegen.yaml:")
        assert problem(page).count() == 0
        with renewal(page):
            replace(project / "sitegen.yaml", "pageSize: twelve", "pageSize: 12")
        assert heading(page).inner_text() != "The publication could not be built"


# --- Many edits, browsers and restarts ------------------------------------------------------------


def test_no_reload_is_lost_or_doubled(project, show):
    file = project / f"Content/{ARTICLE}/index.md"
    title = "How speculative decoding makes large language models answer faster"
    with Preview(project) as preview:
        page = show(preview, f"/{ARTICLE}/")
        times = []
        for number in range(1, EDITS + 1):
            start = time.monotonic()
            with renewal(page):
                replace(file, title, title := f"Edit {number} of this article")
            times.append(1000 * (time.monotonic() - start))
            assert heading(page).inner_text() == title
        settle(page)
        assert [len(page.loads), len(page.renewals)] == [1, EDITS]
        print(f"{EDITS} edits: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms, "
              f"memory {preview.memory():.0f} MB")


def test_edits_faster_than_builds_end_with_the_last_one(shared, show):
    file = content(shared, "ai/hasty.md")
    with shared.building():
        write(file, article("Hasty"))
    pages = [show(shared, "/ai/hasty/"), show(shared, "/ai/hasty/")]
    for number in range(100):
        write(file, article(f"Hasty {number}"))
        time.sleep(0.005)
    for page in pages:
        becomes(page, "document.querySelector('h1').textContent === 'Hasty 99'")
        settle(page)
        assert heading(page).inner_text() == "Hasty 99"


@pytest.fixture
def git(project):
    def git(*arguments):
        subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@localhost", *arguments],
                       cwd=project, check=True, capture_output=True)
    return git


def test_another_branch_shows_as_a_whole(project, git, show):
    (project / ".gitignore").write_text(".sitegen/\n")
    git("init", "-q", "-b", "main")
    for number in range(400):
        write(project / f"Content/ai/many-{number}.md", article(f"Article {number} on main"))
    git("add", "."), git("commit", "-qm", "main")
    git("checkout", "-qb", "other")
    for number in range(300):
        replace(project / f"Content/ai/many-{number}.md", "on main", "on another branch")
    for number in range(300, 350):
        (project / f"Content/ai/many-{number}.md").unlink()
    for number in range(400, 600):
        write(project / f"Content/security/many-{number}.md", article(f"Article {number} on another branch"))
    git("add", "."), git("commit", "-qm", "other"), git("checkout", "-q", "main")
    with Preview(project) as preview:
        page, gone = show(preview, "/ai/many-7/"), show(preview, "/ai/many-320/")
        for branch, name in [("other", "another branch"), ("main", "main"), ("other", "another branch")]:
            start = time.monotonic()
            git("checkout", "-q", branch)
            becomes(page, f"document.querySelector('h1').textContent === 'Article 7 on {name}'")
            print(f"branch {branch}: {1000 * (time.monotonic() - start):.0f} ms")
            title = "Article 320 on main"
            becomes(gone, f"(document.querySelector('h1').textContent === '{title}') === {str(branch == 'main').lower()}")
        wait_until(lambda: preview.get("/security/many-599/").status == 200, what="the added article")
        settle(page)
        assert preview.get("/ai/many-330/").status == 404
        assert versions(page) == 4 and versions(gone) == 4, preview.output


def test_a_slow_switch_to_another_branch_is_one_reload(project, git, show):
    """Large files come from elsewhere, or through a filter: then Git pauses between any two files."""
    numbers = range(20)
    (project / ".gitignore").write_text(".sitegen/\n")
    (project / ".gitattributes").write_text("Content/ai/slow-*.md filter=slow\n")
    git("init", "-q", "-b", "main")
    for number in numbers:
        write(project / f"Content/ai/slow-{number}.md", article(f"Article {number} on main"))
    git("add", "."), git("commit", "-qm", "main")
    git("checkout", "-qb", "other")
    for number in numbers:
        replace(project / f"Content/ai/slow-{number}.md", "on main", "on another branch")
    git("commit", "-qam", "other"), git("checkout", "-q", "main")
    git("config", "filter.slow.smudge", "sleep 0.3; cat")
    with Preview(project) as preview:
        page, front = show(preview, "/ai/slow-7/"), show(preview, "/")
        git("checkout", "-q", "other")
        becomes(page, "document.querySelector('h1').textContent === 'Article 7 on another branch'")
        settle(page)
        assert versions(page) == 2 and versions(front) == 2, preview.output


def test_two_browsers_show_the_same(shared, show):
    first, second = show(shared, f"/{ARTICLE}/"), show(shared, "/")
    for number in (1, 2):
        with renewal(first), renewal(second):
            text = content(shared, f"{ARTICLE}/index.md").read_text()
            title = re.search(r'^title: .*$', text, re.M)[0]
            replace(content(shared, f"{ARTICLE}/index.md"), title, f"title: Both see {number}")
        assert heading(first).inner_text() == f"Both see {number}"
        assert second.get_by_text(f"Both see {number}").count()
    settle(first)
    assert versions(first) == 3 and versions(second) == 3


def test_pages_out_of_sight_leave_connections_to_the_others(shared, show):
    page = show(shared, f"/{ARTICLE}/")
    hide = "Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => '%s'});" \
           "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(hide % "hidden")
    with shared.building():
        replace(content(shared, f"{ARTICLE}/index.md"), "Two groups described", "Two teams described")
    settle(page)
    assert versions(page) == 1
    with renewal(page):
        page.evaluate(hide % "visible")
    assert page.get_by_text("Two teams described").count()


def test_a_browser_comes_back_after_the_server_was_killed(project, show):
    port = str(servers.free_port())
    with Preview(project, "--port", port) as preview:
        page, other = show(preview, f"/{ARTICLE}/"), show(preview, "/about/")
        preview.process.kill()
        preview.process.wait()
    replace(project / f"Content/{ARTICLE}/index.md", "A chatbot writes", "A program writes")
    start = time.monotonic()
    with Preview(project, "--port", port) as preview:
        becomes(page, "document.body.textContent.includes('A program writes')")
        print(f"restart to page: {1000 * (time.monotonic() - start):.0f} ms")
        settle(page)
        assert versions(page) == 2 and versions(other) == 1
        with renewal(page):
            replace(project / f"Content/{ARTICLE}/index.md", "A program writes", "A machine writes")
        settle(page)
        assert versions(page) == 3 and versions(other) == 1


# --- Options --------------------------------------------------------------------------------------


def test_browsers_go_to_what_was_changed(project, show):
    with Preview(project, "--navigate-to-changed") as preview:
        page = show(preview, "/about/")
        with renewal(page):
            replace(project / f"Content/{ARTICLE}/index.md", "A chatbot writes", "A program writes")
        assert page.url == f"{preview.address}/{ARTICLE}/"
        settle(page)
        with renewal(page):
            replace(project / "Content/pages/about.md", "---\n\n", "---\n\nA new sentence. ")
        assert page.url == f"{preview.address}/about/"
        settle(page)
        assert versions(page) == 3


def test_drafts_and_the_future_are_in_the_preview_alone(project):
    write(project / "Content/ai/draft.md", article("Draft").replace("date:", "draft: true\ndate:"))
    write(project / "Content/ai/future.md", article("Future", date="2999-01-01"))
    with Preview(project, "-D", "-F", "-E") as preview:
        assert preview.get("/ai/draft/").status == 200 and preview.get("/ai/future/").status == 200
    with Preview(project) as preview:
        assert preview.get("/ai/draft/").status == 404 and preview.get("/ai/future/").status == 404
    assert not (project / "Site").exists()


def test_without_reload_pages_are_those_of_the_files(project, show):
    with Preview(project, "--no-reload") as preview:
        page = show(preview, f"/{ARTICLE}/")
        with preview.building():
            replace(project / f"Content/{ARTICLE}/index.md", "A chatbot writes", "A program writes")
        settle(page)
        assert versions(page) == 1 and "__sitegen" not in page.content()
        assert preview.get("/__sitegen/events").status == 404


def test_polling_sees_the_same(project, show):
    with Preview(project, "--poll", "50") as preview:
        page = show(preview, f"/{ARTICLE}/")
        with renewal(page):
            edit_article(project)
        settle(page)
        assert "guessing" in heading(page).inner_text() and versions(page) == 2


def test_a_path_of_the_address_is_where_pages_are(project, show):
    with Preview(project, "--base-url", "http://localhost:1313/news") as preview:
        page = show(preview, f"/{ARTICLE}/")
        with renewal(page):
            edit_article(project)
        assert "guessing" in heading(page).inner_text() and page.complaints == []


def test_the_browser_is_opened(project, tmp_path):
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    opener.chmod(0o755)
    with Preview(project, "-O", environment={"PATH": f"{opener.parent}:{os.environ['PATH']}"}) as preview:
        opened = tmp_path / "opened"
        wait_until(lambda: opened.exists() and opened.read_text().strip(), what="the browser")
        assert opened.read_text() == f"{preview.address}/\n"


# --- What is served -------------------------------------------------------------------------------


def test_what_is_shown_is_what_is_built(project):
    with Preview(project) as preview:
        address = preview.address
        subprocess.run([previews.PROGRAM, "build", "--source", project, "--base-url", address, "--quiet"], check=True)
        site, script = project / "Site", re.compile(rb'<script src="/__sitegen/[^>]*></script>')
        before = {file: file.stat().st_mtime_ns for file in site.rglob("*")}
        pages = sorted(site.rglob("*.html"))
        for page in pages[:: max(1, len(pages) // 60)]:
            path = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
            answer = preview.get(path)
            assert len(script.findall(answer.body)) == 1, path
            assert script.sub(b"", answer.body) == page.read_bytes(), path
        files = [file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix != ".html" and not file.name.startswith(".")]
        for file in files[:: max(1, len(files) // 60)]:
            answer = preview.get("/" + file.relative_to(site).as_posix())
            assert answer.body == file.read_bytes(), file
        with preview.building():
            replace(project / f"Content/{ARTICLE}/index.md", "A chatbot writes", "A program writes")
        assert before == {file: file.stat().st_mtime_ns for file in site.rglob("*")}
        assert not any(b"__sitegen" in file.read_bytes() for file in site.rglob("*") if file.is_file())


# --- The terminal ---------------------------------------------------------------------------------


def test_a_busy_port_makes_room_unless_it_was_asked_for(project):
    with Preview(project) as first:
        with Preview(project) as second:
            assert second.port > first.port
        run = subprocess.run([previews.PROGRAM, "serve", "--source", project, "--port", str(first.port)],
                             capture_output=True, text=True)
        assert run.returncode == 1 and run.stdout == ""
        assert run.stderr.startswith(f"error: port {first.port} is used by another program. ")
        assert f"--port {first.port + 1}" in run.stderr


@pytest.mark.parametrize("options, text", [
    (["--port", "99999"], "--port takes a number from 1 to 65535."),
    (["--poll", "0"], "--poll takes a number from 1 up."),
    (["--source", "/nowhere"], "there is no folder /nowhere."),
    (["--base-url", "news"], "--base-url takes an address such as"),
    (["--no-reload", "--navigate-to-changed"], "exclude one another."),
    (["--brind", "0.0.0.0"], "Did you mean '--bind'?"),
])
def test_wrong_options_are_explained(options, text):
    run = subprocess.run([previews.PROGRAM, "serve", *options], capture_output=True, text=True)
    assert run.returncode == 64 and text in run.stderr and run.stdout == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_well(project, show, number):
    with Preview(project) as preview:
        show(preview, "/")
        status, seconds = preview.stop(number)
        assert status == 0 and seconds < 3
        assert preview.errors == "" or "warning" in preview.errors
    assert not list((project / ".sitegen/preview").glob(".sitegen-lock"))


def test_it_ends_in_the_middle_of_a_build(project):
    for number in range(3_000):
        write(project / f"Content/ai/many-{number}.md", article(f"Article {number}"))
    preview = Preview(project)
    time.sleep(0.3)
    status, seconds = preview.stop()
    assert status == 0 and seconds < 3
    assert "Fatal" not in preview.errors
    # What it left does not disturb the next one.
    with Preview(project) as preview:
        assert preview.get("/ai/many-7/").status == 200


def on_terminal(command, until, environment=None):
    """Runs a command on a terminal and gives what it wrote there."""
    import pty
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(environment or {})
        os.execv(command[0], [str(part) for part in command])
    output = b""
    end = time.monotonic() + 60
    while until not in output and time.monotonic() < end:
        try:
            output += os.read(terminal, 65536)
        except OSError:
            break
    os.write(terminal, b"\x03")
    try:
        while data := os.read(terminal, 65536):
            output += data
    except OSError:
        pass
    _, status = os.waitpid(process, 0)
    return output.decode(errors="replace").replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


BLOCKS = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}


def decoded(lines, dark, folder):
    """What a QR reader sees in the blocks of a terminal."""
    rows = [[BLOCKS[character][half] == dark for character in line] for line in lines for half in (0, 1)]
    scale = 8
    pixels = b"".join(bytes(0 if isDark else 255 for isDark in row for _ in range(scale)) * scale for row in rows)
    (folder / "code.pgm").write_bytes(b"P5 %d %d 255\n" % (len(rows[0]) * scale, len(rows) * scale) + pixels)
    return subprocess.run(["zbarimg", "--quiet", "--raw", folder / "code.pgm"], capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_a_phone_finds_the_preview(project, tmp_path, environment):
    command = [str(previews.PROGRAM), "serve", "--source", project, "--bind", "0.0.0.0"]
    output, status = on_terminal(command, b"Press Ctrl+C to stop", {"TERM": "xterm", **environment})
    assert status == 0
    match = re.search(r"On other machines of the network: (\S+)", output)
    if not match:
        pytest.skip("this machine is on no network")
    assert ("\x1b[30;107m" in output) == (environment == {})
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in output.split("\n")]
    code = [line for line in lines if line and set(line) <= set(BLOCKS)]
    assert decoded(code, 1 if environment == {} else 0, tmp_path) == match[1]


def test_nothing_moves_or_shines_in_a_pipe(project):
    for number in range(1_500):
        write(project / f"Content/ai/many-{number}.md", article(f"Article {number}"))
    with Preview(project, "--bind", "0.0.0.0") as preview:
        assert "\x1b" not in preview.output + preview.errors and "█" not in preview.output
        assert "Building" not in preview.errors
