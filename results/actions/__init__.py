"""Acts on figures: putting a value right, asking owners whether theirs still hold, and judging what they propose."""
