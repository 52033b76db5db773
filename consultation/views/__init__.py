"""The pages about consultations: one module per subject, named as in actions, forms and admin."""
