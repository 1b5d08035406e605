"""What the office decides, what no decision may be, and what goes back to a unit."""
