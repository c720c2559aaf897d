"""Rst: reStructuredText by its indents and signs, each word at its line and column."""

from __future__ import annotations

import time

import pytest

from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

TEXT = r"""
.. a comment of 34
   lines

==============
Storm kills 34
==============

:Author: Ada Whitlock
:Date: 2015-04-07
:slug: storm-43

It **rained** on *34* boats, see `the port <http://x.example>`_ and :ref:`quay`
for ``code`` at 5\% [1]_, not :math:`a=3`, says::

    code = 45

As said:

    We counted 3.

- one item
  goes on
- two

.. note:: Mind the gap.

   Twice.

.. code-block:: python
   :linenos:

   x = 70

.. [1] A note of 5.

.. figure:: crane.png
   :width: 300

   A crane.

.. raw:: html

   <b>9</b>

Later
=====

Term
  defined.

>>> 1 + 1
2
"""
TABLES = """
===== =====
Port  Boats
===== =====
North 5

South 6
      more
===== =====

+-------+-------+
| Port  | Boats |
+=======+=======+
| North | 5     |
+-------+-------+
| South | 6     |
|       | more  |
+-------+-------+

.. list-table::
   :header-rows: 1

   * - Port
     - Boats
   * - North
     - 5
   * - South
     - 6
       more

.. csv-table::

   Port,Boats
   "North", 5
   South,6 more
"""


def test_signs_and_indents_give_roles() -> None:
    document = one(TEXT, "a.rst")
    assert str(document.published) == "2015-04-07"
    assert roles(document) == [
        ("headline", "Storm kills 34"),
        ("byline", "Ada Whitlock"),
        ("boilerplate", "storm-43"),
        ("body", "It rained on 34 boats, see the port and quay for code at 5%, not , says:"),
        ("code", "code = 45"),
        ("body", "As said:"),
        ("quote", "We counted 3."),
        ("list", "one item goes on"),
        ("list", "two"),
        ("body", "Mind the gap."),
        ("body", "Twice."),
        ("code", "x = 70"),
        ("footnote", "A note of 5."),
        ("caption", "A crane."),
        ("body", "Later"),
        ("body", "Term"),
        ("body", "defined."),
        ("code", ">>> 1 + 1 2"),
    ]


@pytest.mark.parametrize("words", ["boats", "the port", "goes on", "Twice", "A crane"])
def test_each_word_knows_its_line_and_column(words: str) -> None:
    document = one(TEXT, "a.rst")
    told = str(document.source(document.text.index(words)))
    before = TEXT[: TEXT.index(words)]
    assert told.startswith(f"line {before.count(chr(10)) + 1}, column ")


def test_tables_stand_alike_however_they_are_drawn() -> None:
    document = one(TABLES, "a.rst")
    assert {text.replace(" |\n|", "|") for _, text in roles(document)} == {
        "| Port | Boats| North | 5| South | 6 more |"
    }
    assert document.source(document.text.index("5")) == "line 5, column 7"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"..\n   only a comment", "holds no text"),
        (b"caf\xe9", "line 1: byte 3 is not UTF-8"),
        (b"\xed\xa0\x80", "is not UTF-8"),
        (b"a\0b", "binary"),
        ("".join(f"{'  ' * n}- x\n\n" for n in range(60)).encode(), "line 101, column 103: more than 50 blocks deep"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.rst.*{why}"):
        list(read(data, "a.rst"))


@pytest.mark.parametrize(
    "worst", ["*", "`", "``a", "|a", ":a:`b", "- ", "== ", "a\n= =\n", ".. a::\n", "[#", "+-\n| ", "a\n  b\n"]
)
def test_no_text_takes_long(worst: str) -> None:
    start = time.process_time()
    for text in (worst * (200_000 // len(worst)), f"a\n\n{worst * (50_000 // len(worst))}"):
        try:
            list(read(text.encode(), "a.rst"))
        except TroubleError:
            continue
    assert time.process_time() - start < 8
