"""`sitegen deploy` with real rclone and rsync, against servers on this machine."""
import signal
import subprocess
import time

import pytest
import targets
import variants

LIST = ".sitegen-deployed"


def folder_by_rclone(folder):
    return targets.Folder(folder, "rclone")


def folder_by_rsync(folder):
    return targets.Folder(folder, "rsync")


KINDS = [targets.WebDAV, targets.SFTP, targets.Rsync, folder_by_rclone, folder_by_rsync]


@pytest.fixture
def paper(tmp_path):
    """Makes a publication, built, with a target of a kind."""
    made = []

    def make(kind, **options):
        (tmp_path / "target").mkdir()
        made.append(targets.Paper(tmp_path, variants.ROOT, kind(tmp_path / "target"), variants.sitegen(), **options))
        made[0].build()
        return made[0]

    yield make
    for paper in made:
        paper.target.stop()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_only_what_changed_moves(paper, kind):
    paper = paper(kind)
    site = paper.target.site
    assert "Deployed to production" in paper.deploy()
    assert targets.contents(site).items() >= paper.files().items()
    assert (site / ".well-known/security.txt").exists()
    # Somebody else's files, one of them in a folder that will go.
    (site / "ours.html").write_text("Ours.")
    (site / "ai/story-1/notes.txt").write_text("Ours.")
    before, old = targets.state(site), paper.files()

    paper.write("story-0", "Story 0 is another")
    (paper.source / "Content/ai/story-1.md").unlink()
    (paper.source / "Content/ai/story-2.md").unlink()
    paper.build()
    new = paper.files()
    moved = {path for path in new if old.get(path) != new[path]}
    gone = old.keys() - new.keys()
    assert moved and gone
    planned = paper.deploy("--dry-run").splitlines()
    assert targets.state(site) == before
    assert {line.split()[1] for line in planned if line.startswith("upload")} == moved
    assert {line.split()[1] for line in planned if line.startswith("remove")} == gone

    said = paper.deploy()
    assert f"{len(moved)} files uploaded" in said and f"{len(gone)} removed" in said
    after = targets.state(site)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == moved | {LIST}
    assert before.keys() - after.keys() == gone
    assert (site / "ours.html").read_text() == (site / "ai/story-1/notes.txt").read_text() == "Ours."
    # A server would show that an empty folder is there.
    assert not (site / "ai/story-2").exists()
    assert {path: bytes for path, bytes in targets.contents(site).items() if path in new} == new

    assert "is up to date" in paper.deploy()
    assert targets.state(site) == after


def test_nothing_is_named_before_it_is_there(paper):
    paper = paper(targets.WebDAV)
    paper.deploy()
    first = len(paper.target.log.read_text())
    paper.write("story-new", "A new story")
    (paper.source / "Content/ai/story-1.md").unlink()
    sheet = next((paper.source / "Templates/assets/css").glob("tokens.css"))
    sheet.write_text(sheet.read_text() + "\n:root { --of-a-test: 1px; }\n")
    paper.build()
    paper.deploy()
    log = paper.target.log.read_text()[first:]
    order = [line.split(": /www/")[1].rsplit(" from", 1)[0] for line in log.splitlines()
             if ": PUT from" in line or ": DELETE from" in line]
    puts = [line.removesuffix(": PUT") for line in order if line.endswith(": PUT")]
    assert puts[0] == puts[-1] == LIST
    kinds = []
    for line in order[1:-1]:
        path, method = line.rsplit(": ", 1)
        kinds.append(
            5 if method == "DELETE" else 1 if path.startswith("assets/") else
            2 if path == "ai/story-new/index.html" else 3 if path.endswith(".html") else 4)
    assert kinds == sorted(kinds) and set(kinds) == {1, 2, 3, 4, 5}, order


