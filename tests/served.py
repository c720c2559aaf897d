"""Served: a review that runs in a process of its own, "Served(folder).get("text/1")"."""

from __future__ import annotations

import re
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.commands import CHECKER

FINGERPRINT = re.compile(r'name="fingerprint" value="([^"]+)"')


class Served:
    """A review that runs, its folder and its address."""

    def __init__(self, folder: Path, *told: str, who: str = "Ada") -> None:
        command = [*CHECKER, "review", *(told or (".",)), "--no-open", "--who", who]
        self.folder = folder
        self.process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.home = self.process.stdout.readline().strip()

    def get(self, path: str = "", **headers: str) -> str:
        with urlopen(Request(self.home + path, headers=headers), timeout=20) as answer:
            return str(answer.read().decode())

    def post(self, path: str, headers: dict[str, str] | None = None, **form: object) -> str:
        told = Request(self.home + path, urlencode(form).encode(), headers or {})
        with urlopen(told, timeout=20) as answer:
            return str(answer.read().decode())

    def fingerprints(self, number: int = 1) -> list[str]:
        """Those of the findings of an article, in their order."""
        return list(dict.fromkeys(FINGERPRINT.findall(self.get(f"text/{number}"))))

    def decide(self, verdict: str, reason: str = "", number: int = 1, **more: str) -> str:
        """Decides about the first finding of an article, and returns its fingerprint."""
        found = self.fingerprints(number)[0]
        self.post("decide", {}, text=number, fingerprint=found, verdict=verdict, reason=reason, **more)
        return found

    def close(self) -> None:
        """Ends it as Ctrl-C does, again where it was too early to be heard."""
        for _ in range(20):
            self.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
                return
        self.process.kill()
        raise AssertionError("Ctrl-C does not end it")
