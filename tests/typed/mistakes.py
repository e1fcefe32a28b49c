"""Mistakes of an application: both type checkers name each line that ends in `# mistake`, and no other."""

from wiser_policies import Result, check

result = check({})

if result.outcome == "redy":  # mistake
    pass
if result.verdicts["pain-duration"] == "unmet":  # mistake
    pass
if result.problems[0].code == "wrong_type":  # mistake
    pass
if result.gaps()[0].verdict == "open":  # mistake
    pass
if result.deadlines()[0].verdict == "met":  # mistake
    pass
for _entry in result:  # mistake
    pass
policy, verdicts, request, problems = result  # mistake
made: Result = (policy, verdicts)  # mistake
result.outcome = "ready"  # mistake
