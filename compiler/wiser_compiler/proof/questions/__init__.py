"""Anomalies of one policy: a table of questions, their answers, and the findings."""
