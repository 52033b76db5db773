"""What counts for each partner: said by its people, side by side at a goal, and beside what goes on at neighbours."""
