"""Letters to units and to the office: who is reminded of what, how it is worded, how it goes out."""
