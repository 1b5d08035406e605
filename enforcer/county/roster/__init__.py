"""The roster (单位名录): read, checked, listed; who is meant by a name."""
