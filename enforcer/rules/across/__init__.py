"""Rules across annexes and units: X."""