def interrupted(paper, number, *options, **variables):
    """Starts a deploy and stops it when the target has so many files."""
    process = subprocess.Popen(
        paper.command("deploy", *options), env=paper.environment | variables, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while len(targets.contents(paper.target.site)) < 12 if paper.target.site.exists() else True:
        assert process.poll() is None and time.monotonic() < deadline, process.communicate()
        time.sleep(0.02)
    process.send_signal(number)
    said = process.communicate(timeout=30)[1]
    # A program whose reader was killed ends when it next has something to say.
    for _ in range(100):
        if not subprocess.run(["pgrep", "-f", str(paper.folder / "target")], capture_output=True).stdout.count(b"\n") > 1:
            break
        time.sleep(0.05)
    return process.returncode, said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=lambda number: number.name)
def test_a_deploy_that_is_stopped_goes_on(paper, number):
    paper = paper(targets.WebDAV)
    status, said = interrupted(paper, number, RCLONE_TPSLIMIT="40", RCLONE_TPSLIMIT_BURST="1")
    if number == signal.SIGKILL:
        assert status == -signal.SIGKILL
    else:
        assert status == 1 and "was stopped after" in said and "it goes on from there" in said
    time.sleep(0.5)
    files, before = paper.files(), [path for path in paper.target.requests("PUT") if path != LIST]
    assert 5 < len(before) < len(files)
    paper.deploy()
    after = [path for path in paper.target.requests("PUT") if path != LIST][len(before):]
    assert set(before) | set(after) == files.keys()
    # Up to four were on their way.
    assert len(set(before) & set(after)) <= 4
    assert targets.contents(paper.target.site).items() >= files.items()
    assert "is up to date" in paper.deploy()


def test_a_deploy_by_rsync_that_is_stopped_goes_on(paper, tmp_path):
    paper = paper(targets.Rsync)
    # As slow as a bad line.
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/rsync").write_text('#!/bin/sh\nexec /usr/bin/rsync --bwlimit=150k "$@"\n')
    (tmp_path / "bin/rsync").chmod(0o755)
    status, said = interrupted(paper, signal.SIGINT, PATH=f"{tmp_path}/bin:{paper.environment['PATH']}")
    assert status == 1 and "was stopped after" in said
    before = targets.state(paper.target.site)
    paper.deploy()
    after = targets.state(paper.target.site)
    files = paper.files()
    assert targets.contents(paper.target.site).items() >= files.items()
    kept = [path for path in files if before.get(path) == after[path]]
    assert len(kept) >= 8
    assert "is up to date" in paper.deploy()


def test_too_many_removals_are_refused(paper):
    paper = paper(folder_by_rclone, articles=30)
    paper.deploy()
    for number in range(20):
        (paper.source / f"Content/ai/story-{number}.md").unlink()
    paper.build()
    before = targets.state(paper.target.site)
    said = paper.deploy("--max-deletes", "5", status=1)
    count = len([line for line in said.splitlines() if line.startswith("remove  ai/story-")])
    assert count >= 20 and "[deploy/deletions]" in said and "--max-deletes" in said
    assert targets.state(paper.target.site) == before
    paper.configure(paper.settings.replace("deploy: {", "deploy: {maxDeletes: 1, "))
    paper.build()
    assert "at most 1 may be" in paper.deploy(status=1)
    paper.deploy("--max-deletes", "500")
    assert not (paper.target.site / "ai/story-0").exists()
    assert (paper.target.site / "ai/story-29/index.html").exists()


