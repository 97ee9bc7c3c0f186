"""An advertisement that shows marks of fraud stands below every one that shows none, for everyone."""

import pytest
from small_world import Coded, asks, fit, nobody, person, posting


@pytest.mark.parametrize(
    ("warnings", "marks", "reason"),
    [
        (("bank_details_asked",), 1, "nobody honest needs them before hiring"),
        (("fee_asked",), 1, "work never costs a fee"),
        (("money_through_own_account",), 1, "money laundering"),
        (("contact_off_platform", "pay_too_good"), 2, "together they are a mark"),
        (("contact_off_platform", "employer_missing"), 0, "a messenger can be a tool of the trade"),
        (("contact_off_platform",), 0, "small shops write so too"),
        (("pay_too_good",), 0, "a boast alone is no fraud"),
        (("pay_missing", "hours_missing", "employer_missing"), 0, "silence is not fraud"),
        (("commission_only",), 0, "honestly said, it costs instead"),
        (("unpaid_trial",), 0, "poor terms, honestly said"),
    ],
)
def test_marks_of_fraud_are_a_limit_whoever_asks(warnings, marks, reason):
    for anybody in (person(), nobody()):
        found = fit(anybody, posting(warnings=warnings))
        assert [limit.state for limit in found.limits] == ["doubtful"] * marks, reason
        assert found.tier == (1 if marks else 0), reason


def test_the_words_of_the_advertisement_are_the_evidence():
    fee = asks("warning", Coded(code="fee_asked"), "stated", "send 50 dollars for your starter kit")
    (verdict,) = [v for v in fit(person(), posting(fee, warnings=("fee_asked",))).verdicts if v.kind == "warning"]
    assert verdict.posting_evidence.quote == "send 50 dollars for your starter kit"
    assert verdict.weight == verdict.term == 0


def test_pay_by_commission_only_stands_below_the_like_that_pays_a_wage():
    wage, commission, sold = (
        fit(person(), posting(warnings=warnings))
        for warnings in ((), ("commission_only",), ("commission_only", "commission_sold_as_salary"))
    )
    assert commission.score < wage.score
    assert commission.score == sold.score, "one mark for one thing"
    (verdict,) = [verdict for verdict in sold.verdicts if verdict.kind == "warning"]
    assert (verdict.grade, verdict.rule, verdict.term) == ("missing", "warning.commission_sold_as_salary", 0)
