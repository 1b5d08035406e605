"""Pictures drawn from the report's figures as inline SVG, each with its text alternative; a file a picture."""
