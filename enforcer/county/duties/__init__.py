"""What each unit owes and how it stands on a day: duties, exemptions, mergers, the credential clock."""
