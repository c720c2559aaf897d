"""Editor: the command that an editor runs, "checker lsp"."""

from __future__ import annotations


def lsp() -> None:
    """Serve an editor over standard input and output: findings while a text is written (extra: lsp)."""
    from ..trouble import TroubleError

    try:
        from ..editor.server import made
    except ImportError as e:
        raise TroubleError("an editor's server needs more: pip install 'claim-checker[lsp]'") from e
    made().start_io()
