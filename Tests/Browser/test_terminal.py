"""What people see at a terminal, and programs in a pipe."""
import os
import pty
import subprocess

import pytest
import variants


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A publication with one mistake."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "Content" / "ai").mkdir(parents=True)
    (folder / "Templates").symlink_to(variants.ROOT / "Templates")
    (folder / "sitegen.yaml").write_text("title: T\nbaseURL: https://t.example\npageSize: twelve\n")
    return folder


def at_a_terminal(folder, **environment):
    """What `sitegen build` writes to a terminal."""
    main, other = pty.openpty()
    process = subprocess.Popen(
        [variants.sitegen(), "build", "--source", folder], stdout=other, stderr=other,
        env={**os.environ, "TERM": "xterm", **environment})
    os.close(other)
    text = b""
    while True:
        try:
            read = os.read(main, 65536)
        except OSError:  # The other side is closed.
            break
        if not read:
            break
        text += read
    assert process.wait() == 1
    return text.decode()


def test_errors_have_colors_at_a_terminal(broken):
    text = at_a_terminal(broken)
    assert "\x1b[1;31merror:" in text and "pageSize" in text


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colors_can_be_refused(broken, environment):
    text = at_a_terminal(broken, **environment)
    assert "error:" in text and "\x1b[1" not in text


def test_a_pipe_gets_plain_text(broken):
    run = subprocess.run([variants.sitegen(), "build", "--source", broken], capture_output=True, text=True)
    assert "error:" in run.stderr and "\x1b" not in run.stdout + run.stderr and "\r" not in run.stderr
