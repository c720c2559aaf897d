"""Onnx: a judge in a folder, a cross-encoder of sentence pairs, "model.onnx, tokenizer.json, config.json"."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from math import exp, isfinite
from pathlib import Path
from typing import Any

import msgspec

from ..trouble import TroubleError
from . import NoOpinion, Opinion, Ruling

MODEL, TOKENS, CONFIG = "model.onnx", "tokenizer.json", "config.json"
NEEDED = ("onnxruntime", "tokenizers")  # packages of the extra
LONGEST = 512  # tokens of a pair, where the model does not say
THREADS = 1
RULINGS: dict[str, Ruling] = {  # the labels that models have for them, in small letters
    "contradiction": "contradicts",
    "contradicts": "contradicts",
    "refutes": "contradicts",
    "entailment": "supports",
    "supports": "supports",
    "neutral": "cannot tell",
    "not_entailment": "cannot tell",
    "not enough info": "cannot tell",
}


class Config(msgspec.Struct, frozen=True):
    """What is read of config.json: what each output stands for, and how many tokens the model takes."""

    id2label: dict[int, str]
    max_position_embeddings: int = LONGEST


class Folder:
    """The model of a folder, which is loaded for the first question.

    Raises TroubleError where a file or the extra is missing, and for labels that tell nothing.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name
        for file in (MODEL, TOKENS, CONFIG):
            if not (path / file).is_file():
                raise TroubleError(
                    f"judge {path}: it has no {file}; a judge is a folder with {MODEL}, {TOKENS}, {CONFIG}"
                )
        self.rulings, self.longest = _outputs(path / CONFIG)
        if any(find_spec(package) is None for package in NEEDED):
            raise TroubleError(f"judge {path}: a folder needs an extra: pip install 'claim-checker[judge]'")

    def opinion(self, source: str, text: str) -> Opinion:
        """See Judge."""
        if isinstance(self._loaded, NoOpinion):
            raise NoOpinion(str(self._loaded))
        try:
            scores = _scores(*self._loaded, source, text)
        except Exception as e:  # the runtime's errors have no common family
            raise NoOpinion(f"the model cannot be run ({_brief(e)})") from None
        if len(scores) != len(self.rulings) or not all(map(isfinite, scores)):
            raise NoOpinion(f"the model answers with no {len(self.rulings)} finite numbers")
        return _surest(scores, self.rulings)

    @cached_property
    def _loaded(self) -> tuple[Any, Any] | NoOpinion:
        """The model and the maker of its tokens, or why there are none."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = THREADS  # sums come out alike on any machine
        options.log_severity_level = 4
        try:
            session = onnxruntime.InferenceSession(self.path / MODEL, options, providers=["CPUExecutionProvider"])
            tokens = Tokenizer.from_file(str(self.path / TOKENS))
            tokens.enable_truncation(self.longest)
        except Exception as e:  # nor have those of loading
            return NoOpinion(f"the model cannot be loaded ({_brief(e)})")
        return session, tokens


def _outputs(path: Path) -> tuple[list[Ruling], int]:
    """What each output of the model rules, in order, and the most tokens. Raises TroubleError."""
    try:
        config = msgspec.json.decode(path.read_bytes(), type=Config, strict=False)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as e:
        raise TroubleError(f"{path}: {e}") from e
    labels = [config.id2label[n] for n in sorted(config.id2label)]
    unknown = [label for label in labels if label.lower() not in RULINGS]
    rulings = [RULINGS[label.lower()] for label in labels if label not in unknown]
    if unknown or "contradicts" not in rulings or sorted(config.id2label) != list(range(len(labels))):
        raise TroubleError(f"{path}: id2label: a judge tells contradiction, entailment and neutral, not {labels}")
    return rulings, config.max_position_embeddings


def _scores(session: Any, tokens: Any, source: str, text: str) -> list[float]:
    """What the model says of a pair, a number an output."""
    import numpy as np

    pair = tokens.encode(source, text)
    told = {"input_ids": pair.ids, "attention_mask": pair.attention_mask, "token_type_ids": pair.type_ids}
    wanted = [i.name for i in session.get_inputs()]
    answer = session.run(None, {name: np.array([told[name]], dtype=np.int64) for name in wanted})
    return [float(x) for x in answer[0][0]]


def _surest(scores: list[float], rulings: list[Ruling]) -> Opinion:
    """The ruling of the greatest share, with its share."""
    top = max(scores)
    weights = [exp(x - top) for x in scores]
    shares = {r: sum(w for w, own in zip(weights, rulings, strict=True) if own == r) for r in rulings}
    best = max(shares, key=lambda r: shares[r])
    return Opinion(best, min(1.0, shares[best] / sum(weights)))


def _brief(e: Exception) -> str:
    """An error in a line."""
    return f"{type(e).__name__}: {' '.join(str(e).split())[:120]}"
