"""Conftest: what tests have, a cache of their own that nobody else's is touched by, a browser, and a judge."""

from __future__ import annotations

import os
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from hypothesis import settings

from tests.helpers import ARGS, BROWSER
from tests.judging import Answer, Serve, Server

settings.register_profile("untimed", deadline=None)  # how fast it is benchmarks tell
settings.load_profile("untimed")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, as some tests wait for a cluster, a browser or the package index."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the checker keeps its audits while these tests run; and the processes they start keep what they compile."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    yield
    os.environ.pop("XDG_CACHE_HOME")
    if before:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=str(BROWSER), args=list(ARGS))
        yield chromium
        chromium.close()


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts servers that answer as a judge does, or otherwise."""
    monkeypatch.setenv("NO_PROXY", "*")
    over, servers = Event(), list[Server]()

    def start(answer: Answer) -> Server:
        servers.append(Server(answer, over))
        return servers[-1]

    yield start
    over.set()
    for s in servers:
        s.server.shutdown()
        s.server.server_close()
