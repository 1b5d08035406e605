"""enforcer.toml: what the county set."""
