"""Words: the tables of a language file as they are written, "stopwords: [a, about, above]"."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from .calendar import Calendar
from .comparing import ComparingWords


class Words(ComparingWords, msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language file as written; what each table is for stands in `en.yaml`."""

    hedges: dict[str, list[str]]
    hedges_after: dict[str, list[str]]
    negations: list[str]
    to: list[str]
    between: dict[str, str]
    noun_first: bool = False
    unspaced: bool = False
    definite: str = ""
    digits: dict[str, str] = {}
    counters: list[str] = []
    lent: dict[str, Decimal] = {}
    speeds: list[str] = []
    not_hedges: list[str] = []
    signs: dict[str, list[str]]
    likeliest: dict[str, str]
    nouns: dict[str, list[str]]
    subunits: dict[str, list[str]]
    wary: list[str]
    wary_signs: list[str] = []
    never: list[str]
    not_codes: list[str]
    calendar: Calendar
    abbreviations: list[str]
    stopwords: list[str]
    endings: list[str] = []
    gloss: list[str]
    gloss_goes_on: list[str]
    comparison: list[str]
    being: list[str] = []
    having: list[str] = []
    not_the: list[str] = []
    timeline: dict[str, list[str]] = {}
    promises: list[str] = []
    reserves: list[str] = []
    taking: list[str] = []
    degrees: list[str] = []
    whole: list[str] = []
    apart_nouns: list[str] = []
    spans: dict[str, int] = {}
    birthdays: list[str] = []
    referring: list[str] = []
    each: list[str] = []
    quotes: dict[str, str]
    straight_quote: str
    paired_quotes: list[str] = []
    joined: list[str]
    joining: list[str]
    member_of: list[str]
    holds: list[str]
    wholly: list[str] = []
    along_with: list[str]
    bloc: list[str]
    doubts: list[str]
    boilerplate: list[str]
    byline: list[str]
    units: dict[str, list[str]] = {}
    unit_endings: list[str] = []
    below_zero: list[str] = []
    plus: list[str] = []
    and_a_half: list[str] = []
    unit_traps: list[str] = []
    metre: str = ""
    dimensions: list[str] = []
    lengths: list[str] = []
    percents: dict[str, list[str]] = {}
    percent_before: list[str] = []
    per_words: list[str] = []
    label_links: list[str] = []
    ages: dict[str, list[str]] = {}
    onto: dict[str, list[str]] = {}
    onto_endings: list[str] = []
    labels: list[str] = []
    multiples: list[str] = []
    nth: list[str] = []
    times: list[str] = []
    often: list[str] = []
    fillers: list[str] = []
    of: str = ""
    determiners: list[str] = []
    out_of: list[str] = []
    set_against: list[str] = []
    persons: list[str] = []
    participles: list[str] = []
    not_counted: list[str] = []
    plurals: list[str] = []
    singular_s: list[str] = []
    singulars: dict[str, str] = {}
    first_person: list[str] = []
    no_names: list[str] = []
    table_scales: dict[str, Decimal] = {}
    negating: list[str] = []
    affirmed: dict[str, str] = {}
    carriers: list[str] = []
    none_of: list[str] = []
    rhythms: dict[str, list[str]] = {}
    opposites: dict[str, dict[str, list[str]]] = {}
    refusals: list[str] = []
    rises: list[str] = []
    falls: list[str] = []
    change_parts: dict[str, list[str]] = {}
    clause_breaks: list[str] = []
    moods: dict[str, list[str]] = {}
    reports: list[str] = []
    according_to: list[str] = []
    doubled: dict[str, Decimal] = {}
    votes: list[str] = []
    prefixes: list[str] = []
    parted: list[str] = []
    half_days: dict[str, list[str]] = {}
    clock_words: dict[str, int] = {}
    clock_before: list[str] = []
    clock_names: list[str] = []
    clock_hours: dict[str, int] = {}
    hours: list[str] = []
    minutes: list[str] = []
    ordinal_words: dict[str, Decimal] = {}
    ordinal_stems: dict[str, Decimal] = {}
    ordinal_endings: list[str] = []
    tests: dict[str, list[str]] = {}
    p_values: list[str] = []
    not_significant: list[str] = []
    tails: dict[int, list[str]] = {}
    corrected: list[str] = []
    moments: dict[str, list[str]] = {}
    moment_joins: list[str] = []
    items: list[str] = []
    binary: list[str] = []
    measured: list[str] = []
    sampled: list[str] = []
    share_of: list[str] = []
    limits: list[str] = []
    estimated: list[str] = []
    not_estimated: list[str] = []
    coefficients: list[str] = []
    list_joins: list[str] = []
    not_whole: list[str] = []
    name_links: list[str] = []
    titles: list[str] = []
    organisations: list[str] = []
    offices: dict[str, list[str]] = {}
    single_offices: dict[str, list[str]] = {}
    not_in_office: list[str] = []
    successions: list[str] = []
    name_particles: list[str] = []
    which: list[str] = []
    wholes: list[str] = []
    sorts: dict[str, list[str]] = {}
    deeds: dict[str, list[str]] = {}
    part_joins: list[str] = []
    shared_joins: list[str] = []
    one_more: list[str] = []
    made_of: list[str] = []
    more_than: list[str] = []
    totals: list[str] = []
    rates: list[str] = []
    averages: list[str] = []
    spread_over: list[str] = []
    were: list[str] = []
    differences: list[str] = []
    apart: dict[Literal["up", "down"], list[str]] = {}
    choices: list[str] = []
    qualities: dict[str, list[str]] = {}
    phrase_ends: list[str] = []
    within: str = ""
