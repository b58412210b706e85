"""All operators, in the order of the table."""

from __future__ import annotations

from tests.mutation import (
    block_operators,
    movement_operators,
    number_operators,
    reference_operators,
    section_operators,
    table_operators,
    time_operators,
    value_operators,
    word_operators,
)
from tests.mutation.mutant import OPERATORS, Mutant, mutants

MODULES = (
    section_operators,
    block_operators,
    table_operators,
    movement_operators,
    value_operators,
    number_operators,
    reference_operators,
    word_operators,
    time_operators,
)
"""Importing them fills OPERATORS."""

__all__ = ["OPERATORS", "Mutant", "mutants"]
