"""python -m enforcer, and the command of that name."""

from enforcer.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
