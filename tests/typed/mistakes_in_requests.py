"""Mistakes in requests and JSON answers: both type checkers name each line that ends in `# mistake`, and no other."""

from wiser_policies import check, validator
from wiser_policies.esi.request_v6_0_0 import Request

fact: Request = {"pain_durations": 5}  # mistake
option: Request = {"guidance": "xray"}  # mistake
text_for_a_number: Request = {"pain_duration": "5"}  # mistake
number_for_a_text: Request = {"examination": 5}  # mistake
null: Request = {"pain_duration": None}  # mistake
part_of_a_whole: Request = {"pain_duration": 5.5}  # mistake
a_single_code: Request = {"codes": "64483"}  # mistake
item: Request = {"planned_levels": ["L9-L10"]}  # mistake
finding: Request = {"contraindications": {"infections": False}}  # mistake
found: Request = {"contraindications": {"infection": "no"}}  # mistake
field: Request = {"prior_sessions": [{"date": "2026-01-12"}]}  # mistake
answer_of_a_record: Request = {"prior_sessions": [{"approach": "lateral"}]}  # mistake
answer: Request = {"pregnant": "no"}  # mistake

request: Request = {}
request["pain_duraton"] = 5  # mistake
request["state"] = "Texas"  # mistake
request["expedited"] = "true"  # mistake

result = check(request)
result.as_dict()["verdict"]  # mistake
if result.as_summary()["outcome"] == "redy":  # mistake
    pass
if result.as_summary()["open"][0]["verdict"] == "met":  # mistake
    pass
if result.as_dict()["criteria"][0]["effect"] == "require":  # mistake
    pass
validator(5)  # mistake
check(request, policy=None)  # mistake