def test_a_store_is_told_headers(paper):
    paper = paper(targets.Store)
    # A setting for other purposes must not keep files from being brought.
    paper.deploy(RCLONE_DRY_RUN="true", RCLONE_EXCLUDE="*.html")
    objects = {key.removeprefix("www/"): value for key, value in paper.target.objects.items()}
    # What another host would read is nothing for readers.
    assert objects.keys() == paper.files().keys() - {"_headers", "_redirects"} | {LIST}
    for path, expected in {
        "index.html": "text/html; charset=utf-8", "feed.xml": "application/rss+xml; charset=utf-8",
        "feed.json": "application/feed+json; charset=utf-8", "robots.txt": "text/plain; charset=utf-8",
        "site.webmanifest": "application/manifest+json; charset=utf-8", ".well-known/security.txt": "text/plain; charset=utf-8",
    }.items():
        headers = objects[path][1]
        assert headers["Content-Type"] == expected
        assert headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    sheets = [path for path in objects if path.startswith("assets/") and path.endswith(".css")]
    assert sheets and all("immutable" in objects[path][1]["Cache-Control"] for path in sheets)
    assert all(objects[path][0] == bytes for path, bytes in paper.files().items() if path in objects)
    (paper.source / "Content/ai/story-1.md").unlink()
    paper.build()
    paper.deploy()
    assert "www/ai/story-1/index.html" not in paper.target.objects
    keys = [key for method, key in paper.target.log if method == "DELETE"]
    assert keys and all(key.startswith("www/ai/story-1/") for key in keys)


def test_what_readers_should_not_see_is_refused(paper, tmp_path):
    paper = paper(folder_by_rsync)
    paper.write("story-draft", "A draft", draft="true")
    said = paper.deploy(status=1)
    assert "is older than Content/ai/story-draft.md" in said and "[deploy/site]" in said
    for options, reason in [
        (["-D"], "was built with drafts"), (["-F"], "was built with articles before their time"),
        (["-E"], "was built with expired articles"),
        (["--base-url", "https://staging.example"], "was built for https://staging.example"),
    ]:
        paper.build(*options)
        assert reason in paper.deploy(status=1)
    paper.build()
    (paper.site / "index.html").write_text("Spoilt.")
    assert "index.html in" in paper.deploy(status=1)
    paper.write("story-bad", "Bad", date="never")
    paper.run("build", "--quiet", status=1)
    assert "the last build failed" in paper.deploy(status=1)
    paper.run("deploy", "--build", status=1)
    (paper.source / "Content/ai/story-bad.md").unlink()
    (paper.source / ".sitegen/build.cache").unlink()
    assert "nothing says how" in paper.deploy(status=1)
    assert "there is no publication" in paper.deploy("--output", tmp_path / "nowhere", status=1)
    assert not paper.target.site.exists()
    assert "-D, -F, -E" in paper.deploy("-D", status=64)
    said = paper.deploy("--build")
    assert "articles on" in said and "Deployed to production" in said
    assert targets.contents(paper.target.site)["index.html"] != b"Spoilt."


def test_mistakes_have_remedies(paper, tmp_path):
    paper = paper(targets.WebDAV)
    paper.deploy()
    assert "Did you mean production?" in paper.deploy("--target", "prodction", status=64)
    nowhere = str(tmp_path / "empty")
    said = paper.deploy(status=1, PATH=nowhere)
    assert "rclone is not installed" in said and "apt install rclone" in said

    address = paper.settings
    paper.configure(address.replace("paper:www", "papr:www"))
    paper.build()
    said = paper.deploy(status=1)
    assert 'rclone has no remote "papr"' in said and 'Did you mean "paper"?' in said
    paper.configure("deploy: {targets: [{name: a, rclone: 'x:y', rsync: z}, {name: b, rclone: ':sftp,pass=x:y'}]}\n")
    said = paper.run("build", "--quiet", status=1)
    assert "needs either rclone or rsync" in said and "must not hold a password" in said
    paper.configure("")
    paper.build()
    assert "names no target" in paper.deploy(status=1)

    paper.configure(address)
    paper.write("story-9", "Story 9")
    paper.build()
    paper.target.stop()
    said = paper.deploy(status=1)
    assert "[deploy/transfer]" in said and "run it again" in said and "refused" in said
    paper.configure("deploy: {targets: [{name: a, rsync: 'rsync://127.0.0.1:1/www'}]}\n")
    paper.build()
    said = paper.deploy(status=1)
    assert "a cannot be reached" in said and "refused" in said
