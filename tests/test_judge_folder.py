"""Judge in a folder: a model on this machine, of whatever labels, or the reason why it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.judge import NoOpinion, appointed
from checker.trouble import TroubleError
from tests.commands import article
from tests.judging import folder


def test_a_folder_judges_pairs_on_this_machine(tmp_path: Path) -> None:
    judge = appointed(str(folder(tmp_path / "tiny")))
    assert judge.name == "tiny"
    contradicted = judge.opinion("the port", "not that not")
    assert contradicted.verdict == "contradicts"
    assert 0.9 < contradicted.confidence <= 1
    assert judge.opinion("the port", "a port").verdict == "supports"
    assert judge.opinion("port " * 500, "port").verdict == "supports"  # cut to what the model takes


def test_labels_of_other_models_are_known_in_any_order(tmp_path: Path) -> None:
    judge = appointed(str(folder(tmp_path / "m", ("ENTAILMENT", "NEUTRAL", "CONTRADICTION"))))
    assert judge.opinion("a", "not").verdict == "supports"


@pytest.mark.parametrize("labels", [("LABEL_0", "LABEL_1", "LABEL_2"), ("entailment", "neutral", "neutral")])
def test_labels_that_tell_nothing_are_refused(tmp_path: Path, labels: tuple[str, ...]) -> None:
    with pytest.raises(TroubleError, match="a judge tells contradiction, entailment and neutral"):
        appointed(str(folder(tmp_path / "m", labels)))


def test_a_model_with_other_outputs_than_labels_has_no_opinion(tmp_path: Path) -> None:
    with pytest.raises(NoOpinion, match="no 3 finite numbers"):
        appointed(str(folder(tmp_path / "m", outputs=2))).opinion("a", "b")


def test_a_model_that_is_none_has_no_opinion(tmp_path: Path) -> None:
    (folder(tmp_path / "m") / "model.onnx").write_bytes(b"weights, they said")
    judge = appointed(str(tmp_path / "m"))
    for _ in range(2):
        with pytest.raises(NoOpinion, match="cannot be loaded"):
            judge.opinion("a", "b")


def test_a_folder_without_its_files_and_no_folder_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match=r"it has no model\.onnx"):
        appointed(str(tmp_path))
    with pytest.raises(TroubleError, match="neither a folder nor an address"):
        appointed(str(tmp_path / "none"))


def test_without_the_extra_its_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (
        ("model.onnx", ""),
        ("tokenizer.json", "{}"),
        ("config.json", '{"id2label": {"0": "refutes"}}'),
    ):
        article(tmp_path, words, name)
    monkeypatch.setattr("checker.judge.onnx.NEEDED", ("no_such_package",))
    with pytest.raises(TroubleError, match=r"claim-checker\[judge\]"):
        appointed(str(tmp_path))
