"""The order of versions and of sections."""

from wiser_compiler.core.numbered import in_numbers


def test_ten_comes_after_two() -> None:
    assert sorted(["10.0.0", "2.0.10", "2.0.9"], key=in_numbers) == ["2.0.9", "2.0.10", "10.0.0"]
    assert sorted(["6.2.10", "6.2.3", "6.2"], key=in_numbers) == ["6.2", "6.2.3", "6.2.10"]


def test_a_part_that_is_no_number_is_left_out() -> None:
    assert in_numbers("1.0.0-draft") == (1, 0)
