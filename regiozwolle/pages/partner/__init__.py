"""The page of one partner: who it is, what it brings, who decides there and in what it takes part."""
