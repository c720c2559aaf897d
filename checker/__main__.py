"""`python -m checker` is the command `checker`."""

from .cli import main

main()
