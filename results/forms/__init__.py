"""The filters above the figures, the projects and the contributions, and what an owner fills in."""
