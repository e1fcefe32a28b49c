"""What the targets of a policy share is worked out once, and never taken for that of another policy."""

from __future__ import annotations

from dataclasses import replace

from shipped import SHIPPED
from wiser_compiler.core.as_data import as_data, as_text
from wiser_compiler.core.last_policy import known_of_the_last
from wiser_compiler.core.model import Policy
from wiser_compiler.targets import TARGETS


def test_the_targets_of_a_policy_work_its_data_out_once() -> None:
    policy = replace(SHIPPED["cervical_fusion@6.0.0"])
    data = as_data(policy)
    for target in TARGETS.values():
        target(policy)
    assert as_data(policy) is data


def test_no_target_changes_what_the_others_are_given() -> None:
    for policy in SHIPPED.values():
        before = as_text(policy)
        for target in TARGETS.values():
            target(policy)
        assert as_text(replace(policy)) == before


def test_another_policy_is_asked_anew_even_where_it_is_equal() -> None:
    asked: list[Policy] = []
    title = known_of_the_last(lambda policy: asked.append(policy) or policy.title)
    one = SHIPPED["esi@6.0.0"]
    other = replace(one, title="Another title")
    assert [title(policy) for policy in (one, one, other, one, replace(one))] == [
        one.title, one.title, other.title, one.title, one.title
    ]  # fmt: skip
    assert [policy.title for policy in asked] == [one.title, other.title, one.title, one.title]
