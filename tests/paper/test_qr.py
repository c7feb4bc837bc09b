from __future__ import annotations

import pytest
import qrcode
from qrcode.util import MODE_ALPHA_NUM, QRData

from checkin.paper import qr

CODE = "B7K29QXM4TZD0V5N"


def test_sixteen_characters_make_version_1_at_level_q() -> None:
    expected = qrcode.QRCode(1, qrcode.constants.ERROR_CORRECT_Q, border=0, mask_pattern=2)
    expected.add_data(QRData(CODE.encode(), mode=MODE_ALPHA_NUM))
    expected.make(fit=False)

    dark = [[False] * qr.MODULES for _ in range(qr.MODULES)]
    for row, start, length in qr.dark_runs(CODE):
        dark[row][start : start + length] = [True] * length

    assert dark == [[bool(module) for module in row] for row in expected.modules]


def test_neighbours_are_merged_into_one_run() -> None:
    assert (0, 0, 7) in qr.dark_runs(CODE)


def test_a_longer_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        qr.dark_runs(CODE + "X")


@pytest.mark.parametrize("text", ["lower case", "ខ្មែរ"])
def test_letters_that_the_alphanumeric_mode_lacks_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        qr.dark_runs(text)
