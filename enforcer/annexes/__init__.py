"""What one row of each annex means, typed."""
