"""What a verification finds, and what of it does no harm."""

from __future__ import annotations

import pytest

from checkin.domain.faults import Fault, Finding


@pytest.mark.parametrize("fault", Fault)
def test_only_an_entry_of_a_newer_program_is_harmless(fault: Fault) -> None:
    assert Finding(fault, "s-1").is_harmless == (fault is Fault.UNKNOWN_KIND)
