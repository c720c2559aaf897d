"""Start: from nothing to a build that fails on what is new, and the files by which others call the checker."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from checker.start import TEMPLATES
from tests.commands import CHECKER, CLEAN, ROOT, WRONG, article, run
from tests.tree import copy_of_the_tree

GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@news.example")


def judged(*command: object, cwd: Path | None = None) -> str:
    """What another program prints; it must end well."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, cwd=cwd, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def docker_runs() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository of ten articles, one of them wrong."""
    (tmp_path / "articles").mkdir()
    for n in range(9):
        article(tmp_path / "articles", CLEAN, f"{n}.md")
    article(tmp_path / "articles", WRONG, "9.txt")
    judged(*GIT, "init", "-q", cwd=tmp_path)
    return tmp_path


def test_a_newsroom_goes_from_nothing_to_a_failing_and_a_passing_build_in_five_commands(newsroom: Path) -> None:
    begun = run("init", "articles", cwd=newsroom)
    assert begun.code == 0
    assert "1 findings are known now" in begun.out
    assert run("audit", "articles", cwd=newsroom).code == 0
    article(newsroom / "articles", WRONG.replace("48", "59"), "new.txt")
    assert run("audit", "articles", cwd=newsroom).code == 1
    article(newsroom / "articles", CLEAN, "new.txt")
    assert run("audit", "articles", cwd=newsroom).code == 0
    assert run("baseline", "status", "articles", cwd=newsroom).code == 0


def test_init_takes_the_place_of_nothing_unless_it_is_forced(newsroom: Path) -> None:
    (newsroom / "checker.toml").write_text('fail-on = "never"\n', "utf-8")
    refused = run("init", "articles", cwd=newsroom)
    assert refused.code == 2
    assert "checker.toml: there already; --force" in refused.err
    assert (newsroom / "checker.toml").read_text("utf-8") == 'fail-on = "never"\n'
    assert not (newsroom / ".github").exists()
    assert run("init", "articles", "--force", "--ci", "none", cwd=newsroom).code == 0


def test_a_baseline_that_is_there_is_kept_unless_it_is_forced(newsroom: Path) -> None:
    book = article(newsroom, "", "checker-baseline.jsonl")
    assert run("init", "articles", cwd=newsroom).code == 2
    assert book.read_text("utf-8") == ""


def test_all_of_a_folder_can_be_heard_with_the_baseline_that_lies_in_it(newsroom: Path) -> None:
    assert run("init", "--ci", "none", cwd=newsroom).code == 0
    assert run("audit", ".", cwd=newsroom).code == 0
    assert run("baseline", "status", ".", cwd=newsroom).code == 0
    assert run("audit", ".", "--baseline", os.devnull, cwd=newsroom).code == 1


def test_a_template_that_is_to_be_included_says_so(newsroom: Path) -> None:
    begun = run("init", "articles", "--ci", "gitlab", cwd=newsroom)
    assert "`include: checker.gitlab-ci.yml`" in begun.out
    assert (newsroom / "checker.gitlab-ci.yml").is_file()


def test_an_unknown_workflow_is_refused_with_those_there_are(newsroom: Path) -> None:
    refused = run("init", "--ci", "jenkins", cwd=newsroom)
    assert refused.code == 2
    assert "there are github, gitlab and none" in refused.err


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", TEMPLATES / "github.yml"),
        ("vendor.gitlab-ci", TEMPLATES / "gitlab.yml"),
    ],
    ids=lambda x: getattr(x, "name", x),
)
def test_the_files_of_other_services_are_as_they_want_them(schema: str, file: Path) -> None:
    transform = ("--data-transform", "gitlab-ci") if "gitlab" in schema else ()
    judged(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *transform, file)


def test_pre_commit_runs_the_hook_and_stops_at_what_is_wrong(tmp_path: Path, newsroom: Path) -> None:
    hooks = copy_of_the_tree(tmp_path / "checker")
    judged(*GIT, "init", "-q", cwd=hooks)
    judged(*GIT, "add", "-A", cwd=hooks)
    judged(*GIT, "commit", "-qm", "All", cwd=hooks)
    rev = judged(*GIT, "rev-parse", "HEAD", cwd=hooks).strip()
    settled = f"repos: [{{repo: '{hooks}', rev: {rev}, hooks: [{{id: checker}}]}}]\n"
    (newsroom / ".pre-commit-config.yaml").write_text(settled, "utf-8")
    judged(*GIT, "add", ".", cwd=newsroom)
    home = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    hook = [sys.executable, "-m", "pre_commit", "run", "--files"]
    for file, code in (("articles/0.md", 0), ("articles/9.txt", 1)):
        done = subprocess.run([*hook, file], cwd=newsroom, env=home, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
    assert "money/currency-mismatch" in done.stdout


def test_what_the_image_copies_is_enough_to_install(tmp_path: Path) -> None:
    copies = [line.split()[1:] for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines() if line[:5] == "COPY "]
    for *sources, target in copies:
        for source in sources:
            assert f"!{source}" in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
            into = tmp_path / target.removeprefix("/")
            into.mkdir(exist_ok=True)
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, into, dirs_exist_ok=True)
            else:
                shutil.copy2(ROOT / source, into)
    judged(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, tmp_path / "src")
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        assert {"checker/packs/money.yaml", "checker/cli/__init__.py"} <= set(wheel.namelist())


@pytest.mark.skipif(not docker_runs(), reason="no Docker daemon runs here")
def test_the_image_audits_what_is_mounted(newsroom: Path) -> None:
    judged("docker", "build", "--quiet", "--tag", "claim-checker-test", ROOT)
    seen = ["docker", "run", "--rm", "--volume", f"{newsroom}:/work", "claim-checker-test", "audit"]
    for file, code in (("articles/0.md", 0), ("articles/9.txt", 1)):
        done = subprocess.run([*seen, file], capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr


def test_what_is_saved_is_heard_again(newsroom: Path) -> None:
    command = [*CHECKER, "audit", "articles/0.md", "--watch", "--format", "jsonl"]
    with subprocess.Popen(command, cwd=newsroom, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(1)  # until the watch is set
        article(newsroom / "articles", WRONG, "0.md")
        second = process.stdout.readline()
        process.terminate()
    assert '"findings":[]' in first
    assert "money/currency-mismatch" in second


def test_a_report_written_among_the_texts_is_not_heard(newsroom: Path) -> None:
    told = newsroom / "articles" / "summary.md"
    outputs = ("--output", "jsonl:-", "--output", "markdown:articles/summary.md")
    command = [*CHECKER, "audit", "articles", "--watch", *outputs]
    with subprocess.Popen(command, cwd=newsroom, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(10)]
        time.sleep(2)  # in which the report is seen to be saved
        article(newsroom / "articles", WRONG, "0.md")
        lines.append(process.stdout.readline())
        process.terminate()
    assert told.is_file()
    assert not any("summary.md" in line for line in lines)
    assert "articles/0.md" in lines[-1]


def test_a_path_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    done = run("audit", "none.md", "--watch", cwd=tmp_path)
    assert done.code == 2
    assert "--watch: none.md: no file and no folder" in done.err
