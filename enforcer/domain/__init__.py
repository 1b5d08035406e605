"""Plain words of the trade: the types that every other room speaks in. Standard library only."""
