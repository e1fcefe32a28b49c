"""Policies put to the question: strategies of requests now, proofs later. Sees the core alone."""
