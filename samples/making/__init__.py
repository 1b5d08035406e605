"""What `make samples` is made of: the content of an invented county, and the shapes in which clerks type it."""
