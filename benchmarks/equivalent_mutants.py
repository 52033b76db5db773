"""The mutants that benchmarks/mutants.py passes over, as what they do is the same: a test could not tell them apart.

Each is (module, the line as it is, the line as the mutant has it, why that is the same).
"""

EQUIVALENT = []
