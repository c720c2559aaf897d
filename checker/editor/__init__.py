"""Editor: the checker as a language server, so that findings show while a text is written."""
